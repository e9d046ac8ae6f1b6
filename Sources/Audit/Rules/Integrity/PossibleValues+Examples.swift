import Model

extension PossibleValues {
  static let reads =
    (FieldNames.all { _, field, _ in !field.kind.isWord } + [
      "environment.audience", "exports.items.kind", "exports.state", "runs.recordCountSource",
      "runs.status", "schedules.mode", "segments.base",
    ]).sorted()

  private static func export(_ members: String) -> String {
    #""exports":[{"exportId":"e-1",\#(members)}]"#
  }

  private static func run(_ members: String) -> String {
    #""runs":[{"runId":"r-1",\#(members)}]"#
  }

  private static func connection(_ created: String, _ more: String = "") -> String {
    #""connections":[{"connectionId":"c-1","createdUtc":"\#(created)"\#(more)}]"#
  }

  static let examples = readable + ordered + timely + states + counts + everyField

  private static let readable = [
    RuleExample(
      .fail, "30 February", Reason.malformedDate, on: "exports/e-1",
      export(#""createdUtc":"2025-02-30T00:00:00Z""#)),
    RuleExample(
      .fail, "a negative count", Reason.notACount, on: "segments/A",
      #""segments":[{"name":"A","members":-1}]"#),
    RuleExample(
      .fail, "half a member", Reason.notACount, on: "segments/A",
      #""segments":[{"name":"A","members":0.5}]"#),
    RuleExample(
      .fail, "letters instead of a flag", Reason.malformedValue, on: "schedules/s-1",
      #""schedules":[{"scheduleId":"s-1","isActive":"yes"}]"#),
    RuleExample(
      .unknown, "a date that can be read in several ways", Reason.ambiguousDate, on: "exports/e-1",
      export(#""createdUtc":"03/04/26""#)),
    RuleExample(
      .unknown, "the year 9999 stands for no date", Reason.sentinel, on: "exports/e-1",
      export(#""createdUtc":"2025-01-01T00:00:00Z","updatedUtc":"9999-12-31T23:59:59Z""#)),
    RuleExample(
      .pass, "the year 9999 as the end of a validity", on: "roleAssignments#0",
      #""roleAssignments":[{"principalId":"p-1","validToUtc":"9999-12-31T23:59:59Z"}]"#),
    RuleExample(
      .pass, "dates that nobody looked at", on: "exports/e-1",
      export(#""createdUtc":"2025-01-01T00:00:00Z","updatedUtc":null"#)),
  ]

  private static let ordered = [
    RuleExample(
      .fail, "changed before it was made", Reason.updatedBeforeCreated, on: "exports/e-1",
      export(#""createdUtc":"2025-01-01T00:00:01Z","updatedUtc":"2025-01-01T00:00:00Z""#)),
    RuleExample(
      .pass, "changed at the moment it was made", on: "exports/e-1",
      export(#""createdUtc":"2025-01-01T00:00:00Z","updatedUtc":"2025-01-01T00:00:00Z""#)),
    RuleExample(
      .unknown, "both on one day", Reason.sameDay, on: "exports/e-1",
      export(#""createdUtc":"2025-01-01T09:00:00Z","updatedUtc":"2025-01-01""#)),
    RuleExample(
      .pass, "changed the next day", on: "exports/e-1",
      export(#""createdUtc":"2025-01-01T09:00:00Z","updatedUtc":"2025-01-02""#)),
    RuleExample(
      .pass, "UTC is assumed where no zone is written", on: "exports/e-1",
      export(#""createdUtc":"2025-01-01T09:00:00Z","updatedUtc":"2025-01-01T09:00:01""#)),
    RuleExample(
      .unknown, "no zone anywhere, and the zone decides", Reason.zoneMissing, on: "exports/e-1",
      collected: #""collectedUtc":"2025-06-01T00:00:00Z""#,
      export(#""createdUtc":"2025-01-01T09:00:00Z","updatedUtc":"2025-01-01T09:00:01""#)),
    RuleExample(
      .fail, "started before it was queued", Reason.startBeforeSubmission, on: "runs/r-1",
      run(#""submittedUtc":"2025-01-01T00:00:01Z","startUtc":"2025-01-01T00:00:00Z""#)),
    RuleExample(
      .fail, "ended before it started", Reason.endBeforeStart, on: "runs/r-1",
      run(#""startUtc":"2025-01-01T00:00:01Z","endUtc":"2025-01-01T00:00:00Z""#)),
    RuleExample(
      .fail, "ended before it was queued", Reason.endBeforeSubmission, on: "runs/r-1",
      run(#""submittedUtc":"2025-01-01T00:00:01Z","endUtc":"2025-01-01T00:00:00Z""#)),
  ]

  private static let timely = [
    RuleExample(
      .pass, "five minutes after the collection, as clocks differ", on: "runs/r-1",
      run(#""startUtc":"2025-06-01T00:05:00Z""#)),
    RuleExample(
      .fail, "a second later", Reason.afterCollection, on: "runs/r-1",
      run(#""startUtc":"2025-06-01T00:05:01Z""#)),
    RuleExample(
      .pass, "an expiry lies in the future", on: "connections/c-1",
      #""connections":[{"connectionId":"c-1","credential":{"expiresUtc":"2027-01-01T00:00:00Z"}}]"#),
    RuleExample(
      .fail, "a change in the future", Reason.afterCollection, on: "exports/e-1",
      export(#""stateChanges":[{"to":"inactive","utc":"2025-07-01T00:00:00Z"}]"#)),
    RuleExample(
      .unknown, "the time of collection is not known", Reason.collectionTimeUnknown,
      on: "runs/r-1", collected: "", run(#""startUtc":"2025-01-01T00:00:00Z""#)),
    RuleExample(
      .unknown, "the day of the collection", Reason.sameDay, on: "runs/r-1",
      run(#""startUtc":"2025-06-01""#)),
  ]

  private static let states = [
    RuleExample(
      .fail, "before the product was known", Reason.beforeTheProduct, on: "connections/c-1",
      connection("2018-11-30T23:59:59Z", #","migrated":true"#)),
    RuleExample(
      .pass, "carried over", on: "connections/c-1",
      connection("2018-12-01T00:00:00Z", #","migrated":true"#)),
    RuleExample(
      .fail, "before there were connections, and not carried over", Reason.beforeConnections,
      on: "connections/c-1", connection("2021-02-08T23:59:59Z", #","migrated":false"#)),
    RuleExample(
      .unknown, "perhaps carried over", Reason.beforeConnections, on: "connections/c-1",
      connection("2021-02-08T23:59:59Z")),
    RuleExample(
      .pass, "the first day of connections", on: "connections/c-1",
      connection("2021-02-09T00:00:00Z")),
    RuleExample(
      .fail, "active without a connection", Reason.activeWithoutConnection, on: "exports/e-1",
      complete: [.exports], export(#""state":"active","connectionId":null"#)),
    RuleExample(
      .unknown, "nobody says that all of the exports were looked at",
      Reason.activeWithoutConnection, on: "exports/e-1",
      export(#""state":"active","connectionId":null"#)),
    RuleExample(
      .pass, "what was removed is no longer active", on: "exports/e-1", complete: [.exports],
      export(
        #""state":"active","connectionId":null,"removedUtc":"2025-05-01T00:00:00Z""#)),
    RuleExample(
      .pass, "inactive without a connection", on: "exports/e-1",
      export(#""state":"inactive","connectionId":null"#)),
    RuleExample(
      .pass, "inactive with a connection", on: "exports/e-1",
      export(#""state":"inactive","connectionId":"c-1""#)),
    RuleExample(
      .pass, "a zone that Windows names", on: "schedules/s-1",
      #""schedules":[{"scheduleId":"s-1","timezoneId":"W. Europe Standard Time"}]"#),
    RuleExample(
      .fail, "a zone that nobody knows", Reason.unknownTimeZone, on: "schedules/s-1",
      #""schedules":[{"scheduleId":"s-1","timezoneId":"Europe/Brusels"}]"#),
    RuleExample(
      .unknown, "a recurrence without a zone", Reason.timeZoneNotStated, on: "schedules/s-1",
      #""schedules":[{"scheduleId":"s-1","mode":"custom","isActive":true,"cron":["0 4 * * 1"]}]"#),
    RuleExample(
      .unknown, "what may be a recurrence of its own", Reason.timeZoneNotStated,
      on: "schedules/s-1",
      #""schedules":[{"scheduleId":"s-1","timezoneId":null,"cron":["0 4 * * 1"]}]"#),
    RuleExample(
      .unknown, "blanks instead of a zone", Reason.timeZoneNotStated, on: "schedules/s-1",
      #""schedules":[{"scheduleId":"s-1","mode":"custom","timezoneId":"  ","cron":["0 4 * * 1"]}]"#),
    RuleExample(
      .pass, "blanks where no zone is needed", on: "schedules/s-1",
      #""schedules":[{"scheduleId":"s-1","mode":"off","timezoneId":"  "}]"#),
    RuleExample(
      .pass, "the system refresh has its own zone", on: "schedules/s-1",
      #""schedules":[{"scheduleId":"s-1","mode":"system","isActive":true,"cron":["0 4 * * 1"]}]"#),
  ]

  private static func sent(
    _ count: Int, source: String? = "recorded", status: String? = "successful",
    start: String = "2025-05-31T02:30:00Z", items: String = "",
    saved: String = #","updatedUtc":"2025-05-01T00:00:00Z""#, segments: String? = nil
  ) -> String {
    let members = #""members":1000,"countedUtc":"2025-05-31T02:00:00Z""#
    let words = [
      source.map { #","recordCountSource":"\#($0)""# }, status.map { #","status":"\#($0)""# },
    ]
    return """
      "exports":[{"exportId":"e-1","items":[{"kind":"segment","name":"A"}]\(saved)}],
      "segments":\(segments ?? #"[{"name":"A",\#(members)},{"name":"B",\#(members)}]"#),
      "runs":[{"runId":"r-1","targetId":"e-1","recordCount":\(count),
      "startUtc":"\(start)"\(words.compactMap(\.self).joined())\(items)}]
      """
  }

  private static let counts = [
    RuleExample(.pass, "within the tolerance", on: "runs/r-1", sent(1050)),
    RuleExample(.fail, "one too many", Reason.countDiffers, on: "runs/r-1", sent(1051)),
    RuleExample(.fail, "far too few", Reason.countDiffers, on: "runs/r-1", sent(949)),
    RuleExample(
      .pass, "a run that failed has sent a part", on: "runs/r-1", sent(0, status: "failed")),
    RuleExample(
      .fail, "a run that failed has sent too many", Reason.countDiffers, on: "runs/r-1",
      sent(1051, status: "failed")),
    RuleExample(
      .unknown, "nobody says whether the run succeeded", Reason.countDiffers, on: "runs/r-1",
      sent(949, status: nil)),
    RuleExample(
      .pass, "a derived number agrees by its nature", on: "runs/r-1",
      sent(2000, source: "derived")),
    RuleExample(
      .unknown, "nobody says whether the number was recorded", Reason.countDiffers, on: "runs/r-1",
      sent(2000, source: nil)),
    RuleExample(
      .unknown, "the export was changed since", Reason.countDiffers, on: "runs/r-1",
      sent(2000, saved: #","updatedUtc":"2025-05-31T03:00:00Z""#)),
    RuleExample(
      .unknown, "nobody says when the export was changed", Reason.countDiffers, on: "runs/r-1",
      sent(2000, saved: "")),
    RuleExample(
      .fail, "the run itself says what it sent", Reason.countDiffers, on: "runs/r-1",
      sent(2000, items: #","items":["A"]"#, saved: "")),
    RuleExample(
      .pass, "counted too long before", on: "runs/r-1", sent(1, start: "2025-05-20T02:00:00Z")),
    RuleExample(
      .pass, "two segments may overlap or not", on: "runs/r-1",
      sent(2000, items: #","items":["A","B"]"#)),
    RuleExample(
      .fail, "more than both segments together", Reason.countDiffers, on: "runs/r-1",
      sent(2101, items: #","items":["A","B"]"#)),
    RuleExample(
      .fail, "a segment that is named twice is sent once", Reason.countDiffers, on: "runs/r-1",
      sent(2000, items: #","items":["A","A"]"#)),
    RuleExample(
      .fail, "fewer than one of them, whatever the other holds", Reason.countDiffers,
      on: "runs/r-1", sent(10, items: #","items":["A","Gone"]"#)),
    RuleExample(
      .pass, "more than one of them, as the other may hold the rest", on: "runs/r-1",
      sent(2000, items: #","items":["A","Gone"]"#)),
    RuleExample(
      .fail, "an earlier count is nearer", Reason.countDiffers, on: "runs/r-1",
      sent(
        1000,
        segments: #"[{"name":"A","members":1000,"countedUtc":"2025-05-31T22:00:00Z","#
          + #""history":[{"utc":"2025-05-31T02:00:00Z","members":500}]}]"#)),
    RuleExample(
      .pass, "accounts stand for several contacts", on: "runs/r-1",
      sent(
        5000,
        segments: #"[{"name":"A","members":1000,"countedUtc":"2025-05-31T02:00:00Z","#
          + #""base":"account"}]"#)),
    RuleExample(
      .pass, "segments of businesses hold accounts unless they say otherwise", on: "runs/r-1",
      #""environment":{"audience":"B2B"},"# + sent(5000)),
  ]

  private static let everyField = [
    RuleExample(
      .fail, "impossible values in every field", Reason.malformedValue,
      on: "exports/exports-exportid-1",
      ShapeExamples.sections { _, field, _ in
        switch field.kind {
        case .instant: EventOrder.isPlanned(field.name) ? #""soon""# : #""2030-01-01T00:00:00Z""#
        case .count: "-1"
        case .number, .flag: #""some""#
        case .text, .identifier, .reference: "[7]"
        default: nil
        }
      }),
    RuleExample(
      .fail, "lists that are none", Reason.malformedValue, on: "exports/exports-exportid-1",
      ShapeExamples.sections { _, field, _ in field.kind.child == nil ? nil : "7" }),
    RuleExample(
      .fail, "an id that is none", Reason.malformedValue, on: "exports#0",
      ShapeExamples.sections { _, field, _ in field.kind.isKey ? "[7]" : nil }),
    RuleExample(
      .fail, "a collection that makes no sense", Reason.malformedDate, on: "collection",
      collected: ShapeExamples.collection { field in
        switch field.kind {
        case .instant: #""soon""#
        case .count: "-1"
        case .flag: #""some""#
        case .text: "[7]"
        default: nil
        }
      }, #""exports":[]"#),
    RuleExample(
      .fail, "sources that are none", Reason.malformedValue, on: "collection",
      collected: #""collectedUtc":"2025-06-01T00:00:00Z","sources":7"#, #""exports":[]"#),
  ]
}
