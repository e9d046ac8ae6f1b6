import Model
import Testing

@Test(arguments: [
  (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2026, 10, 1, 20_727),
  (1600, 2, 29, -135_081), (9999, 12, 31, 2_932_896), (1, 1, 1, -719_162),
])
func countsDays(year: Int, month: Int, day: Int, days: Int) throws {
  let date = try #require(CivilDate(year: year, month: month, day: day))
  #expect(date.daysSince1970 == days)
  #expect(CivilDate(daysSince1970: days) == date)
}

@Test func everyDayOfFourCenturiesComesBack() {
  var last = CivilDate(daysSince1970: -80_000)
  for days in -79_999...80_000 {
    let date = CivilDate(daysSince1970: days)
    #expect(date.daysSince1970 == days)
    #expect(last < date)
    last = date
  }
}

@Test(arguments: [
  "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "26-01-01", "2026/01/01", "2026-1-1",
  "0000-01-01", "",
])
func refusesImpossibleDays(text: String) { #expect(CivilDate(text) == nil) }

@Test(arguments: [
  (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59.999999Z"),
  (1_250_000, "1970-01-01T00:00:01.25Z"), (1_790_812_800_000_000, "2026-10-01T00:00:00Z"),
])
func writesTimes(microseconds: Int64, text: String) {
  #expect(Instant(microseconds: microseconds).iso8601 == text)
}

@Test func writesDays() {
  let day = Instant(microseconds: 1_790_812_800_000_000, isDayOnly: true)
  #expect(day.iso8601 == "2026-10-01")
  #expect(day.latest == 1_790_812_800_000_000 + Instant.day - 1)
}
