import CatalogueReader
import Foundation
import Model
import TestSupport

/// The catalogue under `content/catalogue`.
enum ShippedCatalogue {
  static let folder = SharedMaterial.projectFolder.appending(path: "content/catalogue").path
  static let loaded = CatalogueLoader.load([folder])
  static let catalogue =
    loaded.catalogue ?? Catalogue(date: "", digest: "", services: [])
}
