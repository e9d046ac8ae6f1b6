import FileSystem
import YAML

/// What the configuration of a publication says, which lies at the top of a repository.
struct PublishConfiguration: Sendable {
  /// What the file is called.
  static let name = ".openpublishing.publish.config.json"

  /// `docsets_to_publish`: the folders of the docsets, in their order; `nil` is the top.
  private(set) var docsetFolders: [RelativePath?] = []
  /// `redirection_files`, of the whole and of single docsets.
  private(set) var redirectionFiles: [RelativePath] = []

  init() {}

  /// Reads the file of a layer; nothing where there is none, or it can't be read.
  init(layer: String) {
    let path = layer.appendingPathPart(Self.name)
    guard let bytes = try? Files.read(path, limit: 16 << 20),
      let root = try? RelaxedJSON.document(TextEncoding.repaired(bytes), path: path).root
    else { return }
    let docsets = root["docsets_to_publish"]?.sequence ?? []
    for written in docsets.compactMap({ $0["build_source_folder"]?.string }) {
      let folder = Self.path(written)
      guard folder != nil || written.allSatisfy({ "./\\".contains($0) }) else { continue }
      docsetFolders.append(folder)
    }
    for written in ([root] + docsets).flatMap({ $0["redirection_files"]?.strings ?? [] }) {
      if let file = Self.path(written) { redirectionFiles.append(file) }
    }
  }

  /// Adds what the file of another layer says.
  mutating func add(_ other: PublishConfiguration) {
    docsetFolders += other.docsetFolders
    redirectionFiles += other.redirectionFiles
  }

  /// A path below the repository's top; `nil` for the top itself, and for what lies outside.
  private static func path(_ written: String) -> RelativePath? {
    let parts = written.replacing("\\", with: "/").split(separator: "/").filter { $0 != "." }
    return RelativePath(parts.joined(separator: "/"))
  }
}
