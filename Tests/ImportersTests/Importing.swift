import CatalogueReader
import Foundation
import Importers
import Model
import SnapshotReader
import TestSupport
import Testing

/// What the tests import with: the shipped catalogue and labels.
enum Importing {
  static let catalogueFolder = SharedMaterial.projectFolder.appending(path: "content/catalogue")
    .path

  private static let loadedCatalogue = CatalogueLoader.load([catalogueFolder]).catalogue
  private static let loadedLabels = ListLabels.load("\(catalogueFolder)/interface/lists.yaml")
    .labels

  static func catalogue() throws -> Catalogue { try #require(loadedCatalogue) }

  static func labels() throws -> ListLabels { try #require(loadedLabels) }

  /// Imports texts, each with its kind and the name of its file, in this order.
  static func run(
    _ files: [(kind: ImportKind, name: String, text: String)],
    _ change: (inout ImportRequest) -> Void = { _ in }
  ) throws -> Importer.Result {
    let folder = try TemporaryFolder()
    for file in files { try folder.write(file.name, file.text) }
    var request = ImportRequest(
      inputs: files.map {
        ImportRequest.Input($0.kind, name: $0.name, path: "\(folder.path)/\($0.name)")
      }, toolVersion: "0")
    change(&request)
    return Importer.run(request, catalogue: try catalogue(), labels: try labels())
  }

  /// The snapshot of a result, as the audit reads it.
  static func snapshot(_ result: Importer.Result) throws -> Snapshot {
    let bytes = try #require(result.snapshot, "\(result.diagnostics)")
    let read = SnapshotReader.read(fragment: String(decoding: bytes, as: UTF8.self))
    return try #require(read.snapshot, "\(read.diagnostics)")
  }

  /// The members of a section's records, as JSON has them.
  static func records(_ result: Importer.Result, _ section: Section) throws -> [[String: Any]] {
    let document = try document(result)
    return try #require(document[section.name] as? [[String: Any]], "no \(section.name)")
  }

  /// The snapshot as JSON.
  static func document(_ result: Importer.Result) throws -> [String: Any] {
    let bytes = try #require(result.snapshot, "\(result.diagnostics)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }
}

extension Importer.Result {
  /// The messages of one code.
  func messages(_ code: String) -> [String] {
    diagnostics.filter { $0.code == code }.map(\.description)
  }
}
