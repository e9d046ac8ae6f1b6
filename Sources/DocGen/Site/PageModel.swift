import Model

/// What templates of a page are told, described for those who write their own.
///
/// A test compares it with what pages are really given.
public enum PageModel {
  /// A value that a name stands for.
  public struct Field: Sendable {
    /// The name.
    public let name: String
    /// What it is.
    public let kind: Kind
    /// What it says.
    public let meaning: String

    init(_ name: String, _ kind: Kind, _ meaning: String) {
      self.name = name
      self.kind = kind
      self.meaning = meaning
    }
  }

  /// The kinds of values.
  public indirect enum Kind: Sendable {
    /// Text, shown by `{{name}}`; it may be absent.
    case text
    /// Markup that is safe already, shown by `{{{name}}}`.
    case markup
    /// True or false, for sections.
    case flag
    /// Values by their names; it may be absent.
    case object([Field])
    /// Several objects, each with these names.
    case list([Field])
    /// Words of the interface in the reader's language, by the parts of their message keys.
    case words
  }

  /// The JSON Schema (2020-12) of what `site/page` is given; markup and text are both strings.
  public static func schema() -> [UInt8] {
    var json = JSONWriter(indentation: 2)
    json.object { json in
      json.member("$schema", "https://json-schema.org/draft/2020-12/schema")
      json.member("title", "What templates of a page are told")
      json.member("type", "object")
      write(fields, to: &json)
    }
    json.newline()
    return json.bytes
  }

  private static func write(_ fields: [Field], to json: inout JSONWriter) {
    json.objectMember("properties") { json in
      for field in fields {
        json.objectMember(field.name) { write(field, to: &$0) }
      }
    }
  }

  private static func write(_ field: Field, to json: inout JSONWriter) {
    json.member("description", field.meaning)
    switch field.kind {
    case .text: json.member("type", ["string", "null"])
    case .markup:
      json.member("type", ["string", "null"])
      json.member("contentMediaType", "text/html")
    case .flag: json.member("type", "boolean")
    case .object(let members):
      json.member("type", ["object", "null"])
      write(members, to: &json)
    case .list(let members):
      json.member("type", "array")
      json.objectMember("items") { json in
        json.member("type", "object")
        write(members, to: &json)
      }
    case .words:
      json.member("type", "object")
      json.objectMember("additionalProperties") { $0.member("type", ["string", "object"]) }
    }
  }
}
