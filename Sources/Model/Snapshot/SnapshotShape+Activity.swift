/// What is sent, what it is made of, when it runs and when it ran.
extension SnapshotShape {
  private static let stateChanges = FieldShape.records(
    "stateChanges", "History of states",
    [
      .init("from", word(HistoryState.self), "State before"),
      .init("to", word(HistoryState.self), "State after"),
      .init("utc", .instant, "When"),
      .init("by", .reference([.principals]), "By whom"),
    ])

  private static let mapping = FieldShape.records(
    "mapping", "Fields mapped to the destination",
    [
      .init("target", .text, "Field at the destination"),
      .init("source", .text, "Table and field of the platform"),
    ])

  static let exports = RecordShape(
    "exports",
    [
      .init("exportId", .key, "Id of the export"),
      .init("displayName", .text, "Display name"),
      .init("connectionId", .reference([.connections]), "Connection; null: detached"),
      .init("instanceId", .identifier, "Environment of the record, if stated"),
      .init("version", .count, "Version of the record"),
      .init("state", word(ActivationState.self), "Active or inactive"),
      .init("detachedUtc", .instant, "When its connection was detached"),
      .init("detachedBy", .reference([.principals]), "Who detached it"),
      .init("deactivatedUtc", .instant, "When it became inactive"),
      .init("removedUtc", .instant, "When it was removed"),
      stateChanges,
      .records(
        "items", "What is exported",
        [
          .init("kind", word(ItemKind.self), "Segment or table"),
          .init("name", .reference([.segments, .tables]), "Name of the segment or table"),
        ]),
      mapping,
      .list("fields", .text, "Fields that are sent"),
      .init("fileType", .text, "Type of file written, such as csv"),
      .init("targeting", word(Targeting.self), "LinkedIn: contact or company"),
      .init("createdBy", .reference([.principals]), "Who made it"),
      .init("createdUtc", .instant, "When it was made"),
      .init("updatedBy", .reference([.principals]), "Who changed it last"),
      .init("updatedUtc", .instant, "When it was changed last"),
      .init("ownerPrincipalId", .reference([.principals]), "Accountable owner"),
      .init("purpose", .text, "Purpose"),
      .init("lawfulBasis", .text, "Lawful basis"),
      .init("contractLimit", .count, "Limit agreed with the provider, in profiles"),
      .init("purposeEndedUtc", .instant, "When its purpose came to an end"),
      changes,
      .list("approvedFields", .text, "Fields approved beyond the documented ones"),
      .init("explicitBasis", .text, "Explicit basis for sending sensitive data"),
    ])

  static let enrichments = RecordShape(
    "enrichments",
    [
      .init("enrichmentId", .key, "Id of the enrichment"),
      .init("type", .service, "Service, by slug, alias or label of the catalogue"),
      .init("displayName", .text, "Display name"),
      .init("connectionId", .reference([.connections]), "Connection, where one is needed"),
      .init("instanceId", .identifier, "Environment of the record, if stated"),
      .init("version", .count, "Version of the record"),
      .init("state", word(ActivationState.self), "Active or inactive"),
      .init("deactivatedUtc", .instant, "When it was deactivated"),
      .init("removedUtc", .instant, "When it was removed"),
      stateChanges,
      .init("dataSet.kind", word(ItemKind.self), "Customer table or segment"),
      .init("dataSet.name", .text, "Name of the table or segment"),
      mapping,
      .init("outputTable", .text, "Table with the results"),
      .init("enrichedCount", .count, "Enriched profiles"),
      .init("lastRefreshedUtc", .instant, "Last refresh"),
      .init("createdBy", .reference([.principals]), "Who made it"),
      .init("createdUtc", .instant, "When it was made"),
      .init("updatedBy", .reference([.principals]), "Who changed it last"),
      .init("updatedUtc", .instant, "When it was changed last"),
      .init("ownerPrincipalId", .reference([.principals]), "Accountable owner"),
      .init("purpose", .text, "Purpose"),
      .init("retention", .text, "Decision on how long the results are kept"),
      changes,
    ])

  static let segments = RecordShape(
    "segments",
    [
      .init("name", .key, "Name of the segment"),
      .init("displayName", .text, "Display name"),
      .init("kind", word(SegmentKind.self), "How the segment is made"),
      .init("state", word(SegmentState.self), "State"),
      .init("members", .count, "Members at the last count"),
      .init("countedUtc", .instant, "When the members were counted"),
      .init("base", word(SegmentBase.self), "What the members are"),
      .init("consentRule.mode", .text, "Include or exclude"),
      .init("consentRule.purpose", .text, "Purpose of the consent rule"),
      .init("consentRule.value", .text, "Value of the consent rule"),
      .init("defaultConsentOverridden", .flag, "Whether default consent rules are switched off"),
      .init("ownerPrincipalId", .reference([.principals]), "Owner of the segment"),
      .records(
        "history", "Earlier counts",
        [
          .init("utc", .instant, "When"),
          .init("members", .count, "Members"),
        ]),
      .init("consentOverride.approvedBy", .reference([.principals]), "Who allowed the override"),
      .init("consentOverride.approvedUtc", .instant, "When the override was allowed"),
      .init("retention", .text, "Decision on how long the members are kept"),
    ])

  static let tables = RecordShape(
    "tables",
    [
      .init("name", .key, "Name of the table"),
      .init("source", .text, "Where the table comes from; cdm: a Common Data Model folder"),
      .init("rowCount", .count, "Rows"),
      .records(
        "fields", "Fields of the table",
        [
          .init("name", .text, "Name"),
          .init("fillRate", .number, "Share of rows with a value, 0 to 1"),
          .init("classification", word(FieldClass.self), "Class of data"),
        ]),
    ])

  static let schedules = RecordShape(
    "schedules",
    [
      .init("scheduleId", .key, "Id of the schedule, if it has one"),
      .init("targetKind", word(RunTarget.self), "What is scheduled"),
      .init("targetId", .reference([.exports, .enrichments]), "Id of what is scheduled"),
      .init("mode", word(ScheduleMode.self), "With the system refresh, own recurrence, or off"),
      .init("isActive", .flag, "Whether the schedule is on"),
      .init("enabledUtc", .instant, "When it was switched on"),
      .init("disabledUtc", .instant, "When it was switched off"),
      .init("timezoneId", .text, "Time zone of the recurrence"),
      .list("cron", .text, "Recurrences as cron expressions of five fields"),
      .init("createdBy", .reference([.principals]), "Who made it"),
    ])

  static let runs = RecordShape(
    "runs",
    [
      .init("runId", .key, "Id of the run"),
      .init("targetKind", word(RunTarget.self), "What ran"),
      .init("targetId", .reference([.exports, .enrichments]), "Id of what ran"),
      .init("status", word(RunStatus.self), "How it ended"),
      .init("submissionKind", word(SubmissionKind.self), "What started it"),
      .init("submittedBy", .reference([.principals]), "Who started it"),
      .init("submittedUtc", .instant, "When it was queued"),
      .init("startUtc", .instant, "When it started"),
      .init("endUtc", .instant, "When it ended"),
      .init("recordCount", .count, "Records sent"),
      .init("recordCountSource", word(CountSource.self), "Whether the count was recorded"),
      .list("items", .text, "Segments or tables sent"),
      .init("messageCode", .text, "Message code"),
      .init("error", .text, "Error text"),
      .init("instanceId", .identifier, "Environment of the record, if stated"),
    ])
}
