public import Model

/// What a rule judges.
public enum Population: Sendable {
  /// The records of these sections, which must be complete for a clean result.
  case rows([Section])
  /// Every record of every section.
  case records
  /// Every id of every section, once.
  case identifiers
  /// Every section, present or not.
  case sections

  /// The sections that supply the subjects but don't hold everything that exists.
  ///
  /// A rule about every record has no subjects in a section that is not there, which DQ-05 tells; the
  /// collection and the environment are single.
  func incompleteSources(_ coverage: Coverage) -> [Section] {
    switch self {
    case .rows(let sections): sections.filter { !coverage.isComplete($0) }
    case .records, .identifiers:
      Section.allCases.filter {
        !$0.isSingle && coverage.isPresent($0) && !coverage.isComplete($0)
      }
    case .sections: []
    }
  }
}

/// The subjects of a rule in one snapshot, in its order.
///
/// Of records with one id only the first is listed: there is one outcome a subject.
package struct SubjectList: Sendable {
  private struct Part {
    var section: Section
    /// The position of the part's first subject.
    var start: Int
    /// The rows; `nil`: all of them.
    var rows: [Int32]?
  }

  private var parts: [Part] = []
  /// How many there are.
  package private(set) var count = 0
  private let population: Population
  private let snapshot: Snapshot

  /// The subjects of a population.
  package init(_ population: Population, _ index: SnapshotIndex) {
    self.population = population
    snapshot = index.snapshot
    switch population {
    case .rows(let sections):
      for section in sections { add(section, index, onlyNamed: false) }
    case .records:
      for section in Section.allCases { add(section, index, onlyNamed: false) }
    case .identifiers:
      for section in Section.allCases where section.shape.keyField != nil {
        add(section, index, onlyNamed: true)
      }
    case .sections:
      count = Section.allCases.count
    }
  }

  private mutating func add(_ section: Section, _ index: SnapshotIndex, onlyNamed: Bool) {
    let rowCount = snapshot.count(section)
    let keys = snapshot.keys(of: section)
    var rows: [Int32]?
    if onlyNamed || index.duplicates.exist(in: section) {
      rows = (0..<Int32(rowCount)).filter { row in
        guard let key = keys.isEmpty ? nil : keys[Int(row)] else { return !onlyNamed }
        return index.duplicates.rows(of: key, in: section).map { $0[0] == row } ?? true
      }
      if rows?.count == rowCount { rows = nil }
    }
    let size = rows?.count ?? rowCount
    guard size > 0 else { return }
    parts.append(Part(section: section, start: count, rows: rows))
    count += size
  }

  /// The records at some positions.
  package func records(_ range: Range<Int>) -> [SubjectRecord] {
    if case .sections = population { return range.map { self[$0] } }
    var records: [SubjectRecord] = []
    records.reserveCapacity(range.count)
    for (number, part) in parts.enumerated() {
      let end = number + 1 < parts.count ? parts[number + 1].start : count
      let positions = range.clamped(to: part.start..<end)
      if let rows = part.rows {
        for position in positions {
          records.append(SubjectRecord(part.section, Int(rows[position - part.start])))
        }
      } else {
        for position in positions {
          records.append(SubjectRecord(part.section, position - part.start))
        }
      }
    }
    return records
  }

  /// The record at a position; of a section, its first record, which need not exist.
  subscript(_ position: Int) -> SubjectRecord {
    if case .sections = population { return SubjectRecord(Section.allCases[position], 0) }
    var found = parts[0]
    for part in parts where part.start <= position { found = part }
    let offset = position - found.start
    return SubjectRecord(found.section, found.rows.map { Int($0[offset]) } ?? offset)
  }

  /// Calls `body` with the position and the row of each subject that is a record of a section.
  func forEachRow(of section: Section, _ body: (_ position: Int, _ row: Int) -> Void) {
    if case .sections = population { return }
    for part in parts where part.section == section {
      if let rows = part.rows {
        for (offset, row) in rows.enumerated() { body(part.start + offset, Int(row)) }
      } else {
        for row in 0..<snapshot.count(section) { body(part.start + row, row) }
      }
    }
  }

  /// The subject at a position, with its name and place.
  func subject(_ position: Int, _ kind: SubjectKind) -> Subject {
    let record = self[position]
    switch population {
    case .sections:
      return Subject(.section, id: record.section.name)
    case .rows:
      return Subject(
        record, kind: SubjectKind(record.section) ?? kind, isQualified: false, snapshot)
    case .records, .identifiers:
      return Subject(record, kind: kind, isQualified: true, snapshot)
    }
  }
}
