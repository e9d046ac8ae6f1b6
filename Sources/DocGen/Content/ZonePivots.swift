import FileSystem
import Model
import YAML

/// The titles of the choices that zones are for, as `zone-pivot-groups.yml` gives them.
struct ZonePivots: Sendable {
  /// The titles by group and id.
  private var groups: [String: [String: String]] = [:]
  /// The first title that any group gives an id.
  private var titles: [String: String] = [:]

  /// Reads the files of a locale: what says that it is of this kind, or has the usual name.
  init(
    _ files: [RelativePath: LayerFile], kinds: [RelativePath: String],
    _ diagnostics: inout [Diagnostic]
  ) {
    for path in files.keys.filter({ Self.isUsualName($0) || kinds[$0].map(Self.isKind) == true })
      .sorted()
    {
      guard let file = files[path]?.file,
        let bytes = try? TextEncoding.text(of: file, limit: ContentPage.sizeLimit, &diagnostics)
      else { continue }
      do throws(YAMLError) {
        let document =
          path.fileExtension.lowercased() == "json"
          ? try RelaxedJSON.document(bytes, path: file)
          : try YAMLDocument(parsing: bytes, path: file)
        diagnostics += document.diagnostics
        add(document.root)
      } catch {
        diagnostics.append(error.diagnostic)
      }
    }
  }

  private static func isUsualName(_ path: RelativePath) -> Bool {
    // Most names are told by their length.
    (21...22).contains(path.name.utf8.count)
      && ["zone-pivot-groups.yml", "zone-pivot-groups.yaml", "zone-pivot-groups.json"]
        .contains(path.name.lowercased())
  }

  private static func isKind(_ kind: String) -> Bool { kind.lowercased() == "zonepivotgroups" }

  private mutating func add(_ root: YAMLNode?) {
    for group in root?["groups"]?.sequence ?? root?.sequence ?? [] {
      let name = group["id"]?.string ?? ""
      for pivot in group["pivots"]?.sequence ?? [] {
        guard let id = pivot["id"]?.string, let title = pivot["title"]?.string, !title.isEmpty
        else { continue }
        groups[name, default: [:]][id] = groups[name]?[id] ?? title
        titles[id] = titles[id] ?? title
      }
    }
  }

  /// Whether there are none.
  var isEmpty: Bool { titles.isEmpty }

  /// The title that one of some groups gives an id, else any.
  func title(of id: String, in groups: [String]) -> String? {
    groups.lazy.compactMap { self.groups[$0]?[id] }.first ?? titles[id]
  }

  /// The groups that a page's front matter names.
  static func groups(of page: [UInt8]) -> [String] {
    let entry = FrontMatter.parse(page, path: "").entries.first {
      $0.key.lowercased() == "zone_pivot_groups"
    }
    return (entry?.value.strings ?? []).flatMap { names in
      names.split(separator: ",").map { String($0).trimmingBlanks() }
    }
  }
}
