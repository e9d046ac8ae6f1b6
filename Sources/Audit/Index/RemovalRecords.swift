import Model

/// The ids of what was removed, as the records of deletion state it.
///
/// Records with one id that contradict each other state nothing that they don't agree on: which of
/// them is right is never guessed, and the reading without the removal is the stricter one.
struct RemovalRecords: Sendable {
  /// What a record of deletion says.
  private struct Statement: Equatable {
    let subject: Identifier
    /// Where it was listed; `nil`: the record doesn't tell.
    let section: Section?
  }

  /// The ids by the section of what was removed; `nil`: none is told.
  private var ids: [Section?: Set<Identifier>] = [:]
  /// The ids of which not all records with one id say that they were removed.
  private var contested: Set<Identifier> = []

  /// The removals of a snapshot whose records count.
  ///
  /// Complexity: linear in the number of records.
  init(_ context: AuditContext, where counts: (Deletion) -> Bool = { _ in true }) {
    let snapshot = context.snapshot
    let duplicates = context.index.duplicates
    let hasDuplicates = duplicates.exist(in: .deletions)
    let keys = snapshot.keys(of: .deletions)
    for deletion in snapshot.rows(Deletion.self) {
      let key = hasDuplicates ? keys[deletion.row] : nil
      guard let rows = key.flatMap({ duplicates.rows(of: $0, in: .deletions) }) else {
        if let one = Self.statement(deletion, counts) { insert(one) }
        continue
      }
      // All records of the id are looked at once, with the first.
      guard rows.first == Int32(deletion.row) else { continue }
      add(rows.map { Self.statement(Deletion(snapshot, Int($0)), counts) })
    }
  }

  private static func statement(
    _ deletion: Deletion, _ counts: (Deletion) -> Bool
  ) -> Statement? {
    guard let subject = deletion[.subjectId].known, counts(deletion) else { return nil }
    let kind = deletion[.subjectType].known
    let section = kind?.section
    // What no section lists is nothing that others refer to.
    return kind == nil || section != nil ? Statement(subject: subject, section: section) : nil
  }

  private mutating func insert(_ one: Statement) {
    ids[one.section, default: []].insert(one.subject)
  }

  private mutating func add(_ statements: [Statement?]) {
    let known = statements.compactMap(\.self)
    let sections = Set(known.compactMap(\.section))
    guard known.count == statements.count, Set(known.map(\.subject)).count == 1,
      sections.count < 2, let first = known.first
    else {
      contested.formUnion(known.map(\.subject))
      return
    }
    insert(Statement(subject: first.subject, section: sections.first))
    // One that doesn't tell the section may be of any.
    if known.contains(where: { $0.section != sections.first }) { contested.insert(first.subject) }
  }

  /// Whether the records tell that something of a section was removed.
  func contain(_ identifier: Identifier, in section: Section, _ context: AuditContext) -> Bool {
    if ids[section]?.contains(identifier) ?? false { return true }
    if ids[nil]?.contains(identifier) ?? false { return true }
    if contested.contains(identifier) { context.meet(2) }
    return false
  }
}

extension RecordSubject {
  /// The section that lists what a record is about; `nil` for what none of them lists.
  var section: Section? {
    switch self {
    case .connection: .connections
    case .export: .exports
    case .enrichment: .enrichments
    case .keyVault: .keyVaults
    case .segment: .segments
    case .table: .tables
    case .environment, .privateLink, .diagnostics, .customModel: nil
    }
  }
}
