import Model

extension AuditContext {
  /// The schedules that don't tell what they start, and may start what a section lists: exports or
  /// enrichments.
  func namelessSchedules(of section: Section) -> [Schedule] {
    let kind: RunTarget = section == .enrichments ? .enrichment : .export
    return index.namelessSchedules.map { Schedule(snapshot, Int($0)) }
      .filter { ($0[.targetKind].known ?? kind) == kind }
  }

  /// Those that may start what a connection serves.
  func namelessSchedules(over connection: Connection) -> [Schedule] {
    guard !index.namelessSchedules.isEmpty else { return [] }
    let serves = connection.servesExports(self)
    return (serves != .false ? namelessSchedules(of: .exports) : [])
      + (serves != .true ? namelessSchedules(of: .enrichments) : [])
  }

  /// Whether an export or enrichment that names a connection has no id by which its runs and schedules
  /// could be found.
  func hasNamelessTargets(of connection: Identifier) -> Bool {
    exports(of: connection).contains { $0[.exportId].known == nil }
      || enrichments(of: connection).contains { $0[.enrichmentId].known == nil }
  }
}
