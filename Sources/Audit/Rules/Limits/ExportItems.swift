import Model

/// What an export sends, item by item; an item is read where it is asked for.
///
/// Most rules on exports go through the items of each: a list of them made each time would cost
/// more than all else that they ask.
struct ExportItems: RandomAccessCollection {
  /// One item.
  struct Item {
    /// What it is, if the snapshot tells.
    let kind: ItemKind?
    /// The kind as written, where it can't be read.
    let unreadableKind: Identifier?
    /// The name, if the snapshot tells.
    let name: Identifier?
    fileprivate unowned(unsafe) let context: AuditContext

    /// The segment, if it is one that the snapshot lists.
    var segment: Segment? {
      guard kind == .segment, let name else { return nil }
      return context.find(Segment.self, name)
    }

    /// The table, if it is one that the snapshot lists.
    var table: DataTable? {
      guard kind == .table || kind == .customer, let name else { return nil }
      return context.find(DataTable.self, name)
    }
  }

  private let rows: Range<Int>
  private let kinds: CellMemory?
  private let names: CellMemory?
  private unowned(unsafe) let context: AuditContext

  /// The items of an export; `nil` if the snapshot doesn't tell them.
  init?(_ export: Export, _ context: AuditContext) {
    guard let list = export[.items].known else { return nil }
    self.init(list, context)
  }

  private init(_ list: ListRows?, _ context: AuditContext) {
    rows = list?.rows ?? 0..<0
    kinds = list?.column("kind")
    names = list?.column("name")
    self.context = context
  }

  /// The items that the snapshot tells of an export; none where it doesn't tell them.
  static func known(_ export: Export, _ context: AuditContext) -> Self {
    Self(export[.items].known, context)
  }

  /// The position of the first item.
  var startIndex: Int { 0 }
  /// The position after the last item.
  var endIndex: Int { rows.count }

  /// The item at a position.
  subscript(_ position: Int) -> Item {
    let row = rows.lowerBound + position
    let kind: Field<ItemKind> = kinds?.field(row) ?? .absent
    let name: Field<Identifier> = names?.field(row) ?? .absent
    var unreadableKind: Identifier?
    if case .unreadable(let text) = kind { unreadableKind = text }
    return Item(
      kind: kind.known, unreadableKind: unreadableKind, name: name.known, context: context)
  }

  /// The segments among them that the snapshot lists, in their order.
  var segments: [Segment] { compactMap(\.segment) }

  /// Whether one of them is surely a segment.
  var haveSegments: Bool { contains { $0.kind == .segment } }

  /// Whether every item says what it is.
  var areKindsKnown: Bool { allSatisfy { $0.kind != nil } }

  /// Shows the names of the items.
  func show<Examined: Rule>(_ examination: inout Examination<Examined>, of export: Export) {
    guard examination.isRecording else { return }
    for item in self {
      examination.evidence(.item, item.name.map { .code(export.text($0)) }, at: export.pointer)
    }
  }
}
