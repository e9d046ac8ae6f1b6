public import Model

/// A day of the Gregorian calendar in UTC, as dated facts of the catalogue name it: `YYYY-MM-DD`.
public enum CalendarDay {
  /// The day of an instant.
  public static func of(_ instant: Instant) -> String { of(microseconds: instant.microseconds) }

  /// The day of a number of microseconds since 1970-01-01T00:00:00Z, in the years 0 to 9999.
  public static func of(microseconds: Int64) -> String {
    var days = microseconds / Instant.day
    if microseconds % Instant.day < 0 { days -= 1 }
    // Years that begin in March put the leap day last; eras of 400 years repeat.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let civilMonth = month < 10 ? month + 3 : month - 9
    let year = yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0)
    return "\(padded(year, 4))-\(padded(civilMonth, 2))-\(padded(day, 2))"
  }

  /// The first microsecond of a day; `nil` if the text is not a day of the calendar.
  public static func start(_ day: String) -> Int64? {
    let parts = day.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3, day.utf8.count == 10, let year = Int64(String(parts[0]) ?? ""),
      let month = Int64(String(parts[1]) ?? ""), let date = Int64(String(parts[2]) ?? ""),
      (1...12).contains(month), (1...31).contains(date)
    else { return nil }
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + date - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let start = (era * 146_097 + dayOfEra - 719_468) * Instant.day
    return of(microseconds: start) == day ? start : nil
  }

  private static func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
