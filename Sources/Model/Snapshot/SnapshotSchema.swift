/// The published JSON Schema (draft 2020-12) of snapshots, made from the one table that also drives
/// the reader.
public enum SnapshotSchema {
  /// The schema as a JSON document.
  ///
  /// - Parameter rules: The rules that read a field, by its dotted path from the section, such as
  ///   `exports.items.kind`; they stand under `x-read-by`.
  /// - Returns: The same text for the same rules.
  public static func json(readBy rules: [String: [String]] = [:]) -> String {
    var json = JSONWriter(indentation: 2)
    json.object { json in
      json.member("$schema", "https://json-schema.org/draft/2020-12/schema")
      json.member("$id", "urn:vouch:\(SnapshotShape.schema)")
      json.member("title", "Connections snapshot")
      json.member("description", description)
      json.member("type", "object")
      json.member("required", ["schema"])
      json.objectMember("properties") { json in
        json.objectMember("schema") { $0.member("const", SnapshotShape.schema) }
        for section in Section.allCases { write(section, &json) }
      }
      json.objectMember("$defs") { json in
        for section in Section.allCases {
          json.objectMember(section.name) { json in
            let record = SchemaObject(section.shape)
            record.write(
              section.isSingle ? "The section \(section.name)." : "A record of \(section.name).",
              section.name, rules, isNullable: section.isSingle, &json)
          }
        }
      }
    }
    json.newline()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static let description = """
    The state of a customer data platform's data-sharing connections at one time. Every key but \
    schema may be left out: a key that is absent says that nobody looked, null that somebody looked \
    and found none, an empty list that there are zero. A large snapshot is a folder: manifest.json \
    with the keys of this object, and for each large section a file such as \
    exports.ndjson with one record in each line. Keys that are not listed here are kept and reported.
    """

  private static func write(_ section: Section, _ json: inout JSONWriter) {
    json.objectMember(section.name) { json in
      let reference = "#/$defs/\(section.name)"
      guard !section.isSingle else { return json.member("$ref", reference) }
      json.member("type", ["array", "null"])
      json.objectMember("items") { $0.member("$ref", reference) }
    }
  }
}
