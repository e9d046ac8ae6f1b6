import Foundation
import Importers
import Model
import TestSupport
import Testing
import YAML

/// Every header and every word that the shipped labels have, in each language, through the importer:
/// read as what it means, and no other.
@Suite struct ListLabelBoundTests {
  /// A label of a column, or of a word in a column.
  struct Label: Sendable, CustomTestStringConvertible {
    let list: String
    let column: String
    /// What a word of the column means; `nil`: the label is the column's header.
    let word: String?
    let language: String
    let text: String

    var testDescription: String {
      "\(list).\(column)\(word.map { "=\($0)" } ?? ""), \(language): \(text)"
    }
  }

  static let labels: [Label] = {
    let path = "\(Importing.catalogueFolder)/interface/lists.yaml"
    guard let bytes = FileManager.default.contents(atPath: path),
      let document = try? YAMLDocument(parsing: Array(bytes), path: path)
    else { return [] }
    var labels: [Label] = []
    for list in document.root?.mapping ?? [] where list.key != "services" {
      func add(_ column: String, _ word: String?, _ languages: YAMLNode) {
        for language in languages.mapping ?? [] {
          for text in language.value.strings {
            labels.append(
              Label(
                list: list.key, column: column, word: word, language: language.key, text: text))
          }
        }
      }
      for column in list.value["columns"]?.mapping ?? [] { add(column.key, nil, column.value) }
      for column in list.value["words"]?.mapping ?? [] {
        for word in column.value.mapping ?? [] { add(column.key, word.key, word.value) }
      }
    }
    return labels
  }()

  private static let kinds: [String: ImportKind] = [
    "connections": .listOfConnections, "exports": .listOfExports,
    "enrichments": .listOfEnrichments, "users": .listOfUsers,
  ]

  /// The header of the names, by which a list is known, in some language.
  private static func nameHeader(_ list: String, _ language: String) -> String {
    labels.first {
      $0.list == list && $0.word == nil && $0.language == language
        && ["displayName", "name"].contains($0.column)
    }?.text ?? ""
  }

  private func list(_ label: Label, header: String, cell: String) throws -> Importer.Result {
    let name = Self.nameHeader(label.list, label.language)
    let isName = ["displayName", "name"].contains(label.column)
    let text =
      isName
      ? "\(header)\t\u{E0}\n\(cell)\tx\n" : "\(name)\t\(header)\nSubject\t\(cell)\n"
    return try Importing.run([
      (try #require(Self.kinds[label.list]), "list.csv", text)
    ])
  }

  /// The section of a list, and the field that a column fills directly.
  private static let fields: [String: (section: Section, field: String)] = [
    "connections.connectionId": (.connections, "connectionId"),
    "connections.displayName": (.connections, "displayName"),
    "connections.type": (.connections, "type"),
    "connections.createdUtc": (.connections, "createdUtc"),
    "connections.createdBy": (.connections, "createdBy"),
    "connections.access": (.connections, "allowedRoles"),
    "exports.exportId": (.exports, "exportId"),
    "exports.displayName": (.exports, "displayName"),
    "exports.connection": (.exports, "connectionId"),
    "exports.status": (.exports, "state"), "exports.updatedUtc": (.exports, "updatedUtc"),
    "exports.updatedBy": (.exports, "updatedBy"), "exports.refreshed": (.runs, "endUtc"),
    "exports.schedule": (.schedules, "mode"),
    "enrichments.enrichmentId": (.enrichments, "enrichmentId"),
    "enrichments.displayName": (.enrichments, "displayName"),
    "enrichments.type": (.enrichments, "type"),
    "enrichments.connection": (.enrichments, "connectionId"),
    "enrichments.status": (.enrichments, "state"),
    "enrichments.enrichedCount": (.enrichments, "enrichedCount"),
    "enrichments.lastRefreshedUtc": (.enrichments, "lastRefreshedUtc"),
    "users.principalId": (.principals, "principalId"), "users.name": (.principals, "displayName"),
    "users.principalType": (.principals, "principalType"),
    "users.role": (.roleAssignments, "roles"),
  ]

  /// What stands in the cell, and what the snapshot says of it.
  private func sample(_ label: Label) -> (cell: String, value: String) {
    switch label.column {
    case "createdUtc", "updatedUtc", "refreshed", "lastRefreshedUtc":
      ("2026-01-02T03:04:05Z", "2026-01-02T03:04:05Z")
    case "enrichedCount": ("1 234", "1234")
    case "connection": ("Ads", "ui:Ads")
    case "type": ("Mailchimp", "mailchimp")
    case "role", "access": ("viewer", "(viewer)")
    case "status": ("active", "active")
    case "schedule": ("off", "off")
    case "principalType": ("group", "group")
    default: ("Value", "Value")
    }
  }

  private func value(_ value: Any?) -> String {
    guard let list = value as? [String] else { return value.map { "\($0)" } ?? "absent" }
    return "(\(list.joined(separator: ",")))"
  }

  static let headers = labels.filter {
    $0.word == nil && $0.column != "connectionType" && $0.column != "permissions"
  }

  /// A header is known in small letters and capitals, and with the spaces and apostrophes that
  /// typesetters use.
  @Test(arguments: headers) func aHeaderNamesItsField(label: Label) throws {
    let place = try #require(Self.fields["\(label.list).\(label.column)"])
    let (cell, expected) = sample(label)
    for header in [
      label.text, label.text.uppercased(), label.text.lowercased(), "  \(label.text)\u{A0}",
      label.text.replacing("'", with: "\u{2019}").replacing(" ", with: "\u{A0}"),
      label.text.decomposedStringWithCanonicalMapping, "\"\(label.text)\"",
    ] {
      let result = try list(label, header: header, cell: cell)
      let records = try Importing.records(result, place.section)
      #expect(value(records.first?[place.field]) == expected, "\(header)")
    }
  }

  static let words = labels.filter { $0.word != nil }

  /// A word means the same whatever its case, alone in its column and behind others.
  @Test(arguments: words) func aWordHasItsMeaning(label: Label) throws {
    let word = try #require(label.word)
    let header = try #require(
      Self.labels.first {
        $0.list == label.list && $0.column == label.column && $0.word == nil
          && $0.language == label.language
      }?.text)
    for cell in [label.text, label.text.uppercased(), label.text.lowercased()] {
      let result = try list(label, header: header, cell: cell)
      #expect(result.messages("import.word").isEmpty, "\(result.diagnostics)")
      switch (label.list, label.column) {
      case ("connections", _):
        let roles = try Importing.records(result, .connections).first?["allowedRoles"]
        #expect(roles as? [String] == (word == "admin" ? ["admin"] : ["admin", word]))
      case ("users", "role"):
        #expect(
          try Importing.records(result, .roleAssignments).first?["roles"] as? [String] == [word])
      case ("users", _):
        #expect(
          try Importing.records(result, .principals).first?["principalType"] as? String == word)
      case (_, "schedule"):
        #expect(try Importing.records(result, .schedules).first?["mode"] as? String == word)
      case (_, "connection"):
        let section: Section = label.list == "exports" ? .exports : .enrichments
        let record = try #require(try Importing.records(result, section).first)
        #expect(record["connectionId"] is NSNull)
      default: try checkStatus(word, label, result)
      }
    }
  }

  /// A status is a state of the record, the end of its connection, or a run.
  private func checkStatus(_ word: String, _ label: Label, _ result: Importer.Result) throws {
    let section: Section = label.list == "exports" ? .exports : .enrichments
    let record = try #require(try Importing.records(result, section).first)
    let document = try Importing.document(result)
    let runs = (document["runs"] as? [[String: Any]])?.compactMap { $0["status"] as? String }
    switch word {
    case "active", "inactive":
      #expect(record["state"] as? String == word && record["connectionId"] == nil && runs == nil)
    case "detached":
      #expect(record["connectionId"] is NSNull && record["state"] == nil && runs == nil)
    default:
      #expect(runs == [word] && record["state"] == nil && record["connectionId"] == nil)
    }
  }

  /// The tables above hold all there is: a label without a row here would go untested.
  @Test func everyLabelIsTried() {
    #expect(Self.labels.count > 250)
    #expect(Set(Self.labels.map(\.language)) == ["en", "fr", "nl", "kk"])
    #expect(Set(Self.headers.map { "\($0.list).\($0.column)" }) == Set(Self.fields.keys))
    #expect(Self.words.count + Self.headers.count <= Self.labels.count)
  }
}
