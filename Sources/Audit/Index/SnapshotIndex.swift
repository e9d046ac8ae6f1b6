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
  private let numbers: [Int32]
  /// How many ids are numbered.
  let numberCount: Int
  /// The first row with a numbered id, one section of ``named`` after the other; -1: there is none.
  private let rows: [Int32]
  private let userNames: [String: Int32]
  let consentsBySubject: RowGroups
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
    for section in Self.named { numbering.add(snapshot.keys(of: section)) }
    let principals = snapshot.table(.principals)
    numbering.add(principals.identifiers(of: "upn"))
    let assignees = snapshot.table(.roleAssignments).identifiers(of: "principalId")
    numbering.add(assignees)
    // A consent may name a connection that the snapshot doesn't list.
    numbering.add(snapshot.table(.consents).identifiers(of: "subjectId"))
    // Runs of what was removed are known by the record of its deletion.
    numbering.add(snapshot.table(.deletions).identifiers(of: "subjectId"))

    var rows = [Int32](repeating: -1, count: numbering.count * Self.named.count)
    for (position, section) in Self.named.enumerated() {
      let start = position * numbering.count
      for (row, key) in snapshot.keys(of: section).enumerated() {
        let number = numbering.number(key)
        if number >= 0, rows[start + Int(number)] < 0 { rows[start + Int(number)] = Int32(row) }
      }
    }
    // A principal is found by its sign-in name too, unless that is the id of another one.
    var userNames: [String: Int32] = [:]
    for (row, name) in principals.identifiers(of: "upn").enumerated() {
      let number = numbering.number(name)
      guard number >= 0, let name else { continue }
      if rows[Int(number)] < 0 { rows[Int(number)] = Int32(row) }
      let folded = snapshot.text(name).lowercased()
      if userNames[folded] == nil { userNames[folded] = Int32(row) }
    }

    func group(_ section: Section, by field: String) -> RowGroups {
      let references = snapshot.table(section).identifiers(of: field)
      return RowGroups(count: references.count, groupCount: numbering.count) {
        numbering.number(references[$0])
      }
    }
    consentsBySubject = group(.consents, by: "subjectId")
    exportsByConnection = group(.exports, by: "connectionId")
    enrichmentsByConnection = group(.enrichments, by: "connectionId")
    schedulesByTarget = group(.schedules, by: "targetId")
    let keys = snapshot.keys(of: .principals)
    let principalRows = rows[..<numbering.count]
    rolesByPrincipal = RowGroups(count: assignees.count, groupCount: numbering.count) {
      // Assignments that name a principal by its sign-in name are filed under its id.
      let number = numbering.number(assignees[$0])
      guard number >= 0, principalRows[Int(number)] >= 0 else { return number }
      return numbering.number(keys[Int(principalRows[Int(number)])])
    }
    let memberships = snapshot.groupMemberships
    groupsByMember = RowGroups(
      count: memberships.count, groupCount: numbering.count,
      value: { Int32(memberships[$0].group) }
    ) { position in
      // Members too may be named by their sign-in names.
      let number = numbering.number(memberships[position].member)
      guard number >= 0, principalRows[Int(number)] >= 0 else { return number }
      return numbering.number(keys[Int(principalRows[Int(number)])])
    }
    hasPrincipalsWithoutUserName = principals.identifiers(of: "upn").contains { $0 == nil }
    hasPrincipalsWithoutObjectId = keys.contains { key in
      key.map { snapshot.text($0).utf8.contains(UInt8(ascii: "@")) } ?? true
    }
    numbers = numbering.numbers
    numberCount = numbering.count
    self.rows = rows
    self.userNames = userNames
  }

  /// The number of an id; -1 if it names no record.
  func number(_ identifier: Identifier) -> Int32 { numbers[Int(identifier.index)] }

  /// The first row that an id names in a section of ``named``.
  func row(_ identifier: Identifier, in section: Section) -> Int? {
    let position = Self.positions[section.rawValue]
    guard position >= 0 else { return nil }
    let number = number(identifier)
    if number >= 0 {
      let row = rows[position * numberCount + Int(number)]
      if row >= 0 { return Int(row) }
    }
    guard section == .principals, !userNames.isEmpty else { return nil }
    return userNames[snapshot.text(identifier).lowercased()].map(Int.init)
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
