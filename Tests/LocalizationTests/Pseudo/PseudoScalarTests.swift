import Localization
import Model
import Testing
import YAML

/// Values of YAML in each form that it has: a pseudo-locale changes what they say, and nothing else.
@Suite struct PseudoScalarTests {
  private static let locales = PseudoLocale.tags

  /// What stands behind a key, and the words that readers get of it.
  typealias Form = (name: String, value: String, words: [String])

  static let forms: [Form] = [
    ("plain", " Words about it", ["Words", "about"]),
    ("plain on two lines", " Words\n  about it", ["Words", "about"]),
    ("plain on the next line", "\n  Words about it", ["Words", "about"]),
    ("plain with a paragraph", " Words\n\n  about it", ["Words", "about"]),
    ("plain and further indented", " Words\n     about\n   it all", ["Words", "about", "all"]),
    ("in quotation marks", " \"Words about it\"", ["Words", "about"]),
    ("in quotation marks on two lines", " \"Words\n  about it\"", ["Words", "about"]),
    ("with a line that is joined", " \"Words \\\n  about it\"", ["Words", "about"]),
    ("with marks inside", " \"Words \\\"about\\\"\n  it\"", ["Words", "about"]),
    ("with a letter by its number", " \"Words about \\u0069t all\"", ["Words", "about", "all"]),
    ("with a colon", " \"Words: about\n  it: all\"", ["Words", "about", "all"]),
    ("in apostrophes", " 'Words about it'", ["Words", "about"]),
    ("in apostrophes on two lines", " 'Words\n  about it'", ["Words", "about"]),
    ("with an apostrophe", " 'Words\n  it''s about'", ["Words", "about"]),
    ("with a sign of a remark", " 'Words # about\n  it'", ["Words", "about"]),
    ("folded", " >\n  Words\n  about it", ["Words", "about"]),
    ("folded without its end", " >-\n  Words\n  about it", ["Words", "about"]),
    ("folded with its end", " >+\n  Words\n  about it\n", ["Words", "about"]),
    ("literal", " |\n  Words\n  about it", ["Words", "about"]),
    ("literal without its end", " |-\n  Words\n  about it", ["Words", "about"]),
    ("literal with an indentation", " |2\n  Words\n  about it", ["Words", "about"]),
    ("a block with a blank line", " |\n  Words\n\n  about it", ["Words", "about"]),
    ("a block that looks like keys", " |\n  Words: about\n  it: all", ["Words", "about"]),
  ]

  private func value(_ key: String, _ entries: [YAMLEntry]?) -> String {
    entries?.first { $0.key == key }?.value.string ?? "-"
  }

  private func expectChanged(_ text: String, _ form: Form, _ locale: LocaleTag) {
    #expect(text.contains("⟦") && text.contains("⟧"), "\(locale), \(form.name): \(text)")
    for word in form.words where locale.folder == "en-xa" {
      #expect(!text.contains(word), "\(form.name): \(text)")
    }
    // In the mirrored one letters keep their form, each run between an override and its end.
    if locale.folder == "ar-xb" {
      #expect(text.contains("\u{202E}\(form.words[0])\u{202C}"), "\(form.name): \(text)")
    }
  }

  @Test(arguments: forms.indices, ["\n", "\r\n"])
  func titlesAndDescriptionsOfPages(_ index: Int, end: String) {
    let form = Self.forms[index]
    for key in ["title", "description"] {
      let source = """
        ---
        author: someone
        \(key):\(form.value)
        ms.date: 01/02/2026
        keywords:
          - one
        ---

        # Heading

        Text.

        """.replacing("\n", with: end)
      for locale in Self.locales {
        let page = PseudoPage.page(of: Array(source.utf8), path: "a.md", locale: locale)
        let metadata = FrontMatter.parse(page, path: "a.md")
        #expect(metadata.diagnostics == [], "\(form.name): \(string(page))")
        expectChanged(value(key, metadata.entries), form, locale)
        #expect(value("author", metadata.entries) == "someone")
        #expect(value("ms.date", metadata.entries) == "01/02/2026")
        #expect(
          metadata.entries.first { $0.key == "keywords" }?.value.strings == ["one"], "\(form.name)")
        #expect(Units.scan(page).units.count == 2, "\(form.name)")
      }
    }
  }

  /// A page in YAML with a form as the value of a key, at some depth.
  private func yamlPage(_ key: String, _ form: Form) -> String {
    let value = form.value.replacing("\n  ", with: "\n            ")
    return """
      ### YamlMime:Landing
      metadata:
        ms.topic: landing-page
      sections:
        - kind: first
          items:
            - url: a.md
              \(key):\(value.replacing("\n            ", with: "\n                "))
              itemType: overview
      last: here

      """
  }

  @Test(arguments: forms.indices, ["title", "summary", "text", "question", "answer", "content"])
  func valuesOfPagesInYAML(_ index: Int, key: String) throws {
    let form = Self.forms[index]
    guard form.name != "literal with an indentation" else { return }
    let source = yamlPage(key, form)
    for locale in Self.locales {
      let page = PseudoPage.landingPage(of: Array(source.utf8), path: "a.yml", locale: locale)
      let document = try YAMLDocument(parsing: page, path: "a.yml")
      let section = document.root?["sections"]?.sequence?.first
      let item = section?["items"]?.sequence?.first
      expectChanged(value(key, item?.mapping), form, locale)
      #expect(item?.mapping?.map(\.key) == ["url", key, "itemType"], "\(form.name)")
      #expect(value("url", item?.mapping) == "a.md")
      #expect(value("itemType", item?.mapping) == "overview")
      #expect(value("kind", section?.mapping) == "first")
      #expect(document.root?["metadata"]?["ms.topic"]?.string == "landing-page")
      #expect(document.root?["last"]?.string == "here")
    }
  }

  @Test(arguments: [
    ("- {text: \"Words about\", url: a.md}", "text"),
    ("- {url: a.md, text: 'Words \"about\"'}", "text"),
    ("- {text: \"Words, about: it\", url: a.md}", "text"),
  ])
  func valuesInBraces(line: String, key: String) throws {
    let page = PseudoPage.landingPage(
      of: Array("links:\n\(line)\n".utf8), path: "a.yml", locale: Self.locales[0])
    let document = try YAMLDocument(parsing: page, path: "a.yml")
    let item = document.root?["links"]?.sequence?.first
    #expect(item?["url"]?.string == "a.md")
    #expect(item?[key]?.string?.contains("Words") == false, "\(string(page))")
    #expect(item?[key]?.string?.hasPrefix("⟦") == true, "\(string(page))")
  }

  /// What isn't for readers stays in a value of several lines too.
  @Test(arguments: [
    "[!include[](includes/x.md)]", ":::image source=\"a.png\":::", "`code`", "](b.md#c)",
    "https://a.example/b", "{name}", "&nbsp;", "<br/>",
  ])
  func markupInQuotedLinesStays(kept: String) throws {
    let text = kept.hasPrefix("](") ? "[Words\(kept)" : kept
    let escaped = text.replacing("\"", with: "\\\"")
    let source = "content: \"Words about\n\n  \(escaped)\n\n  all\"\n"
    let page = PseudoPage.landingPage(
      of: Array(source.utf8), path: "a.yml", locale: Self.locales[0])
    let value = try YAMLDocument(parsing: page, path: "a.yml").root?["content"]?.string ?? ""
    #expect(value.contains(kept), "\(value)")
    #expect(!value.contains("about") && !value.contains("all"), "\(value)")
  }

  /// Code in a value of several lines stays, in quotation marks and as a block.
  @Test(arguments: ["```", "~~~", "   ```", "````"], [true, false])
  func codeInValuesStays(fence: String, isQuoted: Bool) throws {
    let lines = ["Words about", "", fence, "code stays", fence, "", "All of it"]
    let text = lines.joined(separator: isQuoted ? "\\n" : "\n  ")
    let source = isQuoted ? "content: \"\(text)\n  too\"\n" : "content: |\n  \(text)\n"
    let page = PseudoPage.landingPage(
      of: Array(source.utf8), path: "a.yml", locale: Self.locales[0])
    let value = try YAMLDocument(parsing: page, path: "a.yml").root?["content"]?.string ?? ""
    #expect(value.contains("\(fence)\ncode stays\n\(fence)\n"), "\(value)")
    #expect(!value.contains("about") && !value.contains("of it"), "\(value)")
  }

  /// Values that end in nothing, and keys that nobody reads.
  @Test(arguments: [
    "title: \"Words", "title: 'Words", "title:\n", "title: |\n", "title: >-\nurl: a.md\n",
    "uid: Words\n  about\n", "author: \"Words\n  about\"\n", "href: >-\n  Words\n",
  ])
  func othersStay(source: String) {
    for locale in Self.locales {
      let page = PseudoPage.landingPage(of: Array(source.utf8), path: "a.yml", locale: locale)
      #expect(string(page) == source)
    }
  }
}
