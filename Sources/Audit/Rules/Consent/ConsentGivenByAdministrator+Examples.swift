import Model

extension ConsentGivenByAdministrator {
  static let reads = [
    "collection.collectedUtc", "collection.sources", "collection.sources.complete",
    "collection.sources.section", "connections.connectionId", "connections.type",
    "connections.viaConnectionId", "consents.acceptedBy", "consents.acceptedUtc", "consents.state",
    "consents.subjectId", "consents.subjectType", "environment.ownerPrincipalId",
    "principals.groupMembers", "principals.principalId", "principals.principalType",
    "principals.upn", "roleAssignments.principalId", "roleAssignments.roles",
    "roleAssignments.validFromUtc", "roleAssignments.validToUtc",
  ]

  private static func document(
    connections: String = #"{"connectionId":"c-1"}"#, by person: String = "p-1",
    at time: String = "2024-03-01T09:00:00Z",
    principals: String = #"{"principalId":"p-1","principalType":"user"}"#, roles: String = "",
    more: String = ""
  ) -> String {
    #""connections":[\#(connections)],"consents":[{"subjectType":"connection","#
      + #""subjectId":"c-1","state":"accepted","acceptedBy":"\#(person)","#
      + #""acceptedUtc":"\#(time)"}],"principals":[\#(principals)],"#
      + #""roleAssignments":[\#(roles)]\#(more)"#
  }

  private static func role(_ role: String, _ dates: String = "", of principal: String = "p-1")
    -> String
  {
    #"{"principalId":"\#(principal)","roles":["\#(role)"]\#(dates)}"#
  }

  private static let since2023 = #","validFromUtc":"2023-01-01T00:00:00Z","validToUtc":null"#
  private static let untilConsent =
    #","validFromUtc":"2023-01-01T00:00:00Z","validToUtc":"2024-03-01T09:00:00Z""#
  private static let known: [Section] = [.connections, .consents, .roleAssignments]
  private static let none = #""connections":[{"connectionId":"c-1"}],"consents":[]"#

  static let examples = [
    RuleExample(
      .pass, "an administrator at the time", on: "c-1", complete: known,
      document(roles: role("admin", since2023))),
    RuleExample(
      .unknown, "agreed after the collection, which can't be true", Reason.stateUnknown,
      on: "c-1", complete: known,
      document(at: "2062-05-31T00:00:00Z", roles: role("admin", since2023))),
    RuleExample(
      .fail, "the role ended at the very moment of the consent", Reason.notAdministrator,
      on: "c-1", complete: known, document(roles: role("admin", untilConsent))),
    RuleExample(
      .pass, "a microsecond before the role ended", on: "c-1", complete: known,
      document(at: "2024-03-01T08:59:59.999999Z", roles: role("admin", untilConsent))),
    RuleExample(
      .fail, "a contributor at the time, whatever the role is today", Reason.notAdministrator,
      on: "c-1", complete: known,
      document(roles: role("contributor", since2023) + "," + role("admin"))),
    RuleExample(
      .fail, "a contributor then, the owner now", Reason.notAdministrator, on: "c-1",
      complete: known,
      document(
        roles: role("contributor", since2023),
        more: #","environment":{"ownerPrincipalId":"p-1"}"#)),
    RuleExample(
      .pass, "an administrator today, the history is not known", Reason.roleNow, on: "c-1",
      complete: known, document(roles: role("admin"))),
    RuleExample(
      .pass, "a member of a group of administrators today", Reason.roleNow, on: "c-1",
      complete: known,
      document(
        principals: #"{"principalId":"p-1","principalType":"user"},"#
          + #"{"principalId":"g-1","principalType":"group","groupMembers":["p-1"]}"#,
        roles: role("admin", since2023, of: "g-1"))),
    RuleExample(
      .pass, "the owner of the environment today", Reason.ownerNow, on: "c-1", complete: known,
      document(more: #","environment":{"ownerPrincipalId":"p-1"}"#)),
    RuleExample(
      .unknown, "the owner today, with a role then that nobody can read", Reason.roleThenUnknown,
      on: "c-1", complete: known,
      document(
        roles: role("kontributor", since2023),
        more: #","environment":{"ownerPrincipalId":"p-1"}"#)),
    RuleExample(
      .unknown, "the owner today, with a role since nobody knows when", Reason.roleThenUnknown,
      on: "c-1", complete: known,
      document(
        roles: role("contributor", #","validFromUtc":"soon""#),
        more: #","environment":{"ownerPrincipalId":"p-1"}"#)),
    RuleExample(
      .pass, "the role that nobody can read had ended", Reason.ownerNow, on: "c-1",
      complete: known,
      document(
        roles: role("kontributor", untilConsent),
        more: #","environment":{"ownerPrincipalId":"p-1"}"#)),
    RuleExample(
      .pass, "an administrator for certain, beside a role that nobody can read", on: "c-1",
      complete: known,
      document(roles: role("admin", since2023) + "," + role("kontributor", since2023))),
    RuleExample(
      .unknown, "no administrator today, but perhaps then", Reason.roleThenUnknown, on: "c-1",
      complete: known, document(roles: role("contributor"))),
    RuleExample(
      .unknown, "the role ended, but there may be assignments that nobody listed",
      Reason.roleThenUnknown, on: "c-1", complete: [.connections, .consents],
      document(roles: role("admin", untilConsent))),
    RuleExample(
      .pass, "the latest of two consents counts, named by sign-in name", on: "c-1",
      complete: known,
      #""connections":[{"connectionId":"c-1"}],"consents":["#
        + #"{"subjectType":"connection","subjectId":"c-1","state":"accepted","acceptedBy":"p-2","#
        + #""acceptedUtc":"2024-02-01T00:00:00Z"},"#
        + #"{"subjectType":"connection","subjectId":"c-1","state":"accepted","#
        + #""acceptedBy":"Ada@contoso.example","acceptedUtc":"2024-03-01T00:00:00Z"}],"#
        + #""principals":[{"principalId":"p-1","principalType":"user","#
        + #""upn":"ada@contoso.example"}],"#
        + #""roleAssignments":[\#(role("admin", since2023))]"#),
    RuleExample(
      .fail, "an application agreed", Reason.notAUser, on: "c-1", complete: known,
      document(
        principals: #"{"principalId":"p-1","principalType":"app"}"#,
        roles: role("admin", since2023))),
    RuleExample(
      .unknown, "the kind of principal is not known", Reason.acceptorKindUnknown, on: "c-1",
      complete: known,
      document(principals: #"{"principalId":"p-1"}"#, roles: role("admin", since2023))),
    RuleExample(
      .unknown, "a person whom the snapshot doesn't list", Reason.acceptorNotFound, on: "c-1",
      complete: known, document(by: "p-9", roles: role("admin", since2023))),
    RuleExample(
      .unknown, "nobody is named", Reason.acceptorNotStated, on: "c-1", complete: known,
      #""connections":[{"connectionId":"c-1"}],"consents":[{"subjectType":"connection","#
        + #""subjectId":"c-1","state":"accepted","acceptedUtc":"2024-03-01T09:00:00Z"}]"#),
    RuleExample(
      .notApplicable, "no accepted consent: CON-01 says so", Reason.noAcceptedConsent, on: "c-1",
      complete: known, none),
    RuleExample(
      .unknown, "nobody said that these are all consents", Reason.consentsIncomplete, on: "c-1",
      complete: [.connections], none),
    RuleExample(
      .unknown, "a state outside the vocabulary", Reason.stateUnknown, on: "c-1", complete: known,
      #""connections":[{"connectionId":"c-1"}],"consents":[{"subjectType":"connection","#
        + #""subjectId":"c-1","state":"agreed"}]"#),
    RuleExample(
      .unknown, "InMobi without its underlying connection", Reason.underlyingUnknown, on: "c-1",
      complete: known,
      #""connections":[{"connectionId":"c-1","type":"inmobi"}],"consents":[]"#),
    RuleExample(
      .fail, "InMobi relies on the consent of its Blob connection", Reason.notAUser, on: "c-0",
      complete: known,
      document(
        connections: #"{"connectionId":"c-0","type":"inmobi","viaConnectionId":"c-1"}"#,
        principals: #"{"principalId":"p-1","principalType":"app"}"#)),
    RuleExample(
      .unknown, "nobody knows when it was agreed", Reason.timeUnknown, on: "c-1", complete: known,
      document(at: "soon", roles: role("admin", since2023))),
    RuleExample(
      .unknown, "no section of consents", Reason.consentsMissing, on: "c-1",
      complete: [.connections], #""connections":[{"connectionId":"c-1"}]"#),
  ]
}
