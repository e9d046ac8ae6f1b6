import Model

extension Run {
  /// Whether the run may have sent something: it was not skipped and did not wait in vain.
  var mayHaveSent: Bool { RunStatus.mayHaveSent(self[.status].known) }

  /// When the run may have started: as recorded, else between its queueing and its end.
  ///
  /// One that ended before it was queued may have started at any time.
  func start(_ clock: AuditClock) -> TimeSpan {
    if let start = self[.startUtc].known { return clock.span(start) }
    let between = TimeSpan(
      earliest: self[.submittedUtc].known.map(clock.span)?.earliest ?? TimeSpan.unbounded.earliest,
      latest: self[.endUtc].known.map(clock.span)?.latest ?? TimeSpan.unbounded.latest)
    return between.earliest <= between.latest ? between : .unbounded
  }
}

extension Run {
  /// Whether the run's status explains that a time is missing.
  var mayLackTimes: Bool {
    switch self[.status].known {
    case .deleted?, .needsUpdate?: true
    default: false
    }
  }

  /// How long the run may have taken by the collection at most, in microseconds; 0 of one that took
  /// no time.
  func longestDuration(_ clock: AuditClock) -> Int64 {
    guard mayHaveSent else { return 0 }
    let ended = self[.endUtc].known
    // What has neither begun nor ended on record has done so since it was queued.
    let begun = self[.startUtc].known ?? (ended == nil ? self[.submittedUtc].known : nil)
    if begun == nil || ended == nil, mayLackTimes { return 0 }
    guard let begun = begun.map(clock.span),
      let end = (ended ?? clock.snapshotTime).map(clock.span),
      end.latest >= begun.earliest
    else { return .max }
    return end.latest - begun.earliest
  }
}

extension TimeSpan {
  /// Any time at all; far from the limits of the number, so that adding is safe.
  static let unbounded = TimeSpan(earliest: .min / 4, latest: .max / 4)
}

extension AuditContext {
  /// Calls `body` with the id of each export and enrichment that names a connection.
  ///
  /// - Returns: Whether one of them has no id by which its runs and schedules could be found.
  @discardableResult
  func forEachTarget(of connection: Identifier, _ body: (Identifier) -> Void) -> Bool {
    var isNameless = false
    func look(_ identifier: Identifier?) {
      if let identifier { body(identifier) } else { isNameless = true }
    }
    for export in exports(of: connection) { look(export[.exportId].known) }
    for enrichment in enrichments(of: connection) { look(enrichment[.enrichmentId].known) }
    return isNameless
  }
}
