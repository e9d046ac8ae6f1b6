import DocGen
import Localization
import Model
import Testing

@Suite struct MessageMarkupTests {
  func message(
    _ locale: String, _ pieces: [LocalizedMessage.Piece], isFallback: Bool = false
  ) throws -> LocalizedMessage {
    LocalizedMessage(
      pieces: pieces, language: try #require(LocaleTag(locale)), isFallback: isFallback)
  }

  func html(_ message: LocalizedMessage) -> String {
    var bytes: [UInt8] = []
    bytes.append(html: message)
    return String(decoding: bytes, as: UTF8.self)
  }

  func markdown(_ message: LocalizedMessage) -> String {
    var bytes: [UInt8] = []
    bytes.append(markdown: message)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func valuesAreEscapedAndIsolated() throws {
    let message = try message("fr-fr", [.words("À <"), .text("<b>&"), .words("> "), .code("a<b")])
    #expect(
      html(message) == "À &lt;<bdi>&lt;b&gt;&amp;</bdi>&gt; <code dir=\"ltr\">a&lt;b</code>")
    #expect(markdown(message) == "À \\<\\<b\\>\\&\\> `a<b`")
  }

  /// No page may hold control characters or noncharacters, however they came into a snapshot.
  @Test(arguments: [
    ("a\u{0}b\u{1F}\u{7F}", "a\u{FFFD}b\u{FFFD}\u{FFFD}"),
    ("\u{80}\u{9F}\u{A0}", "\u{FFFD}\u{FFFD}\u{A0}"),
    ("\u{FFFD}\u{FFFE}\u{FFFF}\u{FEFF}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FEFF}"),
    ("é\tÂ", "é\tÂ"),
  ])
  func unprintableCharactersAreReplaced(text: String, shown: String) throws {
    let message = try message("en-us", [.code(text), .text(text)])
    #expect(html(message) == "<code dir=\"ltr\">\(shown)</code><bdi>\(shown)</bdi>")
    #expect(markdown(message) == "`\(shown)`\(shown)")
  }

  @Test func englishWordsInAnotherLanguageSaySo() throws {
    let fallback = try message("en-us", [.words("Hello")], isFallback: true)
    #expect(html(fallback) == "<span lang=\"en-US\" dir=\"ltr\">Hello</span>")
    let outer = try message("ar-sa", [.words("قبل "), .message(fallback), .words(" بعد")])
    #expect(html(outer) == "قبل <span lang=\"en-US\" dir=\"ltr\">Hello</span> بعد")
    let inner = try message("ar-sa", [.words("يوم")])
    let nested = try message("en-us", [.words("for "), .message(inner)], isFallback: true)
    #expect(
      html(nested)
        == "<span lang=\"en-US\" dir=\"ltr\">for <span lang=\"ar-SA\" dir=\"rtl\">يوم</span></span>"
    )
    #expect(html(try message("ar-sa", [.message(inner)])) == "يوم")
  }

  @Test func whatHasAnAddressIsALink() throws {
    let inner = try message("ar-sa", [.text("CON-01")])
    let message = try message(
      "ar-sa", [.words("في "), .message(inner), .text("a<b"), .code("c"), .code("d")])
    let addresses = ["CON-01": "rules/con-01.html?a&b", "c": "#c"]
    let address = { (text: String) in addresses[text] }
    var html: [UInt8] = []
    html.append(html: message, address: address)
    #expect(
      String(decoding: html, as: UTF8.self) == """
        في <a href="rules/con-01.html?a&amp;b"><bdi>CON-01</bdi></a><bdi>a&lt;b</bdi>\
        <a href="#c"><code dir="ltr">c</code></a><code dir="ltr">d</code>
        """)
    var markdown: [UInt8] = []
    markdown.append(markdown: message, address: address)
    #expect(
      String(decoding: markdown, as: UTF8.self) == """
        في [\u{2068}CON-01\u{2069}](rules/con-01.html?a&b)\u{2068}a\\<b\u{2069}\
        [\u{2066}`c`\u{2069}](#c)\u{2066}`d`\u{2069}
        """)
  }

  @Test func markdownIsolatesInArabic() throws {
    let message = try message("ar-sa", [.words("في "), .text("a*b"), .words(" "), .code("c")])
    #expect(markdown(message) == "في \u{2068}a\\*b\u{2069} \u{2066}`c`\u{2069}")
  }

  @Test(arguments: [
    ("a", "`a`"), ("a`b", "`` a`b ``"), ("``", "``` `` ```"), (" a", "`  a `"), ("", "`  `"),
    ("a|b\nc", "`a|b c`"),
  ])
  func codeSpansHoldAnything(text: String, expected: String) {
    var bytes: [UInt8] = []
    bytes.append(markdownCode: text)
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test func aBarInATableIsEscapedInCodeToo() throws {
    var bytes: [UInt8] = []
    let message = try message("en-us", [.text("a|b"), .code("c|d")])
    bytes.append(markdown: message, inTable: true)
    #expect(String(decoding: bytes, as: UTF8.self) == "a\\|b`c\\|d`")
  }
}
