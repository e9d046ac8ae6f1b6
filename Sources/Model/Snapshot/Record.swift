/// A view of one row of a section; it is good as long as somebody keeps the snapshot.
public protocol Record: Sendable {
  /// The section whose rows the view shows.
  static var section: Section { get }
  /// Where the snapshot is.
  var reference: SnapshotReference { get }
  /// The row.
  var row: Int { get }
  /// A view of a row.
  init(_ reference: SnapshotReference, _ row: Int)
}

extension Record {
  /// A view of a row of a snapshot.
  @inlinable public init(_ snapshot: Snapshot, _ row: Int) { self.init(snapshot.reference, row) }

  /// The snapshot.
  @inlinable public var snapshot: Snapshot { reference.snapshot }
}

/// The typed name of a field: `export[.detachedUtc]`.
public struct FieldKey<Owner: Record, Value: CellValue>: Sendable {
  /// The column.
  public let column: Int
  /// The name in the document.
  public let name: String

  /// Names a field by its column; debug builds check that the shape agrees.
  public init(column: Int, _ name: String) {
    assert(
      Owner.section.shape.fields[column].name == name,
      "the snapshot's shape has no field \(Owner.section).\(name) at \(column)")
    self.column = column
    self.name = name
  }
}

/// The typed name of a list field: `export[rows: .items]`.
public struct ListKey<Owner: Record>: Sendable {
  /// The column.
  public let column: Int
  /// The name in the document.
  public let name: String

  /// Names a list field by its column; debug builds check that the shape agrees.
  public init(column: Int, _ name: String) {
    assert(
      Owner.section.shape.fields[column].name == name,
      "the snapshot's shape has no list \(Owner.section).\(name) at \(column)")
    self.column = column
    self.name = name
  }
}

extension Record {
  /// What the snapshot says about a field.
  @inlinable public subscript<Value>(_ key: FieldKey<Self, Value>) -> Field<Value> {
    reference.cells.column(Self.section.rawValue, key.column).field(row)
  }

  /// What the snapshot says about a list: its rows, if there is a list.
  @inlinable public subscript(_ key: ListKey<Self>) -> Field<ListRows> {
    let column = reference.cells.column(Self.section.rawValue, key.column)
    switch column.mark(row).state {
    case .absent: return .absent
    case .null: return .null
    case .value:
      let payload = column.payload(row)
      let first = Int(payload & 0xFFFF_FFFF)
      return .value(
        ListRows(
          reference: reference, section: Self.section, column: key.column,
          rows: first..<(first + Int(payload >> 32))))
    default: return .unreadable(Identifier(index: Int32(truncatingIfNeeded: column.payload(row))))
    }
  }

  /// The text of an identifier.
  @inlinable public func text(_ identifier: Identifier) -> String { snapshot.text(identifier) }

  /// The text of a field; `nil` unless it has a value.
  public func text(_ key: FieldKey<Self, Identifier>) -> String? {
    self[key].known.map(snapshot.text)
  }

  /// The text of a field that names the record; `nil` unless it has a value that can be seen.
  public func name(_ key: FieldKey<Self, Identifier>) -> String? {
    text(key).flatMap { $0.isBlank ? nil : $0 }
  }

  /// Whether a field has a value that can be seen.
  public func hasName(_ key: FieldKey<Self, Identifier>) -> Bool {
    self[key].known.map { !snapshot.isBlank($0) } ?? false
  }

  /// Where the record stands.
  public var pointer: RecordPointer? { snapshot.pointer(Self.section, row) }
}

/// The rows of a list inside a record.
public struct ListRows: Sendable {
  @usableFromInline let reference: SnapshotReference
  @usableFromInline let section: Section
  @usableFromInline let column: Int
  /// The positions in the child table.
  public let rows: Range<Int>

  @usableFromInline
  init(reference: SnapshotReference, section: Section, column: Int, rows: Range<Int>) {
    self.reference = reference
    self.section = section
    self.column = column
    self.rows = rows
  }

  /// How many entries the list has.
  public var count: Int { rows.count }
  /// Whether the list is empty: somebody looked, and there are zero.
  public var isEmpty: Bool { rows.isEmpty }

  /// The cells of a named field of the entries, at ``rows``; `nil` if the list has no such field.
  @inlinable public func column(_ name: String) -> CellMemory? {
    reference.cells.inner(section.rawValue, column, name)
  }

  /// What an entry says about one of its fields; `offset` counts from 0 in this list.
  @inlinable
  public func field<Value: CellValue>(_ offset: Int, _ name: String, _: Value.Type) -> Field<Value>
  {
    column(name)?.field(rows.lowerBound + offset) ?? .absent
  }

  /// One of the single values of a list of values; `offset` counts from 0 in this list.
  @inlinable public func value<Value: CellValue>(_ offset: Int, _: Value.Type) -> Field<Value> {
    reference.cells.inner(section.rawValue, column)?.field(rows.lowerBound + offset) ?? .absent
  }

  /// The single values of a list of values (`allowedRoles`, `fields`, `cron`).
  @inlinable public func values<Value: CellValue>(_: Value.Type) -> [Field<Value>] {
    guard let cells = reference.cells.inner(section.rawValue, column) else { return [] }
    return rows.map { cells.field($0) }
  }
}

extension String {
  /// Whether nothing of the text can be seen: it is empty, or all of it is white space and characters
  /// that leave no mark.
  public var isBlank: Bool { unicodeScalars.allSatisfy(\.isInvisible) }
}
