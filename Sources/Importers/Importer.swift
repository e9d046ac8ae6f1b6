public import Model
import SnapshotReader

/// Builds snapshots from what other programs collected.
public enum Importer {
  /// What came of an import.
  public struct Result: Sendable {
    /// The snapshot, as JSON; `nil` if something is wrong with the files or the request.
    public let snapshot: [UInt8]?
    /// Problems, conflicts and remarks, in the order of their places.
    public let diagnostics: [Diagnostic]
    /// How many records the snapshot has of each section.
    public let counts: [(section: Section, count: Int)]
    /// Whether the snapshot says something about the environment.
    public var describesEnvironment = false
  }

  /// Reads files and puts them together into one snapshot.
  ///
  /// The result depends on the files and the request alone. What a source doesn't say stays absent;
  /// nothing is called complete that the request doesn't call so.
  public static func run(
    _ request: ImportRequest, catalogue: Catalogue, labels: ListLabels
  ) -> Result {
    var gathering = Gathering(
      catalogue: catalogue, labels: labels, dateOrder: request.dateOrder)
    gathering.localTime = request.timeZone.flatMap(LocalTime.init)
    for input in request.inputs { InputReader.read(input, into: &gathering) }
    gathering.reportPages()
    EnvironmentChoice.apply(request.instanceId, to: &gathering)
    guard !gathering.problems.hasErrors else { return failure(gathering) }
    var merge = SnapshotMerge(gathering)
    merge.checkCompleteness(request.complete)
    guard !merge.gathering.problems.hasErrors else { return failure(merge.gathering) }
    let writer = SnapshotWriter(merge: merge, request: request)
    let hasEnvironment = merge.merged[.environment]?.isEmpty == false
    return Result(
      snapshot: writer.bytes(), diagnostics: merge.gathering.problems.diagnostics(),
      counts: Section.allCases.compactMap { section in
        let count = merge.merged[section]?.count ?? 0
        return section.isSingle || count == 0 ? nil : (section, count)
      }, describesEnvironment: hasEnvironment)
  }

  private static func failure(_ gathering: Gathering) -> Result {
    Result(snapshot: nil, diagnostics: gathering.problems.diagnostics(), counts: [])
  }
}

extension SnapshotMerge {
  /// Refuses to call a section complete that no file lists.
  fileprivate mutating func checkCompleteness(_ names: [String]) {
    for name in names {
      let known = Section(name: name)
      if let known, gathering.sources.contains(where: { $0.contributions[known] != nil }) {
        if let place = gathering.firstOmission(of: known) {
          refuse(
            Diagnostic(
              .error, "import.complete", at: gathering.sources[place.source].location(place.offset),
              "records are missing here, so \(name) can't be called complete",
              suggestion: "see the warnings, or leave out '--complete \(name)'"))
        }
        continue
      }
      let nearest = Suggestion.didYouMean(name, among: Section.allCases.map(\.name))
      refuse(
        Diagnostic(
          .error, "import.complete", at: SourceLocation(path: "--complete"),
          known == nil ? "there is no section '\(name)'" : "no file lists \(name)",
          suggestion: known == nil ? nearest : nil))
    }
  }
}
