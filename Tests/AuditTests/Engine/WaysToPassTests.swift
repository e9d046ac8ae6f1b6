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

  /// Where one answer is at fault, replacing it is a way.
  @Test(arguments: [
    ("TRF-01", "not-signed", "signed"), ("TRF-01", "not-in-force", "inForce"),
    ("TRF-01", "no-purpose", "scoped"), ("TRF-01", "purpose-unclear", "scoped"),
    ("TRF-01", "review-overdue", "reviewed"), ("TRF-01", "recipient-unknown", "found"),
    ("CON-03", "after-first-transfer", "beforeRuns"),
    ("CON-03", "after-schedule", "beforeSchedules"),
    ("CON-03", "before-creation", "afterCreation"),
  ])
  func theAnswerAtFaultIsAWay(rule: String, reason: String, clause: String) throws {
    let examples = Self.cases.filter {
      $0.rule.description.id == rule && $0.example.reason == reason
    }
    let isTold = try examples.contains { example in
      try example.finding().evaluation.waysToPass.contains { way in
        way.map(\.name) == [clause] && way.allSatisfy { $0.truth == .true }
      }
    }
    #expect(isTold)
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
