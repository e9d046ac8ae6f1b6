import FileSystem
import Model

/// A folder with a manifest and a file of records for each section.
struct SnapshotFolder {
  private static let suffixes = ["", ".gz", ".zst"]

  private let manifest: String
  private var sectionFiles: [BlockQueue.SectionFile] = []
  private var problems = Problems()

  /// Looks at the names in a folder.
  ///
  /// - Throws: What the system says of the folder; `snapshot.manifest` without a manifest.
  init(_ folder: String) throws(InputProblem) {
    let names: [String]
    do throws(FileError) {
      let listing = try FolderListing(of: folder, maximumDepth: 1)
      // What can't be read is an error only if it is needed: opening it tells.
      names = listing.files.map(\.description) + listing.omissions.map(\.path)
    } catch {
      throw InputProblem(error)
    }
    let base = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let manifests = Self.suffixes.map { "manifest.json\($0)" }.filter(names.contains)
    guard let manifest = manifests.first else {
      throw InputProblem(
        "snapshot.manifest", folder, "the folder has no manifest.json",
        Self.advice(names, base))
    }
    self.manifest = "\(base)/\(manifest)"
    if manifests.count > 1 { refuseDoubled(manifests, base) }
    for section in Section.allCases {
      let files = Self.suffixes.map { "\(section.name).ndjson\($0)" }.filter(names.contains)
      guard let file = files.first else { continue }
      if files.count > 1 { refuseDoubled(files, base) }
      sectionFiles.append(
        BlockQueue.SectionFile(
          section: section, path: "\(base)/\(file)", file: sectionFiles.count + 1))
    }
    reportStrangers(names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, base)
  }

  /// Reads the manifest and the sections.
  func read(_ limits: ReadLimits, _ width: Int) throws(InputProblem) -> ReadResult {
    let document = try DocumentInput(manifest, limits, isNamed: false)
    return SnapshotReader.read(document, .schema, sectionFiles, limits, width, problems)
  }

  private static func advice(_ names: [String], _ base: String) -> String {
    let documents = names.filter { $0.hasSuffix(".json") }.sorted()
    guard let document = documents.first else {
      return "it needs schema, environment and collection"
    }
    return "to read one document, name it: \(base)/\(document)"
  }

  private mutating func refuseDoubled(_ names: [String], _ base: String) {
    problems.add(
      error: "snapshot.duplicate", at: SourceLocation(path: "\(base)/\(names[0])"),
      "the same file stands beside it as \(names.dropFirst().joined(separator: " and "))",
      suggestion: "keep one")
  }

  /// Reports files that look like sections but aren't read.
  private mutating func reportStrangers(_ names: [String], _ base: String) {
    for name in names {
      let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      guard parts.count > 1, let stem = parts.first else { continue }
      let section = Section(name: stem)
      let isRecords = parts[1] == "ndjson"
      let isRead =
        section != nil && isRecords
        && Self.suffixes.contains(name.dropFirst("\(stem).ndjson".count).description)
      guard !isRead, isRecords || section != nil else { continue }
      let nearest =
        section?.name ?? Suggestion.nearest(to: stem, among: Section.allCases.map(\.name))
      let path = "\(base)/\(name)"
      problems.add(
        .warning, "section.unknown", path, at: { SourceLocation(path: path) },
        { ("the file is not read", nearest.map { "a section's file is named \($0).ndjson" }) })
    }
  }
}
