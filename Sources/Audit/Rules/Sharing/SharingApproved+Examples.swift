import Model

extension SharingApproved {
  static let reads = [
    "collection.collectedUtc", "collection.sources", "collection.sources.complete",
    "collection.sources.section", "connections.allowedPrincipals", "connections.allowedRoles",
    "connections.connectionId", "connections.credential.keyVaultRef",
    "connections.credential.ownerPrincipalId", "connections.credential.secretNames",
    "connections.purposeKind", "connections.sharing.approvedBy", "connections.sharing.approvedUtc",
    "connections.sharing.reason", "connections.sharing.reviewDueUtc",
    "connections.target.accountIds", "connections.type", "exports.connectionId",
    "principals.groupMembers", "principals.principalId", "principals.principalType",
    "roleAssignments.principalId", "roleAssignments.roles", "roleAssignments.validFromUtc",
    "roleAssignments.validToUtc",
  ]

  private static let approved =
    #""approvedBy":"p-1","approvedUtc":"2025-01-01T00:00:00Z","reason":"Campaigns""#
  private static let due = #","reviewDueUtc":"2025-06-01T00:00:00Z""#
  private static let contributors =
    #""allowedRoles":["admin","contributor"],"allowedPrincipals":[]"#

  private static func connection(
    _ access: String = contributors, sharing: String? = nil, more: String = ""
  ) -> String {
    let sharing = sharing.map { #","sharing":{\#($0)}"# } ?? ""
    return #"{"connectionId":"c-1","purposeKind":"export",\#(access)\#(sharing)\#(more)}"#
  }

  private static func document(_ connections: String..., more: String = "") -> String {
    #""connections":[\#(connections.joined(separator: ","))]\#(more)"#
  }

  private static let shared: [Section] = [.connections, .roleAssignments]
  private static let group =
    #","principals":[{"principalId":"g-1","principalType":"group","groupMembers":["p-2","p-3"]},"#
    + #"{"principalId":"p-2"}],"roleAssignments":[{"principalId":"g-1","roles":["contributor"]}]"#
  private static let administrator =
    #","roleAssignments":[{"principalId":"p-1","roles":["admin"],"validToUtc":null}]"#

  static let examples =
    approvalExamples + [
      RuleExample(
        .notApplicable, "administrators only", Reason.notShared, on: "c-1", complete: shared,
        document(connection(#""allowedRoles":["admin"],"allowedPrincipals":[]"#))),
      RuleExample(
        .notApplicable, "the one named person is an administrator", Reason.notShared, on: "c-1",
        complete: shared,
        document(
          connection(#""allowedRoles":[],"allowedPrincipals":["p-1"]"#), more: administrator)),
      RuleExample(
        .fail, "the administrator's role has ended", Reason.notApproved, on: "c-1",
        complete: shared,
        document(
          connection(
            #""allowedRoles":[],"allowedPrincipals":["p-1"]"#, sharing: #""approvedBy":null"#),
          more: #","roleAssignments":[{"principalId":"p-1","roles":["admin"],"#
            + #""validToUtc":"2025-01-01T00:00:00Z"}]"#)),
      RuleExample(
        .fail, "the administrator's role is still to come", Reason.notApproved, on: "c-1",
        complete: shared,
        document(
          connection(
            #""allowedRoles":[],"allowedPrincipals":["p-1"]"#, sharing: #""approvedBy":null"#),
          more: #","roleAssignments":[{"principalId":"p-1","roles":["admin"],"#
            + #""validFromUtc":"2999-01-01T00:00:00Z"}]"#)),
      RuleExample(
        .fail, "a group of contributors is named", Reason.notApproved, on: "c-1",
        complete: shared,
        document(
          connection(
            #""allowedRoles":["admin"],"allowedPrincipals":["g-1"]"#,
            sharing: #""approvedBy":null"#),
          more: group + #","exports":[{"connectionId":"c-1"}]"#)),
      RuleExample(
        .unknown, "nobody knows the role of the named person", Reason.sharingUnknown, on: "c-1",
        complete: [.connections],
        document(connection(#""allowedRoles":["admin"],"allowedPrincipals":["p-1"]"#))),
      RuleExample(
        .unknown, "nobody looked at named persons", Reason.sharingUnknown, on: "c-1",
        complete: shared, document(connection(#""allowedRoles":["admin"]"#))),
      RuleExample(
        .notApplicable, "enrichment connections have no switch", Reason.noSharingSwitch, on: "c-1",
        complete: shared,
        document(#"{"connectionId":"c-1","purposeKind":"enrichment",\#(contributors)}"#)),
    ]

  private static let approvalExamples = [
    RuleExample(
      .pass, "approved, with a purpose, and the review is due today", on: "c-1", complete: shared,
      document(connection(sharing: approved + due))),
    RuleExample(
      .fail, "nobody approved", Reason.notApproved, on: "c-1", complete: shared,
      document(
        connection(sharing: #""approvedBy":null,"approvedUtc":null,"reason":"Campaigns""# + due))),
    RuleExample(
      .fail, "a purpose of no words", Reason.noPurpose, on: "c-1", complete: shared,
      document(
        connection(
          sharing: #""approvedBy":"p-1","approvedUtc":"2025-01-01T00:00:00Z","reason":"""# + due))),
    RuleExample(
      .fail, "a purpose that can't be seen", Reason.noPurpose, on: "c-1", complete: shared,
      document(
        connection(
          sharing: #""approvedBy":"p-1","approvedUtc":"2025-01-01T00:00:00Z","#
            + #""reason":"\u200b""# + due))),
    RuleExample(
      .fail, "no review is planned", Reason.noReviewDate, on: "c-1", complete: shared,
      document(connection(sharing: approved + #","reviewDueUtc":null"#))),
    RuleExample(
      .fail, "the review is overdue", Reason.reviewOverdue, on: "c-1", asOf: "2025-06-01T00:00:01Z",
      complete: shared, document(connection(sharing: approved + due))),
    RuleExample(
      .fail, "sharing with an advertising service weighs more", Reason.reviewOverdue, on: "c-1",
      severity: .critical, asOf: "2025-06-02T00:00:00Z", complete: shared,
      document(connection(sharing: approved + due, more: #","type":"criteo""#))),
    RuleExample(
      .fail, "the owner's sign-in reaches two accounts", Reason.reviewOverdue, on: "c-1",
      severity: .critical, asOf: "2025-06-02T00:00:00Z", complete: shared,
      document(
        connection(
          sharing: approved + due,
          more: #","credential":{"ownerPrincipalId":"p-1"},"target":{"accountIds":{"id":"1"}}"#),
        #"{"credential":{"ownerPrincipalId":"p-1"},"target":{"accountIds":{"id":"2"}}}"#)),
    RuleExample(
      .fail, "the secret in the vault reaches two accounts", Reason.reviewOverdue, on: "c-1",
      severity: .critical, asOf: "2025-06-02T00:00:00Z", complete: shared,
      document(
        connection(
          sharing: approved + due,
          more: #","credential":{"keyVaultRef":"v","secretNames":["s"]},"#
            + #""target":{"accountIds":{"id":"1"}}"#),
        #"{"credential":{"keyVaultRef":"v","secretNames":["s"]},"#
          + #""target":{"accountIds":{"id":"2"}}}"#)),
    RuleExample(
      .unknown, "approved after the collection, which can't be true", Reason.approvalNotEvidenced,
      on: "c-1", complete: shared,
      document(
        connection(
          sharing: #""approvedBy":"p-1","approvedUtc":"2099-01-01T00:00:00Z","reason":"Mail""#
            + due))),
    RuleExample(
      .unknown, "nobody looked for an approval", Reason.approvalNotEvidenced, on: "c-1",
      complete: shared, document(connection())),
    RuleExample(
      .unknown, "null proves nothing where the section isn't called complete",
      Reason.approvalNotEvidenced, on: "c-1", complete: [.roleAssignments],
      document(connection(sharing: #""approvedBy":null"#))),
    RuleExample(
      .unknown, "only the day of the review is known, and it is today", Reason.reviewDateUnclear,
      on: "c-1", asOf: "2025-06-01T12:00:00Z", complete: shared,
      document(connection(sharing: approved + #","reviewDueUtc":"2025-06-01""#))),
  ]
}
