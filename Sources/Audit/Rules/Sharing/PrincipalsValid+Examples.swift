import Model

extension PrincipalsValid {
  static let reads = [
    "collection.collectedUtc", "collection.sources", "collection.sources.complete",
    "collection.sources.section", "connections.allowedPrincipals", "connections.connectionId",
    "connections.createdBy", "connections.credential.exportUserPrincipalId",
    "connections.purposeKind", "connections.type", "connections.updatedBy",
    "environment.businessUnitsEnabled", "exports.createdBy", "exports.exportId", "exports.items",
    "exports.items.kind", "exports.items.name", "exports.updatedBy", "principals.enabled",
    "principals.groupMembers", "principals.lastSignInUtc", "principals.principalId",
    "principals.principalType", "principals.upn", "roleAssignments.principalId",
    "roleAssignments.roles", "roleAssignments.validFromUtc", "roleAssignments.validToUtc",
    "runs.runId", "runs.submittedBy", "schedules.createdBy", "schedules.scheduleId",
    "segments.name", "segments.ownerPrincipalId",
  ]

  private static let all: [Section] = [
    .connections, .exports, .schedules, .runs, .principals, .roleAssignments,
  ]

  private static func principals(_ members: String = "", roles: String = "contributor") -> String {
    let members = members.isEmpty ? #","principalType":"user","enabled":true"# : members
    return #","principals":[{"principalId":"p-1","upn":"ada@contoso.example"\#(members)}],"#
      + #""roleAssignments":[{"principalId":"p-1","roles":["\#(roles)"]}]"#
  }

  private static let run = #""runs":[{"runId":"r-1","submittedBy":"p-1"}]"#

  private static func connection(
    _ members: String, allowed: String? = "[]", type: String = "klaviyo"
  ) -> String {
    let list = allowed.map { #""allowedPrincipals":\#($0),"# } ?? ""
    return #""connections":[{"connectionId":"c-1","type":"\#(type)",\#(list)\#(members)}]"#
  }

  private static func export(_ members: String, segments: String, units: String = "true") -> String
  {
    #""exports":[{"exportId":"e-1","createdBy":"p-1"\#(members)}],"#
      + #""environment":{"businessUnitsEnabled":\#(units)},"segments":[\#(segments)]"#
      + principals(roles: "marketingContributor")
  }

  /// A user in a group, and that in a group with a role.
  private static func nested(_ role: String) -> String {
    #","principals":[{"principalId":"p-1","principalType":"user","enabled":true},"#
      + #"{"principalId":"g-1","principalType":"group","groupMembers":["g-2"]},"#
      + #"{"principalId":"g-2","principalType":"group","groupMembers":["p-1"]}],"#
      + #""roleAssignments":[{"principalId":"g-1","roles":["\#(role)"]}]"#
  }

  private static let item = #","items":[{"kind":"segment","name":"VIP"}]"#

  static let examples =
    passes + accounts + listings + roleExamples + segmentExamples + [
      RuleExample(
        .notApplicable, "nobody is named", Reason.namesNobody, on: "r-1", complete: all,
        #""runs":[{"runId":"r-1","submittedBy":null}]"#),
      RuleExample(
        .unknown, "nobody recorded who made the export", Reason.creatorUnknown, on: "e-1",
        complete: all, #""exports":[{"exportId":"e-1","updatedBy":null}]"#),
      RuleExample(
        .notApplicable, "nobody made the schedule, as somebody found", Reason.namesNobody,
        on: "s-1", complete: all, #""schedules":[{"scheduleId":"s-1","createdBy":null}]"#),
      RuleExample(
        .notApplicable, "nobody need have started a run", Reason.namesNobody, on: "r-1",
        complete: all, #""runs":[{"runId":"r-1"}]"#),
      RuleExample(
        .notApplicable, "a connection that names nobody", Reason.namesNobody, on: "c-1",
        complete: all, connection(#""createdBy":null"#)),
    ]

  private static let passes = [
    RuleExample(
      .pass, "enabled and with a role", on: "r-1", complete: all, run + principals()),
    RuleExample(
      .pass, "named by sign-in name", on: "s-1", complete: all,
      #""schedules":[{"scheduleId":"s-1","createdBy":"Ada@Contoso.example"}]"# + principals()),
    RuleExample(
      .pass, "everybody on the connection is fine", on: "c-1", complete: all,
      connection(
        #""createdBy":"p-1","updatedBy":"p-1","#
          + #""credential":{"exportUserPrincipalId":"p-1"}"#, allowed: #"["p-1"]"#) + principals()),
    RuleExample(
      .pass, "connections of enrichments have no list of who may use them", on: "c-1",
      complete: all,
      connection(#""createdBy":"p-1""#, allowed: nil, type: "experian") + principals()),
    RuleExample(
      .pass, "of a type that nobody knows, and stated to serve enrichments", on: "c-1",
      complete: all,
      connection(#""purposeKind":"enrichment","createdBy":"p-1""#, allowed: nil, type: "acme")
        + principals()),
  ]

  private static let accounts = [
    RuleExample(
      .fail, "the account is disabled", Reason.disabled, on: "c-1", complete: all,
      connection(#""createdBy":"p-1""#)
        + principals(
          #","principalType":"user","enabled":false,"lastSignInUtc":"2024-01-01T00:00:00Z""#)),
    RuleExample(
      .fail, "the export user is disabled", Reason.disabled, on: "c-1", complete: all,
      connection(#""credential":{"exportUserPrincipalId":"p-1"}"#)
        + principals(#","principalType":"user","enabled":false"#)),
    RuleExample(
      .unknown, "nobody looked whether the account is enabled", Reason.enabledNotKnown, on: "r-1",
      complete: all, run + principals(#","principalType":"user""#)),
    RuleExample(
      .unknown, "nobody knows whether it is a user or a group", Reason.kindUnknown, on: "r-1",
      complete: all, run + principals(#","enabled":true"#)),
    RuleExample(
      .unknown, "nobody lists the owners of an application", Reason.ownersOfAppUnknown, on: "r-1",
      complete: all, run + principals(#","principalType":"app","enabled":true"#)),
    RuleExample(
      .unknown, "a group whose members nobody listed", Reason.groupMembersUnknown, on: "r-1",
      complete: all, run + principals(#","principalType":"group","enabled":true"#)),
    RuleExample(
      .unknown, "a member of the group that nobody can read", Reason.groupMembersUnknown,
      on: "r-1", complete: all,
      run
        + #","principals":[{"principalId":"p-1","principalType":"group","groupMembers":[7]}],"#
        + #""roleAssignments":[{"principalId":"p-1","roles":["admin"]}]"#),
    RuleExample(
      .fail, "a member of the group has left", Reason.disabled, on: "r-1", complete: all,
      run
        + #","principals":[{"principalId":"p-1","principalType":"group","groupMembers":["p-2"]},"#
        + #"{"principalId":"p-2","principalType":"user","enabled":false}],"#
        + #""roleAssignments":[{"principalId":"p-1","roles":["admin"]}]"#),
  ]

  private static let listings = [
    RuleExample(
      .unknown, "nobody looked who may use the connection", Reason.allowedUnknown, on: "c-1",
      complete: all, connection(#""createdBy":"p-1""#, allowed: nil) + principals()),
    RuleExample(
      .unknown, "null doesn't tell who may use the connection", Reason.allowedUnknown, on: "c-1",
      complete: all, connection(#""createdBy":"p-1""#, allowed: "null") + principals()),
    RuleExample(
      .unknown, "nobody can read who may use the connection", Reason.allowedUnknown, on: "c-1",
      complete: all, connection(#""createdBy":"p-1""#, allowed: #""p-1""#) + principals()),
    RuleExample(
      .unknown, "nobody knows whether the connection serves exports", Reason.allowedUnknown,
      on: "c-1", complete: all,
      connection(#""createdBy":"p-1""#, allowed: nil, type: "acme") + principals()),
    RuleExample(
      .fail, "whoever may use the connection, its author isn't listed", Reason.principalNotFound,
      on: "c-1", complete: all, connection(#""createdBy":"p-9""#, allowed: nil) + principals()),
    RuleExample(
      .fail, "not in the complete list", Reason.principalNotFound, on: "c-1", complete: all,
      connection(#""updatedBy":"p-9""#) + principals()),
    RuleExample(
      .unknown, "not in a list that may be longer", Reason.principalsIncomplete, on: "r-1",
      complete: [.runs], #""runs":[{"runId":"r-1","submittedBy":"p-9"}]"# + principals()),
    RuleExample(
      .unknown, "no list of principals", Reason.principalsMissing, on: "r-1", complete: [.runs],
      run),
    RuleExample(
      .unknown, "a sign-in name, where not everybody is listed with one", Reason.nameNotResolved,
      on: "r-1", complete: all,
      #""runs":[{"runId":"r-1","submittedBy":"bob@contoso.example"}],"#
        + #""principals":[{"principalId":"p-1"}]"#),
  ]

  private static let roleExamples = [
    RuleExample(
      .fail, "no role", Reason.noRole, on: "r-1", complete: all,
      run + #","principals":[{"principalId":"p-1","principalType":"user","enabled":true}],"#
        + #""roleAssignments":[]"#),
    RuleExample(
      .fail, "the role has ended", Reason.noRole, on: "r-1", complete: all,
      run + #","principals":[{"principalId":"p-1","principalType":"user","enabled":true}],"#
        + #""roleAssignments":[{"principalId":"p-1","roles":["admin"],"#
        + #""validToUtc":"2025-05-31T23:45:00Z"}]"#),
    RuleExample(
      .unknown, "perhaps a role as a member of a group that nobody listed", Reason.roleUnknown,
      on: "r-1", complete: all,
      run + #","principals":[{"principalId":"p-1","principalType":"user","enabled":true},"#
        + #"{"principalId":"g-1","principalType":"group"}],"#
        + #""roleAssignments":[{"principalId":"g-1","roles":["contributor"]}]"#),
    RuleExample(
      .unknown, "perhaps a role as a member of a group in a group", Reason.roleUnknown,
      on: "r-1", complete: all, run + nested("contributor")),
    RuleExample(
      .fail, "no role, and a group around has none in force", Reason.noRole, on: "r-1",
      complete: all,
      run + nested("contributor").dropLast(2) + #","validToUtc":"2025-01-01T00:00:00Z"}]"#),
    RuleExample(
      .fail, "no role, and a user has no members", Reason.noRole, on: "r-1", complete: all,
      run + #","principals":[{"principalId":"p-1","principalType":"user","enabled":true},"#
        + #"{"principalId":"p-2","principalType":"user","groupMembers":["p-1"]}],"#
        + #""roleAssignments":[{"principalId":"p-2","roles":["contributor"]}]"#),
    RuleExample(
      .unknown, "nobody looked at roles", Reason.roleUnknown, on: "r-1",
      complete: [.runs, .principals],
      run + #","principals":[{"principalId":"p-1","principalType":"user","enabled":true}]"#),
    RuleExample(
      .unknown, "the role changed a minute before", Reason.roleChangedLately, on: "r-1",
      complete: all,
      run + #","principals":[{"principalId":"p-1","principalType":"user","enabled":true}],"#
        + #""roleAssignments":[{"principalId":"p-1","roles":["admin"],"#
        + #""validFromUtc":"2025-05-31T23:59:00Z"}]"#),
    RuleExample(
      .fail, "somebody who may only view is allowed to use the connection", Reason.viewerOnly,
      on: "c-1", complete: all,
      connection(#""createdBy":null"#, allowed: #"["p-1"]"#) + principals(roles: "viewer")),
    RuleExample(
      .fail, "a marketing contributor without business units",
      Reason.marketingWithoutBusinessUnits, on: "r-1", complete: all,
      run + #","environment":{"businessUnitsEnabled":false}"#
        + principals(roles: "marketingContributor")),
    RuleExample(
      .unknown, "nobody looked at business units", Reason.businessUnitsUnknown, on: "r-1",
      complete: all, run + principals(roles: "marketingContributor")),
  ]

  private static let segmentExamples = [
    RuleExample(
      .pass, "a marketing contributor exports a segment of their own", on: "e-1", complete: all,
      export(item, segments: #"{"name":"VIP","ownerPrincipalId":"p-1"}"#)),
    RuleExample(
      .fail, "a marketing contributor exports a segment of somebody else", Reason.foreignSegment,
      on: "e-1", complete: all,
      export(item, segments: #"{"name":"VIP","ownerPrincipalId":"p-2"}"#)),
    RuleExample(
      .fail, "a marketing contributor exports a table", Reason.foreignSegment, on: "e-1",
      complete: all, export(#","items":[{"kind":"table","name":"Orders"}]"#, segments: "")),
    RuleExample(
      .unknown, "nobody knows who owns the segment", Reason.segmentOwnerUnknown, on: "e-1",
      complete: all, export(item, segments: #"{"name":"VIP"}"#)),
    RuleExample(
      .pass, "an administrator changed the export since", on: "e-1", complete: all,
      #""exports":[{"exportId":"e-1","createdBy":"p-1","updatedBy":"p-2"\#(item)}],"#
        + #""environment":{"businessUnitsEnabled":true},"#
        + #""segments":[{"name":"VIP","ownerPrincipalId":"p-2"}],"principals":["#
        + #"{"principalId":"p-1","principalType":"user","enabled":true},"#
        + #"{"principalId":"p-2","principalType":"user","enabled":true}],"roleAssignments":["#
        + #"{"principalId":"p-1","roles":["marketingContributor"]},"#
        + #"{"principalId":"p-2","roles":["admin"]}]"#),
  ]
}
