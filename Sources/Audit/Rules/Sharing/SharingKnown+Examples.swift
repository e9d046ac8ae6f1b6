import Model

extension SharingKnown {
  static let reads = [
    "collection.sources", "collection.sources.complete", "collection.sources.section",
    "connections.allowedPrincipals", "connections.allowedRoles", "connections.connectionId",
    "connections.purposeKind", "connections.type",
  ]

  private static func connection(_ members: String) -> String {
    #""connections":[{"connectionId":"c-1"\#(members)}]"#
  }

  static let examples = [
    RuleExample(
      .pass, "the roles are on record", on: "c-1", complete: [.connections],
      connection(
        #","purposeKind":"export","allowedRoles":["Admin","contributor"],"allowedPrincipals":[]"#)),
    RuleExample(
      .pass, "an empty list means administrators only", on: "c-1", complete: [.connections],
      connection(#","purposeKind":"export","allowedRoles":[]"#)),
    RuleExample(
      .pass, "the type tells that exports are served", on: "c-1", complete: [.connections],
      connection(#","type":"mailchimp","allowedRoles":["admin"]"#)),
    RuleExample(
      .fail, "a role that the platform doesn't know", Reason.roleOutsideVocabulary, on: "c-1",
      complete: [.connections],
      connection(#","purposeKind":"export","allowedRoles":["admin","Owners"]"#)),
    RuleExample(
      .unknown, "roles absent, principals present: nobody looked at roles", Reason.rolesAbsent,
      on: "c-1", complete: [.connections],
      connection(#","purposeKind":"export","allowedPrincipals":["p-1"]"#)),
    RuleExample(
      .unknown, "null roles and no principals", Reason.rolesNull, on: "c-1",
      complete: [.connections],
      connection(#","purposeKind":"export","allowedRoles":null,"allowedPrincipals":[]"#)),
    RuleExample(
      .unknown, "no list at all", Reason.rolesUnreadable, on: "c-1", complete: [.connections],
      connection(#","purposeKind":"export","allowedRoles":"admin""#)),
    RuleExample(
      .unknown, "nobody knows what the connection serves", Reason.purposeUnknown, on: "c-1",
      complete: [.connections], connection(#","allowedRoles":["admin"]"#)),
    RuleExample(
      .notApplicable, "enrichment connections have no switch", Reason.noSharingSwitch, on: "c-1",
      complete: [.connections], connection(#","purposeKind":"enrichment""#)),
  ]
}
