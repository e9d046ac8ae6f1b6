// The typed names of the fields of `tables`; their meanings are in `SnapshotShape`.

extension FieldKey where Owner == DataTable, Value == Identifier {
  /// Name of the table.
  public static var name: Self { Self(column: 0, "name") }
  /// Where the table comes from; cdm: a Common Data Model folder.
  public static var source: Self { Self(column: 1, "source") }
}

extension FieldKey where Owner == DataTable, Value == Int {
  /// Rows.
  public static var rowCount: Self { Self(column: 2, "rowCount") }
}

extension ListKey where Owner == DataTable {
  /// Fields of the table.
  public static var fields: Self { Self(column: 3, "fields") }
}
