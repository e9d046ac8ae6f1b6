import Model

extension TransferConsentRecorded {
  static let reads = [
    "collection.collectedUtc", "collection.sources", "collection.sources.complete",
    "collection.sources.section", "connections.connectionId", "connections.createdUtc",
    "connections.migrated", "connections.purposeKind", "connections.type",
    "connections.viaConnectionId", "consents.acceptedBy", "consents.acceptedUtc",
    "consents.evidence", "consents.state", "consents.subjectId", "consents.subjectType",
  ]

  private static func connection(_ members: String) -> String {
    #""connections":[{"connectionId":"c-1","purposeKind":"export",\#(members)}]"#
  }

  private static func consents(_ rows: String...) -> String {
    let rows = rows.map { #"{"subjectType":"connection","subjectId":"c-1",\#($0)}"# }
    return #","consents":[\#(rows.joined(separator: ","))]"#
  }

  private static let accepted =
    #""state":"accepted","acceptedBy":"p-1","acceptedUtc":"2022-08-01T09:00:00Z","evidence":"T-1""#
  private static let mailchimp = connection(
    #""type":"mailchimp","createdUtc":"2022-08-01T09:05:00Z""#)

  private static func blob(made created: String) -> String {
    connection(#""type":"azure-blob-storage","createdUtc":"\#(created)""#)
  }

  static let examples = [
    RuleExample(
      .pass, "who agreed and when are on record", on: "c-1", complete: [.connections, .consents],
      mailchimp + consents(accepted)),
    RuleExample(
      .fail, "no record in a complete section", Reason.noRecord, on: "c-1",
      complete: [.connections, .consents], mailchimp + #","consents":[]"#),
    RuleExample(
      .fail, "only a withdrawn consent", Reason.notAccepted, on: "c-1",
      complete: [.connections, .consents],
      mailchimp + consents(#""state":"withdrawn","acceptedBy":"p-1""#)),
    RuleExample(
      .fail, "the key acceptedUtc is absent", Reason.recordIncomplete, on: "c-1",
      complete: [.connections, .consents],
      mailchimp + consents(#""state":"accepted","acceptedBy":"p-1""#)),
    RuleExample(
      .fail, "nobody is named", Reason.recordIncomplete, on: "c-1",
      complete: [.connections, .consents],
      mailchimp
        + consents(#""state":"accepted","acceptedBy":null,"acceptedUtc":"2022-08-01T09:00:00Z""#)),
    RuleExample(
      .unknown, "a time that can't be read", Reason.recordUnreadable, on: "c-1",
      complete: [.connections, .consents],
      mailchimp + consents(#""state":"accepted","acceptedBy":"p-1","acceptedUtc":"30 Feb""#)),
    RuleExample(
      .pass, "agreed after the collection, by no more than clocks differ", on: "c-1",
      complete: [.connections, .consents],
      mailchimp
        + consents(
          #""state":"accepted","acceptedBy":"p-1","acceptedUtc":"2025-06-01T00:05:00Z""#)),
    RuleExample(
      .unknown, "agreed after the collection, which can't be true", Reason.recordUnreadable,
      on: "c-1", complete: [.connections, .consents],
      mailchimp
        + consents(
          #""state":"accepted","acceptedBy":"p-1","acceptedUtc":"2025-06-01T00:05:01Z""#)),
    RuleExample(
      .fail, "nobody is named, whatever the time", Reason.recordIncomplete, on: "c-1",
      complete: [.connections, .consents],
      mailchimp
        + consents(#""state":"accepted","acceptedBy":null,"acceptedUtc":"2062-05-31T00:00:00Z""#)),
    RuleExample(
      .pass, "agreed once in time, and once after the collection", on: "c-1",
      complete: [.connections, .consents],
      mailchimp
        + consents(
          accepted, #""state":"accepted","acceptedBy":"p-1","acceptedUtc":"2062-05-31T00:00:00Z""#)),
    RuleExample(
      .unknown, "a state outside the vocabulary", Reason.stateUnknown, on: "c-1",
      complete: [.connections, .consents],
      mailchimp
        + consents(#""state":"agreed","acceptedBy":"p-1","acceptedUtc":"2022-08-01T09:00:00Z""#)),
    RuleExample(
      .unknown, "no section of consents", Reason.consentsMissing, on: "c-1",
      complete: [.connections], mailchimp),
    RuleExample(
      .unknown, "no record, but the section isn't called complete", Reason.consentsIncomplete,
      on: "c-1", complete: [.connections], mailchimp + #","consents":[]"#),
    RuleExample(
      .unknown, "a type that the catalogue doesn't know", Reason.typeUnknown, on: "c-1",
      complete: [.connections, .consents],
      connection(#""type":"acme-mail""#) + #","consents":[]"#),
    RuleExample(
      .unknown, "a name that several services share", Reason.typeAmbiguous, on: "c-1",
      complete: [.connections, .consents], connection(#""type":"ftp""#) + #","consents":[]"#),
    RuleExample(
      .pass, "a complete record suffices whatever the type", Reason.recordedForUnknownType,
      on: "c-1", complete: [.connections, .consents],
      connection(#""type":"acme-mail""#) + consents(accepted)),
    RuleExample(
      .notApplicable, "a type without an agree step", Reason.noStep, on: "c-1",
      complete: [.connections, .consents],
      connection(#""type":"power-bi","createdUtc":"2024-01-01T00:00:00Z""#)),
    RuleExample(
      .unknown, "made the day before the step was documented", Reason.stepCameLater, on: "c-1",
      complete: [.connections, .consents],
      blob(made: "2022-07-04T23:59:59Z") + #","consents":[]"#),
    RuleExample(
      .fail, "made on the day the step was documented", Reason.noRecord, on: "c-1",
      complete: [.connections, .consents],
      blob(made: "2022-07-05T00:00:00Z") + #","consents":[]"#),
    RuleExample(
      .pass, "made before the step, yet with a record", Reason.recordedForUnknownType, on: "c-1",
      complete: [.connections, .consents], blob(made: "2022-07-04T23:59:59Z") + consents(accepted)),
    RuleExample(
      .unknown, "perhaps made before the step", Reason.creationUnknown, on: "c-1",
      complete: [.connections, .consents],
      connection(#""type":"azure-blob-storage""#) + #","consents":[]"#),
    RuleExample(
      .unknown, "carried over from nobody knows when, perhaps from before the step",
      Reason.creationUnknown, on: "c-1", complete: [.connections, .consents],
      connection(#""type":"mailchimp","migrated":true"#) + #","consents":[]"#),
    RuleExample(
      .fail, "Microsoft Advertising before July 2022: its own article had the step",
      Reason.noRecord, on: "c-1", complete: [.connections, .consents],
      connection(#""type":"microsoft-advertising","createdUtc":"2021-10-11T09:00:00Z""#)
        + #","consents":[]"#),
    RuleExample(
      .unknown, "LiveRamp for enrichment got its step later than LiveRamp for export",
      Reason.stepCameLater, on: "c-1", complete: [.connections, .consents],
      #""connections":[{"connectionId":"c-1","purposeKind":"enrichment","type":"liveramp","#
        + #""createdUtc":"2021-06-01T00:00:00Z"}],"consents":[]"#),
    RuleExample(
      .fail, "RollWorks had the step when the connection was made", Reason.noRecord, on: "c-1",
      complete: [.connections, .consents],
      connection(#""type":"rollworks","createdUtc":"2023-01-01T00:00:00Z""#)
        + #","consents":[]"#),
    RuleExample(
      .unknown, "InMobi without its underlying connection", Reason.underlyingUnknown, on: "c-1",
      complete: [.connections, .consents],
      connection(#""type":"inmobi","createdUtc":"2023-01-01T00:00:00Z""#) + consents(accepted)),
    RuleExample(
      .pass, "InMobi relies on the consent of its Blob connection", on: "c-0",
      complete: [.connections, .consents],
      #""connections":[{"connectionId":"c-0","type":"inmobi","viaConnectionId":"c-1","#
        + #""createdUtc":"2023-01-01T00:00:00Z"},{"connectionId":"c-1"}]"#
        + consents(accepted)),
  ]
}
