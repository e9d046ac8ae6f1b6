import FileSystem
import Model
import YAML

/// What the configuration of a publication says, which lies at the top of a repository.
struct PublishConfiguration: Sendable {
  /// What the file is called.
  static let name = ".openpublishing.publish.config.json"

  /// `docsets_to_publish`: the folders of the docsets, in their order; `nil` is the top.
  private(set) var docsetFolders: [RelativePath?] = []
  /// `redirection_files`, of the whole and of single docsets.
  private(set) var redirectionFiles: [RelativePath] = []
  /// `dependent_repositories`, but for the source of a translation.
  private(set) var repositories: [Repository] = []
  /// The repository that this one is a translation of.
  private(set) var original: Repository?

  /// Another repository, which the server puts into a folder.
  struct Repository: Sendable {
    /// `path_to_root`.
    var folder: RelativePath
    /// `url`; empty where none is given.
    var address: String
    /// Where that is said.
    var place: SourceLocation

    /// What it is called in a sentence.
    var name: String { address.isEmpty ? "another repository" : "'\(address)'" }

    /// What to do where something of it is missed.
    var advice: String {
      "where the set is published, '\(folder)' holds \(name); put that there, or leave it be"
    }
  }

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
    for node in root["dependent_repositories"]?.sequence ?? [] {
      guard let folder = node["path_to_root"]?.string.flatMap(Self.path) else { continue }
      let repository = Repository(
        folder: folder, address: node["url"]?.string ?? "", place: node.location)
      if folder.name.hasPrefix("_repo.") {
        original = original ?? repository
      } else {
        repositories.append(repository)
      }
    }
  }

  /// Adds what the file of another layer says.
  mutating func add(_ other: PublishConfiguration) {
    docsetFolders += other.docsetFolders
    redirectionFiles += other.redirectionFiles
    repositories += other.repositories
    original = original ?? other.original
  }

  /// The repository that a file or a folder would be of.
  func repository(of path: RelativePath) -> Repository? {
    repositories.first { path == $0.folder || path.isBelow($0.folder) }
  }

  /// A path below the repository's top; `nil` for the top itself, and for what lies outside.
  private static func path(_ written: String) -> RelativePath? {
    let parts = written.replacing("\\", with: "/").split(separator: "/").filter { $0 != "." }
    return RelativePath(parts.joined(separator: "/"))
  }
}
