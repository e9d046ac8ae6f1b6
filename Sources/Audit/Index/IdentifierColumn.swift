public import Model

/// The ids of a column, without the typed views: what indexes are built from.
public struct IdentifierColumn: RandomAccessCollection, Sendable {
  /// Keeps the cells alive.
  private let column: Column?
  private let cells: CellMemory?
  /// The number of rows.
  public let endIndex: Int
  /// The first row.
  public var startIndex: Int { 0 }

  init(_ column: Column?, count: Int) {
    self.column = column
    cells = column?.cells
    endIndex = column == nil ? 0 : count
  }

  /// The id of a row; `nil` unless it has a readable one.
  public subscript(_ row: Int) -> Identifier? {
    guard let cells, cells.mark(row).state == .value else { return nil }
    return Identifier(index: Int32(truncatingIfNeeded: cells.payload(row)))
  }
}

extension Table {
  /// The ids of a field; empty if there is no such field.
  public func identifiers(of field: String) -> IdentifierColumn {
    IdentifierColumn(shape.index(of: field).map { columns[$0] }, count: count)
  }
}

extension Snapshot {
  /// The ids of a section's records; empty if its records have none.
  public func keys(of section: Section) -> IdentifierColumn {
    let table = table(section)
    return IdentifierColumn(table.shape.keyField.map { table.columns[$0] }, count: table.count)
  }
}

extension Snapshot {
  /// The rows of principals that are groups, with each of their members.
  var groupMemberships: [(group: Int, member: Identifier)] {
    rows(Principal.self).lazy.filter { $0[.principalType].known == .group }.flatMap { group in
      (group[.groupMembers].known?.values(Identifier.self) ?? []).compactMap { member in
        member.known.map { (group.row, $0) }
      }
    }
  }
}
