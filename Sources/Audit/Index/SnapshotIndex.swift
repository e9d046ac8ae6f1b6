public import Model

/// Which rows an id names and which rows refer to it; built once, before the rules run.
///
/// Ids that name records are numbered; everything else is flat arrays over those numbers, so that
/// memory grows with the records and not with the texts of the snapshot.
public final class SnapshotIndex: Sendable {
  /// Sections whose records others refer to by id.
  static let named: [Section] = [
    .principals, .connections, .exports, .enrichments, .segments, .tables, .keyVaults,
  ]

  /// The position of each section in ``named``; -1: it is not in it.
  private static let positions = Section.allCases.map { named.firstIndex(of: $0) ?? -1 }

  let snapshot: Snapshot
  let duplicates: DuplicateIds
  /// The number of an id, at the position of its text in the pool; -1: it names no record.
  private let numbers: FixedList<Int32>
  /// The first row with a numbered id, by the position of its section in ``named``.
  private let rows: [NumberedRows]
  private let userNames: [String: Int32]
  let consentsBySubject: RowGroups
  /// Whether a row that may be an accepted consent to a connection doesn't tell to which one.
  let hasUnplacedConsents: Bool
  /// Whether a row that may decide about a connection doesn't tell about which one.
  let hasUnplacedDecisions: Bool
  let exportsByConnection: RowGroups
  let enrichmentsByConnection: RowGroups
  let schedulesByTarget: RowGroups
  let rolesByPrincipal: RowGroups
  let groupsByMember: RowGroups
  /// Whether some principal has no sign-in name; one with a sign-in name may be it.
  let hasPrincipalsWithoutUserName: Bool
  /// Whether some principal is listed by a sign-in name in place of its object id.
  let hasPrincipalsWithoutObjectId: Bool

  /// The index of a snapshot.
  ///
  /// Complexity: linear in the number of records and texts.
  public init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    duplicates = DuplicateIds(snapshot)
    var numbering = IdentifierNumbering(textCount: snapshot.texts.count)
    // Ids of one section follow each other, and so ``NumberedRows`` and groups stay small.
    let userNameColumn = snapshot.table(.principals).identifiers(of: "upn")
    numbering.add(snapshot.keys(of: .principals))
    numbering.add(userNameColumn)
    for section in Self.named { numbering.add(snapshot.keys(of: section)) }
    let assignees = snapshot.table(.roleAssignments).identifiers(of: "principalId")
    numbering.add(assignees)
    // A consent may name a connection that the snapshot doesn't list.
    numbering.add(snapshot.table(.consents).identifiers(of: "subjectId"))
    // Runs of what was removed are known by the record of its deletion.
    numbering.add(snapshot.table(.deletions).identifiers(of: "subjectId"))

    // A principal is found by its sign-in name too, unless that is the id of another one.
    rows = Self.named.map { section in
      let names: [IdentifierColumn] = section == .principals ? [userNameColumn] : []
      return NumberedRows(([snapshot.keys(of: section)] + names).map { $0.map(numbering.number) })
    }
    var userNames: [String: Int32] = [:]
    for (row, name) in userNameColumn.enumerated() {
      guard let name else { continue }
      let folded = snapshot.text(name).lowercased()
      if userNames[folded] == nil { userNames[folded] = Int32(row) }
    }

    func group(_ section: Section, by field: String) -> RowGroups {
      let references = snapshot.table(section).identifiers(of: field)
      return RowGroups(count: references.count) { numbering.number(references[$0]) }
    }
    consentsBySubject = group(.consents, by: "subjectId")
    let unplaced = snapshot.rows(Consent.self).filter {
      $0[.subjectId].isAbsent || $0[.subjectId].isUnreadable
    }
    hasUnplacedConsents = unplaced.contains { $0.isAcceptedForConnection != .false }
    hasUnplacedDecisions = unplaced.contains { $0.mayDecide }
    exportsByConnection = group(.exports, by: "connectionId")
    enrichmentsByConnection = group(.enrichments, by: "connectionId")
    schedulesByTarget = group(.schedules, by: "targetId")
    let keys = snapshot.keys(of: .principals)
    let principals = rows[Self.positions[Section.principals.rawValue]]
    // Whoever is named by a sign-in name is filed under the id.
    func number(ofPrincipal name: Identifier?) -> Int32 {
      let number = numbering.number(name)
      let row = principals[number]
      return row < 0 ? number : numbering.number(keys[Int(row)])
    }
    rolesByPrincipal = RowGroups(count: assignees.count) { number(ofPrincipal: assignees[$0]) }
    let memberships = snapshot.groupMemberships
    groupsByMember = RowGroups(
      count: memberships.count, value: { Int32(memberships[$0].group) },
      group: { number(ofPrincipal: memberships[$0].member) })
    hasPrincipalsWithoutUserName = userNameColumn.contains { $0 == nil }
    hasPrincipalsWithoutObjectId = keys.contains { key in
      key.map { snapshot.text($0).utf8.contains(UInt8(ascii: "@")) } ?? true
    }
    numbers = FixedList(numbering.numbers)
    self.userNames = userNames
  }

  /// The number of an id; -1 if it names no record.
  func number(_ identifier: Identifier) -> Int32 { numbers[Int(identifier.index)] }

  /// The first row that a numbered id names in a section of ``named``.
  func row(numbered number: Int32, in section: Section) -> Int? {
    let position = Self.positions[section.rawValue]
    guard position >= 0 else { return nil }
    let row = rows[position][number]
    return row < 0 ? nil : Int(row)
  }

  /// The first row that an id names in a section of ``named``.
  func row(_ identifier: Identifier, in section: Section) -> Int? {
    if let row = row(numbered: number(identifier), in: section) { return row }
    guard section == .principals, !userNames.isEmpty else { return nil }
    return userNames[snapshot.text(identifier).lowercased()].map(Int.init)
  }
}

/// The first row with each numbered id of a section.
private struct NumberedRows: Sendable {
  /// The smallest number of an id of the section.
  private let first: Int32
  /// The rows from that number on; -1: the id names nothing in the section.
  private let rows: FixedList<Int32>

  /// The rows of columns, by the numbers in them; the earlier column decides, then the earlier row.
  init(_ columns: [[Int32]]) {
    let numbers = columns.joined().lazy.filter { $0 >= 0 }
    let first = numbers.min() ?? 0
    var rows = [Int32](repeating: -1, count: Int((numbers.max() ?? -1) - first + 1))
    for column in columns {
      for (row, number) in column.enumerated() where number >= 0 && rows[Int(number - first)] < 0 {
        rows[Int(number - first)] = Int32(row)
      }
    }
    self.first = first
    self.rows = FixedList(rows)
  }

  /// The row of a number; -1: there is none.
  subscript(_ number: Int32) -> Int32 {
    let position = Int(number) - Int(first)
    return number >= 0 && position >= 0 && position < rows.count ? rows[position] : -1
  }
}

/// Numbers given to ids in the order in which they are met.
struct IdentifierNumbering {
  private(set) var numbers: [Int32]
  private(set) var count = 0

  init(textCount: Int) { numbers = Array(repeating: -1, count: textCount) }

  mutating func add(_ identifiers: some Sequence<Identifier?>) {
    for case let identifier? in identifiers where numbers[Int(identifier.index)] < 0 {
      numbers[Int(identifier.index)] = Int32(count)
      count += 1
    }
  }

  func number(_ identifier: Identifier?) -> Int32 {
    identifier.map { numbers[Int($0.index)] } ?? -1
  }
}
