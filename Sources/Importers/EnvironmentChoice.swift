import Model
import SnapshotReader

/// A snapshot is of one environment.
enum EnvironmentChoice {
  /// Leaves out the records of other environments; without a choice there must be one only.
  static func apply(_ wanted: String?, to gathering: inout Gathering) {
    var first: [(id: String, place: Place)] = []
    var seen: Set<String> = []
    for section in Section.allCases {
      for record in gathering.records[section] ?? [] {
        guard let id = environment(of: record), seen.insert(id).inserted else { continue }
        first.append((id, record.place))
      }
    }
    if let wanted = wanted.map(canonicalIdentifier) {
      keep(wanted, seen, &gathering)
    } else if first.count > 1 {
      let ids = first.map { "'\($0.id)'" }.joined(separator: ", ")
      gathering.report(
        .error, "import.environments", "environments", at: first[1].place,
        "the files hold records of \(first.count) environments: \(ids)",
        "choose one with --instance")
    }
    let only = wanted.map(canonicalIdentifier) ?? first.first?.id
    if let only, let place = first.first(where: { $0.id == only })?.place,
      gathering.records[.environment]?.isEmpty ?? true
    {
      var record = ImportedRecord(at: place)
      record.set("instanceId", text: only, isInferred: true)
      gathering.records[.environment] = [record]
    }
  }

  private static func environment(of record: ImportedRecord) -> String? {
    (record.text("instanceId") ?? record.links.instanceId).map(canonicalIdentifier)
  }

  private static func keep(_ wanted: String, _ seen: Set<String>, _ gathering: inout Gathering) {
    guard seen.contains(wanted) else {
      gathering.problems.add(
        Diagnostic(
          .error, "import.environments", at: SourceLocation(path: "--instance"),
          "no record is of the environment '\(wanted)'",
          suggestion: "the files hold \(seen.sorted().map { "'\($0)'" }.joined(separator: ", "))"))
      return
    }
    for section in Section.allCases {
      func isOther(_ record: ImportedRecord) -> Bool {
        environment(of: record).map { $0 != wanted } ?? false
      }
      for record in (gathering.records[section] ?? []).filter(isOther) {
        gathering.sources[record.place.source].contributions[section]?.recordCount -= 1
        gathering.report(
          .note, "import.left-out", "\(section.name) of other environments", at: record.place,
          "\(section.name): a record of another environment is left out")
      }
      gathering.records[section]?.removeAll(where: isOther)
      gathering.hints[section]?.removeAll(where: isOther)
    }
  }
}
