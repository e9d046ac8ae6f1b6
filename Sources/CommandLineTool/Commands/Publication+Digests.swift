import Digests
import FileSystem
import Model

extension Publication {
  /// SHA-256 of the words that reports are made of: the pages of the rules and the catalogs.
  func contentDigest() throws(CommandFailure) -> String {
    try Self.digest(of: contentFolders) { path in
      let parts = path.components
      return parts.contains("rules") && path.fileExtension == "md"
        || parts[0] == "messages" && path.fileExtension == "po"
    }
  }

  /// SHA-256 of the templates and assets.
  func templatesDigest() throws(CommandFailure) -> String {
    try Self.digest(of: templateFolders) { _ in true }
  }

  /// SHA-256 of the chosen files of some folders, with their names but not those of the folders.
  private static func digest(
    of folders: [String], _ isChosen: (RelativePath) -> Bool
  ) throws(CommandFailure) -> String {
    var lines: [String] = []
    do throws(FileError) {
      for folder in folders {
        for path in try FolderListing(of: folder).files where isChosen(path) {
          lines.append("\(Digests.sha256(try Files.read(path.path(in: folder))))  \(path)")
        }
        lines.append("")
      }
    } catch {
      throw .problems([error.diagnostic], .usage)
    }
    return Digests.sha256(lines.joined(separator: "\n"))
  }
}
