import Foundation
import Model
import Testing

@testable import DocGen

/// The workpaper's sample and the days of the action plan.
@Suite struct SampleTests {
  private static let result = Result { () throws -> AuditResult in
    var fixture = ReportFixture(ReportGoldenTests.snapshot)
    fixture.rules = "CON-01,DQ-*"
    return try fixture.audit()
  }

  private func positions(_ count: Int, _ seed: UInt64) throws -> [[Int]] {
    try Sample(SampleRequest(count: count, seed: seed), Self.result.get()).chosen.map {
      [$0.rule, $0.subject]
    }
  }

  @Test(arguments: [1, 5, 20])
  func theSameSeedChoosesTheSame(count: Int) throws {
    let first = try positions(count, 7)
    #expect(first.count == count && Set(first).count == count)
    #expect(try positions(count, 7) == first)
    #expect(first.map { $0[0] } == first.map { $0[0] }.sorted(), "in the order of the population")
    #expect(try (1...9).contains { try positions(count, UInt64($0)) != first })
    let verdicts = try Self.result.get().rules.map(\.verdicts.count)
    #expect(first.allSatisfy { $0[1] < verdicts[$0[0]] })
  }

  @Test func aSampleIsNeverLargerThanItsPopulation() throws {
    let population = try Self.result.get().totals.population
    let all = try positions(1_000_000, 1)
    #expect(all.count == population && Set(all).count == population)
    let sample = try Sample(SampleRequest(count: 3, seed: 1), Self.result.get())
    #expect(sample.population == population)
  }

  /// Every position has about the same chance.
  @Test func nobodyIsPreferred() throws {
    let population = try Self.result.get().totals.population
    var hits: [[Int]: Int] = [:]
    for seed in 0..<UInt64(population * 20) {
      for position in try positions(1, seed) { hits[position, default: 0] += 1 }
    }
    #expect(hits.count == population)
    #expect(hits.values.allSatisfy { (3...60).contains($0) })
  }

  /// The first numbers of the generator's reference implementation for the seed 1234567.
  @Test func theGeneratorIsThePublishedOne() {
    var random = SplitMix64(state: 1_234_567)
    let expected: [UInt64] = [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]
    for number in expected {
      #expect(random.next(below: 1000) == Int(number.multipliedFullWidth(by: 1000).high))
    }
  }

  @Test(arguments: [
    (FindingSeverity.critical, "2026-10-08"), (.high, "2026-10-31"), (.medium, "2026-12-30"),
    (.low, "2027-03-30"),
  ])
  func whatIsDue(severity: FindingSeverity, day: String) throws {
    let time = Instant(microseconds: 1_790_812_800_000_000 + 3_600_000_000)
    let due = try #require(Deadlines().due(severity, from: time))
    #expect(due.isDayOnly && due.date.description == day)
    #expect(Deadlines().due(severity, from: nil) == nil)
  }

  @Test(arguments: [
    ("amal@contoso.example", "a…@contoso.example"), ("@x", "@x"), ("service", "service"),
    ("é@b@c", "é…@c"), ("", ""),
  ])
  func mailsAreMasked(mail: String, masked: String) {
    #expect(People.masked(mail) == masked)
  }
}
