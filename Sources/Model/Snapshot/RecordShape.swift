/// What a record of a section, or of a list inside a record, looks like.
///
/// One table (`SnapshotShape`) describes the snapshot; the reader, the published JSON Schema, the
/// columns in memory and the checks of data quality all follow it.
public struct RecordShape: Sendable {
  /// The path, such as `exports` or `exports.items`.
  public let name: String
  /// The fields in the order of their columns; those of nested objects have dotted names.
  public let fields: [FieldShape]
  /// The column of the identifying field, if records are identified.
  public let keyField: Int?

  /// Describes a record; the first field of kind `.key` identifies it.
  public init(_ name: String, _ fields: [FieldShape]) {
    self.name = name
    self.fields = fields
    keyField = fields.firstIndex { $0.kind.isKey }
  }

  /// The column of a field.
  ///
  /// Complexity: linear in the number of fields.
  public func index(of field: String) -> Int? { fields.firstIndex { $0.name == field } }
}

/// What a field of a record holds.
public struct FieldShape: Sendable {
  /// The kinds of values.
  public indirect enum Kind: Sendable {
    /// Free text.
    case text
    /// The record's own id; GUIDs are kept in lower case without braces.
    case key
    /// An id that must resolve in one of these sections.
    case reference([Section])
    /// An id that need not resolve; GUIDs are kept in lower case without braces.
    case identifier
    /// The slug, alias or label of a service in the destination catalogue.
    case service
    /// One word of a vocabulary.
    case word(Vocabulary)
    /// A time.
    case instant
    /// A count: an integer that is not negative.
    case count
    /// A number with a fraction.
    case number
    /// True or false.
    case flag
    /// A list of records.
    case records(RecordShape)
    /// A list of single values of one kind; the child's only field is named `value`.
    case values(RecordShape)
    /// An object with free keys and text values; the child's fields are `key` and `value`.
    case map(RecordShape)

    /// Whether the field identifies its record.
    public var isKey: Bool {
      if case .key = self { return true }
      return false
    }

    /// Whether readable cells name a text of the pool.
    public var holdsText: Bool {
      switch self {
      case .text, .key, .reference, .identifier, .service: true
      case .word, .instant, .count, .number, .flag, .records, .values, .map: false
      }
    }

    /// The shape of the rows below a list or map.
    public var child: RecordShape? {
      switch self {
      case .records(let shape), .values(let shape), .map(let shape): shape
      default: nil
      }
    }
  }

  /// The key in the JSON object; dots lead into nested objects.
  public let name: String
  /// What the field holds.
  public let kind: Kind
  /// The meaning in English, for the published schema.
  public let meaning: String

  /// Describes a field.
  public init(_ name: String, _ kind: Kind, _ meaning: String) {
    self.name = name
    self.kind = kind
    self.meaning = meaning
  }

  /// A list of single values.
  public static func list(_ name: String, _ kind: Kind, _ meaning: String) -> FieldShape {
    FieldShape(name, .values(RecordShape(name, [FieldShape("value", kind, meaning)])), meaning)
  }

  /// A list of records.
  public static func records(
    _ name: String, _ meaning: String, _ fields: [FieldShape]
  ) -> FieldShape {
    FieldShape(name, .records(RecordShape(name, fields)), meaning)
  }

  /// An object with free keys and text values.
  public static func map(_ name: String, _ meaning: String) -> FieldShape {
    FieldShape(
      name,
      .map(
        RecordShape(name, [FieldShape("key", .text, "Key"), FieldShape("value", .text, "Value")])),
      meaning)
  }
}
