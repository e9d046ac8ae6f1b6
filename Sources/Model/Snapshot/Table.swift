/// The records of a section, or the rows of a list inside records, as columns.
public struct Table: Sendable {
  /// What a row looks like.
  public let shape: RecordShape
  /// How many rows there are.
  public var count = 0
  /// A column a field, in the order of the shape.
  public var columns: [Column]
  /// The rows below each list or map field; `nil` for the other fields.
  public var children: [Table?]
  /// Where each record stands; empty for the rows of lists inside records.
  public var places = RecordPlaces()

  /// An empty table.
  public init(_ shape: RecordShape) {
    self.shape = shape
    columns = shape.fields.map { _ in Column() }
    children = shape.fields.map { $0.kind.child.map(Table.init) }
  }
}
