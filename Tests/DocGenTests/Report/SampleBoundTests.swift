import Model
import Testing

@testable import DocGen

/// How many outcomes a workpaper holds, which ones, and that each has the same chance.
@Suite struct SampleBoundTests {
  private func result(_ counts: [Int]) -> AuditResult {
    let rules = counts.enumerated().map { number, count in
      RuleResult(
        rule: RuleDescription(
          "CON-0\(number + 1)", group: .consent, severity: .high, subject: .connection,
          sections: [.connections], clauses: [], controls: []),
        verdicts: Array(repeating: .init(.pass, .high), count: count), isPopulationUnknown: false)
    }
    return AuditResult(
      snapshot: Snapshot(
        files: [], texts: TextPool(), tables: Section.allCases.map { Table($0.shape) },
        states: Section.allCases.map { _ in .absent }), rules: rules, asOf: nil,
      catalogue: Catalogue(date: "", digest: "", services: []), diagnostics: [], mask: { $0 },
      finding: { rule, subject in
        Finding(
          rule: rules[rule].rule.id, subject: Subject(.connection, id: "\(subject)"),
          evaluation: Evaluation(.pass, .high, reason: nil), originalOutcome: .pass,
          fingerprint: "",
          owner: nil)
      })
  }

  private func chosen(_ count: Int, _ seed: UInt64, of counts: [Int]) -> [[Int]] {
    Sample(SampleRequest(count: count, seed: seed), result(counts)).chosen.map {
      [$0.rule, $0.subject]
    }
  }

  /// As many as asked for, at most all: each once, in their order, none outside.
  @Test(arguments: [
    (1, [10]), (9, [10]), (10, [10]), (11, [10]), (Int.max, [10]), (1, [1]), (1, [0]), (5, []),
    (3, [0, 1, 0, 1, 0, 1, 0]), (7, [3, 0, 4]), (6, [3, 0, 4]), (2, [1, 1, 1]),
  ])
  func asManyAsAskedFor(count: Int, counts: [Int]) {
    for seed in [0, 1, 2, UInt64.max] {
      let all = counts.enumerated().flatMap { rule, count in (0..<count).map { [rule, $0] } }
      let chosen = chosen(count, seed, of: counts)
      #expect(chosen.count == min(count, all.count))
      #expect(chosen == all.filter(chosen.contains), "each once and in order")
      #expect(chosen == self.chosen(count, seed, of: counts), "the same again")
    }
  }

  /// Other seeds choose others; where the rules' borders lie doesn't matter.
  @Test func theSeedChooses() {
    let samples = (0..<50).map { chosen(5, UInt64($0), of: [1000]) }
    #expect(Set(samples).count == 50)
    func flat(_ counts: [Int]) -> [Int] {
      chosen(20, 7, of: counts).map { counts[..<$0[0]].reduce(0, +) + $0[1] }
    }
    #expect(flat([1000]) == flat([1, 499, 0, 500]))
  }

  /// The generator's published numbers for the seed 1234567, scaled to a bound.
  @Test func theGeneratorIsThePublishedOne() {
    let published: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    for bound in [1, 2, 1000, 1 << 40] {
      var random = SplitMix64(state: 1_234_567)
      for number in published {
        let expected = number.multipliedFullWidth(by: UInt64(bound)).high
        #expect(random.next(below: bound) == Int(expected))
      }
    }
  }

  /// Over many seeds each outcome is chosen about equally often, those at the ends too.
  @Test func eachHasTheSameChance() {
    var uses = Array(repeating: 0, count: 20)
    for seed in 0..<4000 {
      for place in chosen(5, UInt64(seed), of: [20]) { uses[place[1]] += 1 }
    }
    // Expected 1,000 each with a deviation of 27: five of them are never reached by chance.
    #expect(uses.allSatisfy { abs($0 - 1000) < 137 }, "\(uses)")
  }
}
