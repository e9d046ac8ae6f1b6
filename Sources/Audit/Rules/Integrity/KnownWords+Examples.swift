import Model

extension KnownWords {
  static let reads = FieldNames.all { _, field, _ in
    field.kind.isKey || field.holds { $0.isWord }
  }

  private static func connection(_ type: String, _ purpose: String = "export") -> String {
    #""connections":[{"connectionId":"c-1","purposeKind":"\#(purpose)","type":"\#(type)"}]"#
  }

  static let examples = [
    RuleExample(
      .pass, "known words, in whatever case", on: "runs/r-1",
      #""runs":[{"runId":"r-1","status":"Successful","submissionKind":"onDemand"}]"#),
    RuleExample(
      .fail, "a word that nobody knows", Reason.unknownWord, on: "runs/r-1",
      #""runs":[{"runId":"r-1","status":"succesful"}]"#),
    RuleExample(
      .fail, "a number instead of a word", Reason.unknownWord, on: "exports/e-1",
      #""exports":[{"exportId":"e-1","state":1}]"#),
    RuleExample(
      .fail, "a word in a list", Reason.unknownWord, on: "roleAssignments#0",
      #""roleAssignments":[{"principalId":"p-1","roles":["Admin","owner"]}]"#),
    RuleExample(
      .pass, "words that nobody looked at", on: "exports/e-1",
      #""exports":[{"exportId":"e-1","state":null}]"#),
    RuleExample(.pass, "an alias of a service", on: "connections/c-1", connection("Brevo")),
    RuleExample(
      .fail, "a service that the catalogue lacks", Reason.unknownService, on: "connections/c-1",
      connection("mailchip")),
    RuleExample(
      .fail, "a number instead of a service", Reason.unknownService, on: "enrichments/n-1",
      #""enrichments":[{"enrichmentId":"n-1","type":7}]"#),
    RuleExample(
      .unknown, "a name of four services", Reason.ambiguousService, on: "connections/c-1",
      connection("ftp")),
    RuleExample(
      .pass, "the purpose tells two services of one name apart", on: "connections/c-1",
      connection("LiveRamp", "enrichment")),
    RuleExample(
      .pass, "a retired service is still known", on: "connections/c-1", connection("rollWorks")),
    RuleExample(
      .fail, "unknown words in every field", Reason.unknownWord, on: "exports/exports-exportid-1",
      collected: ShapeExamples.collection { unknownWord(in: $0) },
      ShapeExamples.sections { _, field, _ in unknownWord(in: field) }),
  ]

  private static func unknownWord(in field: FieldShape) -> String? {
    switch field.kind {
    case .word, .service: #""nonesuch""#
    default: nil
    }
  }
}
