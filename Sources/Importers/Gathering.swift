import Model
import SnapshotReader

/// What was read from all files so far.
struct Gathering: Sendable {
  let catalogue: Catalogue
  let labels: ListLabels
  let dateOrder: ImportRequest.DateOrder?
  /// The zone of times without one, if it is known.
  var localTime: LocalTime?
  var sources: [ImportSource] = []
  var records: [Section: [ImportedRecord]] = [:]
  /// What a source says of a record in passing: it counts only if another one has the record.
  var hints: [Section: [ImportedRecord]] = [:]
  /// Sections of snapshots that the format doesn't know, as they were written.
  var unknownSections: [(name: String, value: JSONNode)] = []
  /// The members of `collection.sources` of imported snapshots, with the sources they came from.
  var earlierSources: [(source: Int, claim: JSONNode)] = []
  var problems = Problems()
  /// The answers that name a next page, and what they list.
  var openPages: [(kind: ImportKind, place: Place)] = []
  /// Where the first record stands that was left out, by the source.
  var omissions: [Int: Int] = [:]
  /// What answers list that name no next page.
  var lastPages: Set<ImportKind> = []

  init(catalogue: Catalogue, labels: ListLabels, dateOrder: ImportRequest.DateOrder?) {
    self.catalogue = catalogue
    self.labels = labels
    self.dateOrder = dateOrder
  }

  /// The source that is being read.
  var current: Int { sources.count - 1 }

  /// Begins a record of the current source.
  func record(at offset: Int) -> ImportedRecord {
    ImportedRecord(at: Place(source: current, offset: offset))
  }

  /// Says that the current source lists a section, even if nothing is in it.
  mutating func open(_ section: Section, isNull: Bool = false) {
    if sources[current].contributions[section] == nil {
      sources[current].contributions[section] = ImportSource.Contribution(isNull: isNull)
    }
  }

  /// Adds a record of the current source.
  mutating func add(_ record: ImportedRecord, to section: Section) {
    open(section)
    var record = record
    for (name, field) in record.fields {
      let value = normalized(field, name, section, record)
      record.fields[name]?.value = value
    }
    sources[current].contributions[section]?.isNull = false
    sources[current].contributions[section]?.recordCount += 1
    records[section, default: []].append(record)
  }

  /// Keeps what the current source says of a record in passing.
  mutating func hint(_ record: ImportedRecord, of section: Section) {
    var record = record
    for (name, field) in record.fields {
      let value = normalized(field, name, section, record)
      record.fields[name]?.value = value
    }
    hints[section, default: []].append(record)
  }

  /// Notes a problem at a place; `subject` is what such problems are counted by.
  mutating func report(
    _ severity: Diagnostic.Severity, _ code: String, _ subject: String, at place: Place,
    _ message: @autoclosure () -> String, _ suggestion: @autoclosure () -> String? = nil
  ) {
    let source = sources[place.source]
    problems.add(
      severity, code, subject, at: { source.location(place.offset) },
      { (message(), suggestion()) })
  }

  /// Notes a problem at a byte of the current source.
  mutating func report(
    _ severity: Diagnostic.Severity, _ code: String, _ subject: String, at offset: Int,
    _ message: @autoclosure () -> String, _ suggestion: @autoclosure () -> String? = nil
  ) {
    report(
      severity, code, subject, at: Place(source: current, offset: offset), message(),
      suggestion())
  }

  /// Notes a record of the current source that can't be taken; what the source lists is no longer all of
  /// it.
  mutating func leaveOut(
    _ subject: String, at offset: Int, code: String = "import.record",
    _ message: @autoclosure () -> String, _ suggestion: @autoclosure () -> String? = nil
  ) {
    report(.warning, code, subject, at: offset, message(), suggestion())
    if omissions[current] == nil { omissions[current] = offset }
  }

  /// Tells of answers whose next page isn't among the files, and of those where it may be.
  mutating func reportPages() {
    for page in openPages {
      if lastPages.contains(page.kind) {
        report(
          .note, "import.page", "nextLink", at: page.place,
          "the answer is one page of several, and the last one is among the files",
          "see that none between them is missing")
      } else {
        report(
          .warning, "import.page", "nextLink", at: page.place,
          "the answer is one page of several, so records are missing",
          "import the other pages too")
      }
    }
  }

  /// Where the first record of a section is missing: one that was left out, or those of a further page.
  func firstOmission(of section: Section) -> Place? {
    for (index, source) in sources.enumerated() where source.contributions[section] != nil {
      if let offset = omissions[index] { return Place(source: index, offset: offset) }
      let page = openPages.first { $0.place.source == index && !lastPages.contains($0.kind) }
      if let page { return page.place }
    }
    return nil
  }

  /// Widens the period that the current source covers by a time, if it can be read.
  mutating func cover(_ section: Section, _ time: String?) {
    guard let instant = instant(time) else { return }
    sources[current].cover(section, instant)
  }

  /// A time as a source writes it, in UTC where its zone is known; `nil` if it can't be read.
  func instant(_ text: String?) -> Instant? {
    guard let text, case .instant(let instant) = InstantText.read(text) else { return nil }
    return localTime?.instant(instant) ?? instant
  }
}
