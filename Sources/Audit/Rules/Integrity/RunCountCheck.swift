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
      context.segmentCounts.mayHold(near: time, within: limits.countWindow),
      let sent = Sent(run, near: time, limits, context)
    else { return }
    self.count = count
    self.run = run
    // Segments may overlap, and grow between the count and the run.
    least = Int((Double(sent.size.lower) * max(0, 1 - limits.countTolerance)).rounded(.down))
    most = sent.size.upper.map { Int((Double($0) * (1 + limits.countTolerance)).rounded(.up)) }
    let isPossible = Truth(most.map { count <= $0 } ?? true)
    // Only a run that succeeded has sent them all.
    let isPartial = run[.status].known.map { Truth($0 != .successful) } ?? .missing
    let answer = isPossible && (count >= least ? .true : isPartial)
    // Only a number that was surely recorded decides, and only beside what the run surely sent.
    let isCertain = sent.isCertain && run[.recordCountSource].known == .recorded
    agrees = answer == .true || isCertain ? answer : .missing
  }

  /// The segments that a run sent, with their sizes near a time: those that it names, otherwise those
  /// of its export.
  private struct Sent {
    /// At least and at most so many; without an upper bound where a size isn't known.
    var size = SizeBounds()
    /// Whether these surely are what the run sent.
    var isCertain = true

    init?(_ run: Run, near time: Instant, _ limits: ValueLimits, _ context: AuditContext) {
      if let names = run[.items].known, !names.isEmpty {
        let name = { names.value($0, Identifier.self).known }
        (0..<names.count).forEachDistinct(by: name) { offset in
          let segment = name(offset).flatMap { context.find(Segment.self, $0) }
          add(segment, near: time, limits, context)
        }
        return
      }
      guard let export = context.export(of: run), let items = ExportItems(export, context),
        !items.isEmpty
      else { return nil }
      items.forEachDistinct(by: { $0.kind == .segment ? $0.name : nil }) { item in
        add(item.segment, near: time, limits, context)
      }
      // What was saved after the run may have had other items at its time.
      let saved = export[.updatedUtc]
      if let saved = saved.known {
        isCertain = (context.clock.span(saved) <= context.clock.span(time)) == .true
      } else {
        isCertain = saved.isNull && context.coverage.isComplete(.exports)
      }
    }

    private mutating func add(
      _ segment: Segment?, near time: Instant, _ limits: ValueLimits, _ context: AuditContext
    ) {
      let members = segment.flatMap {
        context.segmentCounts.members(of: $0.row, near: time, within: limits.countWindow)
      }
      size.add(SizeBounds(lower: members ?? 0, upper: members))
    }
  }

  func show<Examined: Rule>(_ examination: inout Examination<Examined>) {
    guard let run, agrees != .true else { return }
    examination.evidence(run, .recordCount)
    examination.evidence(.expectedAtLeast, .integer(least))
    examination.evidence(.expectedAtMost, most.map { .integer($0) })
  }
}
