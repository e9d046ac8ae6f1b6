import Concurrency
import Model

/// DQ-01: every id that a record uses leads to a record of the same snapshot.
struct ReferencesResolve: PlainRule {
  enum Clause: String, CaseIterable, Sendable {
    /// Every id leads to a record.
    case resolved
    /// The record belongs to the environment of the snapshot.
    case sameEnvironment
  }

  enum Reason: String, CaseIterable, Sendable {
    case connectionNotFound = "connection-not-found"
    case principalNotFound = "principal-not-found"
    case keyVaultNotFound = "key-vault-not-found"
    case itemNotFound = "item-not-found"
    case subjectNotFound = "subject-not-found"
    case targetNotFound = "target-not-found"
    case otherEnvironment = "other-environment"
    case sectionIncomplete = "section-incomplete"
    case referenceUnclear = "reference-unclear"
    case environmentUnknown = "environment-unknown"
  }

  static let description = RuleDescription(
    "DQ-01", group: .integrity, severity: .high, subject: .record, sections: Section.allCases,
    clauses: clauseNames, impossible: [.notApplicable],
    controls: [
      ControlMapping(.gdpr, ["5(1)(d)", "5(2)"]),
      ControlMapping(.iso27701, ["A.7.4.3"]),
      ControlMapping(.iso27001, ["A.5.28", "A.5.33", "A.8.9"]),
      ControlMapping(.nistPrivacy, ["CM.AW-P6", "CT.DM-P8"]),
      ControlMapping(.nist80053, ["SI-10", "SI-7", "AU-3"]),
      ControlMapping(.soc2, ["PI1.2", "PI1.3", "CC2.1"]),
      ControlMapping(.ccpa, ["1798.130"]),
    ])
  /// Every record.
  static let population = Population.records

  private var flags: RowFlags?
  private var resolution: ReferenceResolution?

  /// Finds the records with an id that leads nowhere, or of another environment.
  mutating func prepare(for context: AuditContext, among rules: [RuleDescription]) {
    let resolution = ReferenceResolution(context)
    var flags = RowFlagging(context.snapshot)
    var known: [[Section]: [UInt8]] = [:]
    let textCount = context.snapshot.texts.count
    flags.insert(in: context.snapshot) { field, column, count, flag in
      let isEnvironment = field.name == "instanceId" && !field.kind.isKey
      var sections: [Section] = []
      if case .reference(let targets) = field.kind { sections = targets }
      guard isEnvironment || !sections.isEmpty else { return }
      // 0: not looked at yet, 1: leads to a record, 2: doesn't.
      var answers = known[sections] ?? Array(repeating: 0, count: textCount)
      known[sections] = nil
      for row in 0..<count {
        let state = column.mark(row).state
        if state == .absent || state == .null { continue }
        guard state == .value else {
          flag(row)
          continue
        }
        let index = Int(column.payload(row))
        if answers[index] == 0 {
          let identifier = Identifier(index: Int32(index))
          let isKnown =
            isEnvironment
            ? resolution.isHome(identifier) == .true
            : resolution.resolves(identifier, in: sections, context)
          answers[index] = isKnown ? 1 : 2
        }
        if answers[index] == 2 { flag(row) }
      }
      known[sections] = answers
    }
    // An id that names a record of the wrong kind is found by looking at its row.
    for section in [Section.consents, .runs, .schedules, .exports] {
      let count = context.snapshot.count(section)
      let found = stride(from: 0, to: count, by: Self.rangeSize).map {
        $0..<min($0 + Self.rangeSize, count)
      }.concurrentMap(width: context.threads) {
        Self.rowsWithWrongKind(section, $0, context, resolution)
      }
      for row in found.joined() { flags.insert(row, of: section) }
    }
    self.flags = flags.flags
    self.resolution = resolution
  }

  /// How many rows a thread looks at before it takes others.
  private static let rangeSize = 1 << 17

  /// The records whose reference names a record of another kind than they state.
  private static func rowsWithWrongKind(
    _ section: Section, _ rows: Range<Int>, _ context: AuditContext,
    _ resolution: ReferenceResolution
  ) -> [Int] {
    let snapshot = context.snapshot
    let field = section == .consents ? "subjectId" : "targetId"
    guard section != .exports, let column = section.shape.index(of: field) else {
      return rows.filter { Self.hasWrongItem(Export(snapshot, $0), context) }
    }
    guard case .reference(let sections) = section.shape.fields[column].kind else { return [] }
    let cells = snapshot.tables[section.rawValue].columns[column].cells
    return rows.filter { row in
      guard cells.mark(row).state == .value else { return false }
      let identifier = Identifier(index: Int32(truncatingIfNeeded: cells.payload(row)))
      let targets = resolution.targets(of: section, row, sections)
      return !targets.isEmpty && !resolution.resolves(identifier, in: targets, context)
    }
  }

  private static func hasWrongItem(_ export: Export, _ context: AuditContext) -> Bool {
    guard let items = ExportItems(export, context) else { return false }
    return items.contains { item in
      item.kind != nil && item.name != nil && item.segment == nil && item.table == nil
    }
  }

  /// The first id that leads nowhere decides, then the environment.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    if examination.mayTakeForPlain, flags?.contains(subject) == false {
      return examination.pass()
    }
    let context = examination.context
    let references = RecordReferences(subject, resolution ?? ReferenceResolution(context), context)
    references.show(&examination)
    let resolved = examination.clause(.resolved, references.resolved)
    let home = examination.clause(.sameEnvironment, references.isHome)
    if resolved == .false {
      return examination.fail(references.reason, ["id": .code(references.missingText)])
    }
    if home == .false { return examination.fail(.otherEnvironment) }
    if resolved == .missing {
      return examination.unknown(
        references.doubt,
        [
          "id": .code(references.missingText),
          "sections": .list(references.searched.map { .code($0.name) }),
        ])
    }
    if home == .missing { return examination.unknown(.environmentUnknown) }
    if references.isTargetRemoved { examination.note(.targetRemoved) }
    return examination.pass()
  }
}
