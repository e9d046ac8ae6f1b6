import Model

extension InactiveItemsDoNotRun {
  static let reads = [
    "collection.collectedUtc", "collection.sources", "collection.sources.complete",
    "collection.sources.section",
    "collection.sources.windowEndUtc", "collection.sources.windowStartUtc",
    "enrichments.createdUtc", "enrichments.deactivatedUtc",
    "enrichments.enrichmentId", "enrichments.removedUtc", "enrichments.state",
    "exports.connectionId", "exports.createdUtc", "exports.deactivatedUtc", "exports.detachedUtc",
    "exports.exportId", "exports.removedUtc", "exports.state",
    "exports.stateChanges", "exports.stateChanges.from", "exports.stateChanges.to",
    "exports.stateChanges.utc", "exports.updatedUtc", "runs.endUtc", "runs.runId",
    "runs.startUtc", "runs.status", "runs.submissionKind", "runs.submittedUtc", "runs.targetId",
    "runs.targetKind", "schedules.disabledUtc", "schedules.enabledUtc", "schedules.isActive",
    "schedules.mode", "schedules.targetId", "schedules.targetKind",
  ]

  private static let all: [Section] = [.exports, .enrichments, .runs, .schedules]
  private static let detached = #""connectionId":null,"state":"inactive""#
  private static let attached = #""connectionId":"c-1","state":"active""#
  private static let inactive = #""connectionId":"c-1","state":"inactive""#
  private static let since = #","detachedUtc":"2025-03-01T00:00:00Z""#

  private static func export(_ members: String, runs: String..., schedule: String = "") -> String {
    let schedules = schedule.isEmpty ? "" : #"{"targetId":"e-1",\#(schedule)}"#
    return
      #""exports":[{"exportId":"e-1",\#(members)}],"enrichments":[],"schedules":[\#(schedules)],"#
      + #""runs":[\#(runs.joined(separator: ","))]"#
  }

  private static func run(_ start: String, _ more: String = "") -> String {
    #"{"runId":"r-1","targetId":"e-1","startUtc":"\#(start)"\#(more)}"#
  }

  private static let scheduled = run("2025-03-02T00:00:00Z", #","submissionKind":"scheduled""#)
  private static let manual = run("2025-03-02T00:00:00Z", #","submissionKind":"onDemand""#)
  private static let off = #""isActive":false,"disabledUtc":"2025-03-01T00:00:00Z""#

  static let examples =
    stateExamples + dateExamples + historyExamples + scheduleExamples + namelessExamples
    + namelessScheduleExamples + unclearDateExamples

  private static func nameless(_ more: String = "") -> String {
    #"{"startUtc":"2025-03-02T00:00:00Z"\#(more)}"#
  }

  private static let namelessExamples = [
    RuleExample(
      .unknown, "a run after the detachment that doesn't tell what ran", Reason.runsUnknown,
      on: "e-1", complete: all, export(detached + since, runs: nameless())),
    RuleExample(
      .pass, "such a run is one of an enrichment", on: "e-1", complete: all,
      export(detached + since, runs: nameless(#","targetKind":"enrichment""#))),
    RuleExample(
      .pass, "such a run was skipped", on: "e-1", complete: all,
      export(detached + since, runs: nameless(#","status":"skipped""#))),
    RuleExample(
      .pass, "such a run came before the detachment", on: "e-1", complete: all,
      export(
        detached + #","detachedUtc":"2025-03-02T00:00:01Z""#, runs: nameless())),
    RuleExample(
      .pass, "such a run came before the export was made", on: "e-1", complete: all,
      export(inactive + #","createdUtc":"2025-03-02T00:00:01Z""#, runs: nameless())),
    RuleExample(
      .unknown, "the export is said to be made after the collection", Reason.runsUnknown, on: "e-1",
      complete: all,
      export(inactive + #","createdUtc":"2031-01-01T00:00:00Z""#, runs: nameless())),
    RuleExample(
      .pass, "such a run came before the enrichment was made", on: "n-1", complete: all,
      #""exports":[],"schedules":[],"runs":[\#(nameless())],"enrichments":[{"enrichmentId":"n-1","#
        + #""state":"inactive","createdUtc":"2025-03-02T00:00:01Z"}]"#),
    RuleExample(
      .unknown, "a state outside the vocabulary, and such a run", Reason.runsUnknown, on: "e-1",
      complete: all, export(#""connectionId":"c-1","state":"paused""#, runs: nameless())),
    RuleExample(
      .unknown, "such a run while the schedule was off", Reason.runsUnknown, on: "e-1",
      complete: all, export(attached, runs: nameless(), schedule: off)),
    RuleExample(
      .pass, "somebody started such a run by hand", on: "e-1", complete: all,
      export(attached, runs: nameless(#","submissionKind":"onDemand""#), schedule: off)),
    RuleExample(
      .pass, "another schedule was still on when such a run came", on: "e-1", complete: all,
      export(
        attached, runs: nameless(),
        schedule: off + #"},{"targetId":"e-1","isActive":false,"#
          + #""disabledUtc":"2025-03-03T00:00:00Z""#)),
  ]

  private static let ahead = "2031-01-01T00:00:00Z"
  private static let unreadable = "01/08/25"

  private static let unclearDateExamples = [
    RuleExample(
      .unknown, "deactivated after the collection, which can't be true",
      Reason.timeOfChangeUnknown, on: "e-1", complete: all,
      export(inactive + #","deactivatedUtc":"\#(ahead)""#, runs: manual)),
    RuleExample(
      .unknown, "detached after the collection", Reason.timeOfChangeUnknown, on: "e-1",
      complete: all, export(detached + #","detachedUtc":"\#(ahead)""#, runs: manual)),
    RuleExample(
      .unknown, "such a date isn't bounded by the last change", Reason.timeOfChangeUnknown,
      on: "e-1", complete: all,
      export(
        inactive + #","deactivatedUtc":"\#(ahead)","updatedUtc":"2025-03-01T00:00:00Z""#,
        runs: manual)),
    RuleExample(
      .unknown, "active again after a detachment at a time that can't be read",
      Reason.timeOfChangeUnknown, on: "e-1", complete: all,
      export(attached + #","detachedUtc":"\#(unreadable)""#, runs: manual)),
    RuleExample(
      .pass, "it was active again by its last change", on: "e-1", complete: all,
      export(
        attached + #","detachedUtc":"\#(unreadable)","updatedUtc":"2025-03-01T00:00:00Z""#,
        runs: manual)),
    RuleExample(
      .pass, "no run was at a time that can't be read", on: "e-1", complete: all,
      export(attached + #","detachedUtc":"\#(unreadable)""#)),
    RuleExample(
      .unknown, "deactivated at a known time, and detached at one that can't be read",
      Reason.timeOfChangeUnknown, on: "e-1", complete: all,
      export(
        detached + #","deactivatedUtc":"2025-03-01T00:00:00Z","detachedUtc":"\#(unreadable)""#,
        runs: manual)),
    RuleExample(
      .unknown, "removed at a time that can't be read", Reason.stateUnknown, on: "e-1",
      complete: all, export(attached + #","removedUtc":"\#(unreadable)""#, runs: manual)),
    RuleExample(
      .pass, "the removal is planned", on: "e-1", complete: all,
      export(attached + #","removedUtc":"\#(ahead)""#, runs: manual)),
    RuleExample(
      .unknown, "an enrichment deactivated after the collection", Reason.timeOfChangeUnknown,
      on: "n-1", complete: all,
      #""enrichments":[{"enrichmentId":"n-1","state":"inactive","deactivatedUtc":"\#(ahead)"}],"#
        + #""exports":[],"runs":[{"targetId":"n-1","startUtc":"2025-03-02T00:00:00Z"}]"#),
    RuleExample(
      .unknown, "the schedule was switched off after the collection", Reason.switchTimeUnknown,
      on: "e-1", complete: all,
      export(
        attached, runs: scheduled, schedule: #""isActive":false,"disabledUtc":"\#(ahead)""#)),
    RuleExample(
      .unknown, "on, and once switched off at a time that can't be read",
      Reason.switchTimeUnknown, on: "e-1", complete: all,
      export(
        attached, runs: scheduled, schedule: #""isActive":true,"disabledUtc":"\#(unreadable)""#)),
    RuleExample(
      .unknown, "the schedule was switched on again after the collection", Reason.runAtChange,
      on: "e-1", complete: all,
      export(
        attached, runs: scheduled,
        schedule: #""isActive":true,"disabledUtc":"2025-03-01T00:00:00Z","#
          + #""enabledUtc":"\#(ahead)""#)),
  ]

  private static let namelessScheduleExamples = [
    RuleExample(
      .unknown, "ran off schedule, unless a schedule that doesn't tell what it starts did it",
      Reason.schedulesUnknown, on: "e-1", complete: all,
      export(attached, runs: scheduled, schedule: off + #"},{"isActive":true"#)),
    RuleExample(
      .fail, "such a schedule is one of an enrichment", Reason.scheduledWhileOff, on: "e-1",
      complete: all,
      export(
        attached, runs: scheduled,
        schedule: off + #"},{"targetKind":"enrichment","isActive":true"#)),
  ]

  private static let stateExamples = [
    RuleExample(
      .pass, "active and attached", on: "e-1", complete: all, export(attached, runs: manual)),
    RuleExample(
      .fail, "active without a connection", Reason.activeWithoutConnection, on: "e-1",
      complete: all, export(#""connectionId":null,"state":"active""#)),
    RuleExample(
      .pass, "inactive with a connection: never run yet, or set so by hand", on: "e-1",
      complete: all, export(inactive)),
    RuleExample(
      .unknown, "active, and nobody looked at the connection", Reason.stateUnknown, on: "e-1",
      complete: all, export(#""state":"active""#)),
    RuleExample(
      .unknown, "a state outside the vocabulary, and something ran", Reason.stateUnknown,
      on: "e-1", complete: all, export(#""connectionId":"c-1","state":"paused""#, runs: manual)),
  ]

  private static let dateExamples = [
    RuleExample(
      .fail, "a run after the detachment", Reason.runWhileOff, on: "e-1", complete: all,
      export(detached + since, runs: manual)),
    RuleExample(
      .pass, "a run before the detachment", on: "e-1", complete: all,
      export(detached + since, runs: run("2025-02-28T23:59:59Z"))),
    RuleExample(
      .unknown, "a run at the very moment of the detachment", Reason.runAtChange, on: "e-1",
      complete: all, export(detached + since, runs: run("2025-03-01T00:00:00Z"))),
    RuleExample(
      .pass, "a skipped run did not start", on: "e-1", complete: all,
      export(detached + since, runs: run("2025-03-02T00:00:00Z", #","status":"skipped""#))),
    RuleExample(
      .fail, "set inactive, and run since", Reason.runWhileOff, on: "e-1", complete: all,
      export(inactive + #","deactivatedUtc":"2025-03-01T00:00:00Z""#, runs: manual)),
    RuleExample(
      .fail, "a deactivated enrichment has run", Reason.runWhileOff, on: "n-1", complete: all,
      #""enrichments":[{"enrichmentId":"n-1","state":"inactive","#
        + #""deactivatedUtc":"2025-03-01T00:00:00Z"}],"exports":[],"#
        + #""runs":[{"targetId":"n-1","startUtc":"2025-03-02T00:00:00Z"}]"#),
    RuleExample(
      .unknown, "nobody knows since when it is inactive, and it ran", Reason.timeOfChangeUnknown,
      on: "e-1", complete: all, export(inactive, runs: manual)),
    RuleExample(
      .fail, "switched off by the last change at the latest, and run since", Reason.runWhileOff,
      on: "e-1", complete: all,
      export(inactive + #","updatedUtc":"2025-03-01T00:00:00Z""#, runs: manual)),
    RuleExample(
      .unknown, "attached again at a time that nobody recorded", Reason.runAtChange, on: "e-1",
      complete: all, export(attached + since, runs: manual)),
    RuleExample(
      .unknown, "detached, and nobody said that these are all runs", Reason.runsUnknown,
      on: "e-1", complete: [.exports, .enrichments], export(detached + since)),
    RuleExample(
      .unknown, "the log begins after the detachment", Reason.runsUnknown, on: "e-1",
      collected: #""sources":[{"section":"exports","complete":true},"#
        + #"{"section":"enrichments","complete":true},{"section":"runs","complete":true,"#
        + #""windowStartUtc":"2025-03-01T00:00:01Z"}]"#,
      export(detached + since)),
    RuleExample(
      .unknown, "the log ends long before the collection", Reason.runsUnknown, on: "e-1",
      collected: #""collectedUtc":"2025-06-01T00:00:00Z","sources":[{"section":"exports","#
        + #""complete":true},{"section":"enrichments","complete":true},{"section":"runs","#
        + #""complete":true,"windowStartUtc":"2025-01-01T00:00:00Z","#
        + #""windowEndUtc":"2025-03-02T00:00:00Z"}]"#,
      export(detached + since)),
    RuleExample(
      .fail, "a run after the removal", Reason.runWhileOff, on: "e-1", complete: all,
      export(attached + #","removedUtc":"2025-03-01T00:00:00Z""#, runs: manual)),
    RuleExample(
      .fail, "a removed enrichment has run", Reason.runWhileOff, on: "n-1", complete: all,
      #""enrichments":[{"enrichmentId":"n-1","state":"active","#
        + #""removedUtc":"2025-03-01T00:00:00Z"}],"exports":[],"#
        + #""runs":[{"targetId":"n-1","startUtc":"2025-03-02T00:00:00Z"}]"#),
    RuleExample(
      .unknown, "between its detachment and its deactivation it may have been on",
      Reason.runAtChange, on: "e-1", complete: all,
      export(inactive + since + #","deactivatedUtc":"2025-03-03T00:00:00Z""#, runs: manual)),
    RuleExample(
      .unknown, "a run that ended before it was queued may have started at any time",
      Reason.runAtChange, on: "e-1", complete: all,
      export(
        detached + since,
        runs: #"{"targetId":"e-1","submittedUtc":"2025-03-03T00:00:00Z","#
          + #""endUtc":"2025-02-01T00:00:00Z"}"#)),
    RuleExample(
      .unknown, "nobody recorded the state, nor looked for runs", Reason.runsUnknown, on: "e-1",
      complete: [.exports, .enrichments, .schedules], export(#""connectionId":"c-1""#)),
  ]

  private static let historyExamples = [
    RuleExample(
      .fail, "a run between detachment and reattachment", Reason.runWhileOff, on: "e-1",
      complete: all,
      export(
        attached + #","stateChanges":[{"to":"active","utc":"2025-03-03T00:00:00Z"},"#
          + #"{"to":"detached","utc":"2025-03-01T00:00:00Z"}]"#, runs: manual)),
    RuleExample(
      .pass, "the run came with the reattachment", on: "e-1", complete: all,
      export(
        attached + #","stateChanges":[{"to":"detached","utc":"2025-03-01T00:00:00Z"},"#
          + #"{"to":"active","utc":"2025-03-02T00:00:00Z"}]"#, runs: manual)),
    RuleExample(
      .fail, "a run before it was ever active", Reason.runWhileOff, on: "e-1", complete: all,
      export(
        attached + #","stateChanges":["#
          + #"{"from":"inactive","to":"active","utc":"2025-03-03T00:00:00Z"}]"#, runs: manual)),
    RuleExample(
      .fail, "a run while inactive, before the detachment", Reason.runWhileOff, on: "e-1",
      complete: all,
      export(
        detached + #","stateChanges":["#
          + #"{"from":"inactive","to":"detached","utc":"2025-03-03T00:00:00Z"}]"#, runs: manual)),
    RuleExample(
      .unknown, "off from its making on, before the log begins", Reason.runsUnknown, on: "e-1",
      collected: #""sources":[{"section":"exports","complete":true},"#
        + #"{"section":"enrichments","complete":true},{"section":"schedules","complete":true},"#
        + #"{"section":"runs","complete":true,"windowStartUtc":"2025-01-01T00:00:01Z"}]"#,
      export(
        attached + #","createdUtc":"2025-01-01T00:00:00Z","stateChanges":["#
          + #"{"from":"inactive","to":"active","utc":"2025-03-03T00:00:00Z"}]"#)),
    RuleExample(
      .pass, "off from its making on, all of which the log covers", on: "e-1",
      collected: #""sources":[{"section":"exports","complete":true},"#
        + #"{"section":"enrichments","complete":true},{"section":"schedules","complete":true},"#
        + #"{"section":"runs","complete":true,"windowStartUtc":"2025-01-01T00:00:00Z"}]"#,
      export(
        attached + #","createdUtc":"2025-01-01T00:00:00Z","stateChanges":["#
          + #"{"from":"inactive","to":"active","utc":"2025-03-03T00:00:00Z"}]"#)),
    RuleExample(
      .unknown, "active, though the history has it still off", Reason.runAtChange, on: "e-1",
      complete: all,
      export(
        attached + #","stateChanges":[{"to":"detached","utc":"2025-03-01T00:00:00Z"}]"#,
        runs: manual)),
    RuleExample(
      .pass, "the history has it on again since the date of its detachment", on: "e-1",
      complete: all,
      export(
        attached + since + #","stateChanges":[{"to":"active","utc":"2025-03-01T12:00:00Z"}]"#,
        runs: manual)),
    RuleExample(
      .unknown, "a change to a state that can't be read", Reason.runAtChange, on: "e-1",
      complete: all,
      export(
        attached + #","stateChanges":[{"to":"paused","utc":"2025-03-01T00:00:00Z"}]"#,
        runs: manual)),
    RuleExample(
      .unknown, "a change that nobody dated", Reason.timeOfChangeUnknown, on: "e-1",
      complete: all,
      export(
        attached + #","stateChanges":[{"to":"detached"},"#
          + #"{"to":"active","utc":"2025-03-01T00:00:00Z"}]"#, runs: manual)),
  ]

  private static let scheduleExamples = [
    RuleExample(
      .fail, "a scheduled run while the schedule was off", Reason.scheduledWhileOff, on: "e-1",
      complete: all, export(attached, runs: scheduled, schedule: off)),
    RuleExample(
      .pass, "a manual run off schedule is allowed", on: "e-1", complete: all,
      export(attached, runs: manual, schedule: off)),
    RuleExample(
      .fail, "the schedule's mode is off", Reason.scheduledWhileOff, on: "e-1", complete: all,
      export(
        attached, runs: scheduled,
        schedule: #""mode":"off","disabledUtc":"2025-03-01T00:00:00Z""#)),
    RuleExample(
      .pass, "the schedule is on again", on: "e-1", complete: all,
      export(
        attached, runs: scheduled,
        schedule: #""isActive":true,"disabledUtc":"2025-03-01T00:00:00Z","#
          + #""enabledUtc":"2025-03-02T00:00:00Z""#)),
    RuleExample(
      .fail, "the schedule was off for a while", Reason.scheduledWhileOff, on: "e-1",
      complete: all,
      export(
        attached, runs: scheduled,
        schedule: #""isActive":true,"disabledUtc":"2025-03-01T00:00:00Z","#
          + #""enabledUtc":"2025-03-03T00:00:00Z""#)),
    RuleExample(
      .pass, "another schedule was still on", on: "e-1", complete: all,
      export(
        attached, runs: scheduled,
        schedule: off + #"},{"targetId":"e-1","isActive":false,"#
          + #""disabledUtc":"2025-03-03T00:00:00Z""#)),
    RuleExample(
      .unknown, "switched on again at a time that nobody recorded", Reason.runAtChange, on: "e-1",
      complete: all,
      export(
        attached, runs: scheduled,
        schedule: #""isActive":true,"disabledUtc":"2025-03-01T00:00:00Z""#)),
    RuleExample(
      .fail, "off now, though the history has it on at first", Reason.scheduledWhileOff,
      on: "e-1", complete: all,
      export(
        attached + #","stateChanges":["#
          + #"{"from":"scheduleOff","to":"scheduleOn","utc":"2025-02-01T00:00:00Z"}]"#,
        runs: scheduled, schedule: off)),
    RuleExample(
      .unknown, "nobody looked for schedules or runs", Reason.runsUnknown, on: "e-1",
      complete: [.exports, .enrichments], export(attached)),
    RuleExample(
      .unknown, "the schedule is off, and nobody looked for runs", Reason.runsUnknown, on: "e-1",
      complete: [.exports, .enrichments, .schedules], export(attached, schedule: off)),
    RuleExample(
      .unknown, "nobody looked for schedules, and a scheduled run took place",
      Reason.schedulesUnknown, on: "e-1", complete: [.exports, .enrichments, .runs],
      export(attached, runs: scheduled)),
    RuleExample(
      .pass, "nobody looked for schedules, but the history shows that one is on", on: "e-1",
      complete: [.exports, .enrichments, .runs],
      export(
        attached + #","stateChanges":[{"to":"scheduleOn","utc":"2025-01-01T00:00:00Z"}]"#,
        runs: scheduled)),
    RuleExample(
      .unknown, "runs can't name an export without an id", Reason.runsUnknown, on: "exports#0",
      complete: all,
      export(attached, runs: scheduled).replacing(#""exportId":"e-1","#, with: "")),
    RuleExample(
      .unknown, "off today, and nobody knows since when", Reason.switchTimeUnknown, on: "e-1",
      complete: all, export(attached, runs: scheduled, schedule: #""isActive":false"#)),
    RuleExample(
      .unknown, "nobody knows what started the run", Reason.switchTimeUnknown, on: "e-1",
      complete: all,
      export(attached, runs: run("2025-03-02T00:00:00Z"), schedule: #""isActive":false"#)),
  ]
}
