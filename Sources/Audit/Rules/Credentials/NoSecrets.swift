import Model

/// CRD-04: no value in the snapshot is a secret.
struct NoSecrets: PlainRule {
  enum Clause: String, CaseIterable, Sendable {
    /// No value of the record is a secret.
    case clean
  }

  /// Why an outcome is not a plain pass: what the value looks like.
  enum Reason: String, CaseIterable, Sendable {
    case privateKey = "private-key"
    case sharedAccessSignature = "shared-access-signature"
    case connectionString = "connection-string"
    case passwordInURL = "password-in-url"
    case webToken = "web-token"
    case authorizationHeader = "authorization-header"
    case keyPrefix = "key-prefix"
    case perhapsKey = "perhaps-key"
    case highEntropyInSecretField = "high-entropy-in-secret-field"
    case highEntropy = "high-entropy"
    case namedPassword = "named-password"
  }

  static let description = RuleDescription(
    "CRD-04", group: .credentials, severity: .critical, subject: .record,
    sections: Section.allCases, clauses: clauseNames, impossible: [.notApplicable],
    controls: [
      ControlMapping(.gdpr, ["32(1)(a)", "32(1)(b)", "33"]),
      ControlMapping(.iso27701, ["6.6.4", "6.10.2"]),
      ControlMapping(.iso27001, ["A.5.17", "A.8.12", "A.8.24"]),
      ControlMapping(.nistPrivacy, ["PR.DS-P5"]),
      ControlMapping(.nist80053, ["IA-5(7)", "SC-28", "IR-6"]),
      ControlMapping(.soc2, ["CC6.1", "CC7.3"]),
      ControlMapping(.ccpa, ["1798.150", "1798.100(e)"]),
    ])
  /// Every record.
  static let population = Population.records

  private var flags: RowFlags?
  /// The secrets under keys that the format doesn't know, by record.
  private var unknown: [SubjectRecord: [Int]] = [:]

  /// Finds the records that hold one of the texts found, if any text was found.
  mutating func prepare(for context: AuditContext, among rules: [RuleDescription]) {
    var flags = RowFlagging(context.snapshot)
    defer { self.flags = flags.flags }
    let secrets = context.secrets
    guard !secrets.isEmpty else { return }
    let snapshot = context.snapshot
    var isSecret = [Bool](repeating: false, count: snapshot.texts.count)
    for text in secrets.identifiers { isSecret[Int(text.index)] = true }
    flags.insert(in: snapshot) { field, column, count, flag in
      let isText = field.kind.isText
      for row in 0..<count {
        let state = column.mark(row).state
        guard state == .value ? isText : state.holdsText else { continue }
        if isSecret[Int(column.payload(row))] { flag(row) }
      }
    }
    for (position, value) in snapshot.unknownValues.enumerated()
    where secrets[value.value] != nil {
      guard let record = snapshot.record(of: value) else { continue }
      flags.insert(record.row, of: record.section)
      unknown[record, default: []].append(position)
    }
  }

  /// A certain secret fails, a likely one leaves it open; neither is ever shown.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    if examination.mayTakeForPlain, flags?.contains(subject) == false {
      return examination.pass()
    }
    let found = FoundSecrets(subject, unknown[subject] ?? [], examination.context)
    found.show(&examination)
    let clean: Truth =
      switch found.strongest?.match.certainty {
      case .certain?: .false
      case .likely?: .missing
      case nil: .true
      }
    let reason = found.strongest.map { Self.reason($0.match) } ?? .highEntropy
    lazy var arguments: KeyValuePairs<String, MessageValue> = ["count": .integer(found.count)]
    return switch examination.clause(.clean, clean) {
    case .true: examination.pass()
    case .false: examination.fail(reason, arguments)
    case .missing: examination.unknown(reason, arguments)
    }
  }

  private static func reason(_ match: SecretMatch) -> Reason {
    switch (match.pattern, match.certainty) {
    case (.privateKey, _): .privateKey
    case (.sharedAccessSignature, _): .sharedAccessSignature
    case (.connectionString, _): .connectionString
    case (.passwordInURL, _): .passwordInURL
    case (.webToken, _): .webToken
    case (.authorizationHeader, _): .authorizationHeader
    case (.keyPrefix, .certain): .keyPrefix
    case (.keyPrefix, .likely): .perhapsKey
    case (.randomText, .certain): .highEntropyInSecretField
    case (.randomText, .likely): .highEntropy
    case (.namedPassword, _): .namedPassword
    }
  }
}

/// The secrets of one record with their places.
private struct FoundSecrets {
  /// A secret with its place.
  struct Found {
    var match: SecretMatch
    var text: Identifier
    var pointer: RecordPointer?
  }

  private var found: [Found] = []

  init(_ record: SubjectRecord, _ unknown: [Int], _ context: AuditContext) {
    let snapshot = context.snapshot
    let secrets = context.secrets
    snapshot.forEachCell(of: record) { cell in
      guard let text = cell.text, let match = secrets[text] else { return }
      found.append(Found(match: match, text: text, pointer: cell.pointer))
    }
    for value in unknown.map({ snapshot.unknownValues[$0] }) {
      guard let match = secrets[value.value] else { continue }
      // Keys are the input's too, and may hold a secret.
      let keys = secrets.printable(snapshot.text(value.path))
      let path = "/" + keys.replacing(".", with: "/")
      let pointer =
        value.section == nil
        ? snapshot.pointer(record.section, record.row)
        : snapshot.pointer(record.section, record.row)?.appending(path)
      found.append(Found(match: match, text: value.value, pointer: pointer))
    }
  }

  /// How many values look like secrets.
  var count: Int { found.count }

  /// The first of the most certain ones.
  var strongest: Found? {
    found.first { $0.match.certainty == .certain } ?? found.first
  }

  func show<Examined: Rule>(_ examination: inout Examination<Examined>) {
    guard examination.isRecording else { return }
    let secrets = examination.context.secrets
    for secret in found {
      let place = secret.pointer?.jsonPointer ?? ""
      examination.evidence(.place, .code(place), at: secret.pointer)
      examination.evidence(
        .maskedValue,
        .list([
          .message(Message("secret.\(secret.match.pattern.rawValue)")),
          .code(secrets.printable(secret.text)),
        ]),
        at: secret.pointer)
    }
  }
}

extension CellState {
  /// Whether the cell holds the text as it was written.
  var holdsText: Bool {
    switch self {
    case .malformed, .unrecognized, .ambiguous, .sentinel: true
    case .absent, .null, .value: false
    }
  }
}

extension Snapshot {
  /// The record that an unknown value belongs to; values of unknown sections belong to the
  /// collection, or else to the environment, or else to the first record.
  func record(of value: UnknownValue) -> SubjectRecord? {
    if let section = value.section {
      return value.row < count(section) ? SubjectRecord(section, value.row) : nil
    }
    return ([.collection, .environment] + Section.allCases).first { count($0) > 0 }.map {
      SubjectRecord($0, 0)
    }
  }
}
