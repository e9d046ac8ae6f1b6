public import Model

/// The shipped rules.
public enum RuleRegistry {
  /// All rules, in the order of their groups and numbers.
  public static let all: [any Rule.Type] = [
    TransferConsentRecorded.self,  // CON-01
    ConsentGivenByAdministrator.self,  // CON-02
    ConsentBeforeTransfer.self,  // CON-03
    PrivacyTextInForce.self,  // CON-04
    ConsentFresh.self,  // CON-05
    WithdrawnConsentStopsTransfer.self,  // CON-06
    ConsentForThisEnvironment.self,  // CON-07
    CustomerConsentHonoured.self,  // CON-08
    SharingKnown.self,  // SHR-01
    SharingApproved.self,  // SHR-02
    PrincipalsValid.self,  // SHR-03
    AuthorMayUseConnection.self,  // SHR-04
    EnrichmentUseAccounted.self,  // SHR-05
    EnvironmentAdministered.self,  // SHR-06
    DetachedExportDecided.self,  // LIF-01
    InactiveItemsDoNotRun.self,  // LIF-02
    OrphanConnection.self,  // LIF-03
    RemovalBlockersCleared.self,  // LIF-04
    ItemsSucceed.self,  // LIF-05
    ServiceSupported.self,  // LIF-06
    LeftDataDecided.self,  // LIF-07
    NamedAndOwned.self,  // LIF-08
    DestinationMaximum.self,  // LIM-01
    NearMaximum.self,  // LIM-02
    AudienceMinimum.self,  // LIM-03
    AllowedKinds.self,  // LIM-04
    RequiredIdentifier.self,  // LIM-05
    RunDuration.self,  // LIM-06
    FieldsNeeded.self,  // LIM-07
    VaultUsed.self,  // CRD-01
    VaultFits.self,  // CRD-02
    CredentialAge.self,  // CRD-03
    NoSecrets.self,  // CRD-04
    ServiceIdentity.self,  // CRD-05
    RecipientAgreement.self,  // TRF-01
    TransferRecorded.self,  // TRF-02
    ProcessingPlace.self,  // TRF-03
    SameOrganization.self,  // TRF-04
    SensitiveAdvertising.self,  // TRF-05
    FinalRecipient.self,  // TRF-06
    ReferencesResolve.self,  // DQ-01
    UniqueRecords.self,  // DQ-02
    KnownWords.self,  // DQ-03
    PossibleValues.self,  // DQ-04
    ProvenSections.self,  // DQ-05
  ]

  /// What is fixed about each rule, in the same order.
  public static let descriptions: [RuleDescription] = all.map { $0.description }

  /// The rule with an id, such as `CON-01`.
  public static func rule(_ id: String) -> (any Rule.Type)? {
    all.first { $0.description.id == id }
  }

  /// The rules that read each field, by names such as `exports.detachedUtc`.
  public static var rulesByField: [String: [String]] {
    var rules: [String: [String]] = [:]
    for rule in all {
      for field in rule.reads { rules[field, default: []].append(rule.description.id) }
    }
    return rules
  }
}
