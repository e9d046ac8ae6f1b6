import Model

/// One field that an export sends.
struct SentField {
  /// The name at the destination, if the snapshot tells; a field that isn't mapped keeps its own.
  var target: String?
  /// The name in the platform, such as `Customer.EMail`.
  var source: String?
  /// The class of its data, if the tables state it.
  var fieldClass: FieldClass?

  /// The name for messages.
  var name: String { source ?? target ?? "" }
}

/// The fields that an export sends, as far as the snapshot tells.
struct SentFields {
  /// Whether whole tables are exported, which send all fields unless a list says otherwise.
  private(set) var isOfTables = Truth.false
  /// Whether the fields are known.
  private(set) var isKnown = false
  /// The fields.
  private(set) var fields: [SentField] = []
  /// The answer for a field that isn't on the list of approved ones.
  private var approval: Truth
  private var approved: Set<String> = []

  init(_ export: Export, _ service: Service, _ context: AuditContext) {
    approval =
      export[.approvedFields].known == nil
      ? context.isStated(export, .approvedFields) : .false
    for name in export[.approvedFields].known?.values(Identifier.self) ?? [] {
      // An entry that can't be read may be any field.
      guard let name = name.known else {
        approval = .missing
        continue
      }
      approved.insert(Regions.fold(export.text(name)))
    }
    let items = ExportItems.known(export, context)
    let areItemsKnown = export[.items].known != nil && items.areKindsKnown
    if items.contains(where: { $0.kind == .table || $0.kind == .customer }) {
      isOfTables = .true
    } else if !areItemsKnown {
      // Where a destination takes segments alone, what nobody looked at is one.
      let isUnreadable =
        export[.items].isUnreadable || items.contains { $0.unreadableKind != nil }
      if service.payload != .segments || isUnreadable { isOfTables = .missing }
    }
    if let mapping = export[.mapping].known, !mapping.isEmpty {
      fields = (0..<mapping.count).map { offset in
        let field = MappedField(mapping, offset, export, context)
        return SentField(
          target: field.target, source: field.source, fieldClass: field.fieldClass)
      }
      // Of whole tables every field goes out, mapped or not.
      isKnown = isOfTables == .false
    }
    if let list = export[.fields].known, !list.isEmpty {
      isKnown = true
      add(list, from: table(of: items, export), export, context)
    }
    // What can't be read may name any field.
    if export[.fields].isUnreadable || export[.mapping].isUnreadable { isKnown = false }
  }

  /// Adds the fields of a list; what is mapped too has been added under its name at the destination.
  private mutating func add(
    _ list: ListRows, from table: String?, _ export: Export, _ context: AuditContext
  ) {
    let mapped = Set(fields.compactMap { $0.target == nil ? nil : $0.source })
    for name in list.values(Identifier.self) {
      guard let name = name.known, !context.snapshot.isBlank(name) else {
        fields.append(SentField())
        continue
      }
      let text = export.text(name)
      let isWhole = text.utf8.contains(UInt8(ascii: "."))
      guard let source = isWhole ? text : table.map({ "\($0).\(text)" }) else {
        fields.append(SentField(target: text, source: text))
        continue
      }
      if mapped.contains(source) { continue }
      fields.append(
        SentField(
          target: text.split(separator: ".").last.map(String.init), source: source,
          fieldClass: MappedField(source: source, context).fieldClass))
    }
  }

  /// The table whose fields a list names; of several tables nobody knows which is meant.
  private func table(of items: ExportItems, _ export: Export) -> String? {
    switch isOfTables {
    // Segments hold fields of the customer profile.
    case .false: return "Customer"
    case .missing: return nil
    case .true:
      guard let only = items.first, items.count == 1 else { return nil }
      return only.name.map(export.text) ?? (only.kind == .customer ? "Customer" : nil)
    }
  }

  /// Whether somebody approved that a field is sent.
  ///
  /// A list of approved fields that doesn't have it is a no; without a list, nobody looked.
  func isApproved(_ field: SentField) -> Truth {
    guard !approved.isEmpty else { return approval }
    let own = field.source?.split(separator: ".").last.map(String.init)
    let names = [field.target, field.source, own].compactMap { $0.map(Regions.fold) }
    if names.contains(where: { approved.contains($0) }) { return .true }
    return names.isEmpty ? .missing : approval
  }

  func show<Examined: Rule>(_ examination: inout Examination<Examined>, _ export: Export) {
    for field in fields {
      examination.evidence(.sentField, .code(field.name), at: export.pointer)
      if let fieldClass = field.fieldClass {
        examination.evidence(.fieldClass, .code(fieldClass.rawValue), at: export.pointer)
      }
    }
  }
}

extension FieldClass {
  /// Whether data of the class is sent only on purpose.
  var needsApproval: Bool {
    switch self {
    case .freeText, .nationalId, .health, .location, .specialCategory, .children, .sensitive: true
    case .general, .contact, .identifier, .demographic, .financial, .behavioral: false
    }
  }

  /// Whether data of the class needs an explicit basis before a third party gets it.
  var needsBasis: Bool {
    switch self {
    case .health, .specialCategory, .children, .sensitive: true
    default: false
    }
  }
}
