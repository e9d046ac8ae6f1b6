/// The closed list of words that a field may hold.
///
/// Words are compared without regard to ASCII case. A word outside the list is kept and reported
/// (DQ-03); nothing is guessed by likeness.
public struct Vocabulary: Hashable, Sendable {
  /// A stable name, such as `exportState`.
  public let name: String
  /// The words as the schema writes them; a cell holds the position.
  public let words: [String]

  private init(_ name: String, _ words: [String]) {
    self.name = name
    self.words = words
  }

  /// A vocabulary from an enumeration of its words.
  fileprivate static func of<Word: VocabularyWord>(_ name: String, _: Word.Type) -> Vocabulary {
    Vocabulary(name, Word.allCases.map(\.rawValue))
  }
}

/// A word of a closed list; the raw value is the word as the schema writes it.
public protocol VocabularyWord: RawRepresentable<String>, CaseIterable, Hashable, CellValue {
  /// The list.
  static var vocabulary: Vocabulary { get }
}

/// The type of an environment (Web API `instanceType`).
public enum InstanceType: String, VocabularyWord {
  case trial, sandbox, production, pitchDemo, pov
  /// The list.
  public static let vocabulary = Vocabulary.of("instanceType", Self.self)
}

/// Whether the environment's customers are persons or businesses.
public enum Audience: String, VocabularyWord {
  case individuals = "B2C"
  case businesses = "B2B"
  /// The list.
  public static let vocabulary = Vocabulary.of("audience", Self.self)
}

/// Where the environment keeps its data.
public enum DataStorage: String, VocabularyWord {
  case managed, ownDataLake
  /// The list.
  public static let vocabulary = Vocabulary.of("dataStorage", Self.self)
}

/// The kind of a principal.
public enum PrincipalType: String, VocabularyWord {
  case user, group, app
  /// The list.
  public static let vocabulary = Vocabulary.of("principalType", Self.self)
}

/// A role in the environment.
public enum Role: String, VocabularyWord {
  case admin, contributor, marketingContributor, viewer
  /// The list.
  public static let vocabulary = Vocabulary.of("role", Self.self)
}

/// What a connection serves.
public enum ConnectionPurpose: String, VocabularyWord {
  case export, enrichment
  /// The list.
  public static let vocabulary = Vocabulary.of("connectionPurpose", Self.self)
}

/// How a connection proves itself to the service.
public enum CredentialMethod: String, VocabularyWord {
  case oauth, apiKey, password, sshKey, accountKey, servicePrincipal, managedIdentity
  case sharedAccessSignature, token, none
  /// The list.
  public static let vocabulary = Vocabulary.of("credentialMethod", Self.self)
}

/// The state of a transfer agreement given by an administrator.
public enum ConsentState: String, VocabularyWord {
  case accepted, declined, withdrawn, expired, none
  /// The list.
  public static let vocabulary = Vocabulary.of("consentState", Self.self)
}

/// As whom a person agreed.
public enum ConsentCapacity: String, VocabularyWord {
  case environmentAdministrator, tenantAdministrator
  /// The list.
  public static let vocabulary = Vocabulary.of("consentCapacity", Self.self)
}

/// What was changed about a connection, an export or an enrichment.
public enum ChangeKind: String, VocabularyWord {
  case target, credential, sharingWidened, sharingNarrowed, payloadGrew, payloadShrank, recipient
  case name, schedule, other
  /// The list.
  public static let vocabulary = Vocabulary.of("changeKind", Self.self)
}

/// What a consent or another paper is about.
public enum RecordSubject: String, VocabularyWord {
  case connection, export, enrichment, environment, keyVault, privateLink, diagnostics
  case customModel, segment, table
  /// The list.
  public static let vocabulary = Vocabulary.of("recordSubject", Self.self)
}

/// Whether an export or enrichment is switched on.
public enum ActivationState: String, VocabularyWord {
  case active, inactive
  /// The list.
  public static let vocabulary = Vocabulary.of("activationState", Self.self)
}

/// A state in the history of an export or enrichment.
public enum HistoryState: String, VocabularyWord {
  case active, inactive, detached, deactivated, scheduleOn, scheduleOff, removed
  /// The list.
  public static let vocabulary = Vocabulary.of("historyState", Self.self)
}

/// The kind of an item that an export sends.
public enum ItemKind: String, VocabularyWord {
  case segment, table, customer
  /// The list.
  public static let vocabulary = Vocabulary.of("itemKind", Self.self)
}

/// Whom an export to LinkedIn Ads addresses.
public enum Targeting: String, VocabularyWord {
  case contact, company
  /// The list.
  public static let vocabulary = Vocabulary.of("targeting", Self.self)
}

/// How a segment is made.
public enum SegmentKind: String, VocabularyWord {
  case dynamic, `static`, expansion
  /// The list.
  public static let vocabulary = Vocabulary.of("segmentKind", Self.self)
}

/// The state of a segment (Web API `SegmentMetadata.state`).
public enum SegmentState: String, VocabularyWord {
  case active, inactive, validating, validated, invalid, validationError
  /// The list.
  public static let vocabulary = Vocabulary.of("segmentState", Self.self)
}

/// What the members of a segment are.
public enum SegmentBase: String, VocabularyWord {
  case customer, account, contact
  /// The list.
  public static let vocabulary = Vocabulary.of("segmentBase", Self.self)
}

/// When a target runs.
public enum ScheduleMode: String, VocabularyWord {
  case system, custom, off
  /// The list.
  public static let vocabulary = Vocabulary.of("scheduleMode", Self.self)
}

/// What a run or a schedule is for.
public enum RunTarget: String, VocabularyWord {
  case export, enrichment, segment, measure, table
  /// The list.
  public static let vocabulary = Vocabulary.of("runTarget", Self.self)
}

/// How a run ended, in the normal form of `domain.md` A.7, with the Web API's words beside it.
public enum RunStatus: String, BitwiseCopyable, VocabularyWord {
  case successful, running, queued, skipped, failed, timedOut, aborted, deleted, needsUpdate
  case notStarted, failedPermanently
  /// The list.
  public static let vocabulary = Vocabulary.of("runStatus", Self.self)
}

/// What started a run.
public enum SubmissionKind: String, VocabularyWord {
  case scheduled, onDemand
  /// The list.
  public static let vocabulary = Vocabulary.of("submissionKind", Self.self)
}

/// The class of a field's data, as the data owner sees it.
public enum FieldClass: String, VocabularyWord {
  case general, contact, identifier, demographic, financial, behavioral
  case location, freeText, nationalId, health, specialCategory, children, sensitive
  /// The list.
  public static let vocabulary = Vocabulary.of("fieldClass", Self.self)
}

/// Where a run's record count comes from.
public enum CountSource: String, VocabularyWord {
  case recorded, derived
  /// The list.
  public static let vocabulary = Vocabulary.of("countSource", Self.self)
}

/// The kind of an agreement with a recipient.
public enum AgreementKind: String, VocabularyWord {
  case processorContract, jointController, controllerToController, standardTerms
  /// The list.
  public static let vocabulary = Vocabulary.of("agreementKind", Self.self)
}

/// The legal means by which data may go to a third country.
public enum TransferMechanism: String, VocabularyWord {
  case adequacy, standardClauses, bindingRules, certification, derogation, none
  /// The list.
  public static let vocabulary = Vocabulary.of("transferMechanism", Self.self)
}

/// The scope of a limit.
public enum LimitScope: String, VocabularyWord {
  case perExport, perSegment, total, unstated
  /// The list.
  public static let vocabulary = Vocabulary.of("limitScope", Self.self)
}

/// The sources a section may come from.
public enum SourceKind: String, VocabularyWord {
  case webapi, azureMonitor, logAnalytics, uiList, arm2017, document, manual, snapshot
  /// The list.
  public static let vocabulary = Vocabulary.of("sourceKind", Self.self)
}
