import Audit
import Foundation
import Localization
import Model
import Testing

/// The pages of the rules.
@Suite struct OwnRulePageTests {
  /// The headings of a rule's page, in their order.
  private static let sections = [
    "criterion", "why-it-matters", "how-it-is-checked", "what-to-do", "sources",
  ]

  @Test func everyRuleHasAPage() {
    let pages = Set(OwnPage.rules(.source).map(\.path))
    for rule in RuleRegistry.descriptions {
      #expect(pages.contains("rules/\(rule.id.lowercased()).md"))
    }
  }

  @Test(arguments: OwnPage.locales)
  func pagesHaveTheirRuleAndTheirSections(locale: LocaleTag) {
    for page in OwnPage.rules(locale) {
      let id = String(page.path.dropFirst("rules/".count).dropLast(3)).uppercased()
      #expect(page.frontMatter["vouch.rule"] == id, "\(locale)/\(page.path)")
      let headings = page.body.split(separator: "\n").filter { $0.hasPrefix("#") }
      #expect(headings.first?.contains(id) == true, "\(locale)/\(page.path)")
      let anchors = headings.dropFirst().map { heading in
        locale == .source
          ? heading.dropFirst(3).lowercased().replacing(" ", with: "-")
          : heading.split(separator: "\"").dropFirst().first.map(String.init) ?? ""
      }
      #expect(anchors == Self.sections, "\(locale)/\(page.path)")
    }
  }

  /// Short enough to be quoted, long enough to say something.
  @Test func pagesHaveTheLengthOfARule() {
    for page in OwnPage.rules(.source) {
      let prose = page.body.split(separator: "\n").filter { !$0.hasPrefix("#") }
        .joined(separator: " ").replacing(/\]\([^)]*\)/, with: " ")
      let words = prose.split(separator: " ").filter { $0.contains { $0.isLetter || $0.isNumber } }
      #expect((80...150).contains(words.count), "\(page.path): \(words.count) words")
    }
  }

  /// What pages of rules may have in common: the names of their parts.
  private static let boilerplate: Set<String> = [
    "Criterion", "Why it matters", "How it is checked", "What to do", "Sources",
  ]

  /// A rule is described in its own words, in every language.
  @Test(arguments: OwnPage.translations)
  func noTwoPagesShareASentence(locale: LocaleTag) {
    var sources: [String: String] = [:]
    var targets: [String: String] = [:]
    for page in OwnPage.rules(locale) {
      for unit in page.scan.units {
        let source = page.text(unit.source)
        guard !Self.boilerplate.contains(source) else { continue }
        if let other = sources.updateValue(page.path, forKey: source), other != page.path {
          Issue.record("\(page.path) and \(other) share: \(source)")
        }
        let target = page.text(unit.target)
        if let other = targets.updateValue(page.path, forKey: target), other != page.path {
          Issue.record("\(locale): \(page.path) and \(other) share: \(target)")
        }
      }
    }
  }
}
