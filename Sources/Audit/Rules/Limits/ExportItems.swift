import Model

/// What an export sends, item by item.
struct ExportItems {
  /// One item.
  struct Item {
    /// What it is, if the snapshot tells.
    var kind: ItemKind?
    /// The kind as written, where it can't be read.
    var unreadableKind: Identifier?
    /// The name, if the snapshot tells.
    var name: Identifier?
    /// The segment, if it is one that the snapshot lists.
    var segment: Segment?
    /// The table, if it is one that the snapshot lists.
    var table: DataTable?
  }

  /// The items in their order.
  var items: [Item] = []

  /// The items of an export; `nil` if the snapshot doesn't tell them.
  init?(_ export: Export, _ context: AuditContext) {
    guard let rows = export[.items].known else { return nil }
    items = (0..<rows.count).map { offset in
      var item = Item()
      switch rows.field(offset, "kind", ItemKind.self) {
      case .value(let kind): item.kind = kind
      case .unreadable(let text): item.unreadableKind = text
      case .absent, .null: break
      }
      item.name = rows.field(offset, "name", Identifier.self).known
      guard let name = item.name else { return item }
      switch item.kind {
      case .segment?: item.segment = context.find(Segment.self, name)
      case .table?, .customer?: item.table = context.find(DataTable.self, name)
      case nil: break
      }
      return item
    }
  }

  /// The items that are segments.
  var segments: [Item] { items.filter { $0.kind == .segment } }

  /// Shows the names of the items.
  func show<Examined: Rule>(_ examination: inout Examination<Examined>, of export: Export) {
    for item in items {
      examination.evidence(.item, item.name.map { .code(export.text($0)) }, at: export.pointer)
    }
  }

  /// Whether every item says what it is.
  var areKindsKnown: Bool { items.allSatisfy { $0.kind != nil } }
}
