import Model

/// What an export holds, beside what its destination takes.
struct ExportContent {
  /// Whether every item is of a kind that the destination takes.
  var kinds = Truth.true
  /// Whether only fields of the customer profile, and of tables that are sent, are mapped; true where
  /// nobody looked.
  var fields = Truth.true
  /// Whether the file type is one that the destination takes; true where the snapshot is silent.
  var fileType = Truth.true
  /// Whether soft delete is off where it has to be; true where the snapshot is silent.
  var softDelete = Truth.true
  /// Whether no table comes from a folder that the destination can't take; true where the snapshot is
  /// silent.
  var tableSource = Truth.true
  /// The first item of a wrong kind.
  var wrongItem = ""
  /// The first mapped field of another table.
  var projectedField = ""
  /// The first table from a folder.
  var folderTable = ""
  /// Whether the snapshot tells the items.
  var areItemsKnown: Bool { items != nil }
  private let items: ExportItems?

  init(
    _ export: Export, _ connection: Connection, _ service: Service, _ context: AuditContext
  ) {
    items = ExportItems(export, context)
    checkKinds(service.payload, context.snapshot)
    checkFields(export, context)
    if service.constraints.contains(.csvOnly) { fileType = Self.isCSV(export) }
    if service.constraints.contains(.softDeleteOff) {
      switch connection[.targetSoftDeleteEnabled] {
      case .value(let isOn): softDelete = Truth(!isOn)
      case .unreadable: softDelete = .missing
      case .absent, .null: break
      }
    }
    if service.constraints.contains(.noFolderSources) {
      for table in ExportItems.known(export, context).lazy.compactMap(\.table) {
        if table[.source].isUnreadable { tableSource = tableSource && .missing }
        guard table.text(.source)?.lowercased() == "cdm" else { continue }
        tableSource = .false
        folderTable = folderTable.isEmpty ? table.text(.name) ?? "" : folderTable
      }
    }
  }

  /// The name of the first further fact that can't be read.
  var unreadableFact: String? {
    if fileType == .missing { return "fileType" }
    if softDelete == .missing { return "softDeleteEnabled" }
    return tableSource == .missing ? "source" : nil
  }

  /// Whether an export writes CSV files, as far as it says what it writes.
  private static func isCSV(_ export: Export) -> Truth {
    switch export[.fileType] {
    case .value(let text):
      let type = RepeatedNames.fold(export.text(text))
      return Truth(type.isEmpty || type == "csv" || type == ".csv")
    case .unreadable: return .missing
    case .absent, .null: return .true
    }
  }

  private mutating func checkKinds(_ payload: Service.Payload, _ snapshot: Snapshot) {
    guard payload != .connector, payload != .none else {
      kinds = .false
      return
    }
    guard let items else {
      kinds = .missing
      return
    }
    for item in items {
      let isAllowed: Truth =
        switch (payload, item.kind) {
        case (_, nil): .missing
        case (.segments, .segment?), (.segmentsOrTables, _): .true
        case (.tables, .table?), (.tables, .customer?): .true
        default: .false
        }
      if isAllowed == .false, wrongItem.isEmpty {
        wrongItem = item.name.map { snapshot.text($0) } ?? ""
      }
      kinds = kinds && isAllowed
    }
  }

  /// Whether a table is that of the profiles.
  private static func isProfile(
    _ table: UnsafeBufferPointer<UInt8>, _ context: AuditContext
  ) -> Bool {
    func isNamed(_ name: StaticString) -> Bool {
      guard table.count == name.utf8CodeUnitCount else { return false }
      return name.withUTF8Buffer { name in
        table.indices.allSatisfy { table[$0] | 0x20 == name[$0] }
      }
    }
    if isNamed("customer") { return true }
    guard isNamed("account") || isNamed("contact") else { return false }
    let environment = context.environment
    return environment?[.audience].known == .businesses
  }

  /// With segments only the profile's own fields go out; of business accounts, those of accounts and
  /// contacts too.
  private mutating func checkFields(_ export: Export, _ context: AuditContext) {
    guard let items, items.haveSegments else { return }
    guard let mapping = export[.mapping].known else {
      if export[.mapping].isUnreadable { fields = .missing }
      return
    }
    let sent = Self.tables(in: items, context)
    for offset in 0..<mapping.count {
      let field = mapping.field(offset, "source", Identifier.self)
      guard let source = field.known else {
        // Of what is no object, the first field holds what there is.
        let isUnreadable =
          field.isUnreadable || mapping.field(offset, "target", Identifier.self).isUnreadable
        if isUnreadable { fields = fields && .missing }
        continue
      }
      let isOwn = context.snapshot.texts.withBytes(source) { bytes in
        let table = bytes.prefix { $0 != UInt8(ascii: ".") }
        return table.count == bytes.count
          || Self.isProfile(UnsafeBufferPointer(rebasing: table), context)
      }
      guard !isOwn else { continue }
      let text = export.text(source)
      let isSent =
        sent.names.contains(text.prefix { $0 != "." }.lowercased()) ? .true : sent.others
      fields = fields && isSent
      if isSent == .false, projectedField.isEmpty { projectedField = text }
    }
  }

  /// The names of the tables that are sent besides the segments, in small letters; `others` is missing
  /// if there are some that nobody can read.
  private static func tables(
    in items: ExportItems, _ context: AuditContext
  ) -> (names: Set<String>, others: Truth) {
    var names: Set<String> = []
    var others = Truth.false
    for item in items where item.kind != .segment {
      if item.kind != nil, let name = item.name {
        names.insert(context.snapshot.text(name).lowercased())
      } else {
        others = .missing
      }
    }
    return (names, others)
  }

  func show<Examined: Rule>(
    _ examination: inout Examination<Examined>, _ export: Export, _ connection: Connection
  ) {
    guard examination.isRecording else { return }
    for item in ExportItems.known(export, examination.context) {
      let name = MessageValue.code(item.name.map { export.text($0) } ?? "")
      let kind =
        item.kind.map { MessageValue.code($0.rawValue) }
        ?? item.unreadableKind.map { .code(export.text($0)) }
      examination.evidence(.item, kind.map { .list([name, $0]) } ?? name, at: export.pointer)
      if let table = item.table { examination.evidence(table, .source) }
    }
    if !projectedField.isEmpty {
      examination.evidence(.mappedField, .code(projectedField), at: export.pointer)
    }
    examination.evidence(export, .fileType)
    examination.evidence(connection, .targetSoftDeleteEnabled)
  }
}
