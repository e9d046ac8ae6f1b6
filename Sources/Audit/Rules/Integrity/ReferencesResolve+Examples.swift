import Model

extension ReferencesResolve {
  static let reads =
    (FieldNames.all { _, field, _ in
      field.kind.isKey || field.name == "instanceId" || field.holds { $0.isReference }
    } + [
      "collection.collectedUtc", "collection.sources", "collection.sources.complete",
      "collection.sources.section", "consents.subjectType", "deletions.deletedUtc",
      "deletions.subjectId", "deletions.subjectType", "exports.items.kind", "principals.upn",
      "runs.targetKind", "schedules.targetKind",
    ]).sorted()

  private static let complete: [Section] = [
    .principals, .connections, .exports, .enrichments, .segments, .tables, .keyVaults, .schedules,
    .runs, .consents,
  ]

  private static func example(
    _ outcome: Outcome, _ name: String, _ reason: Reason? = nil, on subject: String,
    complete: [Section] = complete, sections: String
  ) -> RuleExample {
    RuleExample(outcome, name, reason, on: subject, complete: complete, sections)
  }

  private static let none = """
    "principals":[],"enrichments":[],"segments":[],"tables":[],"keyVaults":[]
    """

  static let examples = references + kinds + environments + everyField

  private static let references = [
    example(
      .pass, "the connection is there", on: "exports/e-1",
      sections: #""connections":[{"connectionId":"c-1"}],"#
        + #""exports":[{"exportId":"e-1","connectionId":"c-1"}]"#),
    example(
      .fail, "the connection isn't there", .connectionNotFound, on: "exports/e-1",
      sections: #""connections":[],"exports":[{"exportId":"e-1","connectionId":"c-1"}]"#),
    example(
      .unknown, "the connections are missing", .sectionIncomplete, on: "exports/e-1",
      sections: #""exports":[{"exportId":"e-1","connectionId":"c-1"}]"#),
    example(
      .unknown, "the connections aren't called complete", .sectionIncomplete, on: "exports/e-1",
      complete: [.exports],
      sections: #""connections":[],"exports":[{"exportId":"e-1","connectionId":"c-1"}]"#),
    example(
      .pass, "no id is used", on: "exports/e-1",
      sections: #""connections":[],"exports":[{"exportId":"e-1"}]"#),
    example(
      .pass, "the connection is recorded as removed", on: "exports/e-1",
      sections: #""connections":[],"exports":[{"exportId":"e-1","connectionId":"c-1"}],"#
        + #""deletions":[{"deletionId":"d-1","subjectType":"connection","subjectId":"c-1"}]"#),
    example(
      .pass, "something of that id was removed, nobody recorded what", on: "exports/e-1",
      sections: #""connections":[],"exports":[{"exportId":"e-1","connectionId":"c-1"}],"#
        + #""deletions":[{"deletionId":"d-1","subjectId":"c-1"}]"#),
    example(
      .fail, "it was a segment of that id", .connectionNotFound, on: "exports/e-1",
      sections: #""connections":[],"exports":[{"exportId":"e-1","connectionId":"c-1"}],"#
        + #""deletions":[{"deletionId":"d-1","subjectType":"segment","subjectId":"c-1"}]"#),
    example(
      .fail, "it was something that no snapshot lists", .connectionNotFound, on: "exports/e-1",
      sections: #""connections":[],"exports":[{"exportId":"e-1","connectionId":"c-1"}],"#
        + #""deletions":[{"deletionId":"d-1","subjectType":"privateLink","subjectId":"c-1"}]"#),
    example(
      .fail, "by another record of that deletion it was something else", .connectionNotFound,
      on: "exports/e-1",
      sections: #""connections":[],"exports":[{"exportId":"e-1","connectionId":"c-1"}],"#
        + #""deletions":[{"deletionId":"d-1","subjectType":"connection","subjectId":"c-1"},"#
        + #"{"deletionId":"d-1","subjectType":"connection","subjectId":"c-2"}]"#),
    example(
      .pass, "another record of that deletion doesn't tell what it was", on: "exports/e-1",
      sections: #""connections":[],"exports":[{"exportId":"e-1","connectionId":"c-1"}],"#
        + #""deletions":[{"deletionId":"d-1","subjectId":"c-1"},"#
        + #"{"deletionId":"d-1","subjectType":"connection","subjectId":"c-1"}]"#),
    example(
      .fail, "the removal is dated after the collection", .connectionNotFound, on: "exports/e-1",
      sections: #""connections":[],"exports":[{"exportId":"e-1","connectionId":"c-1"}],"#
        + #""deletions":[{"deletionId":"d-1","subjectType":"connection","subjectId":"c-1","#
        + #""deletedUtc":"2031-01-01T00:00:00Z"}]"#),
    example(
      .unknown, "an id that is no text", .referenceUnclear, on: "exports/e-1",
      sections: #""connections":[],"exports":[{"exportId":"e-1","connectionId":["c-1"]}]"#),
    example(
      .pass, "a principal by its sign-in name", on: "connections/c-1",
      sections: #""principals":[{"principalId":"p-1","upn":"Ana@contoso.example"}],"#
        + #""connections":[{"connectionId":"c-1","createdBy":"ana@contoso.example"}]"#),
    example(
      .fail, "a principal that nobody knows", .principalNotFound, on: "connections/c-1",
      sections:
        #""principals":[],"connections":[{"connectionId":"c-1","allowedPrincipals":["p-9"]}]"#),
    example(
      .fail, "a key vault that isn't there", .keyVaultNotFound, on: "connections/c-1",
      sections: #""keyVaults":[],"#
        + #""connections":[{"connectionId":"c-1","credential":{"keyVaultRef":"kv-9"}}]"#),
  ]

  private static let kinds = [
    example(
      .fail, "a segment that isn't there", .itemNotFound, on: "exports/e-1",
      sections: #""segments":[],"tables":[{"name":"A"}],"#
        + #""exports":[{"exportId":"e-1","items":[{"kind":"segment","name":"A"}]}]"#),
    example(
      .pass, "a table of that name", on: "exports/e-1",
      sections: #""segments":[],"tables":[{"name":"A"}],"#
        + #""exports":[{"exportId":"e-1","items":[{"kind":"table","name":"A"}]}]"#),
    example(
      .fail, "agreed to a connection that isn't there", .subjectNotFound, on: "consents/k-1",
      sections: none + #","connections":[],"exports":[{"exportId":"x-1"}],"#
        + #""consents":[{"consentId":"k-1","subjectType":"connection","subjectId":"x-1"}]"#),
    example(
      .pass, "agreed to something that no snapshot lists", on: "consents/k-1",
      sections: #""consents":[{"consentId":"k-1","subjectType":"privateLink","subjectId":"x-1"}]"#),
    example(
      .fail, "a schedule for nothing", .targetNotFound, on: "schedules/s-1",
      sections: none + #","exports":[],"#
        + #""schedules":[{"scheduleId":"s-1","targetKind":"export","targetId":"e-9"}]"#),
    example(
      .pass, "a run of an export that has been removed since", on: "runs/r-1",
      sections: none + #","exports":[],"#
        + #""runs":[{"runId":"r-1","targetKind":"export","targetId":"e-9"}]"#),
    example(
      .unknown, "a run, and the exports are missing", .sectionIncomplete, on: "runs/r-1",
      sections: #""runs":[{"runId":"r-1","targetKind":"export","targetId":"e-9"}]"#),
    example(
      .pass, "a run of a measure, which no snapshot lists", on: "runs/r-1",
      sections: #""runs":[{"runId":"r-1","targetKind":"measure","targetId":"m-9"}]"#),
    example(
      .pass, "a run of a segment", on: "runs/r-1",
      sections: #""segments":[{"name":"A"}],"#
        + #""runs":[{"runId":"r-1","targetKind":"segment","targetId":"A"}]"#),
  ]

  private static let environments = [
    example(
      .fail, "two environments in one snapshot", .otherEnvironment, on: "consents/k-1",
      sections: #""environment":{"instanceId":"i-1"},"#
        + #""consents":[{"consentId":"k-1","instanceId":"i-2"}]"#),
    example(
      .pass, "the same environment in another spelling", on: "consents/k-1",
      sections: #""environment":{"instanceId":"6f0d2c1e-1111-4a2b-9c3d-000000000001"},"consents":["#
        + #"{"consentId":"k-1","instanceId":"{6F0D2C1E-1111-4A2B-9C3D-000000000001}"}]"#),
    example(
      .unknown, "an environment is stated, but not whose snapshot it is", .environmentUnknown,
      on: "consents/k-1", sections: #""consents":[{"consentId":"k-1","instanceId":"i-2"}]"#),
  ]

  private static let everyField = [
    example(
      .fail, "every id leads nowhere", .principalNotFound,
      on: "environment/environment-instanceid-1",
      sections: ShapeExamples.sections { _, field, _ in
        switch field.kind {
        case .reference: #""nobody""#
        case .identifier where field.name == "instanceId": #""elsewhere""#
        case .word where field.name == "targetKind": #""export""#
        case .word where field.name == "subjectType": #""connection""#
        case .word where field.name == "kind": #""table""#
        default: nil
        }
      })
  ]
}
