import Model

extension AuthorMayUseConnection {
  static let reads = [
    "collection.sources", "collection.sources.complete", "collection.sources.section",
    "connections.allowedPrincipals", "connections.allowedRoles", "connections.connectionId",
    "connections.sharing.narrowedUtc", "environment.businessUnitsEnabled",
    "exports.connectionId", "exports.createdBy", "exports.exportId", "exports.removedUtc",
    "exports.state", "exports.updatedBy", "principals.groupMembers", "principals.principalId",
    "principals.principalType", "principals.upn", "roleAssignments.principalId",
    "roleAssignments.roles", "runs.startUtc", "runs.targetId",
  ]

  private static let all: [Section] = [.exports, .connections, .roleAssignments]
  private static let byContributor = #""createdBy":"p-1","updatedBy":null"#
  private static let administrators = #""allowedRoles":["admin"],"allowedPrincipals":[]"#

  private static func document(
    _ authors: String = byContributor, state: String = "active", access: String = administrators,
    principals: String = "", more: String = ""
  ) -> String {
    let connection = #"{"connectionId":"c-1",\#(access)}"#
    return #""exports":[{"exportId":"e-1","connectionId":"c-1","state":"\#(state)",\#(authors)}],"#
      + #""connections":[\#(connection)],"principals":[\#(principals)],"roleAssignments":["#
      + #"{"principalId":"p-0","roles":["admin"]},{"principalId":"p-1","roles":["contributor"]},"#
      + #"{"principalId":"p-2","roles":["marketingContributor"]}]\#(more)"#
  }

  /// A group that lists a group that lists a contributor.
  private static let nested =
    #"{"principalId":"g-1","principalType":"group","groupMembers":["g-2"]},"#
    + #"{"principalId":"g-2","principalType":"group","groupMembers":["p-1"]}"#

  static let examples =
    accessExamples + adoptionExamples + [
      RuleExample(
        .notApplicable, "inactive", Reason.inactive, on: "e-1", complete: all,
        document(state: "inactive")),
      RuleExample(
        .notApplicable, "removed", Reason.inactive, on: "e-1", complete: all,
        document(byContributor + #","removedUtc":"2025-01-01T00:00:00Z""#)),
      RuleExample(
        .unknown, "a state outside the vocabulary", Reason.stateUnknown, on: "e-1", complete: all,
        document(state: "paused")),
      RuleExample(
        .notApplicable, "detached: nobody can use it", Reason.noConnection, on: "e-1",
        complete: all, #""exports":[{"exportId":"e-1","connectionId":null,"state":"active"}]"#),
      RuleExample(
        .unknown, "no connection, in a list that may be incomplete", Reason.connectionUnknown,
        on: "e-1", complete: [.connections, .roleAssignments],
        #""exports":[{"exportId":"e-1","connectionId":null,"state":"active"}]"#),
      RuleExample(
        .unknown, "the connection is not in the snapshot", Reason.connectionUnknown, on: "e-1",
        complete: all,
        #""exports":[{"exportId":"e-1","connectionId":"c-9","state":"active","createdBy":"p-1"}]"#),
    ]

  private static let accessExamples = [
    RuleExample(
      .fail, "a contributor whose role no longer has the connection", Reason.authorLostAccess,
      on: "e-1", complete: all,
      document(
        access: administrators + #","sharing":{"narrowedUtc":"2025-01-01T00:00:00Z"}"#,
        more: #","runs":[{"targetId":"e-1","startUtc":"2025-02-01T00:00:00Z"}]"#)),
    RuleExample(
      .pass, "shared with contributors", on: "e-1", complete: all,
      document(access: #""allowedRoles":["admin","contributor"],"allowedPrincipals":[]"#)),
    RuleExample(
      .pass, "shared with that contributor by sign-in name", on: "e-1", complete: all,
      document(
        access: #""allowedRoles":[],"allowedPrincipals":["ada@contoso.example"]"#,
        principals: #"{"principalId":"p-1","upn":"ada@contoso.example"}"#)),
    RuleExample(
      .pass, "shared with a group of that contributor", on: "e-1", complete: all,
      document(
        access: #""allowedRoles":[],"allowedPrincipals":["g-1"]"#,
        principals: #"{"principalId":"g-1","principalType":"group","groupMembers":["p-1"]}"#)),
    RuleExample(
      .unknown, "shared with a group whose members nobody listed", Reason.accessUnknown,
      on: "e-1", complete: all,
      document(
        access: #""allowedRoles":[],"allowedPrincipals":["g-1"]"#,
        principals: #"{"principalId":"g-1","principalType":"group"}"#)),
    RuleExample(
      .unknown, "shared with a group in which a group lists that contributor",
      Reason.accessUnknown, on: "e-1", complete: all,
      document(access: #""allowedRoles":[],"allowedPrincipals":["g-1"]"#, principals: nested)),
    RuleExample(
      .fail, "shared with a group in which a group lists somebody else",
      Reason.authorLostAccess, on: "e-1", complete: all,
      document(
        access: #""allowedRoles":[],"allowedPrincipals":["g-1"]"#,
        principals: nested.replacing("p-1", with: "p-3"))),
    RuleExample(
      .unknown, "perhaps an administrator, through a group inside a group",
      Reason.accessUnknown, on: "e-1", complete: all,
      document(principals: nested.replacing("g-1", with: "p-0"))),
    RuleExample(
      .unknown, "perhaps an administrator, as a member of a group that nobody listed",
      Reason.accessUnknown, on: "e-1", complete: all,
      document(principals: #"{"principalId":"p-0","principalType":"group"}"#)),
    RuleExample(
      .unknown, "shared with somebody whom nobody listed: perhaps a group of the author",
      Reason.accessUnknown, on: "e-1", complete: all,
      document(access: #""allowedRoles":[],"allowedPrincipals":["g-1"]"#)),
    RuleExample(
      .unknown, "nobody looked who may use the connection", Reason.accessUnknown, on: "e-1",
      complete: all, document(access: #""displayName":"Mail""#)),
    RuleExample(
      .unknown, "nobody knows the role of the author", Reason.authorRoleUnknown, on: "e-1",
      complete: [.exports, .connections], document(#""createdBy":"p-9","updatedBy":null"#)),
    RuleExample(
      .unknown, "an author whom nobody listed", Reason.authorRoleUnknown, on: "e-1",
      complete: all, document(#""createdBy":"p-9","updatedBy":null"#)),
    RuleExample(
      .unknown, "nobody recorded an author", Reason.authorUnknown, on: "e-1", complete: all,
      document(#""updatedBy":null"#)),
    RuleExample(
      .pass, "nobody recorded an author, but everybody may use the connection", on: "e-1",
      complete: all,
      document(
        #""updatedBy":null"#, access: #""allowedRoles":["contributor"],"allowedPrincipals":[]"#,
        more: #","environment":{"businessUnitsEnabled":false}"#)),
  ]

  private static let adoptionExamples = [
    RuleExample(
      .notApplicable, "made by an administrator", Reason.authorIsAdministrator, on: "e-1",
      complete: all, document(#""createdBy":"p-0","updatedBy":null"#)),
    RuleExample(
      .pass, "made by a contributor, changed by an administrator since: adopted", Reason.adopted,
      on: "e-1", complete: all, document(#""createdBy":"p-1","updatedBy":"p-0""#)),
    RuleExample(
      .fail, "made by an administrator, changed by a contributor since", Reason.authorLostAccess,
      on: "e-1", complete: all, document(#""createdBy":"p-0","updatedBy":"p-1""#)),
    RuleExample(
      .fail, "made by one contributor without access, changed by one with access",
      Reason.authorLostAccess, on: "e-1", complete: all,
      document(
        #""createdBy":"p-1","updatedBy":"p-2""#,
        access: #""allowedRoles":["marketingContributor"],"allowedPrincipals":[]"#)),
    RuleExample(
      .unknown, "changed by somebody of whom nobody knows whether they administer",
      Reason.authorRoleUnknown, on: "e-1", complete: all,
      document(#""createdBy":"p-1","updatedBy":"p-9""#)),
    RuleExample(
      .unknown, "made by a contributor; perhaps an administrator adopted it",
      Reason.authorUnknown, on: "e-1", complete: all, document(#""createdBy":"p-1""#)),
  ]
}
