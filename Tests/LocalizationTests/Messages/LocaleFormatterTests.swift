import Foundation
import Localization
import Model
import Testing

@Suite struct LocaleFormatterTests {
  func formatter(_ tag: String, zone: TimeZone = .gmt) throws -> LocaleFormatter {
    LocaleFormatter(try #require(LocaleTag(tag)), timeZone: zone)
  }

  @Test(arguments: [
    ("en-us", "1,234,567", "1,234.57", "87.6%"),
    ("fr-fr", "1\u{202F}234\u{202F}567", "1\u{202F}234,57", "87,6\u{A0}%"),
    ("nl-nl", "1.234.567", "1.234,57", "87,6%"),
    ("kk-kz", "1\u{A0}234\u{A0}567", "1\u{A0}234,57", "87,6%"),
    ("ar-sa", "1,234,567", "1,234.57", "87.6%"),
    ("de-de", "1.234.567", "1.234,57", "87,6\u{A0}%"),
    ("fa-ir", "1,234,567", "1,234.57", "87.6%"),
  ])
  func numbers(tag: String, whole: String, fraction: String, share: String) throws {
    let formatter = try formatter(tag)
    #expect(formatter.number(1_234_567) == whole)
    #expect(formatter.number(1234.567) == fraction)
    #expect(formatter.percent(0.876) == share)
    #expect(formatter.number(0) == "0")
    #expect(formatter.number(999) == "999")
    #expect(formatter.number(2.0) == "2")
  }

  @Test(arguments: [
    ("en-us", "June 24, 2021"), ("fr-fr", "24 juin 2021"), ("nl-nl", "24 juni 2021"),
    ("kk-kz", "2021\u{202F}ж. 24 маусым"), ("ar-sa", "24 يونيو 2021"),
    ("th-th", "24 มิถุนายน 2021"),
  ])
  func datesAreGregorian(tag: String, expected: String) throws {
    let day = try #require(CivilDate("2021-06-24"))
    #expect(try formatter(tag).date(day) == expected)
  }

  /// The first day of a French month is an ordinal, the others aren't.
  @Test(arguments: [("2027-03-01", "1er mars 2027"), ("2027-03-11", "11 mars 2027")])
  func frenchDays(text: String, expected: String) throws {
    let day = try #require(CivilDate(text))
    #expect(try formatter("fr-fr").date(day) == expected)
    let noon = Instant(microseconds: Int64(day.daysSince1970) * 86_400_000_000)
    #expect(try formatter("fr-fr").dateTime(noon) == "\(expected) à 00:00")
  }

  /// Each month of Kazakh, in the form that follows a day.
  @Test func kazakhMonths() throws {
    let months = [
      "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек",
      "қазан",
      "қараша", "желтоқсан",
    ]
    for (index, month) in months.enumerated() {
      let day = try #require(CivilDate(year: 2026, month: index + 1, day: 1))
      #expect(try formatter("kk-kz").date(day) == "2026\u{202F}ж. 1 \(month)")
    }
  }

  @Test(arguments: [
    "1582-10-15", "1969-12-31", "1970-01-01", "2000-02-29", "9999-12-31",
  ])
  func everyDayIsItself(text: String) throws {
    let day = try #require(CivilDate(text))
    let shown = try formatter("en-us").date(day)
    #expect(shown.contains(" \(day.day), "), "\(shown)")
    #expect(shown.hasSuffix(" \(day.year)"), "\(shown)")
  }

  @Test(arguments: [
    ("en-us", "June 24, 2021 at 6:05\u{202F}AM"), ("fr-fr", "24 juin 2021 à 06:05"),
    ("nl-nl", "24 juni 2021 om 06:05"), ("kk-kz", "2021\u{202F}ж. 24 маусым, 06:05"),
    ("ar-sa", "24 يونيو 2021، 6:05\u{A0}ص"), ("es-es", "24 de junio de 2021, 6:05"),
  ])
  func times(tag: String, expected: String) throws {
    let instant = Instant(microseconds: 1_624_514_759_999_999)
    #expect(try formatter(tag).dateTime(instant) == expected)
  }

  @Test func theZoneIsTheStatedOne() throws {
    let zone = try #require(TimeZone(secondsFromGMT: 5 * 3600))
    let instant = Instant(microseconds: 1_624_575_600_000_000)
    #expect(try formatter("nl-nl", zone: zone).dateTime(instant) == "25 juni 2021 om 04:00")
    #expect(try formatter("nl-nl").dateTime(instant) == "24 juni 2021 om 23:00")
  }

  @Test(arguments: [
    ("en-us", "a, b, and c", "a and b"), ("fr-fr", "a, b et c", "a et b"),
    ("nl-nl", "a, b en c", "a en b"),
    ("kk-kz", "a, b, c", "a және b"),
    (
      "ar-sa", "\u{2068}a\u{2069} و\u{2068}b\u{2069} و\u{2068}c\u{2069}",
      "\u{2068}a\u{2069} و\u{2068}b\u{2069}"
    ),
  ])
  func lists(tag: String, three: String, two: String) throws {
    let formatter = try formatter(tag)
    #expect(formatter.list(["a", "b", "c"]) == three)
    #expect(formatter.list(["a", "b"]) == two)
    #expect(formatter.list(["a"]) == "a")
    #expect(formatter.list([]) == "")
  }

  @Test(arguments: [
    ("kk-kz", ["Ақпарат", "Әкімші", "Бет", "Қазан", "Өріс", "Ұжым", "Үй", "Іске"]),
    ("fr-fr", ["cote", "coté", "côté", "eau", "école", "Étude", "zèbre"]),
    ("nl-nl", ["Page 2", "page 9", "Page 10"]), ("ar-sa", ["أثر", "بيت", "تاج"]),
    ("sv-se", ["zebra", "ål", "ära", "öga"]),
  ])
  func alphabets(tag: String, expected: [String]) throws {
    let formatter = try formatter(tag)
    #expect(formatter.sorted(expected.reversed(), by: { $0 }) == expected)
    #expect(formatter.sorted(expected.sorted(), by: { $0 }) == expected)
  }

  @Test func languagesAreCalledByTheirOwnName() throws {
    let tags = ["en-us", "fr-fr", "nl-nl", "kk-kz", "ar-sa", "he-il", "ja-jp", "de-de", "qx"]
      .compactMap(LocaleTag.init)
    #expect(
      tags.map(LanguageName.endonym) == [
        "English", "Français", "Nederlands", "Қазақша", "العربية", "עברית", "日本語", "Deutsch", "qx",
      ])
    let two = ["fr-fr", "fr-ca", "nl-nl"].compactMap(LocaleTag.init)
    let names = LanguageName.endonyms(of: two)
    #expect(two.map { names[$0] } == ["Français (France)", "Français (Canada)", "Nederlands"])
  }

  /// The environment of the process has no say.
  @Test func languageAndZoneOfTheEnvironmentDoNotMatter() async throws {
    await #expect(processExitsWith: .success) {
      setenv("LANG", "ar_SA.UTF-8", 1)
      setenv("LC_ALL", "fr_FR.UTF-8", 1)
      setenv("TZ", "Pacific/Kiritimati", 1)
      tzset()
      let formatter = LocaleFormatter(.source)
      #expect(formatter.number(1234) == "1,234")
      #expect(
        formatter.dateTime(Instant(microseconds: 1_624_514_759_999_999))
          == "June 24, 2021 at 6:05\u{202F}AM")
    }
  }
}
