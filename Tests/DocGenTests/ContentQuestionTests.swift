import Foundation
import TestSupport
import Testing

/// Pages of questions and answers in several languages, and the ids that links know them by.
@Suite struct ContentQuestionTests {
  private static func page(_ sections: [(name: String, questions: [String])]) -> String {
    let lines = sections.flatMap { section in
      ["- name: \(section.name)", "  questions:"]
        + section.questions.flatMap { ["  - question: \($0)", "    answer: Yes."] }
    }
    return "### YamlMime:FAQ\ntitle: Questions\nsections:\n" + lines.joined(separator: "\n") + "\n"
  }

  /// The name of a section that has none is translated by tools that don't know it for one.
  @Test(arguments: [
    (["Ignored"], ["Ignoriert"], [String]()),
    (["General"], ["Allgemein"], ["Allgemein"]),
    (["Ignored", "General"], ["Ignoriert", "Allgemein"], ["Allgemein"]),
    // Which one is which can't be told.
    (["Ignored"], ["Ignoriert", "Allgemein"], ["Ignoriert", "Allgemein"]),
  ])
  func namesSections(source: [String], translation: [String], shown: [String]) throws {
    let site = try TestSite([
      "en-us/faq.yml": Self.page(source.map { ($0, ["Does it end?"]) }),
      "de-de/faq.yml": Self.page(translation.map { ($0, ["Endet es?"]) }),
    ])
    let article = site.article("de-de/faq.html")
    let headings = article.components(separatedBy: "<h2").dropFirst().map { part in
      translation.first { part.contains("\($0)</h2>") } ?? "?"
    }
    #expect(headings == shown, "\(article)")
    #expect(article.contains("Endet es?"))
  }

  /// As they are published elsewhere, and as other headings have them.
  @Test(arguments: [
    ("What's an old (v1.2) export?", "whats-an-old-v12-export"),
    ("What's an old (v1.2) export?", "what-s-an-old--v1-2--export-"),
    ("What's an old (v1.2) export?", "what-s-an-old--v1-2--export"),
    ("Why a /26 network", "why-a-26-network"), ("Why a /26 network", "why-a--26-network"),
    ("How does `/list` work?", "how-does--list-work-"),
    ("It’s “done”?", "it-s--done--"), ("It’s “done”?", "it-s--done"),
  ])
  func answersToPublishedIDs(question: String, anchor: String) throws {
    let site = try TestSite([
      "en-us/faq.yml": Self.page([("General", ["\"\(question)\""])]),
      "en-us/page.md": "# Page\n\n[to it](faq.yml#\(anchor))\n",
    ])
    #expect(site.problems == [])
    #expect(site.article("en-us/page.html").contains("faq.html#\(anchor)\""))
    #expect(site.article("en-us/faq.html").contains("\"\(anchor)\""), "\(site["en-us/faq.html"])")
  }

  /// No id is made of words that have other letters; one that is the heading's own isn't given twice.
  @Test(arguments: ["Qu’est-ce que l’été ?", "質問は何ですか", "plain words", "???"])
  func givesNoOtherIDs(question: String) throws {
    let site = try TestSite(["en-us/faq.yml": Self.page([("General", ["\"\(question)\""])])])
    let heading = try #require(
      site.article("en-us/faq.html").components(separatedBy: "<h3").dropFirst().first?
        .components(separatedBy: "</h3>").first)
    #expect(!heading.contains("<span"), "\(heading)")
  }

  /// Links of translated pages keep the ids of the source.
  @Test(arguments: ["general", "what-s-new-", "whats-new", "neues"])
  func translationsAnswerToTheIDsOfTheSource(anchor: String) throws {
    let site = try TestSite([
      "en-us/faq.yml": Self.page([("General", ["\"What's new?\""])]),
      "de-de/faq.yml": Self.page([("Allgemein", ["\"Neues?\""])]),
      "de-de/page.md": "# Seite\n\n[dorthin](faq.yml#\(anchor))\n",
    ])
    #expect(site.problems == [])
    #expect(site.article("de-de/faq.html").contains("\"\(anchor)\""))
  }

  /// An anchor that both pages have behind a heading stays one.
  @Test func anchorsBehindHeadingsAreNotDoubled() throws {
    let site = try TestSite([
      "en-us/page.md": "# Page\n\n## Words<a name=\"old\"></a>\n",
      "de-de/page.md": "# Seite\n\n## Worte<a name=\"old\"></a>\n",
      "de-de/other.md": "# Andere\n\n[dorthin](page.md#words)\n",
    ])
    #expect(site.problems == [])
    #expect(site.article("de-de/page.html").components(separatedBy: "id=\"old\"").count == 2)
  }
}
