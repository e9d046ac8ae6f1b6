import Model

extension NamedAndOwned {
  static let reads = [
    "collection.sources", "collection.sources.complete", "collection.sources.section",
    "connections.connectionId", "connections.createdBy", "connections.displayName",
    "connections.ownerPrincipalId", "connections.purpose", "connections.purposeKind",
    "connections.type", "enrichments.createdBy", "enrichments.displayName",
    "enrichments.enrichmentId", "enrichments.ownerPrincipalId", "enrichments.purpose",
    "enrichments.type", "exports.connectionId", "exports.createdBy", "exports.displayName",
    "exports.exportId", "exports.ownerPrincipalId", "exports.purpose",
  ]

  private static let complete: [Section] = [.connections, .exports, .enrichments]
  private static let owner = #","ownerPrincipalId":"p-1""#
  private static let purpose = #","purpose":"Newsletters""#
  private static let name = #","displayName":"Spring mail""#

  private static func connection(_ members: String) -> String {
    #""connections":[{"connectionId":"c-1","type":"mailchimp"\#(members)}]"#
  }

  private static func judged(
    _ outcome: Outcome, _ name: String, _ reason: Reason?, on subject: String = "c-1",
    complete: [Section] = complete, _ sections: String
  ) -> RuleExample {
    RuleExample(outcome, name, reason, on: subject, complete: complete, sections)
  }

  static let examples = people + names + sections

  private static let people = [
    judged(
      .pass, "owner, purpose and a name of its own", nil, connection(owner + purpose + name)),
    judged(
      .fail, "somebody looked, and there is no owner", .noOwner,
      connection(purpose + name + #","ownerPrincipalId":null"#)),
    judged(
      .unknown, "nobody looked for an owner", .ownerUnknown, connection(purpose + name)),
    judged(
      .unknown, "who made it is no owner", .creatorOnly,
      connection(purpose + name + #","createdBy":"p-2""#)),
    judged(
      .unknown, "null proves nothing where the section isn't called complete", .ownerUnknown,
      complete: [], connection(purpose + name + #","ownerPrincipalId":null"#)),
    judged(
      .fail, "somebody looked, and there is no purpose", .noPurpose,
      connection(owner + name + #","purpose":null"#)),
    judged(
      .fail, "a blank purpose is none", .noPurpose,
      connection(owner + name + #","purpose":" ""#)),
    judged(
      .fail, "nor does one that can't be seen say anything", .noPurpose,
      connection(owner + name + #","purpose":"\u200b""#)),
    judged(
      .unknown, "nobody looked for a purpose", .purposeUnknown, connection(owner + name)),
  ]

  private static let names = [
    judged(
      .fail, "a blank name", .noName, connection(owner + purpose + #","displayName":"  ""#)),
    judged(
      .fail, "a name that can't be seen", .noName,
      connection(owner + purpose + #","displayName":"\u200b\u2060""#)),
    judged(
      .fail, "no name", .noName, connection(owner + purpose + #","displayName":null"#)),
    judged(
      .unknown, "nobody looked for a name", .nameUnknown, connection(owner + purpose)),
    judged(
      .fail, "the name of the service", .nameOfService,
      connection(owner + purpose + #","displayName":"MAILCHIMP""#)),
    judged(
      .fail, "the name of a service that only the snapshot knows", .nameOfService,
      #""connections":[{"connectionId":"c-1","type":"Acme mail","displayName":"acme mail""#
        + owner + purpose + "}]"),
    judged(
      .unknown, "the name of a service, and nobody looked at the type", .serviceUnknown,
      #""connections":[{"connectionId":"c-1","displayName":"Braze""# + owner + purpose + "}]"),
    judged(
      .unknown, "the name of a service, and a type that nobody knows", .serviceUnknown,
      #""connections":[{"connectionId":"c-1","type":"brazze","displayName":"Braze""#
        + owner + purpose + "}]"),
    judged(
      .pass, "the name of another service", nil,
      connection(owner + purpose + #","displayName":"Braze""#)),
    judged(
      .pass, "no service has the name, whatever the type", nil,
      #""connections":[{"connectionId":"c-1","type":7"# + owner + purpose + name + "}]"),
    judged(
      .fail, "another connection has the name in other letters", .sameName,
      connection(owner + purpose + name).dropLast()
        + #",{"connectionId":"c-2","displayName":"ＳＰＲＩＮＧ　mail "}]"#),
    judged(
      .fail, "another connection has the name with its accents composed in another way", .sameName,
      connection(owner + purpose + #","displayName":"Caf\u00e9""#).dropLast()
        + #",{"connectionId":"c-2","displayName":"Cafe\u0301"}]"#),
    judged(
      .pass, "one connection listed twice is no second one", nil,
      connection(owner + purpose + name).dropLast()
        + #",{"connectionId":"c-1","type":"mailchimp""# + owner + purpose + name + "}]"),
    judged(
      .pass, "an export may have the name of its connection", nil,
      connection(owner + purpose + name) + #","exports":[{"exportId":"e-1""# + name + "}]"),
  ]

  private static let sections = [
    judged(
      .pass, "an export", nil, on: "e-1",
      #""exports":[{"exportId":"e-1""# + owner + purpose + name + "}]"),
    judged(
      .unknown, "an export of which only the maker is known", .creatorOnly, on: "e-1",
      #""exports":[{"exportId":"e-1","createdBy":"p-2""# + purpose + name + "}]"),
    judged(
      .fail, "an export with the name of its connection's service", .nameOfService, on: "e-1",
      #""connections":[{"connectionId":"c-1","purposeKind":"enrichment","type":"liveramp"}],"#
        + #""exports":[{"exportId":"e-1","connectionId":"c-1","#
        + #""displayName":"LiveRamp AbiliTec""# + owner + purpose + "}]"),
    judged(
      .unknown, "an export with the name of a service, and its connection isn't in the snapshot",
      .serviceUnknown, on: "e-1",
      #""exports":[{"exportId":"e-1","connectionId":"c-9","displayName":"AdRoll""#
        + owner + purpose + "}]"),
    judged(
      .pass, "a detached export has no service", nil, on: "e-1",
      #""exports":[{"exportId":"e-1","connectionId":null,"displayName":"AdRoll""#
        + owner + purpose + "}]"),
    judged(
      .unknown, "null proves no detachment where the section isn't called complete",
      .serviceUnknown, on: "e-1", complete: [],
      #""exports":[{"exportId":"e-1","connectionId":null,"displayName":"AdRoll""#
        + owner + purpose + "}]"),
    judged(
      .pass, "an enrichment", nil, on: "f-1",
      #""enrichments":[{"enrichmentId":"f-1""# + owner + purpose + name + "}]"),
    judged(
      .unknown, "an enrichment of which only the maker is known", .creatorOnly, on: "f-1",
      #""enrichments":[{"enrichmentId":"f-1","createdBy":"p-2""# + purpose + name + "}]"),
    judged(
      .fail, "an enrichment with the name of its service", .nameOfService, on: "f-1",
      #""enrichments":[{"enrichmentId":"f-1","type":"experian","displayName":"Experian""#
        + owner + purpose + "}]"),
  ]
}
