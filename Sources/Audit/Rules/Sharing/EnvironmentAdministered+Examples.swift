import Model

extension EnvironmentAdministered {
  static let reads = [
    "collection.collectedUtc", "collection.sources", "collection.sources.complete",
    "collection.sources.section", "environment.instanceId", "environment.ownerPrincipalId",
    "principals.enabled", "principals.groupMembers", "principals.principalId",
    "principals.principalType", "principals.upn", "roleAssignments.principalId",
    "roleAssignments.reviewedUtc", "roleAssignments.roles", "roleAssignments.validFromUtc",
    "roleAssignments.validToUtc",
  ]

  private static let complete: [Section] = [.environment, .principals, .roleAssignments]

  private static func environment(owner: String = #","ownerPrincipalId":"p-1""#) -> String {
    #""environment":{"instanceId":"i-1"\#(owner)}"#
  }

  private static func user(_ number: Int, _ members: String = #","enabled":true"#) -> String {
    #"{"principalId":"p-\#(number)","principalType":"user"\#(members)}"#
  }

  private static func role(_ name: String, _ members: String = "") -> String {
    #"{"principalId":"\#(name)","roles":["admin"]\#(members)}"#
  }

  private static func people(
    _ count: Int, more principals: [String] = [], roles: [String] = []
  ) -> String {
    let users = (0..<count).map { user($0 + 1) } + principals
    let own = (0..<count).map { role("p-\($0 + 1)") } + roles
    return #","principals":[\#(users.joined(separator: ","))],"#
      + #""roleAssignments":[\#(own.joined(separator: ","))]"#
  }

  private static func judged(
    _ outcome: Outcome, _ name: String, _ reason: Reason?, complete: [Section] = complete,
    _ sections: String
  ) -> RuleExample {
    RuleExample(outcome, name, reason, on: "i-1", complete: complete, sections)
  }

  private static func group(_ members: String) -> String {
    #"{"principalId":"g-1","principalType":"group","enabled":true\#(members)}"#
  }

  private static let application =
    #"{"principalId":"a-1","principalType":"app","enabled":true}"#
  private static let reviewed = #","reviewedUtc":"2025-03-01T00:00:00Z""#

  static let examples = counts + owners + indirect

  private static let counts = [
    judged(.pass, "two administrators, one of them the owner", nil, environment() + people(2)),
    judged(.pass, "as many as allowed", nil, environment() + people(5)),
    judged(
      .pass, "the second one's role has a start",
      nil,
      environment()
        + people(
          1, more: [user(2)], roles: [role("p-2", #","validFromUtc":"2024-01-01T00:00:00Z""#)])),
    judged(.fail, "one more than allowed", .tooMany, environment() + people(6)),
    judged(.fail, "only one", .tooFew, environment() + people(1)),
    judged(
      .fail, "the second one has left", .tooFew,
      environment()
        + people(1, more: [user(2, #","enabled":false"#)], roles: [role("p-2")])),
    judged(
      .fail, "the second one's role has ended", .tooFew,
      environment()
        + people(
          1, more: [user(2)],
          roles: [
            role(
              "p-2",
              #","validFromUtc":"2024-01-01T00:00:00Z","validToUtc":"2025-06-01T00:00:00Z""#)
          ])),
    judged(
      .unknown, "nobody looked whether the second one may sign in", .administratorsUnknown,
      environment() + people(1, more: [user(2, "")], roles: [role("p-2")])),
    judged(
      .unknown, "nobody listed who the second one is", .administratorsUnknown,
      environment() + people(1, roles: [role("p-2")])),
    judged(
      .unknown, "somebody has a role that nobody is named for", .administratorsUnknown,
      environment() + people(1, roles: [#"{"principalId":null,"roles":["admin"]}"#])),
    judged(
      .unknown, "two are known, but the assignments aren't called complete",
      .administratorsUnknown, complete: [.environment, .principals],
      environment() + people(2)),
    judged(
      .fail, "six are known, whatever is missing", .tooMany,
      complete: [.environment, .principals],
      environment() + people(6)),
    judged(
      .unknown, "no assignments at all", .administratorsUnknown, complete: [.environment],
      environment() + #","principals":[\#(user(1))]"#),
  ]

  private static let owners = [
    judged(
      .fail, "the owner is no administrator", .ownerNotAdministrator,
      environment(owner: #","ownerPrincipalId":"p-9""#)
        + people(
          2, more: [user(9)], roles: [#"{"principalId":"p-9","roles":["contributor"]}"#])),
    judged(
      .fail, "the owner may no longer sign in", .ownerNotAdministrator,
      environment(owner: #","ownerPrincipalId":"p-9""#)
        + people(2, more: [user(9, #","enabled":false"#)], roles: [role("p-9")])),
    judged(
      .fail, "a group is nobody who can own", .ownerNotAdministrator,
      environment(owner: #","ownerPrincipalId":"g-1""#)
        + people(
          2, more: [group(#","groupMembers":["p-1","p-2"]"#)], roles: [role("g-1", reviewed)])),
    judged(
      .pass, "the owner is named by the sign-in name", nil,
      environment(owner: #","ownerPrincipalId":"ana@contoso.example""#)
        + people(
          2, more: [user(9, #","enabled":true,"upn":"ana@contoso.example""#)],
          roles: [role("p-9")])),
    judged(
      .fail, "somebody looked, and there is no owner", .noOwner,
      environment(owner: #","ownerPrincipalId":null"#) + people(2)),
    judged(
      .unknown, "nobody looked for an owner", .ownerUnknown, environment(owner: "") + people(2)
    ),
    judged(
      .unknown, "the owner is not listed", .ownerUnknown,
      environment(owner: #","ownerPrincipalId":"p-9""#) + people(2)),
  ]

  private static let indirect = [
    judged(
      .pass, "a group's members are administrators themselves", nil,
      environment()
        + people(
          2, more: [group(#","groupMembers":["p-1","p-2"]"#)],
          roles: [role("g-1", #","reviewedUtc":null"#)])),
    judged(
      .fail, "a member is an administrator through a group that nobody reviewed", .notReviewed,
      environment()
        + people(
          2, more: [user(3), group(#","groupMembers":["p-1","p-3"]"#)],
          roles: [role("g-1", #","reviewedUtc":null"#)])),
    judged(
      .pass, "the group was reviewed", nil,
      environment()
        + people(
          1, more: [user(3), group(#","groupMembers":["p-1","p-3"]"#)],
          roles: [role("g-1", reviewed)])),
    judged(
      .unknown, "the group was reviewed after the collection, which can't be true", .reviewUnknown,
      environment()
        + people(
          1, more: [user(3), group(#","groupMembers":["p-1","p-3"]"#)],
          roles: [role("g-1", #","reviewedUtc":"2031-03-01T00:00:00Z""#)])),
    judged(
      .unknown, "nobody listed the members of a group", .administratorsUnknown,
      environment() + people(2, more: [group("")], roles: [role("g-1", reviewed)])),
    judged(
      .unknown, "a group inside the group may hold any number", .administratorsUnknown,
      environment()
        + people(
          2,
          more: [
            group(#","groupMembers":["g-2"]"#),
            #"{"principalId":"g-2","principalType":"group","groupMembers":["p-1"]}"#,
          ], roles: [role("g-1", reviewed)])),
    judged(
      .unknown, "nobody can read one of the members", .administratorsUnknown,
      environment()
        + people(2, more: [group(#","groupMembers":["p-1",7]"#)], roles: [role("g-1", reviewed)])),
    judged(
      .unknown, "the owner may administer through a group inside the group",
      .administratorsUnknown,
      environment(owner: #","ownerPrincipalId":"p-9""#)
        + people(
          2,
          more: [
            user(9), group(#","groupMembers":["g-2"]"#),
            #"{"principalId":"g-2","principalType":"group","groupMembers":["p-9"]}"#,
          ], roles: [role("g-1", reviewed)])),
    judged(
      .unknown, "a member that nobody listed may be the second one", .administratorsUnknown,
      environment()
        + people(
          1, more: [group(#","groupMembers":["p-1","p-8"]"#)], roles: [role("g-1", reviewed)])),
    judged(
      .fail, "an application that nobody reviewed", .notReviewed,
      environment()
        + people(2, more: [application], roles: [role("a-1", #","reviewedUtc":null"#)])),
    judged(
      .unknown, "nobody looked for a review of the application", .reviewUnknown,
      environment() + people(2, more: [application], roles: [role("a-1")])),
    judged(
      .pass, "the application is no administrator any more", nil,
      environment()
        + people(
          2, more: [application],
          roles: [
            role("a-1", #","reviewedUtc":null,"validToUtc":"2025-01-01T00:00:00Z""#)
          ])),
  ]
}
