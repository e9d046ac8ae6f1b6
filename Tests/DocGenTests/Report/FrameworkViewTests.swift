import Foundation
import Model
import Testing

@testable import DocGen

/// Results by control.
@Suite struct FrameworkViewTests {
  @Test(arguments: [
    ["5(2)", "24(1)", "28(3)(a)", "30"], ["A.5.2", "A.5.15", "A.7.2.8"],
    ["AC-2", "AC-2(3)", "AC-6", "AU-10", "CA-3"], ["CC1.3", "CC6.2", "P6.1"],
    ["11 CCR 7101", "1798.100(d)", "1798.130(a)(5)"],
  ])
  func controlsStandInTheirOrder(names: [String]) {
    #expect(names.reversed().sorted(by: FrameworkView.isOrdered) == names)
  }

  private static let report = Result { () throws -> RenderedReport in
    var fixture = ReportFixture(ReportGoldenTests.snapshot)
    fixture.rules = "CON-01,SHR-01,DQ-05"
    return try fixture.render()
  }

  @Test(arguments: Framework.allCases)
  func aControlHasTheTotalsOfItsRules(framework: Framework) throws {
    let result = try Self.report.get().result
    let view = FrameworkView(framework, result)
    let names = Set(
      result.rules.flatMap(\.rule.controls).filter { $0.framework == framework }
        .flatMap(\.controls))
    #expect(!names.isEmpty && Set(view.controls.map(\.name)) == names)
    for control in view.controls {
      let rules = result.rules.filter { rule in
        rule.rule.controls.contains {
          $0.framework == framework && $0.controls.contains(control.name)
        }
      }
      #expect(control.rules.map { result.rules[$0].rule.id } == rules.map(\.rule.id))
      #expect(control.totals == rules.reduce(OutcomeTotals()) { $0 + $1.totals })
    }
    #expect(view.rollUp.population == view.controls.count)
  }

  @Test(arguments: Framework.allCases)
  func everyFrameworkHasAPageThatCallsItselfAProposal(framework: Framework) throws {
    let name = framework.rawValue.lowercased()
    for form in ["html", "md"] {
      let page = try Self.report.get().text("en-us/report/frameworks/\(name).\(form)")
      #expect(page.contains("are proposals. A lawyer and an auditor must confirm them."))
      #expect(page.contains(framework.title))
    }
  }
}
