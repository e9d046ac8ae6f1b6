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

  /// Reads a cron expression of five fields; `nil` if it isn't one, or depends on the date.
  init?(cron: String) {
    let fields = cron.split(separator: " ").map(String.init)
    guard fields.count == 5, fields[2] == "*", fields[3] == "*",
      let minutes = Self.values(fields[0], 0...59), let hours = Self.values(fields[1], 0...23),
      let days = Self.values(fields[4], 0...7)
    else { return nil }
    let weekdays = Set(days.map { $0 % 7 })
    self.minutes = weekdays.sorted().flatMap { day in
      hours.flatMap { hour in minutes.map { (day * 24 + hour) * 60 + $0 } }
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

  /// The values of a field: `*`, numbers, ranges, steps, joined by commas.
  private static func values(_ field: String, _ range: ClosedRange<Int>) -> [Int]? {
    var values: Set<Int> = []
    for part in field.split(separator: ",", omittingEmptySubsequences: false) {
      let halves = part.split(separator: "/", maxSplits: 1)
      let step = halves.count == 2 ? Int(halves[1]) : 1
      guard let first = halves.first, let step, step > 0 else { return nil }
      let bounds = first.split(separator: "-", maxSplits: 1).map { Int($0) }
      let span: ClosedRange<Int>
      if first == "*" {
        span = range
      } else if bounds.count == 2, let low = bounds[0], let high = bounds[1], low <= high {
        span = low...high
      } else if bounds.count == 1, let low = bounds[0] {
        span = low...(halves.count == 2 ? max(low, range.upperBound) : low)
      } else {
        return nil
      }
      guard range.contains(span.lowerBound), range.contains(span.upperBound) else { return nil }
      values.formUnion(stride(from: span.lowerBound, through: span.upperBound, by: step))
    }
    return values.sorted()
  }
}
