import Model
import SnapshotReader

/// Puts what several sources say of one record together.
struct SnapshotMerge {
  private(set) var gathering: Gathering
  /// The records of the snapshot, by section.
  private(set) var merged: [Section: [ImportedRecord]] = [:]

  init(_ gathering: Gathering) {
    self.gathering = gathering
    let names = PrincipalNames(gathering)
    names.apply(to: &self.gathering)
    let items = ItemNames(&self.gathering)
    items.linkConnections(&self.gathering)
    RunTargets(self.gathering, items).apply(to: &self.gathering)
    for section in Section.allCases { merge(section) }
  }

  /// Notes what keeps the snapshot from being written.
  mutating func refuse(_ problem: Diagnostic) { gathering.problems.add(problem) }

  private mutating func merge(_ section: Section) {
    var result: [ImportedRecord] = []
    var sources: [Set<Int>] = []
    var positions: [String: [Int]] = [:]
    let schedules = section == .schedules ? scheduleIds() : [:]
    for record in gathering.records[section] ?? [] {
      let key = Self.key(record, section, schedules)
      let source = record.place.source
      // One source that has an id twice keeps both: that is for the audit to say.
      if let key, let position = positions[key]?.first(where: { !sources[$0].contains(source) }) {
        combine(&result[position], with: record, section)
        sources[position].insert(source)
        continue
      }
      if let key { positions[key, default: []].append(result.count) }
      result.append(record)
      sources.append([source])
    }
    for hint in gathering.hints[section] ?? [] {
      let key = Self.key(hint, section, schedules)
      guard let key, let position = positions[key]?.first else {
        let subject = quoted(key ?? hint.links.name ?? "")
        gathering.report(
          .note, "import.hint", section.name, at: hint.place,
          "\(section.name): this speaks of \(subject), of which no source has the record")
        continue
      }
      combine(&result[position], with: hint, section)
    }
    merged[section] = result
  }

  /// The schedules of each target.
  private func scheduleIds() -> [String: Set<String>] {
    var ids: [String: Set<String>] = [:]
    for record in gathering.records[.schedules] ?? [] {
      guard let target = record.text("targetId"), let id = record.text("scheduleId") else {
        continue
      }
      ids[target, default: []].insert(id)
    }
    return ids
  }

  /// What records of one thing share; `nil` if the record can't be told from others.
  private static func key(
    _ record: ImportedRecord, _ section: Section, _ schedules: [String: Set<String>]
  ) -> String? {
    switch section {
    case .environment, .collection: return ""
    case .runs:
      if let job = record.links.job, let target = record.text("targetId") {
        return "\(job)\u{0}\(target)"
      }
      return record.text("runId")
    case .schedules:
      if let id = record.text("scheduleId") { return id }
      guard let target = record.text("targetId") else { return nil }
      if let ids = schedules[target], ids.count == 1 { return ids.first }
      return "\u{0}\(target)"
    case .roleAssignments:
      return record.text("principalId").map { "\($0)\u{0}\(record.text("validFromUtc") ?? "")" }
    default:
      return section.shape.keyField.flatMap { record.text(section.shape.fields[$0].name) }
    }
  }

  private mutating func combine(
    _ record: inout ImportedRecord, with other: ImportedRecord, _ section: Section
  ) {
    let key = section.shape.keyField.map { section.shape.fields[$0].name }
    let id = key.flatMap(record.text)
    let isOver = section == .runs ? (ours: record.isOver, theirs: other.isOver) : (nil, nil)
    for (name, theirs) in other.fields.sorted(by: { $0.key < $1.key }) {
      guard let ours = record.fields[name] else {
        record.fields[name] = theirs
        continue
      }
      if name == key { continue }
      if ours.value.means(theirs.value, as: name, of: section) {
        if ours.isInferred && !theirs.isInferred { record.fields[name] = theirs }
        continue
      }
      let choice = Choice(ours, theirs, isOver)
      if choice.takesLater { record.fields[name] = theirs }
      report(choice, ours, theirs, name, id, section)
    }
    if record.links.name == nil { record.links.name = other.links.name }
  }

  private mutating func report(
    _ choice: Choice, _ ours: ImportedField, _ theirs: ImportedField, _ name: String,
    _ id: String?, _ section: Section
  ) {
    let first = gathering.sources[ours.place.source].location(ours.place.offset)
    let path = "\(section.name).\(name)"
    let subject = id.map { " of \(quoted($0))" } ?? ""
    gathering.report(
      choice.isContradiction ? .warning : .note, "import.conflict", path, at: theirs.place,
      "\(path)\(subject) is \(ours.value.shown) in \(first) and \(theirs.value.shown) here; "
        + "the \(choice.takesLater ? "second" : "first") is taken, \(choice.reason)")
  }
}

/// Which of two values that differ is taken, and why.
private struct Choice {
  let takesLater: Bool
  let reason: String
  /// Whether two sources contradict each other, instead of one knowing less.
  let isContradiction: Bool

  /// `isOver` tells of runs whether each source saw their end.
  init(
    _ ours: ImportedField, _ theirs: ImportedField, _ isOver: (ours: Bool?, theirs: Bool?)
  ) {
    if let before = isOver.ours, let after = isOver.theirs, before != after {
      takesLater = after
      reason = "since that source saw the end of the run"
      isContradiction = false
    } else if ours.isInferred != theirs.isInferred {
      takesLater = ours.isInferred
      reason = "since the other only follows from something else"
      isContradiction = false
    } else {
      takesLater = false
      reason = "since its source is named first"
      isContradiction = true
    }
  }
}

extension ImportedRecord {
  /// Of a run: whether it has ended; `nil` if its status doesn't tell.
  fileprivate var isOver: Bool? {
    let unfinished: Set<String> = ["running", "queued", "needsUpdate", "notStarted"]
    return text("status").map { !unfinished.contains($0) }
  }
}
