import Model

extension EnrichmentUseAccounted {
  static let reads = [
    "collection.collectedUtc", "collection.sources", "collection.sources.complete",
    "collection.sources.section", "connections.allowedRoles", "connections.connectionId",
    "connections.ownerPrincipalId", "connections.purposeKind", "connections.type",
    "connections.usageReview.reviewedBy", "connections.usageReview.reviewedUtc",
    "principals.enabled", "principals.principalId", "roleAssignments.principalId",
    "roleAssignments.roles",
  ]

  private static let owner = #","ownerPrincipalId":"p-1""#
  private static let review =
    #","usageReview":{"reviewedUtc":"2025-03-01T00:00:00Z","reviewedBy":"p-2"}"#

  private static func connection(
    _ members: String, purpose: String = #""purposeKind":"enrichment","#
  ) -> String {
    #""connections":[{"connectionId":"c-1",\#(purpose)"type":"experian"\#(members)}]"#
  }

  static let examples = [
    RuleExample(
      .pass, "an owner and a review of the use are on record", on: "c-1",
      complete: [.connections], connection(owner + review)),
    RuleExample(
      .pass, "the type alone tells that it serves enrichments", on: "c-1",
      complete: [.connections], connection(owner + review, purpose: "")),
    RuleExample(
      .pass, "contributors are counted for the reader", on: "c-1",
      complete: [.connections, .roleAssignments],
      connection(owner + review)
        + #","principals":[{"principalId":"p-1","enabled":true},{"principalId":"p-2","#
        + #""enabled":false}],"roleAssignments":[{"principalId":"p-1","roles":["contributor"],"#
        + #""validFromUtc":"2024-01-01T00:00:00Z","validToUtc":"2026-01-01T00:00:00Z"},"#
        + #"{"principalId":"p-2","roles":["contributor"]}]"#),
    RuleExample(
      .pass, "the list of roles names contributors", on: "c-1", complete: [.connections],
      connection(owner + review + #","allowedRoles":["admin","contributor"]"#)),
    RuleExample(
      .pass, "no list of roles is no claim", on: "c-1", complete: [.connections],
      connection(owner + review + #","allowedRoles":null"#)),
    RuleExample(
      .unknown, "claimed to be for administrators alone", Reason.claimedForAdministrators,
      on: "c-1", complete: [.connections],
      connection(owner + review + #","allowedRoles":["admin"]"#)),
    RuleExample(
      .unknown, "an empty list claims the same", Reason.claimedForAdministrators, on: "c-1",
      complete: [.connections], connection(owner + review + #","allowedRoles":[]"#)),
    RuleExample(
      .unknown, "a role that nobody knows may be open to all", Reason.claimedForAdministrators,
      on: "c-1", complete: [.connections],
      connection(owner + review + #","allowedRoles":["steward"]"#)),
    RuleExample(
      .unknown, "nobody can read who may use it", Reason.claimedForAdministrators, on: "c-1",
      complete: [.connections], connection(owner + review + #","allowedRoles":"admin""#)),
    RuleExample(
      .fail, "somebody looked, and there is no owner", Reason.noOwner, on: "c-1",
      complete: [.connections], connection(review + #","ownerPrincipalId":null"#)),
    RuleExample(
      .fail, "no owner weighs more than a claim", Reason.noOwner, on: "c-1",
      complete: [.connections],
      connection(review + #","ownerPrincipalId":null,"allowedRoles":["admin"]"#)),
    RuleExample(
      .fail, "somebody looked, and nobody has reviewed the use", Reason.noUseReview, on: "c-1",
      complete: [.connections], connection(owner + #","usageReview":null"#)),
    RuleExample(
      .unknown, "nobody looked for an owner", Reason.ownerUnknown, on: "c-1",
      complete: [.connections], connection(review)),
    RuleExample(
      .unknown, "null proves nothing where the section isn't called complete",
      Reason.ownerUnknown, on: "c-1", connection(review + #","ownerPrincipalId":null"#)),
    RuleExample(
      .unknown, "nobody looked for a review", Reason.useReviewUnknown, on: "c-1",
      complete: [.connections], connection(owner)),
    RuleExample(
      .unknown, "a review after the collection, which can't be true", Reason.useReviewUnknown,
      on: "c-1", complete: [.connections],
      connection(owner + #","usageReview":{"reviewedUtc":"2031-03-01T00:00:00Z"}"#)),
    RuleExample(
      .unknown, "a review on a day that can't be read", Reason.useReviewUnknown, on: "c-1",
      complete: [.connections], connection(owner + #","usageReview":{"reviewedUtc":"spring"}"#)),
    RuleExample(
      .unknown, "neither purpose nor a known type", Reason.purposeUnknown, on: "c-1",
      complete: [.connections],
      #""connections":[{"connectionId":"c-1","type":"acme","ownerPrincipalId":"p-1"}]"#),
    RuleExample(
      .notApplicable, "the connection serves exports", Reason.exportConnection, on: "c-1",
      complete: [.connections],
      #""connections":[{"connectionId":"c-1","purposeKind":"export","ownerPrincipalId":null}]"#),
  ]
}
