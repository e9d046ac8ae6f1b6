import Model

/// DQ-03: every type, role and state is a word that the rules know.
struct KnownWords: PlainRule {
  enum Clause: String, CaseIterable, Sendable {
    /// Every word is in its vocabulary.
    case words
    /// Every type names one service of the catalogue.
    case services
  }

  enum Reason: String, CaseIterable, Sendable {
    case unknownWord = "unknown-word"
    case unknownService = "unknown-service"
    case ambiguousService = "ambiguous-service"
  }

  static let description = RuleDescription(
    "DQ-03", group: .integrity, severity: .medium, subject: .record,
    sections: Section.allCases, clauses: clauseNames, impossible: [.notApplicable],
    controls: [
      ControlMapping(.gdpr, ["5(1)(d)"]),
      ControlMapping(.iso27701, ["A.7.4.3"]),
      ControlMapping(.iso27001, ["A.8.9", "A.5.37"]),
      ControlMapping(.nistPrivacy, ["ID.IM-P1"]),
      ControlMapping(.nist80053, ["SI-10", "CM-8"]),
      ControlMapping(.soc2, ["PI1.2", "CC2.1"]),
      ControlMapping(.ccpa, ["1798.130"]),
    ])
  /// Every record.
  static let population = Population.records

  private var flags: RowFlags?

  /// Finds the records with a word that isn't known.
  mutating func prepare(for context: AuditContext, among rules: [RuleDescription]) {
    var flags = RowFlagging(context.snapshot)
    flags.insert(in: context.snapshot) { field, column, count, flag in
      switch field.kind {
      case .word:
        for row in 0..<count where column.mark(row).state.isFault { flag(row) }
      case .service:
        for row in 0..<count {
          let state = column.mark(row).state
          if state.isFault { flag(row) }
          guard state == .value else { continue }
          let name = Identifier(index: Int32(truncatingIfNeeded: column.payload(row)))
          if context.service(name).service == nil { flag(row) }
        }
      default: break
      }
    }
    self.flags = flags.flags
  }

  /// Unknown words first, then unknown types; the nearest known word is only shown.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    if examination.mayTakeForPlain, flags?.contains(subject) == false {
      return examination.pass()
    }
    let words = RecordWords(
      subject, examination.context, isRecording: examination.isRecording)
    words.show(&examination)
    let known = examination.clause(.words, words.unknownWord == nil)
    let services = examination.clause(.services, words.services)
    if known != .true {
      return examination.fail(.unknownWord, ["word": .code(words.unknownWord ?? "")])
    }
    switch services {
    case .false: return examination.fail(.unknownService, ["name": .code(words.service)])
    case .missing:
      return examination.unknown(
        .ambiguousService,
        [
          "name": .code(words.service),
          "services": .list(words.candidates.map { .text($0) }),
        ])
    case .true: return examination.pass()
    }
  }
}

/// The words of one record that are not known.
private struct RecordWords {
  /// The first word outside its vocabulary, as written.
  var unknownWord: String?
  /// Whether each type names one service.
  var services = Truth.true
  /// The deciding type, as written.
  var service = ""
  /// The services that it may stand for.
  var candidates: [String] = []
  /// Whether somebody will read the evidence.
  private let isRecording: Bool
  private var evidence: [(text: String, nearest: String?, pointer: RecordPointer?)] = []

  init(_ record: SubjectRecord, _ context: AuditContext, isRecording: Bool) {
    self.isRecording = isRecording
    let family: Service.Family? =
      switch record.section {
      case .connections: Connection(context.snapshot, record.row).family
      case .enrichments: .enrichment
      default: nil
      }
    context.snapshot.forEachCell(of: record, where: Self.isNamed) { cell in
      guard let identifier = cell.text ?? cell.faultText else { return }
      let text = context.snapshot.text(identifier)
      switch cell.field.kind {
      case .word(let vocabulary) where cell.state.isFault:
        unknownWord = unknownWord ?? text
        note(text, cell, among: vocabulary.words)
      case .service where cell.state.isFault:
        check(.unrecognized, text, cell, context)
      case .service:
        check(context.service(identifier, family), text, cell, context)
      default: break
      }
    }
  }

  private static func isNamed(_ kind: CellKind, _ state: CellState) -> Bool {
    switch kind {
    case .word: state.isFault
    case .service: state != .absent && state != .null
    default: false
    }
  }

  private mutating func check(
    _ match: ServiceMatch, _ text: String, _ cell: RecordCell, _ context: AuditContext
  ) {
    switch match {
    case .known: return
    case .ambiguous(let matches):
      if services == .true {
        service = text
        candidates = matches.map(\.title)
      }
      services = services && .missing
      note(text, cell, among: [])
    case .unrecognized:
      if services != .false { service = text }
      services = .false
      note(text, cell, among: context.catalogue.names)
    }
  }

  private mutating func note(
    _ text: String, _ cell: RecordCell, among words: @autoclosure () -> [String]
  ) {
    guard isRecording else { return }
    evidence.append((text, Suggestion.nearest(to: text, among: words()), cell.pointer))
  }

  func show<Examined: Rule>(_ examination: inout Examination<Examined>) {
    guard examination.isRecording else { return }
    for piece in evidence {
      examination.evidence(.value, .code(piece.text), at: piece.pointer)
      examination.evidence(.place, piece.pointer.map { .code($0.jsonPointer) }, at: piece.pointer)
      if let nearest = piece.nearest {
        examination.evidence(.nearest, .code(nearest), at: piece.pointer)
      }
    }
    if !candidates.isEmpty {
      examination.evidence(.candidates, .list(candidates.map { .text($0) }))
    }
  }
}

extension CellState {
  /// Whether the cell holds something that can't be taken for a word.
  var isFault: Bool { self == .malformed || self == .unrecognized }
}

extension RecordCell {
  /// The text of a word that can't be read, as written.
  var faultText: Identifier? {
    state.isFault ? Identifier(index: Int32(truncatingIfNeeded: column.payload(row))) : nil
  }
}
