import FileSystem
import Localization
import Model

/// Reads how translations stood earlier from documents that `vouch status --format json` printed.
struct StatusTrendReader {
  /// How many documents are read at the most.
  private static let limit = 1000

  /// The file or folder as the user wrote it, and as it is to be opened.
  let name: String
  let path: String
  private(set) var problems: [Diagnostic] = []

  init(name: String, path: String) { (self.name, self.path) = (name, path) }

  /// What `--history` names.
  ///
  /// - Returns: The trend, empty without the option, and what is only to be warned of.
  /// - Throws: All problems if a document isn't what it should be.
  static func trend(
    _ settings: Settings
  ) throws(CommandFailure) -> (trend: StatusTrend, warnings: [Diagnostic]) {
    guard let name = settings.path("history") else { return (StatusTrend(), []) }
    var reader = Self(name: name, path: settings.environment.absolute(name))
    let trend = reader.read()
    if reader.problems.contains(where: { $0.severity == .error }) {
      throw .problems(reader.problems, .usage)
    }
    return (trend, reader.problems)
  }

  private mutating func read() -> StatusTrend {
    guard Files.isFolder(path) else {
      return StatusTrend(point(path, name).map { [$0] } ?? [])
    }
    do throws(FileError) {
      let files = try FolderListing(of: path, maximumDepth: 1).files.filter {
        $0.fileExtension == "json"
      }
      if files.isEmpty {
        problems.report(
          .error, "status-history.empty", at: SourceLocation(path: name),
          "no file '*.json' in this folder",
          suggestion: "keep what 'vouch status --format json' prints, such as 2026-10-01.json")
      }
      // The last ones count where there are more than anybody looks at.
      let points = files.sorted().suffix(Self.limit).compactMap { file in
        point(file.path(in: path), file.path(in: name))
      }
      return StatusTrend(points)
    } catch {
      problems.append(error.diagnostic)
      return StatusTrend()
    }
  }

  private mutating func point(_ file: String, _ written: String) -> StatusTrend.Point? {
    let bytes: [UInt8]
    do throws(FileError) { bytes = try Files.read(file, limit: 256 << 20) } catch {
      problems.report(
        .error, "status-history.unreadable", at: SourceLocation(path: written), error.reason)
      return nil
    }
    let document: StatusDocument
    do throws(StatusDocument.Refusal) {
      document = try StatusDocument(bytes, path: written)
    } catch {
      problems += error.problems
      return nil
    }
    problems += document.warnings
    let file = written.split(separator: "/").last.map(String.init) ?? written
    let stem = file.hasSuffix(".json") ? String(file.dropLast(5)) : file
    return StatusTrend.Point(
      name: stem, date: CivilDate(String(stem.prefix(10))) ?? document.date,
      locales: document.locales)
  }
}
