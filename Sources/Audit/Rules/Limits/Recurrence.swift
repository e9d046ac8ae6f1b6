import Model

/// When something starts, by a cron expression of five fields.
struct Recurrence {
  /// The minutes of a day, ascending.
  let minutes: [Int]
  /// The days of the week, from Sunday as 0.
  let weekdays: Set<Int>
  private let days: Set<Int>
  private let months: Set<Int>

  /// Reads a cron expression; `nil` if it isn't one.
  init?(cron: String) {
    let fields = cron.split(separator: " ").map(String.init)
    guard fields.count == 5, let minutes = Self.values(fields[0], 0...59),
      let hours = Self.values(fields[1], 0...23), let days = Self.values(fields[2], 1...31),
      let months = Self.values(fields[3], 1...12), let weekdays = Self.values(fields[4], 0...7)
    else { return nil }
    self.minutes = hours.flatMap { hour in minutes.map { hour * 60 + $0 } }
    (self.days, self.months) = (Set(days), Set(months))
    self.weekdays = Set(weekdays.map { $0 % 7 })
  }

  /// Whether each week is like the other.
  var isWeekly: Bool { days.count == 31 && months.count == 12 }

  /// Whether it starts on a day; of two restrictions of the day, one is enough.
  private func starts(on date: CivilDate, weekday: Int) -> Bool {
    guard months.contains(date.month) else { return false }
    let (isDay, isWeekday) = (days.contains(date.day), weekdays.contains(weekday))
    return days.count < 31 && weekdays.count < 7 ? isDay || isWeekday : isDay && isWeekday
  }

  /// The longest pause in minutes between two starts of what several expressions start together;
  /// `nil` if there are none.
  static func longestPause(_ recurrences: [Recurrence]) -> Int? {
    // A week is enough where no date counts, four years where no day of the week does; together they
    // repeat themselves after 28 years.
    let cycle =
      recurrences.allSatisfy(\.isWeekly)
      ? 7 : recurrences.allSatisfy { $0.weekdays.count == 7 } ? 4 * 365 + 1 : 28 * 365 + 7
    var first: Int?
    var last = 0
    var longest = 0
    for day in 0..<cycle {
      let date = CivilDate(daysSince1970: sunday + day)
      let today = recurrences.filter { $0.starts(on: date, weekday: day % 7) }.flatMap(\.minutes)
      for minute in Set(today).sorted() {
        let start = day * 24 * 60 + minute
        if first != nil { longest = max(longest, start - last) }
        (first, last) = (first ?? start, start)
      }
    }
    return first.map { max(longest, $0 + cycle * 24 * 60 - last) }
  }

  /// 2023-01-01.
  private static let sunday = 19_358

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
