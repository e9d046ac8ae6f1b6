import Model

extension DetachedExportDecided {
  static let reads = [
    "collection.collectedUtc", "collection.sources", "collection.sources.complete",
    "collection.sources.section", "collection.timeZone", "exports.connectionId",
    "exports.detachedBy", "exports.detachedUtc", "exports.exportId", "exports.stateChanges",
    "exports.stateChanges.to", "exports.stateChanges.utc", "exports.updatedUtc",
  ]

  private static func detached(_ members: String = "") -> String {
    #""exports":[{"exportId":"e-1","connectionId":null,"detachedBy":"p-1"\#(members)}]"#
  }

  private static func history(
    _ changes: (to: String, day: String)..., more: String = ""
  ) -> String {
    let entries = changes.map { change in
      #"{"to":"\#(change.to)","utc":"\#(change.day)T00:00:00Z"}"#
    }
    return detached(#","stateChanges":[\#(entries.joined(separator: ","))]"# + more)
  }

  static let examples = [
    RuleExample(
      .fail, "detached for 31 days", Reason.detachedTooLong, on: "e-1", complete: [.exports],
      detached(#","detachedUtc":"2025-05-01T00:00:00Z""#)),
    RuleExample(
      .pass, "detached for exactly 30 days", on: "e-1", complete: [.exports],
      detached(#","detachedUtc":"2025-05-02T00:00:00Z""#)),
    RuleExample(
      .fail, "the as-of time is later than the collection", Reason.detachedTooLong, on: "e-1",
      asOf: "2025-06-01T00:00:01Z", complete: [.exports],
      detached(#","detachedUtc":"2025-05-02T00:00:00Z""#)),
    RuleExample(
      .unknown, "only the day is known, and it is the thirtieth before", Reason.dateUnclear,
      on: "e-1", asOf: "2025-06-01T12:00:00Z", complete: [.exports],
      detached(#","detachedUtc":"2025-05-02""#)),
    RuleExample(
      .unknown, "no zone anywhere, and the zone decides", Reason.dateUnclear, on: "e-1",
      complete: [.exports], collected: #""collectedUtc":"2025-06-01T00:00:00Z""#,
      detached(#","detachedUtc":"2025-05-02T00:00:00""#)),
    RuleExample(
      .fail, "no zone is written, so the collection's UTC counts", Reason.detachedTooLong,
      on: "e-1", complete: [.exports], detached(#","detachedUtc":"2025-05-01T23:00:00""#)),
    RuleExample(
      .fail, "the history tells when", Reason.detachedTooLong, on: "e-1", complete: [.exports],
      detached(#","stateChanges":[{"to":"detached","utc":"2025-04-01T00:00:00Z"}]"#)),
    RuleExample(
      .pass, "the history tells of two, and of what was between them", on: "e-1",
      complete: [.exports],
      history(("detached", "2025-01-01"), ("active", "2025-02-01"), ("detached", "2025-05-20"))),
    RuleExample(
      .unknown, "it was attached after the last one that the history tells of", Reason.dateUnclear,
      on: "e-1", complete: [.exports],
      history(("detached", "2025-01-01"), ("active", "2025-05-20"))),
    RuleExample(
      .unknown, "nobody can read when it was detached again", Reason.dateUnclear, on: "e-1",
      complete: [.exports], history(("detached", "2025-01-01"), ("detached", "soon"))),
    RuleExample(
      .unknown, "nobody can read what became of it then", Reason.dateUnclear, on: "e-1",
      complete: [.exports], history(("detached", "2025-01-01"), ("gone", "2025-05-20"))),
    RuleExample(
      .fail, "the last change is old, whatever the history leaves open", Reason.updatedTooLongAgo,
      on: "e-1", complete: [.exports],
      history(
        ("detached", "2025-01-01"), ("active", "2025-02-01"),
        more: #","updatedUtc":"2025-05-01T00:00:00Z""#)),
    RuleExample(
      .unknown, "the history and the export tell two times", Reason.dateUnclear, on: "e-1",
      complete: [.exports],
      history(("detached", "2025-01-01"), more: #","detachedUtc":"2025-05-20T00:00:00Z""#)),
    RuleExample(
      .fail, "both times are long ago", Reason.detachedTooLong, on: "e-1", complete: [.exports],
      history(("detached", "2025-01-01"), more: #","detachedUtc":"2025-02-20T00:00:00Z""#)),
    RuleExample(
      .unknown, "it was attached since the time that the export tells", Reason.dateUnclear,
      on: "e-1", complete: [.exports],
      history(("active", "2025-05-20"), more: #","detachedUtc":"2025-01-01T00:00:00Z""#)),
    RuleExample(
      .fail, "the history tells when it was detached again", Reason.detachedTooLong, on: "e-1",
      complete: [.exports],
      history(
        ("detached", "2025-01-01"), ("active", "2025-02-01"), ("detached", "2025-03-01"),
        more: #","detachedUtc":"2025-01-01T00:00:00Z""#)),
    RuleExample(
      .fail, "no change for 31 days, so detached at least as long", Reason.updatedTooLongAgo,
      on: "e-1", complete: [.exports], detached(#","updatedUtc":"2025-05-01T00:00:00Z""#)),
    RuleExample(
      .unknown, "changed 10 days ago, perhaps detached long before", Reason.perhapsLonger,
      on: "e-1", complete: [.exports], detached(#","updatedUtc":"2025-05-22T00:00:00Z""#)),
    RuleExample(
      .unknown, "no date at all", Reason.dateUnknown, on: "e-1", complete: [.exports], detached()),
    RuleExample(
      .unknown, "a date that can't be read", Reason.dateUnclear, on: "e-1", complete: [.exports],
      detached(#","detachedUtc":"soon","updatedUtc":"2025-01-01T00:00:00Z""#)),
    RuleExample(
      .pass, "detached after the collection, by no more than clocks differ", on: "e-1",
      complete: [.exports], detached(#","detachedUtc":"2025-06-01T00:05:00Z""#)),
    RuleExample(
      .unknown, "detached after the collection, which can't be true", Reason.dateUnclear,
      on: "e-1", complete: [.exports], detached(#","detachedUtc":"2025-06-01T00:05:01Z""#)),
    RuleExample(
      .unknown, "detached after the collection by its history", Reason.dateUnclear, on: "e-1",
      complete: [.exports],
      detached(#","stateChanges":[{"to":"detached","utc":"2099-01-01T00:00:00Z"}]"#)),
    RuleExample(
      .unknown, "neither an as-of time nor a time of collection", Reason.clockUnknown, on: "e-1",
      complete: [.exports], collected: "", detached(#","detachedUtc":"2025-01-01T00:00:00Z""#)),
    RuleExample(
      .unknown, "nobody looked at the connection", Reason.connectionUnknown, on: "e-1",
      complete: [.exports], #""exports":[{"exportId":"e-1"}]"#),
    RuleExample(
      .unknown, "null proves nothing where the section isn't called complete",
      Reason.connectionUnknown, on: "e-1", detached(#","detachedUtc":"2025-01-01T00:00:00Z""#)),
    RuleExample(
      .notApplicable, "attached", Reason.attached, on: "e-1", complete: [.exports],
      #""exports":[{"exportId":"e-1","connectionId":"c-1"}]"#),
  ]
}
