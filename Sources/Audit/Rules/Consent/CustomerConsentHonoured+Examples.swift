import Model

extension CustomerConsentHonoured {
  static let reads = [
    "collection.collectedUtc", "collection.sources", "collection.sources.complete",
    "collection.sources.section", "connections.connectionId", "connections.type",
    "exports.connectionId", "exports.exportId", "exports.items", "exports.items.kind",
    "exports.items.name", "exports.lawfulBasis", "exports.purpose", "exports.removedUtc",
    "exports.state", "segments.consentOverride.approvedBy",
    "segments.consentOverride.approvedUtc", "segments.consentRule.mode",
    "segments.consentRule.purpose", "segments.consentRule.value",
    "segments.defaultConsentOverridden", "segments.kind", "segments.name",
  ]

  private static let complete: [Section] = [.exports, .connections, .segments]
  private static let byConsent = #","lawfulBasis":"consent","purpose":"News""#
  private static let byContract = #","lawfulBasis":"contract""#
  private static let mail = #","connections":[{"connectionId":"c-1","type":"mailchimp"}]"#

  private static func export(
    _ members: String, _ item: String = #"{"kind":"segment","name":"Buyers"}"#,
    state: String = #","state":"active""#
  ) -> String {
    #""exports":[{"exportId":"e-1","connectionId":"c-1","items":[\#(item)]\#(state)\#(members)}]"#
  }

  private static func rule(_ mode: String, _ value: String, _ purpose: String = "news") -> String {
    #","consentRule":{"mode":"\#(mode)","value":"\#(value)","purpose":"\#(purpose)"}"#
  }

  private static let kept = #","defaultConsentOverridden":false"#

  private static func segment(_ members: String, kind: String = #","kind":"dynamic""#) -> String {
    #","segments":[{"name":"Buyers"\#(kind)\#(members)}]"#
  }

  private static func judged(
    _ outcome: Outcome, _ name: String, _ reason: Reason?, complete: [Section] = complete,
    _ sections: String
  ) -> RuleExample {
    RuleExample(outcome, name, reason, on: "e-1", complete: complete, sections)
  }

  static let examples = rules + bases + consentBases + overrides + guards

  private static let rules = [
    judged(
      .pass, "those who agreed are included", nil,
      export(byConsent) + mail + segment(kept + rule("include", "OptedIn"))),
    judged(
      .pass, "those who refused are excluded", nil,
      export(byConsent) + mail + segment(kept + rule("Exclude", "opted-out"))),
    judged(
      .fail, "those who refused are included", .wrongRule,
      export(byConsent) + mail + segment(kept + rule("include", "OptedOut"))),
    judged(
      .fail, "those who agreed are excluded", .wrongRule,
      export(byConsent) + mail + segment(kept + rule("exclude", "yes"))),
    judged(
      .unknown, "a value that nobody knows", .ruleUnknown,
      export(byConsent) + mail + segment(kept + rule("include", "maybe"))),
    judged(
      .unknown, "a rule on another purpose", .otherPurpose,
      export(byConsent) + mail + segment(kept + rule("include", "OptedIn", "surveys"))),
    judged(
      .fail, "somebody looked, and there is no rule", .noRule,
      export(byConsent) + mail + segment(kept + #","consentRule":null"#)),
    judged(
      .unknown, "null proves nothing where the section isn't called complete", .ruleUnknown,
      complete: [.exports, .connections],
      export(byConsent) + mail + segment(kept + #","consentRule":null"#)),
    judged(
      .unknown, "nobody looked for a rule", .ruleUnknown, export(byConsent) + mail + segment(kept)),
    judged(
      .unknown, "the segment isn't listed", .ruleUnknown,
      export(byConsent) + mail + #","segments":[]"#),
    judged(
      .unknown, "a static segment keeps those who have withdrawn", .staticSegment,
      export(byConsent) + mail
        + segment(kept + rule("include", "OptedIn"), kind: #","kind":"static""#)),
    judged(
      .unknown, "nobody knows how the segment is made", .ruleUnknown,
      export(byConsent) + mail + segment(kept + rule("include", "OptedIn"), kind: "")),
  ]

  private static let bases = [
    judged(.pass, "another basis needs no rule", nil, export(byContract) + mail + segment("")),
    judged(
      .fail, "no basis is on record, nor a rule", .noRule,
      export(#","lawfulBasis":null"#) + mail + segment(kept + #","consentRule":null"#)),
    judged(
      .unknown, "nobody looked for a basis, and there is no rule", .basisUnknown,
      export("") + mail + segment(kept + #","consentRule":null"#)),
    judged(
      .fail, "the whole table of customers rests on consent", .noRule,
      export(byConsent, #"{"kind":"table","name":"Customer"}"#) + mail),
    judged(
      .unknown, "the whole table, and nobody looked for a basis", .basisUnknown,
      export("", #"{"kind":"customer","name":"Customer"}"#) + mail),
    judged(
      .pass, "another table holds no customers", nil,
      export(byConsent, #"{"kind":"table","name":"Stores"}"#) + mail),
    judged(
      .unknown, "a table without a name may be that of the customers", .itemsUnknown,
      export(byConsent, #"{"kind":"table"}"#) + mail),
    judged(
      .unknown, "nobody knows what the item is", .itemsUnknown,
      export(byConsent, #"{"name":"Buyers"}"#) + mail),
    judged(
      .unknown, "nobody listed the items", .itemsUnknown,
      #""exports":[{"exportId":"e-1","connectionId":"c-1","state":"active""# + byConsent + "}]"
        + mail),
  ]

  private static let agreed = rule("include", "OptedIn")

  private static func based(on basis: String) -> String {
    export(#","lawfulBasis":"\#(basis)","purpose":"News""#) + mail
      + segment(kept + #","consentRule":null"#)
  }

  private static let consentBases = [
    judged(.fail, "consent in French is consent", .noRule, based(on: "Consentement")),
    judged(
      .unknown, "consent with its article may rest on nothing else", .basisUnclear,
      based(on: "Consent, GDPR 6(1)(a)")),
    judged(.unknown, "the article of consent alone", .basisUnclear, based(on: "Art. 6(1)(a)")),
    judged(.pass, "the article of contracts", nil, based(on: "Art. 6(1)(b)")),
    judged(.fail, "consent in letters of full width", .noRule, based(on: "ｃｏｎｓｅｎｔ")),
    judged(
      .unknown, "the letter of consent before its article", .basisUnclear,
      based(on: "Point (a) of Article 6(1) GDPR")),
    judged(
      .unknown, "the article of consent in German", .basisUnclear,
      based(on: "Art. 6 Abs. 1 lit. a DSGVO")),
    judged(.unknown, "words that name no basis", .basisUnclear, based(on: "opted in")),
    judged(.unknown, "a contract that there isn't", .basisUnclear, based(on: "no contract")),
    judged(
      .unknown, "a contract beside consent", .basisUnclear, based(on: "contract or consent")),
    judged(.pass, "a basis with its article", nil, based(on: "Legitimate interests (6.1.f)")),
    judged(.pass, "a basis as one word", nil, based(on: "legitimateInterest")),
    judged(
      .pass, "the article of legitimate interests in German", nil,
      based(on: "Art. 6 Abs. 1 S. 1 lit. f DSGVO")),
    judged(
      .pass, "the letter of contracts before its article", nil,
      based(on: "point (b) of Article 6(1) GDPR")),
    judged(.fail, "a word that stands for nothing", .noRule, based(on: "N/A")),
    judged(.fail, "punctuation stands for nothing", .noRule, based(on: "-")),
    judged(
      .unknown, "such a word proves nothing where the section isn't called complete",
      .basisUnknown, complete: [.connections, .segments], based(on: "TBD")),
  ]

  private static let overrides = [
    judged(
      .fail, "the default rules are switched off without permission", .overrideNotApproved,
      export(byConsent) + mail
        + segment(agreed + #","defaultConsentOverridden":true,"consentOverride":null"#)),
    judged(
      .fail, "another basis permits nobody to switch them off", .overrideNotApproved,
      export(byContract) + mail
        + segment(#","defaultConsentOverridden":true,"consentOverride":null"#)),
    judged(
      .pass, "somebody allowed it", nil,
      export(byConsent) + mail
        + segment(
          agreed + #","defaultConsentOverridden":true,"consentOverride":{"approvedBy":"p-1","#
            + #""approvedUtc":"2025-01-01T00:00:00Z"}"#)),
    judged(
      .unknown, "the permission is dated after the collection", .overrideUnknown,
      export(byConsent) + mail
        + segment(
          agreed + #","defaultConsentOverridden":true,"consentOverride":{"approvedBy":"p-1","#
            + #""approvedUtc":"2031-01-01T00:00:00Z"}"#)),
    judged(
      .unknown, "nobody looked for a permission", .overrideUnknown,
      export(byConsent) + mail + segment(agreed + #","defaultConsentOverridden":true"#)),
    judged(
      .unknown, "nobody looked whether they are switched off", .overrideUnknown,
      export(byConsent) + mail + segment(agreed)),
  ]

  private static let guards = [
    judged(
      .notApplicable, "inactive", .inactive, export(byConsent, state: #","state":"inactive""#)),
    judged(
      .notApplicable, "removed", .inactive,
      export(byConsent + #","removedUtc":"2025-01-01T00:00:00Z""#)),
    judged(
      .notApplicable, "detached", .detached,
      #""exports":[{"exportId":"e-1","connectionId":null,"state":"active"}]"#),
    judged(
      .notApplicable, "own storage", .ownRecipient,
      export(byConsent) + #","connections":[{"connectionId":"c-1","type":"azure-blob-storage"}]"#),
    judged(
      .fail, "Microsoft Advertising is no stranger, but it advertises", .wrongRule,
      export(byConsent)
        + #","connections":[{"connectionId":"c-1","type":"microsoft-advertising"}]"#
        + segment(kept + rule("include", "OptedOut"))),
    judged(.unknown, "nobody listed the connection", .recipientUnknown, export(byConsent)),
    judged(
      .notApplicable, "Azure Maps belongs to Microsoft", .ownRecipient,
      export(byConsent)
        + #","connections":[{"connectionId":"c-1","purposeKind":"enrichment","#
        + #""type":"azure-maps"}]"#),
    judged(
      .unknown, "nobody recorded the state", .stateUnknown,
      export(byConsent, state: "") + mail + segment(kept + agreed)),
  ]
}
