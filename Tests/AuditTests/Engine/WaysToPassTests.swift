import Model
import SnapshotReader
import Testing

@testable import Audit

/// What would make a fail or an unknown pass is what judging again shows.
@Suite struct WaysToPassTests {
  private static let cases = ExampleCase.all.filter { $0.example.outcome.isOpen }

  @Test(arguments: cases)
  func everyWayLeadsToAPass(example: ExampleCase) throws {
    let finding = try example.finding()
    #expect(finding.evaluation.waysToPass.count <= 3)
    for way in finding.evaluation.waysToPass where way.count == 1 {
      let override = ClauseOverride(way[0].name, way[0].truth)
      #expect(try example.finding(override: override).outcome == .pass, "\(way)")
      let present = finding.evaluation.clauses.first { $0.name == way[0].name }
      #expect(present?.truth != way[0].truth, "an answer that is there already changes nothing")
    }
  }

  /// Most rules have findings that a single answer would turn.
  @Test func mostRulesTellAWay() throws {
    var told: Set<String> = []
    var all: Set<String> = []
    for example in Self.cases {
      all.insert(example.rule.description.id)
      if try !example.finding().evaluation.waysToPass.isEmpty {
        told.insert(example.rule.description.id)
      }
    }
    #expect(told.count * 10 >= all.count * 8, "\(all.subtracting(told).sorted())")
  }

  @Test(arguments: ExampleCase.all.filter { !$0.example.outcome.isOpen })
  func nothingIsToldWherePassingIsNoQuestion(example: ExampleCase) throws {
    #expect(try example.finding().evaluation.waysToPass.isEmpty)
  }

  @Test func aDetachedExportWouldPassIfItWereDetachedForAShorterTime() throws {
    let example = try #require(
      Self.cases.first {
        $0.rule.description.id == "LIF-01" && $0.example.outcome == .fail
      })
    let ways = try example.finding().evaluation.waysToPass
    #expect(!ways.isEmpty && ways.allSatisfy { $0.count == 1 })
  }
}
