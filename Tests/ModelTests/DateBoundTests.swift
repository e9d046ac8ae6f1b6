import Model
import Testing

/// Days and times at the ends of months, years, centuries and of all that can be written.
@Suite struct DateBoundTests {
  /// Days of months in a year without a leap day.
  private static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

  @Test(arguments: [
    (1, false), (4, true), (100, false), (400, true), (1500, false), (1582, false), (1600, true),
    (1900, false), (1969, false), (1970, false), (1972, true), (2000, true), (2023, false),
    (2024, true), (2100, false), (2400, true), (9996, true), (9999, false),
  ])
  func aYear(year: Int, isLeap: Bool) throws {
    var before = try #require(CivilDate(year: year, month: 1, day: 1)).daysSince1970 - 1
    for (number, usual) in Self.lengths.enumerated() {
      let (month, length) = (number + 1, number == 1 && isLeap ? 29 : usual)
      #expect(CivilDate.length(ofMonth: month, year: year) == length)
      for day in 1...length {
        let date = try #require(CivilDate(year: year, month: month, day: day))
        #expect(date.daysSince1970 == before + 1, "one after the other")
        #expect(CivilDate(daysSince1970: date.daysSince1970) == date)
        #expect(CivilDate(date.description) == date && date.description.utf8.count == 10)
        before = date.daysSince1970
      }
      for day in [-1, 0, length + 1, 99] {
        #expect(CivilDate(year: year, month: month, day: day) == nil)
      }
    }
    for month in [-1, 0, 13] { #expect(CivilDate(year: year, month: month, day: 1) == nil) }
  }

  @Test func theEndsOfAllDays() throws {
    let first = try #require(CivilDate("0001-01-01"))
    let last = try #require(CivilDate("9999-12-31"))
    #expect(last.daysSince1970 - first.daysSince1970 == 3_652_058)
    #expect(CivilDate(daysSince1970: first.daysSince1970 - 1) == first)
    #expect(CivilDate(daysSince1970: last.daysSince1970 + 1) == last)
    #expect(CivilDate(daysSince1970: .max) == last && CivilDate(daysSince1970: .min) == first)
    #expect(CivilDate(year: 0, month: 1, day: 1) == nil)
    #expect(CivilDate(year: 10_000, month: 1, day: 1) == nil)
    #expect(first < last && !(last < first) && !(first < first))
  }

  /// A time in microseconds, as it is written and as it is read; the day on which it lies.
  @Test(arguments: [
    ("1970-01-01T00:00:00.000001Z", 1, "1970-01-01"),
    ("1969-12-31T23:59:59.999999Z", -1, "1969-12-31"),
    ("1969-12-31T00:00:00Z", -86_400_000_000, "1969-12-31"),
    ("1969-12-30T23:59:59.999999Z", -86_400_000_001, "1969-12-30"),
    // The ends of the years that are read in one step.
    ("1970-12-31T23:59:59Z", 31_535_999_000_000, "1970-12-31"),
    ("1971-01-01T00:00:00Z", 31_536_000_000_000, "1971-01-01"),
    ("2399-12-31T23:59:59Z", 13_569_465_599_000_000, "2399-12-31"),
    ("2400-01-01T00:00:00Z", 13_569_465_600_000_000, "2400-01-01"),
    ("2000-02-29T12:00:00.5Z", 951_825_600_500_000, "2000-02-29"),
    ("2038-01-19T03:14:08Z", 2_147_483_648_000_000, "2038-01-19"),
    ("9998-12-31T23:59:59.999999Z", 253_370_764_799_999_999, "9998-12-31"),
    ("0002-01-01T00:00:00Z", -62_104_060_800_000_000, "0002-01-01"),
  ])
  func aTime(text: String, microseconds: Int64, day: String) {
    let instant = Instant(microseconds: microseconds)
    #expect(InstantText.read(text) == .instant(instant))
    #expect(instant.iso8601 == text && instant.date.description == day)
  }

  /// Both ways of reading refuse the same.
  @Test(arguments: [
    "2100-02-29T00:00:00Z", "2023-02-29T00:00:00Z", "2024-02-30T00:00:00Z", "2024-04-31T00:00:00Z",
    "2024-00-01T00:00:00Z", "2024-13-01T00:00:00Z", "2024-01-00T00:00:00Z", "2024-01-32T00:00:00Z",
    "2024-01-01T24:00:00Z", "2024-01-01T23:60:00Z", "2024-01-01T23:00:60Z", "2024-01-01T23:59:61Z",
    "2024-01-01T23:59:5:Z", "2024-01-01T23:59:/9Z", "2024-01-01T23.59.59Z", "2024/01/01T23:59:59Z",
    "2024-01-01 23:59:59 ", "2024-01-01T23:59:59X", " 2024-01-01T23:59:59", "+024-01-01T23:59:59Z",
  ])
  func isNoTime(text: String) {
    #expect(InstantText.read(text) == .malformed)
    // With an offset in place of the letter it is read with care, and refused all the same.
    if text.hasSuffix("Z") {
      #expect(InstantText.read(text.dropLast() + "+00:00") == .malformed)
    }
  }
}

/// What is a tag of a language, and how it is written.
@Suite struct LocaleTagBoundTests {
  @Test(arguments: [
    ("en-us", "en-us", "en-US"), ("EN_us", "en-us", "en-US"), ("fr", "fr", "fr"),
    ("kk-KZ", "kk-kz", "kk-KZ"), ("zh-hant-tw", "zh-hant-tw", "zh-Hant-TW"),
    ("sr_Latn_RS", "sr-latn-rs", "sr-Latn-RS"), ("es-419", "es-419", "es-419"),
    ("en-xa", "en-xa", "en-XA"), ("fil-ph", "fil-ph", "fil-PH"), ("de-x-ab", "de-x-ab", "de-x-AB"),
    ("ca-valencia", "ca-valencia", "ca-valencia"),
  ])
  func isRead(text: String, folder: String, tag: String) throws {
    let locale = try #require(LocaleTag(text))
    #expect(locale.folder == folder && locale.tag == tag && locale.description == folder)
    #expect(LocaleTag(locale.tag) == locale && LocaleTag(locale.folder) == locale)
  }

  @Test(arguments: [
    "", "e", "engl", "12", "e1", "en us", "-", "en-", "-en", "en--us", "en_-us", "en-us_",
    "--",
    "en-us-a-b-c", "en-abcdefghi", "en-ü", "ën", "én-us", "en/us", "../en", "en-us.md", "en-us\0",
    "EN\u{2010}US", "ｅｎ-us",
  ])
  func isRefused(text: String) { #expect(LocaleTag(text) == nil) }

  @Test(arguments: [
    ("ar", true), ("ar-sa", true), ("ar-latn", false), ("ar-latn-eg", false), ("he-il", true),
    ("fa", true), ("ur-pk", true), ("en-us", false), ("kk-kz", false), ("kk-arab", true),
    ("kk-arab-cn", true), ("ku-latn-tr", false), ("pa-arab-pk", true), ("arn", false),
    ("prs-af", true), ("syr-sy", true), ("nqo", true), ("tru-syrc-tr", true), ("prs-latn", false),
  ])
  func runsFromRightToLeft(text: String, isRightToLeft: Bool) throws {
    let locale = try #require(LocaleTag(text))
    #expect(locale.isRightToLeft == isRightToLeft)
    #expect(locale.direction == (isRightToLeft ? "rtl" : "ltr"))
  }
}
