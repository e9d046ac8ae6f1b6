import Model

/// One field that an export sends.
struct SentField {
  /// The name at the destination, if it is mapped.
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
  private(set) var isOfTables = false
  /// Whether the fields are known.
  private(set) var isKnown = false
  /// The fields.
  private(set) var fields: [SentField] = []
  private let approval: Truth
  private var approved: Set<String> = []

  init(_ export: Export, _ service: Service, _ context: AuditContext) {
    approval =
      export[.approvedFields].known == nil
      ? context.isStated(export, .approvedFields) : .false
    for name in export[.approvedFields].known?.values(Identifier.self) ?? [] {
      if let name = name.known { approved.insert(Regions.fold(export.text(name))) }
    }
    let items = ExportItems.known(export, context)
    isOfTables = items.contains { $0.kind == .table || $0.kind == .customer }
    // Of whole tables every field goes out, mapped or not.
    let areItemsKnown = export[.items].known != nil && items.areKindsKnown
    let mayBeOfTables = isOfTables || (service.payload != .segments && !areItemsKnown)
    if let mapping = export[.mapping].known, !mapping.isEmpty {
      fields = (0..<mapping.count).map { offset in
        let field = MappedField(mapping, offset, export, context)
        return SentField(
          target: field.target, source: field.source, fieldClass: field.fieldClass)
      }
      isKnown = !mayBeOfTables
    }
    guard let list = export[.fields].known else { return }
    isKnown = isOfTables || !list.isEmpty || isKnown
    // Segments hold fields of the customer profile; of several tables nobody knows which is meant.
    let only = items.count == 1 ? items[0].name.map(export.text) : nil
    let table = isOfTables ? only : "Customer"
    for name in list.values(Identifier.self) {
      guard let text = name.known.map(export.text) else { continue }
      let source =
        text.utf8.contains(UInt8(ascii: ".")) ? text : table.map { "\($0).\(text)" } ?? text
      fields.append(
        SentField(
          source: source, fieldClass: MappedField(source: source, context).fieldClass))
    }
  }

  /// Whether somebody approved that a field is sent.
  ///
  /// A list of approved fields that doesn't have it is a no; without a list, nobody looked.
  func isApproved(_ field: SentField) -> Truth {
    guard !approved.isEmpty else { return approval }
    let own = field.source?.split(separator: ".").last.map(String.init)
    let names = [field.target, field.source, own].compactMap { $0.map(Regions.fold) }
    return names.contains { approved.contains($0) } ? .true : approval
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
