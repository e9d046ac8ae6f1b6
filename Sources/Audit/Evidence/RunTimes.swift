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

extension TimeSpan {
  /// Any time at all; far from the limits of the number, so that adding is safe.
  static let unbounded = TimeSpan(earliest: .min / 4, latest: .max / 4)
}

extension AuditContext {
  /// Calls `body` with the id of each export and enrichment that names a connection.
  func forEachTarget(of connection: Identifier, _ body: (Identifier) -> Void) {
    for export in exports(of: connection) {
      if let identifier = export[.exportId].known { body(identifier) }
    }
    for enrichment in enrichments(of: connection) {
      if let identifier = enrichment[.enrichmentId].known { body(identifier) }
    }
  }
}
