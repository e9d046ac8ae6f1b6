import Model
import SnapshotReader

/// Finds what ran, where a source only calls it by its name and its job.
struct RunTargets {
  private struct Key: Hashable {
    let kind: String
    let job: String
    let name: String
  }

  private var ids: [Key: Set<String>] = [:]
  private let names: ItemNames

  init(_ gathering: Gathering, _ names: ItemNames) {
    self.names = names
    for run in gathering.records[.runs] ?? [] {
      guard let id = run.text("targetId"), let key = Self.key(run) else { continue }
      ids[key, default: []].insert(id)
    }
  }

  private static func key(_ run: ImportedRecord) -> Key? {
    guard let kind = run.text("targetKind"), let job = run.links.job, let name = run.links.target
    else { return nil }
    return Key(kind: kind, job: job, name: name)
  }

  /// Sets the targets of runs and schedules.
  func apply(to gathering: inout Gathering) {
    for section in [Section.runs, .schedules] {
      for position in (gathering.records[section] ?? []).indices {
        guard var record = gathering.records[section]?[position],
          record.fields["targetId"] == nil, let name = record.links.target
        else { continue }
        if let key = Self.key(record), let found = ids[key], found.count == 1,
          let id = found.first
        {
          record.set("targetId", text: id)
        } else {
          link(&record, name, section, &gathering)
        }
        if section == .runs, record.fields["runId"] == nil, let id = record.text("targetId") {
          let end = record.text("endUtc").map { "/\($0)" } ?? ""
          record.set("runId", text: "ui/\(id)\(end)", isInferred: true)
        }
        gathering.records[section]?[position] = record
      }
    }
    dropSeenTwice(&gathering)
  }

  private func link(
    _ record: inout ImportedRecord, _ name: String, _ section: Section,
    _ gathering: inout Gathering
  ) {
    let items: Section = record.text("targetKind") == "enrichment" ? .enrichments : .exports
    switch names.find(name, items) {
    case .one(let id):
      record.set("targetId", text: id, isInferred: true)
      guard gathering.sources[record.place.source].kind != .uiList else { return }
      gathering.report(
        .note, "import.matched", "\(section.name).targetId", at: record.place,
        "\(section.name).targetId: \(quoted(name)) is taken for \(quoted(id)), since no other has "
          + "that name")
    case .several(let found):
      gathering.report(
        .warning, "import.name", "\(section.name).targetId", at: record.place,
        "\(section.name).targetId: \(quoted(name)) is the name of \(found.count) \(items.name), "
          + "so which one is meant is not guessed")
    case .none:
      gathering.report(
        .warning, "import.name", "\(section.name).targetId", at: record.place,
        "\(section.name).targetId: none of the \(items.name) is called \(quoted(name))",
        "import the state of the workflow, or a list")
    }
  }

  /// Lists show when something ran last; where another source has that run, it counts once.
  private func dropSeenTwice(_ gathering: inout Gathering) {
    var ends: [String: [Int64]] = [:]
    for run in gathering.records[.runs] ?? []
    where gathering.sources[run.place.source].kind != .uiList {
      guard let id = run.text("targetId"), let end = run.end else { continue }
      ends[id, default: []].append(end)
    }
    let sources = gathering.sources
    gathering.records[.runs]?.removeAll { run in
      guard sources[run.place.source].kind == .uiList, let id = run.text("targetId"),
        let end = run.end
      else { return false }
      // Lists show minutes.
      return ends[id]?.contains { abs($0 - end) <= Instant.minute } ?? false
    }
  }
}

extension ImportedRecord {
  fileprivate var end: Int64? {
    guard let text = text("endUtc"), case .instant(let time) = InstantText.read(text) else {
      return nil
    }
    return time.microseconds
  }
}
