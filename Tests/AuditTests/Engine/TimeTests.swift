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
}
