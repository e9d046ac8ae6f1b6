import Foundation
import Model
import TestSupport
import Testing

/// The typed names of fields against the one shape table, read from their source files.
@Suite struct FieldKeyTests {
  private struct Key: Hashable {
    let owner: String
    let value: String
    let property: String
    let column: Int
    let name: String
  }

  private static let owners: [String: Section] = {
    let types: [any Record.Type] = [
      EnvironmentRecord.self, CollectionRecord.self, Principal.self, RoleAssignment.self,
      Connection.self, Consent.self, Export.self, Enrichment.self, Segment.self, DataTable.self,
      Schedule.self, Run.self, KeyVault.self, Agreement.self, TransferRecord.self, Deletion.self,
      ContractLimit.self, RecordedException.self, AgreeSurface.self,
    ]
    return Dictionary(uniqueKeysWithValues: types.map { ("\($0)", $0.section) })
  }()

  private static func keys() throws -> [Key] {
    let folder = SharedMaterial.projectFolder.appending(path: "Sources/Model/Snapshot/Fields")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return try names.flatMap { name -> [Key] in
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      return text.components(separatedBy: "extension ").dropFirst().flatMap(keys)
    }
  }

  private static func keys(ofExtension text: String) -> [Key] {
    guard
      let head = text.firstMatch(of: /(Field|List)Key where Owner == (\w+)(?:, Value == (\w+))?/)
    else { return [] }
    let pattern = /static var (\w+): Self \{\s*Self\(column: (\d+), "([^"]+)"\)\s*\}/
    return text.matches(of: pattern).map { match in
      Key(
        owner: String(head.2), value: String(head.3 ?? "list"), property: String(match.1),
        column: Int(match.2) ?? -1, name: String(match.3))
    }
  }

  /// The type of the values of a field, as the extensions name it.
  private func valueName(_ kind: FieldShape.Kind) -> String {
    switch kind {
    case .text, .key, .reference, .identifier, .service: "Identifier"
    case .word(let vocabulary): vocabulary.name
    case .instant: "Instant"
    case .count: "Int"
    case .number: "Double"
    case .flag: "Bool"
    case .records, .values, .map: "list"
    }
  }

  @Test func everyKeyAgreesWithTheShape() throws {
    for key in try Self.keys() {
      let section = try #require(Self.owners[key.owner])
      try #require(section.shape.fields.indices.contains(key.column), "\(key)")
      let field = section.shape.fields[key.column]
      #expect(field.name == key.name, "\(key)")
      let words = key.name.split(separator: ".")
      let property = words.dropFirst().reduce(String(words[0])) {
        $0 + $1.prefix(1).uppercased() + $1.dropFirst()
      }
      #expect(key.property == property, "\(key)")
      let value = valueName(field.kind)
      if case .word = field.kind {
        #expect(key.value.lowercased() == value.lowercased(), "\(key)")
      } else {
        #expect(key.value == value, "\(key)")
      }
    }
  }

  @Test func everyFieldHasOneKey() throws {
    let keys = Dictionary(grouping: try Self.keys()) { key in
      "\(Self.owners[key.owner]?.name ?? "?").\(key.name)"
    }
    for section in Section.allCases {
      for field in section.shape.fields {
        #expect(keys["\(section.name).\(field.name)"]?.count == 1, "\(section.name).\(field.name)")
      }
    }
    #expect(keys.count == Section.allCases.reduce(0) { $0 + $1.shape.fields.count })
  }

  @Test func shapesAreWellFormed() {
    #expect(SnapshotShape.shapes.map(\.name) == Section.allCases.map(\.name))
    for section in Section.allCases { expectWellFormed(section.shape) }
  }

  private func expectWellFormed(_ shape: RecordShape) {
    let names = shape.fields.map(\.name)
    #expect(Set(names).count == names.count, "\(shape.name)")
    #expect(shape.fields.count { $0.kind.isKey } <= 1, "\(shape.name)")
    for field in shape.fields {
      #expect(!field.meaning.isEmpty && !field.meaning.hasSuffix("."), "\(field.name)")
      // A name can't be a field and an object at once.
      #expect(!names.contains { $0.hasPrefix("\(field.name).") }, "\(field.name)")
      if let child = field.kind.child { expectWellFormed(child) }
    }
  }

  @Test func sectionsAreFoundByName() {
    for section in Section.allCases { #expect(Section(name: section.name) == section) }
    #expect(Section(name: "Exports") == nil)
    #expect(Section(name: "") == nil)
  }
}
