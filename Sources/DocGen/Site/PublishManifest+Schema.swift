import Model

extension PublishManifest {
  /// The JSON Schema (2020-12) of `publish.json`.
  public static func schema() -> [UInt8] {
    var json = JSONWriter(indentation: 2)
    func list(_ name: String, _ description: String, _ json: inout JSONWriter) {
      json.objectMember(name) { json in
        json.member("description", description)
        json.member("type", "array")
        json.objectMember("items") { $0.member("$ref", "#/$defs/path") }
        json.member("uniqueItems", true)
      }
    }
    json.object { json in
      json.member("$schema", "https://json-schema.org/draft/2020-12/schema")
      json.member("$id", "urn:vouch:publication:1")
      json.member("title", "What was published")
      json.member("type", "object")
      json.member("required", ["schema", "previous", "added", "changed", "removed", "files"])
      json.member("additionalProperties", false)
      json.objectMember("properties") { json in
        json.objectMember("schema") { $0.member("const", Self.schemaName) }
        json.objectMember("previous") { json in
          json.member(
            "description",
            "SHA-256 of the manifest of the publication before; null where there was none")
          json.arrayMember("anyOf") { json in
            json.objectElement { $0.member("$ref", "#/$defs/digest") }
            json.objectElement { $0.member("type", "null") }
          }
        }
        list("added", "Files that the publication before didn't have, in byte order", &json)
        list("changed", "Files with other bytes than before, in byte order", &json)
        list("removed", "Files that only the publication before had, in byte order", &json)
        json.objectMember("files") { json in
          json.member(
            "description",
            "Every published file but this manifest, with the SHA-256 of its bytes, in byte order")
          json.member("type", "object")
          json.objectMember("propertyNames") { $0.member("$ref", "#/$defs/path") }
          json.objectMember("additionalProperties") { $0.member("$ref", "#/$defs/digest") }
        }
      }
      json.objectMember("$defs") { json in
        json.objectMember("digest") { json in
          json.member("type", "string")
          json.member("pattern", "^[0-9a-f]{64}$")
        }
        json.objectMember("path") { json in
          json.member(
            "description",
            "A path below the output folder, with '/' between its parts and not percent-encoded")
          json.member("type", "string")
          json.member("pattern", "^(?!/)(?!.*//)(?!.*(^|/)\\.\\.?(/|$)).*[^/]$")
        }
      }
    }
    json.newline()
    return json.bytes
  }
}
