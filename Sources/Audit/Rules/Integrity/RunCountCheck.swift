import Model

/// The number of records that a run sent beside the counts of its segments at about that time.
struct RunCountCheck {
  /// Whether the number is possible; true where there is nothing to compare.
  private(set) var agrees = Truth.true
  private var count = 0
  private var least = 0
  private var most: Int?
  private var run: Run?

  /// What the part says.
  var answer: ValueAnswer {
    var answer = ValueAnswer(.countDiffers)
    answer.add(agrees, .countDiffers, "\(count)")
    return answer
  }

  init(_ record: SubjectRecord, _ limits: ValueLimits, _ context: AuditContext) {
    guard record.section == .runs else { return }
    let run = Run(context.snapshot, record.row)
    // A number that was derived from the segments agrees with them by its nature.
    guard let count = run[.recordCount].known, run[.recordCountSource].known != .derived,
      let time = run[.startUtc].known ?? run[.endUtc].known,
      context.segmentCounts.mayHold(near: time, within: limits.countWindow)
    else { return }
    var size = SizeBounds()
    var segmentCount = 0
    let isComplete = Self.allSegments(of: run, context) { segment in
      let members = context.segmentCounts.members(
        of: segment.row, near: time, within: limits.countWindow)
      guard let members else { return false }
      size.add(SizeBounds(lower: members, upper: members))
      segmentCount += 1
      return true
    }
    guard isComplete, segmentCount > 0 else { return }
    self.count = count
    self.run = run
    // Segments may overlap, and grow between the count and the run.
    least = Int((Double(size.lower) * max(0, 1 - limits.countTolerance)).rounded(.down))
    most = size.upper.map { Int((Double($0) * (1 + limits.countTolerance)).rounded(.up)) }
    agrees = Truth(count >= least && (most.map { count <= $0 } ?? true))
  }

  /// Calls `body` with the segments that a run sent: those that it names, otherwise those of its
  /// export; stops where one is not known or `body` says so, and answers whether it came through.
  private static func allSegments(
    of run: Run, _ context: AuditContext, _ body: (Segment) -> Bool
  ) -> Bool {
    if let items = run[.items].known, !items.isEmpty {
      for offset in 0..<items.count {
        guard let name = items.value(offset, Identifier.self).known,
          let segment = context.find(Segment.self, name), body(segment)
        else { return false }
      }
      return true
    }
    guard let export = context.export(of: run), let items = ExportItems(export, context) else {
      return false
    }
    return items.allSatisfy { $0.segment.map(body) ?? false }
  }

  func show<Examined: Rule>(_ examination: inout Examination<Examined>) {
    guard let run, agrees != .true else { return }
    examination.evidence(run, .recordCount)
    examination.evidence(.expectedAtLeast, .integer(least))
    examination.evidence(.expectedAtMost, most.map { .integer($0) })
  }
}
