import Digests
import Model

/// `report/assessment-results.json`: OSCAL assessment results, version 1.1.3.
///
/// A rule is a finding, an observation gathers the subjects with the same outcome. OSCAL knows two
/// states only: fail, unknown and accepted are *not-satisfied*, and a property says which it is. A
/// rule that had nothing to judge gets observations but no finding.
enum OSCALDocument {
  /// The namespace of Vouch's properties.
  static let namespace = "urn:vouch:oscal"
  /// The namespace of all identifiers: version 5 of the name above in the namespace of URLs.
  private static let root =
    NamedUUID.make(namespace: "6ba7b811-9dad-11d1-80b4-00c04fd430c8", name: namespace) ?? ""

  /// The document, in blocks.
  static func render<E: Error>(
    _ report: MachineReport, to write: ([UInt8]) throws(E) -> Void
  ) throws(E) {
    var json = JSONWriter()
    let digest = report.digest
    try json.object { json throws(E) in
      try json.objectMember("assessment-results") { json throws(E) in
        json.member("uuid", uuid("results", digest))
        metadata(report, to: &json)
        json.objectMember("import-ap") { $0.member("href", "#\(uuid("plan", digest))") }
        try json.arrayMember("results") { json throws(E) in
          try json.objectElement { json throws(E) in
            try OSCALResult(report: report, digest: digest).write(&json, to: write)
          }
        }
        backMatter(report, digest, to: &json)
      }
    }
    json.newline()
    try write(json.take())
  }

  /// The identifier of a thing: the same for the same names.
  static func uuid(_ names: String...) -> String {
    NamedUUID.make(namespace: root, name: names.joined(separator: "\u{1F}")) ?? ""
  }

  /// A time; without one, the beginning of Unix time, which the remarks of the document explain.
  static func time(_ instant: Instant?) -> String {
    guard let instant else { return "1970-01-01T00:00:00Z" }
    return instant.isDayOnly ? "\(instant.iso8601)T00:00:00Z" : instant.iso8601
  }

  /// Writes properties; those without a value are left out, as OSCAL asks.
  static func properties(
    _ values: KeyValuePairs<String, String>, to json: inout JSONWriter
  ) {
    json.arrayMember("props") { json in
      for (name, value) in values {
        guard let value = value.onOneLine else { continue }
        json.objectElement { json in
          json.member("name", name)
          json.member("ns", namespace)
          json.member("value", value)
        }
      }
    }
  }

  private static func metadata(_ report: MachineReport, to json: inout JSONWriter) {
    json.objectMember("metadata") { json in
      json.member("title", "Assessment of data-sharing connections")
      json.member("last-modified", time(report.time))
      json.member("version", report.run.toolVersion)
      json.member("oscal-version", "1.1.3")
      if report.time == nil {
        json.member(
          "remarks", "The snapshot doesn't say when it was collected; the times are placeholders.")
      }
    }
  }

  /// What the assessment went by, and what it looked at.
  private static func backMatter(
    _ report: MachineReport, _ digest: String, to json: inout JSONWriter
  ) {
    json.objectMember("back-matter") { json in
      json.arrayMember("resources") { json in
        resource(
          uuid("plan", digest), "Rules, parameters, catalogue and inputs of the run",
          href: "manifest.json", sha256: digest, to: &json)
        for file in report.result.snapshot.files {
          resource(
            uuid("file", digest, file.path), file.path.onOneLine ?? "snapshot",
            href: file.path.addressEncoded, sha256: file.sha256, to: &json)
        }
      }
    }
  }

  private static func resource(
    _ uuid: String, _ title: String, href: String, sha256: String, to json: inout JSONWriter
  ) {
    json.objectElement { json in
      json.member("uuid", uuid)
      json.member("title", title)
      json.arrayMember("rlinks") { json in
        json.objectElement { json in
          json.member("href", href)
          json.arrayMember("hashes") { json in
            json.objectElement { json in
              json.member("algorithm", "SHA-256")
              json.member("value", sha256)
            }
          }
        }
      }
    }
  }
}
