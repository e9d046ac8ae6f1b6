import Model

extension ConsentForThisEnvironment {
  static let reads = [
    "agreeSurfaces.kind", "agreeSurfaces.surfaceId", "collection.sources",
    "collection.sources.complete", "collection.sources.section", "collection.timeZone",
    "connections.connectionId", "connections.purposeKind", "connections.type",
    "connections.viaConnectionId", "consents.acceptedUtc", "consents.capacity",
    "consents.instanceId", "consents.service", "consents.state", "consents.subjectId",
    "consents.subjectType", "environment.copiedFromInstanceId", "environment.copiedUtc",
    "environment.createdUtc", "environment.instanceId",
  ]

  private static let complete: [Section] = [
    .environment, .connections, .consents, .agreeSurfaces,
  ]
  private static let own = #""copiedFromInstanceId":null"#

  private static func environment(
    _ members: String = own, created: String = #""createdUtc":"2024-01-01T00:00:00Z","#
  ) -> String {
    #""environment":{"instanceId":"i-1",\#(created)\#(members)},"#
  }

  private static let connection =
    #""connections":[{"connectionId":"c-1","purposeKind":"export","type":"sendinblue"}]"#

  private static func consent(
    instance: String = #","instanceId":"i-1""#, service: String = #","service":"Brevo""#,
    at time: String = "2024-06-01T00:00:00Z", subject: String = "connection", _ more: String = ""
  ) -> String {
    #"{"subjectType":"\#(subject)","subjectId":"c-1","state":"accepted","#
      + #""acceptedUtc":"\#(time)"\#(instance)\#(service)\#(more)}"#
  }

  private static func consents(_ rows: String...) -> String {
    #","consents":[\#(rows.joined(separator: ","))]"#
  }

  private static func judged(
    _ outcome: Outcome, _ name: String, _ reason: Reason?, complete: [Section] = complete,
    _ sections: String
  ) -> RuleExample {
    RuleExample(outcome, name, reason, on: "c-1", complete: complete, sections)
  }

  static let examples = places + times + guards + steps

  private static let places = [
    judged(
      .pass, "this environment and this service, by another of its names", nil,
      environment() + connection + consents(consent())),
    judged(
      .pass, "ids are compared without braces and case", nil,
      environment() + connection + consents(consent(instance: #","instanceId":"{I-1}""#))),
    judged(
      .fail, "another environment", .otherEnvironment,
      environment() + connection + consents(consent(instance: #","instanceId":"i-0""#))),
    judged(
      .unknown, "no environment is named", .environmentUnknown,
      environment() + connection + consents(consent(instance: ""))),
    judged(
      .pass, "one of two consents is right", nil,
      environment() + connection
        + consents(consent(instance: #","instanceId":"i-0""#), consent())),
    judged(
      .fail, "another service", .otherService,
      environment() + connection + consents(consent(service: #","service":"mailchimp""#))),
    judged(
      .unknown, "no service is named", .serviceUnknown,
      environment() + connection + consents(consent(service: ""))),
    judged(
      .unknown, "the service may be the one", .serviceUnknown,
      environment()
        + #""connections":[{"connectionId":"c-1","purposeKind":"export","type":"ftp"}]"#
        + consents(consent(service: #","service":"sftp""#))),
    judged(
      .pass, "LiveRamp for enrichments, by its other name", nil,
      environment()
        + #""connections":[{"connectionId":"c-1","purposeKind":"enrichment","#
        + #""type":"liveramp-abilitec"}]"#
        + consents(consent(service: #","service":"liveramp""#))),
    judged(
      .pass, "a service that only the snapshot knows", nil,
      environment() + #""connections":[{"connectionId":"c-1","type":"acme"}]"#
        + consents(consent(service: #","service":"acme""#))),
    judged(
      .unknown, "InMobi without its underlying connection", .underlyingUnknown,
      environment() + #""connections":[{"connectionId":"c-1","type":"inmobi"}]"#
        + consents(consent())),
    RuleExample(
      .pass, "InMobi relies on the consent of its Blob connection", on: "c-0", complete: complete,
      environment()
        + #""connections":[{"connectionId":"c-0","type":"inmobi","viaConnectionId":"c-1"},"#
        + #"{"connectionId":"c-1","type":"azure-blob-storage"}]"#
        + consents(consent(service: #","service":"azure-blob-storage""#))),
  ]

  private static let times = [
    judged(
      .pass, "agreed at the moment the environment was made", nil,
      environment() + connection + consents(consent(at: "2024-01-01T00:00:00Z"))),
    judged(
      .fail, "agreed before", .olderThanEnvironment,
      environment() + connection + consents(consent(at: "2023-12-31T23:59:59Z"))),
    judged(
      .fail, "no zone is written, so the collection's UTC counts", .olderThanEnvironment,
      environment() + connection + consents(consent(at: "2023-12-31T20:00:00"))),
    judged(
      .unknown, "agreed on that day", .orderUnknown,
      environment(own, created: #""createdUtc":"2024-01-01T12:00:00Z","#) + connection
        + consents(consent(at: "2024-01-01"))),
    judged(
      .unknown, "nobody knows when the environment was made", .orderUnknown,
      environment(own, created: "") + connection + consents(consent())),
    judged(
      .fail, "agreed in what the environment was copied from", .olderThanEnvironment,
      environment(#""copiedFromInstanceId":"i-0","copiedUtc":"2024-06-01T00:00:00Z""#) + connection
        + consents(consent())),
    judged(
      .pass, "agreed after the copy", nil,
      environment(#""copiedFromInstanceId":"i-0","copiedUtc":"2024-05-31T23:59:59Z""#) + connection
        + consents(consent())),
    judged(
      .unknown, "nobody knows when it was copied", .orderUnknown,
      environment(#""copiedFromInstanceId":"i-0""#) + connection + consents(consent())),
    judged(
      .unknown, "nobody can read when it was copied, whatever from", .orderUnknown,
      environment(own + #","copiedUtc":"01/02/24""#) + connection + consents(consent())),
    judged(
      .unknown, "nobody looked whether it is a copy", .orderUnknown,
      environment(#""name":"Contoso""#) + connection + consents(consent())),
  ]

  private static let guards = [
    judged(
      .notApplicable, "nobody agreed", .noAcceptedConsent,
      environment() + connection + #","consents":[]"#),
    judged(.unknown, "no section of consents", .consentsMissing, environment() + connection),
    judged(
      .unknown, "a consent that fits may not be listed", .consentsIncomplete,
      complete: [.environment, .connections],
      environment() + connection + consents(consent(instance: #","instanceId":"i-0""#))),
    judged(
      .unknown, "a state that nobody knows", .stateUnknown,
      environment() + connection
        + #","consents":[{"subjectType":"connection","subjectId":"c-1","state":"agreed"}]"#),
  ]

  private static func surface(_ kind: String) -> String {
    environment() + #""connections":[],"agreeSurfaces":[{"surfaceId":"c-1","kind":"\#(kind)"}]"#
  }

  private static let tenant = #","capacity":"tenantAdministrator""#
  private static let administrator = #","capacity":"environmentAdministrator""#

  private static let steps = [
    judged(
      .pass, "a key vault with a consent of its own", nil,
      surface("keyVault") + consents(consent(subject: "keyVault"))),
    judged(
      .fail, "private links without a consent", .stepWithoutConsent,
      surface("privateLink") + #","consents":[]"#),
    judged(
      .fail, "the consent is about something else", .stepWithoutConsent,
      surface("diagnostics") + consents(consent(subject: "customModel"))),
    judged(
      .unknown, "a consent whose state nobody knows", .stateUnknown,
      surface("keyVault")
        + #","consents":[{"subjectType":"keyVault","subjectId":"c-1","state":"agreed"}]"#),
    judged(
      .unknown, "nobody knows what the step is", .stateUnknown,
      surface("teapot") + consents(consent(subject: "keyVault"))),
    judged(
      .unknown, "the consents aren't called complete", .consentsIncomplete,
      complete: [.environment, .connections, .agreeSurfaces],
      surface("keyVault") + #","consents":[]"#),
    judged(
      .pass, "Office data: both administrators agreed", nil,
      surface("enrichment")
        + consents(
          consent(subject: "enrichment", administrator), consent(subject: "enrichment", tenant))),
    judged(
      .fail, "Office data: the tenant's administrator did not", .noTenantConsent,
      surface("enrichment") + consents(consent(subject: "enrichment", administrator))),
    judged(
      .unknown, "Office data: nobody recorded as whom somebody agreed", .tenantConsentUnknown,
      surface("enrichment") + consents(consent(subject: "enrichment"))),
  ]
}
