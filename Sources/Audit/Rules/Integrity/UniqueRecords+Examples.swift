import Model

extension UniqueRecords {
  static let reads =
    (FieldNames.all { section, _, _ in !section.isSingle && section.shape.keyField != nil }
    + ["environment.instanceId", "environment.ownerPrincipalId"]).sorted()

  private static func consents(_ second: String) -> String {
    #""consents":[{"consentId":"k-1","subjectType":"connection","subjectId":"c-1","#
      + #""state":"accepted","acceptedUtc":"2025-01-01T00:00:00Z"},{"consentId":"k-2",\#(second)}]"#
  }

  static let examples = ids + repeated

  private static let ids = [
    RuleExample(.pass, "one id", on: "exports/e-1", #""exports":[{"exportId":"e-1"}]"#),
    RuleExample(
      .fail, "two records with one id", Reason.differentContent, on: "exports/e-1",
      #""exports":[{"exportId":"e-1","state":"active"},{"exportId":"e-1","state":"inactive"}]"#),
    RuleExample(
      .fail, "one has a list that the other lacks", Reason.differentContent, on: "exports/e-1",
      #""exports":[{"exportId":"e-1","fields":["a"]},{"exportId":"e-1","fields":["a","b"]}]"#),
    RuleExample(
      .fail, "two copies of one record", Reason.identicalContent, on: "exports/e-1",
      severity: .low,
      #""exports":[{"exportId":"e-1","fields":["a"]},{"exportId":"e-1","fields":["a"]}]"#),
    RuleExample(
      .pass, "one id in two sections", on: "exports/x-1",
      #""exports":[{"exportId":"x-1"}],"enrichments":[{"enrichmentId":"x-1"}]"#),
    RuleExample(
      .fail, "one id in two spellings", Reason.identicalContent, on: "exports/E-1", severity: .low,
      #""exports":[{"exportId":"e-1"},{"exportId":"E-1"}]"#),
    RuleExample(
      .pass, "the first of two spellings", on: "exports/e-1",
      #""exports":[{"exportId":"e-1"},{"exportId":"E-1"}]"#),
    RuleExample(
      .fail, "two spellings, different content", Reason.differentContent, on: "exports/{e-1}",
      #""exports":[{"exportId":"e-1","purpose":"a"},{"exportId":"{e-1}","purpose":"b"}]"#),
    RuleExample(
      .fail, "records that differ in every field", Reason.differentContent,
      on: "runs/runs-runid-1",
      ShapeExamples.sections(copies: 2) { _, field, copy in
        switch field.kind {
        case .key, .records, .values, .map: nil
        default: #""text \#(copy)""#
        }
      }),
    RuleExample(
      .fail, "records whose lists differ", Reason.differentContent,
      on: "exports/exports-exportid-1",
      ShapeExamples.sections(copies: 2) { _, field, copy in
        field.kind.child == nil ? nil : copy == 0 ? "[]" : "null"
      }),
  ]

  private static let repeated = [
    RuleExample(
      .fail, "one consent twice", Reason.repeatedConsent, on: "consents/k-2", severity: .low,
      consents(
        #""subjectType":"connection","subjectId":"c-1","state":"accepted","#
          + #""acceptedUtc":"2025-01-01T00:00:00Z""#)),
    RuleExample(
      .pass, "the first of the two", on: "consents/k-1",
      consents(
        #""subjectType":"connection","subjectId":"c-1","state":"accepted","#
          + #""acceptedUtc":"2025-01-01T00:00:00Z""#)),
    RuleExample(
      .pass, "a second later", on: "consents/k-2",
      consents(
        #""subjectType":"connection","subjectId":"c-1","state":"accepted","#
          + #""acceptedUtc":"2025-01-01T00:00:01Z""#)),
    RuleExample(
      .pass, "about something else", on: "consents/k-2",
      consents(
        #""subjectType":"connection","subjectId":"c-2","state":"accepted","#
          + #""acceptedUtc":"2025-01-01T00:00:00Z""#)),
    RuleExample(
      .fail, "opposite states at one time", Reason.oppositeAtOneTime, on: "consents/k-2",
      consents(
        #""subjectType":"connection","subjectId":"c-1","state":"withdrawn","#
          + #""withdrawnUtc":"2025-01-01T00:00:00Z""#)),
    RuleExample(
      .fail, "declined when it was accepted", Reason.oppositeAtOneTime, on: "consents/k-2",
      consents(
        #""subjectType":"connection","subjectId":"c-1","state":"declined","#
          + #""decidedUtc":"2025-01-01T00:00:00Z""#)),
  ]
}
