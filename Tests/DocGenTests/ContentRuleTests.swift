import DocGen
import FileSystem
import Foundation
import Model
import TestSupport
import Testing

@Suite struct ContentRuleTests {
  private static let source = """
    ---
    title: A title
    vouch.rule: XX-01
    ---

    # XX-01: A title

    ## Criterion

    It **must** hold. See [more](../more.md).

    ## Why it matters

    Because.

    ```
    ## not a heading
    ```

    ## How it is checked

    ## Sources

    - One
    - Two
    """

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func tree(_ french: String?) throws -> ContentTree {
    try folder.write("en-us/rules/xx-01.md", Self.source)
    try folder.write("fr-fr/index.md", "# Index\n")
    if let french { try folder.write("fr-fr/rules/xx-01.md", french) }
    return try ContentTree(layers: try ContentLayer.layers(in: folder.path))
  }

  @Test func theSourcePageGivesItsSections() throws {
    let content = try #require(try tree(nil).ruleContent("XX-01", in: .source))
    #expect(content.title == "A title")
    #expect(content.state == .source)
    #expect(Set(content.sections.keys) == [.criterion, .why, .procedure, .sources])
    #expect(content.sections[.criterion]?.heading == "Criterion")
    #expect(content.sections[.criterion]?.markdown == "It **must** hold. See [more](../more.md).\n")
    #expect(
      content.sections[.criterion].map { String(decoding: $0.html, as: UTF8.self) }
        == "<p>It <strong>must</strong> hold. See <a href=\"../more.md\">more</a>.</p>\n")
    #expect(content.sections[.why]?.markdown == "Because.\n\n```\n## not a heading\n```\n")
    #expect(content.sections[.procedure]?.markdown == "")
    #expect(content.sections[.sources]?.markdown == "- One\n- Two\n")
  }

  @Test func aTranslationHasItsWordsAndTheSources() throws {
    let unit = Bilingual.unit
    let french =
      Bilingual.frontMatter(title: "Un titre", source: Self.source).replacing(
        "title:", with: "vouch.rule: XX-01\ntitle:") + """
        # <a name="xx-01-a-title"></a>\(unit(103, "Un titre", "A title"))

        ## <a name="criterion"></a>\(unit(104, "Critère", "Criterion"))

        \(unit(105, "Cela **doit** être.", "It **must** hold.")) \(unit(106, "Voir.", "See."))
        """
    let locale = try #require(LocaleTag("fr-fr"))
    let content = try #require(try tree(french).ruleContent("XX-01", in: locale))
    #expect(content.title == "Un titre")
    #expect(content.sourceTitle == "A title")
    #expect(content.state == .translated)
    #expect(!content.isFallback)
    #expect(content.unitCount == 2)
    let criterion = try #require(content.sections[.criterion])
    #expect(criterion.heading == "Critère")
    #expect(criterion.markdown == "Cela **doit** être. Voir.\n")
    #expect(criterion.sourceMarkdown == "It **must** hold. See.\n")
    #expect(String(decoding: criterion.html, as: UTF8.self).contains("lang=\"en-US\""))
  }

  @Test func withoutATranslationItIsTheSourceAndSaysSo() throws {
    let locale = try #require(LocaleTag("fr-fr"))
    let content = try #require(try tree(nil).ruleContent("XX-01", in: locale))
    #expect(content.isFallback)
    #expect(content.locale == .source)
    #expect(content.title == "A title")
  }

  /// The English page changed in one section; a translated page has no other one.
  @Test func eachSectionSaysWhetherItIsStale() throws {
    let unit = Bilingual.unit
    let french =
      Bilingual.frontMatter(title: "Un titre", source: "# Earlier\n").replacing(
        "title:", with: "vouch.rule: XX-01\ntitle:") + """
        # <a name="xx-01-a-title"></a>\(unit(103, "Un titre", "A title"))

        ## <a name="criterion"></a>\(unit(104, "Critère", "Criterion"))

        \(unit(105, "Cela **doit** être.", "It **must** hold."))
        \(unit(106, "Voir [plus](../more.md).", "See [more](../more.md)."))

        ## <a name="why-it-matters"></a>\(unit(107, "Pourquoi", "Why it matters"))

        \(unit(108, "Une vieille raison.", "An older reason."))
        """
    let locale = try #require(LocaleTag("fr-fr"))
    let content = try #require(try tree(french).ruleContent("XX-01", in: locale))
    #expect(content.state == .stale)
    let criterion = try #require(content.sections[.criterion])
    #expect(!criterion.isStale && !criterion.isFallback)
    #expect(content.sections[.why]?.isStale == true)
    let sources = try #require(content.sections[.sources])
    #expect(sources.isFallback && !sources.isStale)
    #expect(sources.markdown == "- One\n- Two\n")
  }

  @Test func unknownRulesHaveNoContent() throws {
    let tree = try tree(nil)
    #expect(try tree.ruleContent("ZZ-99", in: .source)?.id == nil)
    #expect(tree.ruleIDs == ["XX-01"])
  }

  @Test func everyRulePageOfTheProjectHasItsSections() throws {
    let content = "\(SharedMaterial.projectFolder.path)/content"
    let tree = try ContentTree(layers: try ContentLayer.layers(in: content))
    #expect(tree.ruleIDs.count >= 24)
    for id in tree.ruleIDs {
      for locale in tree.locales {
        let rule = try #require(try tree.ruleContent(id, in: locale))
        #expect(Set(rule.sections.keys) == Set(RuleContent.Role.allCases), "\(id) \(locale)")
        #expect(rule.diagnostics == [], "\(id) \(locale)")
      }
    }
  }
}
