import Foundation
import Model

/// The days of a time zone: when they begin and when they are over.
struct ZonedDays: Sendable {
  private let calendar: Calendar

  /// The days of a zone of the IANA database, such as `Europe/Amsterdam`; `nil` if there is none of
  /// that name.
  init?(zone name: String) {
    guard TimeZoneNames.contains(name), let zone = TimeZone(identifier: name) else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    self.calendar = calendar
  }

  /// The names of the zones whose days are known here, for suggestions: not those of Windows, nor those
  /// that the database of the machine lacks.
  static var zones: [String] { TimeZoneNames.all.filter { Self(zone: $0) != nil } }

  /// The first instant of a day; of a day that the clocks begin at one o'clock, that one.
  func start(of day: CivilDate) -> Instant {
    let noon = DateComponents(year: day.year, month: day.month, day: day.day, hour: 12)
    guard let date = calendar.date(from: noon) else { return Instant(day) }
    let seconds = calendar.startOfDay(for: date).timeIntervalSince1970
    return Instant(microseconds: Int64(seconds.rounded()) * Instant.second)
  }

  /// The first instant after a day, so that the whole day counts.
  func end(of day: CivilDate) -> Instant {
    let next = CivilDate(daysSince1970: day.daysSince1970 + 1)
    // The last day that can be written has none after it.
    guard next > day else {
      return Instant(microseconds: start(of: day).microseconds + Instant.day)
    }
    return start(of: next)
  }

  /// The day that it is there.
  func day(of instant: Instant) -> CivilDate {
    let seconds = (Double(instant.microseconds) / Double(Instant.second)).rounded(.down)
    let date = Date(timeIntervalSince1970: seconds)
    let parts = calendar.dateComponents([.year, .month, .day], from: date)
    return CivilDate(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
      ?? instant.date
  }
}
