import Digests
import FileSystem
import Model
import YAML

/// The metadata that a `docfx.json` gives its pages: its own, then those of the files that it names,
/// which count more.
struct DocsetMetadata: Sendable {
  /// What all pages have, by keys in lower case.
  private(set) var ofAll: [String: String] = [:]
  /// What pages have by the patterns of their paths: of those that fit the last one counts.
  private(set) var ofFiles: [(key: String, pattern: GlobPattern, value: String)] = []
  /// A digest of the files; empty if there is none.
  private(set) var digest = ""

  private static let limit = 16 << 20

  /// Reads them.
  ///
  /// - Parameters:
  ///   - build: What the `docfx.json` says.
  ///   - file: How a file below its folder is to be opened; `nil` if it isn't there.
  ///   - diagnostics: Gets what is wrong; a broken file is ignored.
  init(
    _ build: YAMLNode?, file: (RelativePath) -> String?, diagnostics: inout [Diagnostic]
  ) {
    add(toAll: build?.value("globalMetadata"))
    add(toFiles: build?.value("fileMetadata"))
    for node in documents(build?.value("globalMetadataFiles"), file, &diagnostics) {
      add(toAll: node)
    }
    for node in documents(build?.value("fileMetadataFiles"), file, &diagnostics) {
      add(toFiles: node)
    }
  }

  private mutating func add(toAll node: YAMLNode?) {
    for entry in node?.mapping ?? [] {
      let key = entry.key.lowercased()
      if let text = entry.value.metadata(key) { ofAll[key] = text }
    }
  }

  private mutating func add(toFiles node: YAMLNode?) {
    for entry in node?.mapping ?? [] {
      let key = entry.key.lowercased()
      for rule in entry.value.mapping ?? [] {
        guard let text = rule.value.metadata(key) else { continue }
        ofFiles.append((key, GlobPattern(rule.key), text))
      }
    }
  }

  /// What the files of a list hold, each read once.
  private mutating func documents(
    _ list: YAMLNode?, _ file: (RelativePath) -> String?, _ diagnostics: inout [Diagnostic]
  ) -> [YAMLNode] {
    var nodes: [YAMLNode] = []
    var seen: Set<RelativePath> = []
    for entry in list.map({ $0.sequence ?? [$0] }) ?? [] {
      guard let name = entry.string else { continue }
      let path = RelativePath(name.replacing("\\", with: "/"))
      guard let path, let file = file(path) else {
        diagnostics.report(
          .warning, "docfx.file", at: entry.location, "no file '\(name)' with metadata",
          suggestion: "write its path from the folder of this file, below which it lies")
        continue
      }
      guard seen.insert(path).inserted else { continue }
      do throws(FileError) {
        let text = try TextEncoding.text(of: file, limit: Self.limit, &diagnostics)
        digest = Digests.sha256(Array(digest.utf8) + text)
        do throws(YAMLError) {
          let document = try RelaxedJSON.document(text, path: file)
          diagnostics += document.diagnostics.filter { $0.severity == .error }
          if let root = document.root { nodes.append(root) }
        } catch {
          diagnostics.append(error.diagnostic)
        }
      } catch {
        diagnostics.append(error.diagnostic)
      }
    }
    return nodes
  }
}
