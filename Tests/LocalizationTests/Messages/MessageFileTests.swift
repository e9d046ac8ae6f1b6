import Localization
import Model
import Testing

@Suite struct MessageFileTests {
  func parse(_ text: String) -> MessageFile {
    MessageFile(parsing: Array(text.utf8), path: "m.po")
  }

  @Test func readsEntriesOfEveryForm() throws {
    let file = parse(
      #"""
      # A comment of the file
      msgid ""
      msgstr ""
      "Language: nl\n"
      "Plural-Forms: nplurals=2; plural=(n != 1);\n"

      #. For translators: {name} is a person
      #: Sources/File.swift:1
      #, c-format
      msgctxt "a.one"
      msgid "Hello, {name}"
      msgstr "Dag, {name}"

      msgctxt "a.many"
      msgid "{count} finding"
      msgid_plural "{count} findings"
      msgstr[0] "{count} bevinding"
      msgstr[1] "{count} bevindingen"

      msgctxt "a.long"
      msgid ""
      "Two\n"
      "\"lines\"\t\\ "
      msgstr ""
      "Twee\n"
      "regels"

      #, fuzzy
      #| msgid "Old"
      msgctxt "a.fuzzy"
      msgid "New"
      msgstr "Oud"

      msgctxt "a.open"
      msgid "Open"
      msgstr ""

      #~ msgctxt "a.gone"
      #~ msgid "Gone"
      #~ msgstr "Weg"
      """#)
    #expect(file.diagnostics == [])
    #expect(file.entries.map(\.key) == ["a.one", "a.many", "a.long", "a.fuzzy", "a.open"])
    #expect(file.entries.map(\.isTranslated) == [true, true, true, false, false])
    #expect(file.entries[1].sourcePlural == "{count} findings")
    #expect(file.entries[1].translations == ["{count} bevinding", "{count} bevindingen"])
    #expect(file.entries[2].source == "Two\n\"lines\"\t\\ ")
    #expect(file.entries[2].translations == ["Twee\nregels"])
    #expect(file.entries[0].location == SourceLocation(path: "m.po", line: 10, column: 1))
    #expect(file.pluralRule.form(for: 1) == 0)
  }

  @Test(arguments: ["\r\n", "\n"])
  func lineEndsAndByteOrderMarksDoNotMatter(lineEnd: String) {
    let text = "\u{FEFF}msgctxt \"k\"\nmsgid \"é\"\nmsgstr \"ü\"".replacing("\n", with: lineEnd)
    #expect(parse(text).entries.map(\.translations) == [["ü"]])
  }

  @Test func entriesNeedNoBlankLinesBetween() {
    let file = parse(
      "msgctxt \"a\"\nmsgid \"1\"\nmsgstr \"x\"\nmsgctxt \"b\"\nmsgid \"2\"\nmsgstr \"y\"")
    #expect(file.entries.map(\.key) == ["a", "b"])
  }

  @Test(arguments: [
    ("msgctxt \"a\"\nmsgid unquoted\nmsgstr \"\"", 2, "message.syntax"),
    ("msgctxt \"a\"\nmsgid \"x\\q\"\nmsgstr \"\"", 2, "message.syntax"),
    ("msgctxt \"a\"\nmsgid \"x\"y\"\nmsgstr \"\"", 2, "message.syntax"),
    ("msgctxt \"a\"\nmsgid \"x\\\"\nmsgstr \"\"", 2, "message.syntax"),
    ("msgwhat \"a\"", 1, "message.syntax"), ("msgstr \"a\"", 1, "message.syntax"),
    ("msgctxt \"a\"\nmsgid \"x\"\nmsgid_plural \"y\"\nmsgstr[1] \"z\"", 4, "message.syntax"),
    ("msgid \"x\"\nmsgstr \"y\"", 1, "message.key"),
    (
      "msgctxt \"a\"\nmsgid \"x\"\nmsgstr \"\"\n\nmsgctxt \"a\"\nmsgid \"x\"\nmsgstr \"\"", 5,
      "message.duplicate"
    ),
    ("msgid \"\"\nmsgstr \"Plural-Forms: nplurals=2; plural=nn;\\n\"", 1, "message.plural"),
    (
      "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-1\\n\"", 1,
      "message.encoding"
    ),
    (
      "msgctxt \"a\"\nmsgid \"x\"\nmsgid_plural \"y\"\nmsgstr[0] \"z\"\nmsgstr[1] \"z\"\nmsgstr[2] \"z\"",
      1,
      "message.plural"
    ),
  ])
  func problemsHaveAPlace(text: String, line: Int, code: String) {
    let diagnostics = parse(text).diagnostics
    #expect(diagnostics.map(\.code) == [code])
    #expect(diagnostics.first?.location.line == line)
  }

  @Test func aLineThatIsNoTextIsReportedAndTheRestIsRead() {
    let bytes = [0xFF, 0x0A] + Array("msgctxt \"a\"\nmsgid \"x\"\nmsgstr \"y\"\n".utf8)
    let file = MessageFile(parsing: bytes, path: "m.po")
    #expect(file.diagnostics.map(\.location.line) == [1])
    #expect(file.entries.map(\.key) == ["a"])
  }
}
