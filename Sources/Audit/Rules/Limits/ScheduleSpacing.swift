import Model

/// How close together the scheduled starts of exports on one connection are.
enum ScheduleSpacing {
  /// The other export on the connection whose starts come closest, if closer than a number of
  /// minutes.
  static func nearest(
    to export: Export, on connection: Connection, within minutes: Int, _ context: AuditContext
  ) -> (name: String, minutes: Int)? {
    guard minutes > 0, let identifier = connection[.connectionId].known else { return nil }
    let own = starts(of: export, context)
    guard !own.isEmpty else { return nil }
    var nearest: (name: String, minutes: Int)?
    for other in context.exports(of: identifier) where other.row != export.row {
      for (zone, times) in starts(of: other, context) {
        for (ownZone, ownTimes) in own where zone == ownZone {
          guard let distance = ownTimes.distance(to: times), distance < minutes,
            distance < nearest?.minutes ?? .max
          else { continue }
          let name = other.name(.displayName) ?? other.text(.exportId) ?? ""
          nearest = (name, distance)
        }
      }
    }
    return nearest
  }

  /// The starts of an export's active recurrences with their zones.
  private static func starts(
    of export: Export, _ context: AuditContext
  ) -> [(zone: String, times: WeeklyTimes)] {
    guard let identifier = export[.exportId].known else { return [] }
    return context.schedules(of: identifier).flatMap {
      schedule -> [(zone: String, times: WeeklyTimes)] in
      guard schedule[.isActive].known == true, schedule[.mode].known != .off,
        let expressions = schedule[.cron].known?.values(Identifier.self)
      else { return [] }
      let zone = schedule.text(.timezoneId) ?? ""
      return expressions.compactMap { field in
        field.known.flatMap { WeeklyTimes(cron: schedule.text($0)) }.map { (zone, $0) }
      }
    }
  }
}

/// The minutes of a week at which something starts.
struct WeeklyTimes {
  /// The minutes since Sunday 00:00, ascending.
  let minutes: [Int]
  static let week = 7 * 24 * 60

  /// The starts of a cron expression; `nil` if it isn't one, or depends on the date.
  init?(cron: String) {
    guard let recurrence = Recurrence(cron: cron), recurrence.isWeekly else { return nil }
    minutes = recurrence.weekdays.sorted().flatMap { day in
      recurrence.minutes.map { day * 24 * 60 + $0 }
    }
  }

  /// The smallest distance between starts, in minutes around the week.
  func distance(to other: WeeklyTimes) -> Int? {
    var smallest: Int?
    for start in minutes {
      for otherStart in other.minutes {
        let ahead = abs(start - otherStart)
        smallest = min(smallest ?? ahead, ahead, Self.week - ahead)
      }
    }
    return smallest
  }
}
