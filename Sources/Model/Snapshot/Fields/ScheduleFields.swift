// The typed names of the fields of `schedules`; their meanings are in `SnapshotShape`.

extension FieldKey where Owner == Schedule, Value == Identifier {
  /// Id of the schedule, if it has one.
  public static var scheduleId: Self { Self(column: 0, "scheduleId") }
  /// Id of what is scheduled.
  public static var targetId: Self { Self(column: 2, "targetId") }
  /// Time zone of the recurrence.
  public static var timezoneId: Self { Self(column: 7, "timezoneId") }
  /// Who made it.
  public static var createdBy: Self { Self(column: 9, "createdBy") }
}

extension FieldKey where Owner == Schedule, Value == RunTarget {
  /// What is scheduled.
  public static var targetKind: Self { Self(column: 1, "targetKind") }
}

extension FieldKey where Owner == Schedule, Value == ScheduleMode {
  /// With the system refresh, own recurrence, or off.
  public static var mode: Self { Self(column: 3, "mode") }
}

extension FieldKey where Owner == Schedule, Value == Bool {
  /// Whether the schedule is on.
  public static var isActive: Self { Self(column: 4, "isActive") }
}

extension FieldKey where Owner == Schedule, Value == Instant {
  /// When it was switched on.
  public static var enabledUtc: Self { Self(column: 5, "enabledUtc") }
  /// When it was switched off.
  public static var disabledUtc: Self { Self(column: 6, "disabledUtc") }
}

extension ListKey where Owner == Schedule {
  /// Recurrences as cron expressions of five fields.
  public static var cron: Self { Self(column: 8, "cron") }
}
