/// A day of the Gregorian calendar.
public struct CivilDate: Hashable, Sendable, Comparable {
  /// The year; 1 to 9999.
  public let year: Int
  /// The month; 1 to 12.
  public let month: Int
  /// The day of the month; 1 to 31.
  public let day: Int

  /// A day; `nil` if there is no such day, such as 30 February.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY-MM-DD`; `nil` for anything else.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      bytes[range].reduce(0 as Int?) { sum, byte in
        guard let sum, (0x30...0x39).contains(byte) else { return nil }
        return sum * 10 + Int(byte - 0x30)
      }
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day that is a number of days after 1970-01-01; years outside 1 to 9999 are clamped.
  public init(daysSince1970 days: Int) {
    // Howard Hinnant's civil-from-days: eras of 400 years that begin on 1 March.
    let shifted = min(max(days, -719_162), 2_932_896) + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// The number of days after 1970-01-01; negative before it.
  public var daysSince1970: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// How many days a month has.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The earlier day comes first.
  public static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension CivilDate: CustomStringConvertible {
  /// `YYYY-MM-DD`.
  public var description: String {
    "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension Instant {
  /// The day in UTC on which the time lies.
  public var date: CivilDate { CivilDate(daysSince1970: daysSince1970) }

  /// The day in UTC on which the time lies, counted from 1970-01-01.
  public var daysSince1970: Int {
    let days = microseconds / Self.day
    return Int(microseconds % Self.day < 0 ? days - 1 : days)
  }

  /// The first instant of a day in UTC.
  public init(_ date: CivilDate) {
    self.init(microseconds: Int64(date.daysSince1970) * Self.day)
  }

  /// The time as RFC 3339 writes it in UTC, as exact as it is known: `2026-10-01`,
  /// `2026-10-01T06:00:00Z`, `2026-10-01T06:00:00.25Z`.
  public var iso8601: String {
    let date = date
    guard !isDayOnly else { return date.description }
    var rest = Int(microseconds - Int64(date.daysSince1970) * Self.day)
    let fraction = rest % 1_000_000
    rest /= 1_000_000
    let clock = [rest / 3600, rest / 60 % 60, rest % 60].map { CivilDate.padded($0, 2) }
    var text = "\(date)T\(clock.joined(separator: ":"))"
    if fraction > 0 {
      var digits = CivilDate.padded(fraction, 6)
      while digits.hasSuffix("0") { digits.removeLast() }
      text += ".\(digits)"
    }
    return text + "Z"
  }
}
