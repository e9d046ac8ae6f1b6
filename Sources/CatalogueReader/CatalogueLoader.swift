import Digests
import FileSystem
public import Model
import YAML

/// Reads the catalogue of destinations and enrichment services from its files.
///
/// A catalogue is a folder with `catalogue.yaml` (its date), `regions.yaml` (which legal area each
/// region belongs to) and one file a service, whose name is the service's slug:
/// `destinations/<slug>.yaml` and `enrichments/<slug>.yaml`.
public enum CatalogueLoader {
  /// What was read.
  public struct Loaded: Sendable {
    /// The catalogue; `nil` if anything was wrong.
    public let catalogue: Catalogue?
    /// What was wrong, in the order of the files.
    public let diagnostics: [Diagnostic]

    /// What was read, from its parts.
    public init(catalogue: Catalogue?, diagnostics: [Diagnostic]) {
      self.catalogue = catalogue
      self.diagnostics = diagnostics
    }
  }

  /// Reads a catalogue from a folder, or from several that lie over each other.
  ///
  /// Of files with one relative path, that of the first folder counts, so that a user's file takes
  /// the place of a built-in one.
  ///
  /// - Parameter folders: The folders, those that win first.
  /// - Returns: The catalogue, or what is wrong with its files: a folder that can't be read, an
  ///   unknown key or word, a date that doesn't exist, rows that overlap, one slug twice.
  public static func load(_ folders: [String]) -> Loaded {
    var reading = Reading()
    var seen: Set<RelativePath> = []
    for folder in folders {
      do {
        let listing = try FolderListing(of: folder, maximumDepth: 2)
        for file in listing.files where seen.insert(file).inserted {
          reading.found.append((folder, file))
        }
      } catch {
        reading.diagnostics.append(error.diagnostic)
      }
    }
    reading.found.sort { $0.file < $1.file }
    for (folder, file) in reading.found { reading.read(file, in: folder) }
    return reading.finish(at: folders.first ?? "")
  }

  private struct Reading {
    var found: [(folder: String, file: RelativePath)] = []
    var diagnostics: [Diagnostic] = []
    var date: String?
    var regions = Regions()
    var services: [(service: Service, place: SourceLocation)] = []
    var digest = ""

    mutating func read(_ file: RelativePath, in folder: String) {
      guard file.fileExtension == "yaml" else { return }
      let family: Service.Family? =
        switch file.folder?.description {
        case "destinations": .destination
        case "enrichments": .enrichment
        default: nil
        }
      guard family != nil || ["catalogue.yaml", "regions.yaml"].contains(file.description) else {
        return
      }
      let path = file.path(in: folder)
      do {
        let bytes = try Files.read(path, limit: 1 << 20)
        digest += "\(Digests.sha256(bytes))  \(file)\n"
        let document = try YAMLDocument(parsing: bytes, path: path)
        diagnostics += document.diagnostics
        let empty = YAMLNode(.mapping([]), at: SourceLocation(path: path, line: 1))
        let root = document.root ?? empty
        if file.description == "regions.yaml" {
          let (found, problems) = RegionReader.read(root)
          diagnostics += problems
          regions = found
          return
        }
        guard let family else {
          var fields = FieldReader(root)
          date = fields.day("date", isRequired: true)
          diagnostics += fields.finish()
          return
        }
        let slug = String(file.name.dropLast(5))
        let (service, problems) = ServiceReader.read(root, slug: slug, family: family)
        diagnostics += problems
        if let service { services.append((service, root.location)) }
      } catch let error as FileError {
        diagnostics.append(error.diagnostic)
      } catch let error as YAMLError {
        diagnostics.append(error.diagnostic)
      } catch {
        diagnostics.report(.error, "catalogue.failed", at: SourceLocation(path: path), "\(error)")
      }
    }

    mutating func finish(at folder: String) -> Loaded {
      checkSlugs()
      let isSound = !diagnostics.contains { $0.severity == .error }
      if date == nil, isSound {
        diagnostics.report(
          .error, "catalogue.missing-file", at: SourceLocation(path: folder),
          "there is no catalogue.yaml with the catalogue's date")
      }
      guard isSound, let date else {
        return Loaded(catalogue: nil, diagnostics: diagnostics)
      }
      let catalogue = Catalogue(
        date: date, digest: Digests.sha256(digest), services: services.map(\.service),
        regions: regions)
      return Loaded(catalogue: catalogue, diagnostics: diagnostics)
    }

    private mutating func checkSlugs() {
      var places: [String: SourceLocation] = [:]
      for (service, place) in services {
        if let other = places[service.slug] {
          diagnostics.report(
            .error, "catalogue.duplicate-slug", at: place,
            "'\(service.slug)' is taken by \(other.path)")
        }
        places[service.slug] = place
      }
      for (service, place) in services {
        guard let successor = service.successor, places[successor] == nil else { continue }
        diagnostics.report(
          .error, "catalogue.unknown-service", at: place,
          "the successor '\(successor)' is not in the catalogue",
          suggestion: Suggestion.didYouMean(successor, among: places.keys.sorted()))
      }
    }
  }
}
