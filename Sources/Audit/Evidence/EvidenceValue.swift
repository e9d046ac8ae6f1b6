public import Model

/// A value of the snapshot that a finding can show.
public protocol EvidenceValue: CellValue {
  /// The value as renderers take it.
  func evidence(_ kind: FieldShape.Kind, _ snapshot: Snapshot) -> MessageValue
}

extension Identifier: EvidenceValue {
  /// Free text as text, ids and names as code.
  public func evidence(_ kind: FieldShape.Kind, _ snapshot: Snapshot) -> MessageValue {
    if case .text = kind { return .text(snapshot.text(self)) }
    return .code(snapshot.text(self))
  }
}

extension Instant: EvidenceValue {
  /// The time.
  public func evidence(_ kind: FieldShape.Kind, _ snapshot: Snapshot) -> MessageValue {
    .instant(self)
  }
}

extension Int: EvidenceValue {
  /// The number.
  public func evidence(_ kind: FieldShape.Kind, _ snapshot: Snapshot) -> MessageValue {
    .integer(self)
  }
}

extension Double: EvidenceValue {
  /// The number.
  public func evidence(_ kind: FieldShape.Kind, _ snapshot: Snapshot) -> MessageValue {
    .number(self)
  }
}

extension Bool: EvidenceValue {
  /// `true` or `false`, as the snapshot writes it.
  public func evidence(_ kind: FieldShape.Kind, _ snapshot: Snapshot) -> MessageValue {
    .code(self ? "true" : "false")
  }
}

extension VocabularyWord {
  /// The word as the schema writes it.
  public func evidence(_ kind: FieldShape.Kind, _ snapshot: Snapshot) -> MessageValue {
    .code(rawValue)
  }
}

extension InstanceType: EvidenceValue {}
extension Audience: EvidenceValue {}
extension DataStorage: EvidenceValue {}
extension PrincipalType: EvidenceValue {}
extension Role: EvidenceValue {}
extension ConnectionPurpose: EvidenceValue {}
extension CredentialMethod: EvidenceValue {}
extension ConsentState: EvidenceValue {}
extension RecordSubject: EvidenceValue {}
extension ActivationState: EvidenceValue {}
extension HistoryState: EvidenceValue {}
extension ItemKind: EvidenceValue {}
extension Targeting: EvidenceValue {}
extension SegmentKind: EvidenceValue {}
extension SegmentState: EvidenceValue {}
extension SegmentBase: EvidenceValue {}
extension ScheduleMode: EvidenceValue {}
extension RunTarget: EvidenceValue {}
extension RunStatus: EvidenceValue {}
extension SubmissionKind: EvidenceValue {}
extension CountSource: EvidenceValue {}
extension LimitScope: EvidenceValue {}
extension FieldClass: EvidenceValue {}
extension AgreementKind: EvidenceValue {}
extension TransferMechanism: EvidenceValue {}

extension Field where Value: EvidenceValue {
  /// The field as a finding shows it: `nil` for null, a message for an absent key, the text as
  /// written for what can't be read.
  func evidence(_ section: Section, _ column: Int, _ snapshot: Snapshot) -> MessageValue? {
    switch self {
    case .absent: .message(Message("value.absent"))
    case .null: nil
    case .value(let value): value.evidence(section.shape.fields[column].kind, snapshot)
    case .unreadable(let text): .code(snapshot.text(text))
    }
  }
}
