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
      let segments = Self.segments(of: run, context), !segments.isEmpty
    else { return }
    var size = SizeBounds()
    for segment in segments {
      // Of business accounts, contacts are sent.
      guard segment[.base].known != .account,
        let members = segment.members(near: time, within: limits.countWindow)
      else { return }
      size.add(SizeBounds(lower: members, upper: members))
    }
    self.count = count
    self.run = run
    // Segments may overlap, and grow between the count and the run.
    least = Int((Double(size.lower) * max(0, 1 - limits.countTolerance)).rounded(.down))
    most = size.upper.map { Int((Double($0) * (1 + limits.countTolerance)).rounded(.up)) }
    agrees = Truth(count >= least && (most.map { count <= $0 } ?? true))
  }

  /// The segments that a run sent: those that it names, otherwise those of its export.
  private static func segments(of run: Run, _ context: AuditContext) -> [Segment]? {
    if let items = run[.items].known, !items.isEmpty {
      var segments: [Segment] = []
      for field in items.values(Identifier.self) {
        guard let name = field.known, let segment = context.find(Segment.self, name) else {
          return nil
        }
        segments.append(segment)
      }
      return segments
    }
    guard let target = run[.targetId].known, let export = context.find(Export.self, target),
      let items = ExportItems(export, context)
    else { return nil }
    let segments = items.items.compactMap(\.segment)
    return segments.count == items.items.count ? segments : nil
  }

  func show<Examined: Rule>(_ examination: inout Examination<Examined>) {
    guard let run, agrees != .true else { return }
    examination.evidence(run, .recordCount)
    examination.evidence(.expectedAtLeast, .integer(least))
    examination.evidence(.expectedAtMost, most.map { .integer($0) })
  }
}

extension Segment {
  /// The members at the count that is nearest to a time; `nil` if none is near enough.
  fileprivate func members(near time: Instant, within window: Int64) -> Int? {
    var nearest: (distance: Int64, members: Int)?
    func consider(_ counted: Instant?, _ members: Int?) {
      guard let counted, let members else { return }
      let distance = abs(counted.microseconds - time.microseconds)
      if distance <= window, distance < nearest?.distance ?? .max { nearest = (distance, members) }
    }
    consider(self[.countedUtc].known, self[.members].known)
    if let history = self[.history].known {
      for offset in 0..<history.count {
        consider(
          history.field(offset, "utc", Instant.self).known,
          history.field(offset, "members", Int.self).known)
      }
    }
    return nearest?.members
  }
}
