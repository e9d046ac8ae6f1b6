import Model

/// Which references of a snapshot lead to a record.
struct ReferenceResolution: Sendable {
  private let snapshot: Snapshot
  private let removals: RemovalRecords
  /// The environment's id.
  private let environment: Identifier?

  init(_ context: AuditContext) {
    snapshot = context.snapshot
    // What is dated after the collection proves no removal before it.
    removals = RemovalRecords(context) { !context.clock.isAhead($0[.deletedUtc]) }
    environment = context.environment?[.instanceId].known
  }

  /// Where a reference is to be looked for; none if what it names is no record of a snapshot.
  func targets(of cell: RecordCell) -> [Section] {
    guard case .reference(let sections) = cell.field.kind else { return [] }
    switch (cell.record.section, cell.field.name) {
    case (.consents, "subjectId"), (.runs, "targetId"), (.schedules, "targetId"):
      return targets(of: cell.record.section, cell.record.row, sections)
    case (.exports, "name"): return itemTargets(cell, sections)
    default: return sections
    }
  }

  /// Where the reference of a consent, run or schedule is to be looked for, by the kind that it
  /// states; `sections` are those that the field may name.
  func targets(of section: Section, _ row: Int, _ sections: [Section]) -> [Section] {
    switch section {
    case .consents: consentTargets(Consent(snapshot, row), sections)
    case .runs: runTargets(Run(snapshot, row)[.targetKind].known, sections)
    case .schedules: runTargets(Schedule(snapshot, row)[.targetKind].known, sections)
    default: sections
    }
  }

  private func consentTargets(_ consent: Consent, _ sections: [Section]) -> [Section] {
    // What is no record of a snapshot is looked for nowhere.
    consent[.subjectType].known.map { $0.section.map { [$0] } ?? [] } ?? sections
  }

  private func runTargets(_ kind: RunTarget?, _ sections: [Section]) -> [Section] {
    switch kind {
    case .export?: [.exports]
    case .enrichment?: [.enrichments]
    case .segment?: [.segments]
    case .table?: [.tables]
    case .measure?: []
    case nil: sections
    }
  }

  private func itemTargets(_ cell: RecordCell, _ sections: [Section]) -> [Section] {
    guard let list = cell.list, let rows = Export(snapshot, cell.record.row)[.items].known else {
      return sections
    }
    switch rows.field(list.offset, "kind", ItemKind.self).known {
    case .segment?: return [.segments]
    case .table?, .customer?: return [.tables]
    case nil: return sections
    }
  }

  /// Whether an id leads to a record of one of the sections, or to the record of its removal.
  func resolves(_ identifier: Identifier, in sections: [Section], _ context: AuditContext) -> Bool {
    sections.contains { section in
      context.index.row(identifier, in: section) != nil
        || removals.contain(identifier, in: section, context)
    }
  }

  /// Whether a record that states its environment belongs to that of the snapshot.
  func isHome(_ stated: Identifier) -> Truth {
    guard let environment else { return .missing }
    if stated == environment { return .true }
    return Truth(Self.fold(snapshot.text(stated)) == Self.fold(snapshot.text(environment)))
  }

  /// An id without braces and case.
  static func fold(_ identifier: String) -> String {
    let trimmed =
      identifier.hasPrefix("{") && identifier.hasSuffix("}")
      ? String(identifier.dropFirst().dropLast()) : identifier
    return trimmed.lowercased()
  }
}
