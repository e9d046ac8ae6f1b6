import FileSystem
import Model
import YAML

/// The addresses of pages that moved, from `.openpublishing.redirection.json` and files like it, and
/// from the front matter of the pages.
struct Redirections: Sendable {
  /// A page that moved.
  struct Entry: Sendable {
    /// Where it was, below the locale's folder.
    var source: RelativePath
    /// Where it is now, as written: an address, or a path beside the old one.
    var target: String
    /// Where that is said.
    var location: SourceLocation
  }

  /// The entries in the order of the files.
  private(set) var entries: [Entry] = []
  private var byPath: [RelativePath: Int] = [:]

  /// The entry of a page that moved; `nil` for others.
  subscript(path: RelativePath) -> Entry? { byPath[path].map { entries[$0] } }

  /// Reads the files of a layer: those at its top, in the folders of its docsets, and those that the
  /// configuration of the publication names, whatever they are called.
  ///
  /// - Parameters:
  ///   - layer: The folder of the layer.
  ///   - docsets: The folders below it that have a `docfx.json`.
  ///   - listed: The files that the configuration names.
  ///   - holdsPages: Whether pages lie below a folder.
  ///   - onDisk: The folder as it is called in the layer.
  ///   - diagnostics: Gets what is wrong with the files.
  init(
    layer: String, docsets: [RelativePath], listed: [RelativePath],
    holdsPages: (RelativePath) -> Bool, onDisk: (RelativePath) -> RelativePath,
    _ diagnostics: inout [Diagnostic]
  ) {
    let known = Set(docsets)
    var folders = known
    let others = listed.compactMap(\.folder).filter { folders.insert($0).inserted }
    let names = Set(listed)
    for folder in [nil] + docsets + others {
      let place = folder.map { onDisk($0).path(in: layer) } ?? layer
      guard let listing = try? FolderListing(of: place, maximumDepth: 1, includesHidden: true)
      else {
        continue
      }
      let lists = listing.files.filter { file in
        Self.isName(file.name) || names.contains(folder.map { $0.appending(file) } ?? file)
      }
      guard !lists.isEmpty else { continue }
      // Paths are written from the folder of the file, but one of nothing but such files has no pages.
      let base = folder.flatMap { known.contains($0) || holdsPages($0) ? $0 : nil }
      for file in lists { read(file.path(in: place), of: base, &diagnostics) }
    }
  }

  init() {}

  /// Whether a file of this name holds redirections.
  static func isName(_ name: String) -> Bool {
    name.hasPrefix(".openpublishing.redirection") && name.hasSuffix(".json")
      || name == "redirections.json"
  }

  /// Adds the entries of another layer; those that are there already count.
  mutating func add(_ other: Redirections) {
    for entry in other.entries where byPath[entry.source] == nil {
      byPath[entry.source] = entries.count
      entries.append(entry)
    }
  }

  /// Adds the pages whose front matter says where they are now; what the files say counts first.
  mutating func add(_ pages: [ContentPage]) {
    for page in pages where byPath[page.path] == nil {
      guard let target = page.redirect else { continue }
      byPath[page.path] = entries.count
      entries.append(
        Entry(source: page.path, target: target, location: SourceLocation(path: page.file)))
    }
  }

  private mutating func read(
    _ file: String, of folder: RelativePath?, _ diagnostics: inout [Diagnostic]
  ) {
    do throws(FileError) {
      let bytes = try TextEncoding.text(of: file, limit: 32 << 20, &diagnostics)
      do throws(YAMLError) {
        let document = try RelaxedJSON.document(bytes, path: file)
        take(document.root, file, folder, &diagnostics)
      } catch { diagnostics.append(error.diagnostic) }
    } catch { diagnostics.append(error.diagnostic) }
  }

  private mutating func take(
    _ root: YAMLNode?, _ file: String, _ folder: RelativePath?, _ diagnostics: inout [Diagnostic]
  ) {
    guard let list = root?["redirections"]?.sequence else {
      diagnostics.report(
        .warning, "redirect.shape", at: root?.location ?? SourceLocation(path: file),
        "no list 'redirections' here")
      return
    }
    for node in list {
      let written = node["source_path"]?.string ?? node["source_path_from_root"]?.string ?? ""
      let url = node["redirect_url"]
      let target = url?.isNull == true ? "" : url?.string?.trimmingBlanks() ?? ""
      guard let source = Self.path(written, isFromRoot: node["source_path"] == nil, folder),
        !target.isEmpty
      else {
        diagnostics.report(
          .warning, "redirect.shape", at: node.location,
          "an entry needs 'source_path' inside the folder, and 'redirect_url'")
        continue
      }
      let location = node["source_path"]?.location ?? node.location
      if let other = byPath[source] {
        if entries[other].target != target {
          diagnostics.report(
            .warning, "redirect.duplicate", at: location, "'\(written)' is redirected twice",
            suggestion: "the first time is in line \(entries[other].location.line)")
        }
        continue
      }
      byPath[source] = entries.count
      entries.append(Entry(source: source, target: target, location: location))
    }
  }

  private static func path(
    _ written: String, isFromRoot: Bool, _ folder: RelativePath?
  ) -> RelativePath? {
    let text = written.replacing("\\", with: "/")
    let parts = text.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    guard let path = RelativePath(parts) else { return nil }
    // Paths are written from the top of the repository, or from the folder of the file.
    guard let folder, !isFromRoot, !path.isBelow(folder) else { return path }
    return folder.appending(path)
  }
}
