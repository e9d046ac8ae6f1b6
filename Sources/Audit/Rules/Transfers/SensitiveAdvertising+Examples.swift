import Model

extension SensitiveAdvertising {
  static let reads = [
    "collection.collectedUtc", "collection.sources", "collection.sources.complete",
    "collection.sources.section", "connections.connectionId", "connections.type",
    "exports.connectionId", "exports.explicitBasis", "exports.exportId", "exports.fields",
    "exports.items", "exports.items.kind", "exports.items.name", "exports.mapping",
    "exports.mapping.source", "exports.mapping.target", "segments.consentRule.mode",
    "segments.consentRule.purpose", "segments.consentRule.value", "segments.displayName",
    "segments.name", "tables.fields",
    "tables.fields.classification", "tables.fields.name", "tables.name",
  ]

  private static let tables = #"""
    ,"tables":[{"name":"Customer","fields":[{"name":"EMail","classification":"contact"},
    {"name":"Diagnosis","classification":"health"},{"name":"City"}]}]
    """#
  private static let filter =
    #""consentRule":{"mode":"exclude","purpose":"Sale or sharing","value":"opted-out"}"#

  private static func consentRule(_ mode: String, _ purpose: String, _ value: String) -> String {
    #""consentRule":{"mode":"\#(mode)","purpose":"\#(purpose)","value":"\#(value)"}"#
  }

  private static func document(
    _ type: String, _ source: String = "EMail", rule: String = filter, segment: String = "Buyers",
    export: String = ""
  ) -> String {
    LimitExamples.sections(
      type, [(segment, rule)],
      export: #","mapping":[{"target":"email","source":"Customer.\#(source)"}]\#(export)"#,
      more: tables)
  }

  static let examples =
    LimitExamples.guards(Reason.self, detached: .detached) + fieldExamples + audienceExamples

  private static let fieldExamples = [
    example(.pass, "plain data to a third party", document("braze", rule: #""members":1"#)),
    example(
      .fail, "health data without a basis", .sensitiveField,
      document("braze", "Diagnosis", export: #","explicitBasis":null"#)),
    example(
      .pass, "health data on an explicit basis",
      document("braze", "Diagnosis", export: #","explicitBasis":"consent form 12""#)),
    example(
      .fail, "a word that stands for no basis", .sensitiveField,
      document("braze", "Diagnosis", export: #","explicitBasis":"None""#)),
    example(
      .fail, "punctuation is no basis", .sensitiveField,
      document("braze", "Diagnosis", export: #","explicitBasis":"?""#)),
    example(
      .unknown, "nobody looked for a basis", .basisUnknown, document("braze", "Diagnosis")),
    example(
      .unknown, "a field without a class", .unclassified, document("braze", "City")),
    example(
      .unknown, "a mapping that doesn't say what is sent", .unclassified,
      LimitExamples.sections(
        "braze", [("Buyers", filter)], export: #","mapping":[{"target":"email"}]"#, more: tables)),
    example(
      .unknown, "nobody looked which fields are sent", .fieldsUnknown,
      LimitExamples.sections("braze", [("Buyers", filter)], more: tables)),
    example(
      .unknown, "a list of fields that can't be read beside a harmless mapping", .fieldsUnknown,
      LimitExamples.sections(
        "braze", [("Buyers", filter)],
        export: #","fields":"Diagnosis","mapping":[{"target":"email","source":"Customer.EMail"}]"#,
        more: tables)),
    example(
      .fail, "one of two fields without a mapping is about health", .sensitiveField,
      LimitExamples.sections(
        "sftp", [("Buyers", filter)],
        export: #","fields":["EMail","Diagnosis"],"explicitBasis":null"#, more: tables)),
    example(
      .unknown, "of two tables nobody knows which holds the field", .unclassified,
      LimitExamples.sections(
        "sftp", export: #","fields":["Diagnosis"],"explicitBasis":null"#,
        items: #"[{"kind":"table","name":"Orders"},{"kind":"table","name":"Customer"}]"#,
        more: tables)),
    example(
      .pass, "plain data to whom nobody names", document("sftp-custom-import", rule: filter)),
    example(
      .unknown, "health data to whom nobody names", .basisUnknown,
      document("sftp-custom-import", "Diagnosis", export: #","explicitBasis":null"#)),
    example(
      .notApplicable, "storage of one's own", .notOutward, document("azure-blob-storage")),
  ]

  private static let audienceExamples = [
    example(.pass, "opt-outs are excluded, and identifiers hashed", document("snapchat")),
    example(
      .pass, "Microsoft Advertising is for advertising", document("microsoft-advertising")),
    example(
      .fail, "nobody is excluded", .optOutIgnored,
      document("snapchat", rule: #""consentRule":null"#)),
    example(
      .unknown, "nobody looked for a rule on consent", .optOutUnclear,
      document("snapchat", rule: #""members":1"#)),
    example(
      .pass, "only who agreed to sale is included",
      document("snapchat", rule: consentRule("include", "sale", "optedIn"))),
    example(
      .fail, "only who opted out is included", .optOutIgnored,
      document("snapchat", rule: consentRule("include", "sale", "optedOut"))),
    example(
      .fail, "who agreed is excluded", .optOutIgnored,
      document("snapchat", rule: consentRule("exclude", "sharing", "optedIn"))),
    example(
      .unknown, "nobody says whom the rule excludes", .optOutUnclear,
      document("snapchat", rule: #""consentRule":{"mode":"exclude","purpose":"sale"}"#)),
    example(
      .unknown, "who agrees not to be sold may be meant either way", .optOutUnclear,
      document("snapchat", rule: consentRule("include", "Do not sell", "optedIn"))),
    example(
      .pass, "who opted out is excluded under that name too",
      document("snapchat", rule: consentRule("exclude", "Do not sell", "optedOut"))),
    example(
      .unknown, "a rule on another purpose", .optOutUnclear,
      document("snapchat", rule: #""consentRule":{"mode":"include","purpose":"Newsletter"}"#)),
    example(
      .unknown, "a rule that neither includes nor excludes", .optOutUnclear,
      document("snapchat", rule: #""consentRule":{"mode":"ask","purpose":"sale"}"#)),
    example(
      .unknown, "the list of segments may lack it", .optOutUnclear,
      LimitExamples.sections(
        "snapchat", export: #","mapping":[{"target":"email","source":"EMail"}]"#,
        items: #"[{"kind":"segment","name":"Other"}]"#, more: tables)),
    example(
      .unknown, "hashing is not stated", .hashingNotStated, document("adroll")),
    example(
      .unknown, "nobody says that a container holds hashed identifiers", .hashingNotStated,
      document("inmobi")),
    RuleExample(
      .unknown, "hashing was not stated at the time", Reason.hashingNotStated, on: "e-1",
      complete: LimitExamples.complete,
      collected: #""collectedUtc":"2022-12-21T00:00:00Z","timeZone":"UTC""#,
      document("snapchat")),
    example(
      .fail, "the name of the audience tells something", .nameReveals,
      document("linkedin-ads", segment: "DiabetesPatients")),
    example(
      .fail, "an abbreviation before another word tells something", .nameReveals,
      document("linkedin-ads", segment: "HIVPositive")),
    example(
      .fail, "so do letters of full width", .nameReveals,
      document("linkedin-ads", segment: "\u{FF28}\u{FF29}\u{FF36} group")),
    example(
      .unknown, "the name may be sent along", .nameMayReveal,
      document("google-ads", segment: "DiabetesPatients")),
    example(
      .unknown, "part of a word is a hint", .nameMayReveal,
      document("linkedin-ads", segment: "Prediabetesgroup")),
    example(
      .fail, "the displayed name counts", .nameReveals,
      document("iterable", rule: filter + #","displayName":"Pregnant customers""#)),
    example(
      .unknown, "behind the displayed name", .nameMayReveal,
      document(
        "iterable", rule: filter + #","displayName":"Customers""#, segment: "DiabetesPatients")),
    example(
      .fail, "blanks are no displayed name", .nameReveals,
      document("iterable", rule: filter + #","displayName":" ""#, segment: "DiabetesPatients")),
    example(
      .unknown, "nobody says whether it is a segment", .nameMayReveal,
      LimitExamples.sections(
        "iterable", [("DiabetesPatients", filter)],
        export: #","fields":["EMail"]"#, items: #"[{"name":"DiabetesPatients"}]"#, more: tables)),
    example(
      .unknown, "nobody says what is sent", .itemsUnknown,
      LimitExamples.sections(
        "iterable", [("Buyers", filter)], export: #","fields":["EMail"]"#, items: "null",
        more: tables)),
    example(
      .unknown, "a segment without a name", .itemsUnknown,
      LimitExamples.sections(
        "iterable", [("Buyers", filter)], export: #","fields":["EMail"]"#,
        items: #"[{"kind":"segment"}]"#, more: tables)),
    example(
      .pass, "a name that stays here", document("snapchat", segment: "DiabetesPatients")),
  ]
}
