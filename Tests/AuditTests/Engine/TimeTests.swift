import Model
import Testing

@testable import Audit

@Suite struct TimeTests {
  private let noon = TimeSpan(Instant.day / 2)
  private let firstDay = TimeSpan(Instant(microseconds: 0, isDayOnly: true), isZoneSettled: true)

  @Test func exactTimesAreOrderedHalfOpen() {
    #expect((noon < noon) == .false)
    #expect((noon <= noon) == .true)
    #expect((noon < noon.moved(by: 1)) == .true)
    #expect((noon >= noon.moved(by: 1)) == .false)
    #expect(noon.isSame(as: noon) == .true)
  }

  @Test func aDayDecidesNothingWithinItself() {
    #expect((firstDay <= noon) == .missing)
    #expect((noon < firstDay) == .missing)
    #expect((firstDay < TimeSpan(Instant.day)) == .true)
    #expect((TimeSpan(-1) < firstDay) == .true)
    #expect(firstDay.isSame(as: firstDay) == .missing)
  }

  @Test(arguments: [(true, Truth.true), (false, .missing)])
  func aMissingZoneDecidesOnlyWhereUTCMayBeAssumed(settled: Bool, expected: Truth) {
    let local = Instant(microseconds: Instant.day, isZoneAssumed: true)
    let span = TimeSpan(local, isZoneSettled: settled)
    #expect((noon < span) == expected)
    #expect((span < TimeSpan(Instant.day + 13 * 60 * Instant.minute)) == .true)
  }

  @Test(arguments: [
    (0, "1970-01-01"), (-1, "1969-12-31"), (951_782_400_000_000, "2000-02-29"),
    (1_656_979_199_999_999, "2022-07-04"), (1_656_979_200_000_000, "2022-07-05"),
    (4_102_444_799_000_000, "2099-12-31"),
  ])
  func namesTheDayOfATime(microseconds: Int64, day: String) throws {
    #expect(CalendarDay.of(microseconds: microseconds) == day)
    let start = try #require(CalendarDay.start(day))
    #expect(start <= microseconds && microseconds < start + Instant.day)
  }

  @Test(arguments: ["2023-02-29", "2023-13-01", "2023-1-1", "yesterday", "", "2023-01-01T00:00"])
  func refusesWhatIsNoDay(text: String) {
    #expect(CalendarDay.start(text) == nil)
  }
}
