import Model

extension CheckDocuments {
  /// SARIF 2.1.0.
  static func sarif(_ result: CheckResult) -> [UInt8] {
    var json = JSONWriter(indentation: 2)
    let codes = result.codes
    json.object { json in
      json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.member("version", "2.1.0")
      json.arrayMember("runs") { json in
        json.objectElement { json in
          json.objectMember("tool") { json in
            json.objectMember("driver") { json in
              json.member("name", "Vouch")
              json.member("version", Tool.version)
              json.member("semanticVersion", Tool.version)
              json.arrayMember("rules", of: codes) { json, code in json.member("id", code) }
            }
          }
          json.member("columnKind", "utf16CodeUnits")
          json.arrayMember("results", of: result.findings + result.suppressed) { json, finding in
            write(finding, codes, to: &json)
          }
        }
      }
    }
    json.newline()
    return json.bytes
  }

  private static func write(
    _ finding: CheckFinding, _ codes: [String], to json: inout JSONWriter
  ) {
    let diagnostic = finding.diagnostic
    json.member("ruleId", diagnostic.code)
    json.member("ruleIndex", codes.firstIndex(of: diagnostic.code))
    json.member("level", "\(diagnostic.severity)")
    json.objectMember("message") { json in
      let advice = diagnostic.suggestion.map { "; \($0)" } ?? ""
      json.member("text", diagnostic.message + advice)
    }
    json.arrayMember("locations") { json in
      json.objectElement { json in
        json.objectMember("physicalLocation") { json in
          json.objectMember("artifactLocation") { json in
            json.member("uri", address(diagnostic.location.path))
          }
          // Columns are bytes here and characters there, so the line alone is said.
          json.objectMember("region") { $0.member("startLine", max(1, diagnostic.location.line)) }
        }
      }
    }
    json.objectMember("partialFingerprints") { json in
      json.member("primaryLocationLineHash", finding.fingerprint)
      json.member("vouchFinding/v1", finding.fingerprint)
    }
    if let reason = finding.reason {
      json.arrayMember("suppressions") { json in
        json.objectElement { json in
          json.member("kind", "external")
          json.member("status", "accepted")
          json.member("justification", reason)
        }
      }
    }
    if finding.locale != nil || finding.unit != nil {
      json.objectMember("properties") { json in
        json.member("locale", finding.locale?.folder)
        json.member("unit", finding.unit)
      }
    }
  }

  /// A path as part of an address: other bytes than those of addresses are escaped.
  private static func address(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var address: [UInt8] = []
    for byte in path.utf8 {
      let isPlain =
        (48...57).contains(byte) || (97...122).contains(byte | 32)
        || "-._~/".utf8.contains(byte)
      if isPlain {
        address.append(byte)
      } else {
        address += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: address, as: UTF8.self)
  }
}
