import Foundation
import Localization
import Model
import TestSupport
import Testing

/// The project's own documentation: what a translation must have in common with its source.
@Suite struct OwnContentTests {
  @Test func readsNumbersAsEachLanguageWritesThem() throws {
    func numbers(_ text: String, _ locale: String) throws -> [String] {
      Marks(text, try #require(LocaleTag(locale))).numbers
    }
    #expect(
      try numbers("1,000,000 of 2.5 on 2026-07-16", "en-us") == [
        "07", "1000000", "16", "2.5", "2026",
      ])
    #expect(try numbers("1\u{202F}000\u{A0}000 sur 2,5", "fr-fr") == ["1000000", "2.5"])
    #expect(try numbers("1 000", "fr-fr") == ["000", "1"])
    #expect(try numbers("1.000.000 van 2,5", "nl-nl") == ["1000000", "2.5"])
    #expect(try numbers("500,000 و 30", "ar-sa") == ["30", "500000"])
    #expect(try numbers("٣٠", "ar-sa") == [])
  }

  /// Source sentences and everything between units are those of the source page, byte for byte.
  @Test(arguments: OwnPage.translations)
  func translationsHoldTheirSource(locale: LocaleTag) {
    for page in OwnPage.pages(locale) {
      #expect(page.scan.problems.isEmpty, "\(locale)/\(page.path): a broken unit")
      guard let source = OwnPage.all[.source]?[page.path] else { continue }
      let held = Units.plainSource(of: page.bytes, page.scan)
      let text = String(decoding: held[FrontMatterBounds(held).bodyStart...], as: UTF8.self)
      #expect(
        text == source.body,
        "\(locale)/\(page.path): \(firstDifference(source.body, text)); run vouch localize again")
    }
  }

  /// Numbers, links, code, rule ids and bold passages of each sentence are those of its source.
  @Test(arguments: OwnPage.translations)
  func sentencesCarryTheMarksOfTheirSource(locale: LocaleTag) {
    for page in OwnPage.pages(locale) {
      for unit in page.scan.units {
        let source = Marks(page.text(unit.source), .source)
        let target = Marks(page.text(unit.target), locale)
        #expect(source == target, "\(locale)/\(page.path) unit \(unit.number)")
      }
    }
  }

  /// A page that was translated from another text says so here, before a reader is told.
  @Test(arguments: OwnPage.translations)
  func translationsAreFresh(locale: LocaleTag) {
    for page in OwnPage.pages(locale) {
      guard let source = OwnPage.all[.source]?[page.path] else { continue }
      let hash = page.frontMatter["ms.openlocfilehash"]
      #expect(
        SourceFreshness(recordedHash: hash, source: source.bytes) == .current,
        "\(locale)/\(page.path): the English page has changed; run vouch localize again")
      #expect(page.frontMatter["ms.contentlocale"] == locale.tag, "\(locale)/\(page.path)")
    }
  }

  /// What is no sentence is the same too: the topic, the date, the rule.
  @Test(arguments: OwnPage.translations)
  func frontMatterAgrees(locale: LocaleTag) {
    for page in OwnPage.pages(locale) {
      let source = OwnPage.all[.source]?[page.path]?.frontMatter ?? [:]
      let target = page.frontMatter
      for (name, value) in source where !["title", "description"].contains(name) {
        #expect(target[name] == value, "\(locale)/\(page.path): \(name)")
      }
      for name in ["title", "description"] {
        let words = (source[name] ?? "", target[name] ?? "")
        #expect(!words.1.isEmpty, "\(locale)/\(page.path): \(name)")
        #expect(
          Marks(words.0, .source) == Marks(words.1, locale), "\(locale)/\(page.path): \(name)")
      }
    }
  }

  @Test(arguments: OwnPage.locales)
  func everyLanguageHasEveryPage(locale: LocaleTag) {
    let expected = OwnPage.pages(.source).map(\.path)
    #expect(expected.count > 30)
    #expect(OwnPage.pages(locale).map(\.path) == expected)
  }

  /// The same entries in the same order and depth; only the names are translated.
  @Test(arguments: OwnPage.locales)
  func everyTableOfContentsHasTheSameEntries(locale: LocaleTag) throws {
    func entries(_ locale: LocaleTag) throws -> (shape: [String], names: [String]) {
      let file = OwnPage.folder.appending(path: "\(locale)/TOC.yml")
      var (shape, names): ([String], [String]) = ([], [])
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        guard let name = line.range(of: "name: ") else {
          shape.append(String(line))
          continue
        }
        shape.append(String(line[..<name.upperBound]))
        names.append(String(line[name.upperBound...]))
      }
      return (shape, names)
    }
    let (expected, actual) = (try entries(.source), try entries(locale))
    #expect(actual.shape == expected.shape)
    #expect(actual.names.allSatisfy { !$0.trimmingCharacters(in: .whitespaces).isEmpty })
    let linked = Set(
      expected.shape.compactMap { $0.split(separator: "href: ").last.map(String.init) })
    for page in OwnPage.pages(.source) {
      #expect(linked.contains(page.path), "\(page.path) is in no table of contents")
    }
  }
}
