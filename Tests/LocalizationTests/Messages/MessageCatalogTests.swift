import Foundation
import Localization
import Model
import TestSupport
import Testing

@Suite struct MessageCatalogTests {
  static let english = """
    msgctxt "found"
    msgid "{count} finding in {place}"
    msgid_plural "{count} findings in {place}"
    msgstr[0] ""
    msgstr[1] ""

    msgctxt "greeting"
    msgid "Hello, {name}"
    msgstr ""

    msgctxt "plain"
    msgid "Braces {} {1} { a } stay"
    msgstr ""
    """

  func catalog(_ locale: String, _ translation: String?) throws -> MessageCatalog {
    MessageCatalog(
      locale: try #require(LocaleTag(locale)),
      source: MessageFile(parsing: Array(Self.english.utf8), path: "en-us.po"),
      translation: translation.map {
        MessageFile(parsing: Array($0.utf8), path: "\(locale).po")
      })
  }

  @Test func englishIsItsOwnTranslation() throws {
    let catalog = try catalog("en-us", nil)
    #expect(catalog.text("greeting", ["name": .text("Ada")]) == "Hello, Ada")
    #expect(catalog.text("found", ["count": .integer(1), "place": .text("x")]) == "1 finding in x")
    #expect(
      catalog.text("found", ["count": .integer(6006), "place": .text("x")]) == "6,006 findings in x"
    )
    #expect(catalog.text("plain") == "Braces {} {1} { a } stay")
    #expect(catalog.message("greeting").isFallback == false)
    #expect(catalog.untranslated == [])
    #expect(catalog.keys == ["found", "greeting", "plain"])
  }

  @Test func aMissingTranslationIsEnglishAndSaysSo() throws {
    let catalog = try catalog(
      "kk-kz", "msgctxt \"greeting\"\nmsgid \"Hello, {name}\"\nmsgstr \"Сәлем, {name}\"")
    let translated = catalog.message("greeting", ["name": .text("Ada")])
    #expect(translated.plainText == "Сәлем, Ada")
    #expect(!translated.isFallback && translated.language.folder == "kk-kz")
    let fallback = catalog.message("found", ["count": .integer(1), "place": .text("x")])
    #expect(fallback.isFallback && fallback.language == .source)
    #expect(fallback.plainText == "1 finding in x")
    #expect(catalog.untranslated == ["found", "plain"])
  }

  @Test func anUnknownKeyIsShownItself() throws {
    let catalog = try catalog("fr-fr", nil)
    #expect(catalog.text("nothing.here") == "nothing.here")
    #expect(!catalog.contains("nothing.here"))
  }

  @Test func aMissingValueKeepsItsPlaceholder() throws {
    #expect(try catalog("en-us", nil).text("greeting") == "Hello, {name}")
  }

  @Test(arguments: [
    (
      "msgctxt \"greeting\"\nmsgid \"Hello, {name}\"\nmsgstr \"Bonjour, {nom}\"",
      "message.placeholder", "Hello, {name}"
    ),
    (
      "msgctxt \"greeting\"\nmsgid \"Hello, {name}\"\nmsgstr \"Bonjour\"", "message.placeholder",
      "Bonjour"
    ),
    (
      "msgctxt \"greeting\"\nmsgid \"Hi, {name}\"\nmsgstr \"Salut, {name}\"", "message.stale",
      "Hello, {name}"
    ),
    (
      "msgctxt \"greting\"\nmsgid \"Hello, {name}\"\nmsgstr \"Salut\"", "message.unknown",
      "Hello, {name}"
    ),
    ("#, fuzzy\nmsgctxt \"greeting\"\nmsgid \"Hello, {name}\"\nmsgstr \"?\"", "", "Hello, {name}"),
    (
      "msgctxt \"greeting\"\nmsgid \"Hello, {name}\"\nmsgstr broken", "message.syntax",
      "Hello, {name}"
    ),
  ])
  func doubtfulTranslationsAreReported(translation: String, code: String, shown: String) throws {
    let catalog = try catalog("fr-fr", translation)
    #expect(catalog.diagnostics.map(\.code) == (code.isEmpty ? [] : [code]))
    #expect(catalog.text("greeting") == shown)
  }

  @Test func untrustedValuesStayApart() throws {
    let message = try catalog("en-us", nil).message("greeting", ["name": .text("<b>{count}")])
    #expect(message.pieces == [.words("Hello, "), .text("<b>{count}")])
  }

  @Test func valuesAgainstTheDirectionAreIsolated() throws {
    let english = try catalog("en-us", nil)
    #expect(english.text("greeting", ["name": .text("ليلى")]) == "Hello, \u{2068}ليلى\u{2069}")
    #expect(english.text("greeting", ["name": .code("a-1")]) == "Hello, a-1")
    let arabic = try catalog(
      "ar-sa", "msgctxt \"greeting\"\nmsgid \"Hello, {name}\"\nmsgstr \"مرحبًا {name}!\"")
    #expect(arabic.text("greeting", ["name": .text("Ada")]) == "مرحبًا \u{2068}Ada\u{2069}!")
    #expect(arabic.text("greeting", ["name": .code("a-1")]) == "مرحبًا \u{2066}a-1\u{2069}!")
    #expect(
      arabic.text("greeting", ["name": .list([.text("a"), .text("b")])])
        == "مرحبًا \u{2068}a\u{2069} و\u{2068}b\u{2069}!")
    #expect(arabic.text("greeting", ["name": .integer(7)]) == "مرحبًا 7!")
  }

  @Test func catalogsAreLoadedFromAFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("en-us.po", Self.english)
    try folder.write(
      "nl-nl.po", "msgctxt \"greeting\"\nmsgid \"Hello, {name}\"\nmsgstr \"Dag, {name}\"")
    let dutch = try MessageCatalog.load(try #require(LocaleTag("nl-nl")), from: folder.path)
    #expect(dutch.text("greeting", ["name": .text("Ada")]) == "Dag, Ada")
    let german = try MessageCatalog.load(try #require(LocaleTag("de-de")), from: folder.path)
    #expect(german.message("greeting").isFallback)
    #expect(throws: (any Error).self) {
      try MessageCatalog.load(.source, from: "\(folder.path)/none")
    }
  }
}
