import Model

/// One line of an export's mapping, with what the snapshot says of its field.
struct MappedField {
  /// The field at the destination.
  var target: String?
  /// The table and field of the platform, such as `Customer.EMail`.
  var source: String?
  /// The table of the source, if the snapshot lists it.
  var table: DataTable?
  /// Whether the field exists in its table.
  var exists = Truth.missing
  /// The share of rows with a value.
  var fillRate: Double?
  /// The class of its data, if the table states it.
  var fieldClass: FieldClass?

  init(_ mapping: ListRows, _ offset: Int, _ export: Export, _ context: AuditContext) {
    if let name = mapping.field(offset, "target", Identifier.self).known,
      !context.snapshot.isBlank(name)
    {
      target = export.text(name)
    }
    source = mapping.field(offset, "source", Identifier.self).known.map { export.text($0) }
    find(context)
  }

  /// A field of the platform that is sent under its own name.
  init(source: String, _ context: AuditContext) {
    self.source = source
    find(context)
  }

  private mutating func find(_ context: AuditContext) {
    guard let source, context.snapshot.count(.tables) > 0 else { return }
    let parts = source.split(separator: ".", maxSplits: 1)
    // A source without its table is a field of the customer profile.
    let name = parts.count == 2 ? String(parts[0]) : "Customer"
    let field = parts.last.map(String.init) ?? source
    guard let table = context.table(named: name) else { return }
    self.table = table
    find(field, in: table, context)
  }

  private mutating func find(_ field: String, in table: DataTable, _ context: AuditContext) {
    guard let fields = table[.fields].known else { return }
    exists = context.isNone(in: .tables)
    for offset in 0..<fields.count {
      guard let name = fields.field(offset, "name", Identifier.self).known,
        table.text(name) == field
      else { continue }
      let rate = fields.field(offset, "fillRate", Double.self).known
      let own = fields.field(offset, "classification", FieldClass.self).known
      // What a field that is listed twice has one thing and another of, nobody knows.
      let isFirst = exists != .true
      fillRate = isFirst || fillRate == rate ? rate : nil
      fieldClass = isFirst || fieldClass == own ? own : nil
      exists = .true
    }
  }

  /// Whether the field is filled often enough; what is no share, such as a percentage, doesn't tell.
  func isFilled(_ minimum: Double) -> Truth {
    guard let fillRate, (0...1).contains(fillRate) else { return .missing }
    return Truth(fillRate >= minimum)
  }

  /// How usable the field is, the best being the largest.
  func rank(_ minimumFill: Double) -> Int {
    switch (exists, isFilled(minimumFill)) {
    case (.false, _): 0
    case (.true, .false): 1
    case (.missing, _), (.true, .missing): 2
    case (.true, .true): 3
    }
  }

  /// Whether the field at the destination has a name; a name that only contains it may be right.
  func isNamed(_ name: String) -> Truth {
    guard let target else { return .missing }
    let folded = IdentifierNames.fold(target)
    let wanted = IdentifierNames.fold(name)
    if folded == wanted { return .true }
    return wanted.count > 3 && folded.contains(wanted) ? .missing : .false
  }
}

/// The names of identifiers at destinations.
enum IdentifierNames {
  /// Names without case and punctuation: `E-Mail` is `email`.
  static func fold(_ name: String) -> String {
    String(decoding: fold(name.utf8), as: UTF8.self)
  }

  /// The bytes of a name without case and punctuation.
  static func fold(_ name: String.UTF8View) -> [UInt8] {
    name.compactMap { byte in
      switch byte {
      case 0x41...0x5A: byte | 0x20
      case 0x30...0x39, 0x61...0x7A, 0x80...: byte
      default: nil
      }
    }
  }

  /// The sets of fields that make up an identifier: any set, all of its fields.
  static func ways(to name: String) -> [[String]] {
    switch name {
    case "name_and_address":
      [[name]]
        + names.flatMap { name in addresses.map { name + $0 } }
    case "first_and_last_name": [[name], ["first_name", "last_name"]]
    default: [[name]]
    }
  }

  private static let names = [["name"], ["full_name"], ["first_name", "last_name"]]
  private static let addresses = [["address"], ["street"], ["street1"]]
}
