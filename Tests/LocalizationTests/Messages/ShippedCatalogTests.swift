import Foundation
import Localization
import Model
import TestSupport
import Testing

/// The catalogs in `content/messages`.
@Suite struct ShippedCatalogTests {
  static let folder = SharedMaterial.projectFolder.appending(path: "content/messages").path

  func catalog(_ locale: String) throws -> MessageCatalog {
    try MessageCatalog.load(try #require(LocaleTag(locale)), from: Self.folder)
  }

  /// A translation may be late (`message.stale`: English is then shown), but not wrong.
  @Test(arguments: LocaleTag.shipped)
  func theyAreWithoutProblems(locale: LocaleTag) throws {
    let problems = try MessageCatalog.load(locale, from: Self.folder).diagnostics
      .filter { !["message.stale", "message.unknown"].contains($0.code) }
    #expect(problems.map(\.description) == [])
  }

  /// French puts no line's end before its double signs and inside of its quotation marks.
  @Test func frenchSignsStayWithTheirWords() throws {
    let text = try String(contentsOfFile: "\(Self.folder)/fr-fr.po", encoding: .utf8)
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("msgstr") }
    #expect(lines.count > 1_000)
    let broken = lines.filter { line in
      [" ;", " :", " ?", " !", "« ", " »"].contains(where: line.contains)
    }
    #expect(broken == [])
  }

  @Test(arguments: [
    ("en-us", 0, "0 days"), ("en-us", 1, "1 day"), ("en-us", 2000, "2,000 days"),
    ("fr-fr", 0, "0 jour"), ("fr-fr", 1, "1 jour"), ("fr-fr", 2, "2 jours"),
    ("fr-fr", 6006, "6\u{202F}006 jours"), ("nl-nl", 0, "0 dagen"), ("nl-nl", 1, "1 dag"),
    ("nl-nl", 6006, "6.006 dagen"), ("kk-kz", 1, "1 күн"), ("kk-kz", 6006, "6\u{A0}006 күн"),
    ("ar-sa", 0, "0 يوم"), ("ar-sa", 1, "يوم واحد"), ("ar-sa", 2, "يومان"), ("ar-sa", 3, "3 أيام"),
    ("ar-sa", 11, "11 يومًا"), ("ar-sa", 100, "100 يوم"), ("ar-sa", 6006, "6,006 أيام"),
  ])
  func countsChooseTheirForm(locale: String, count: Int, expected: String) throws {
    #expect(try catalog(locale).text("format.days", ["count": .integer(count)]) == expected)
  }

  @Test func valuesOfEveryKindAreSaid() throws {
    let file = MessageFile(
      parsing: Array("msgctxt \"x\"\nmsgid \"<{v}>\"\nmsgstr \"\"".utf8), path: "x.po")
    let source = MessageFile(
      parsing: Array(
        try String(contentsOfFile: "\(Self.folder)/en-us.po", encoding: .utf8).utf8), path: "en")
    let catalog = MessageCatalog(locale: .source, source: file.merging(source))
    let instant = Instant(microseconds: 1_624_514_400_000_000)
    let day = Instant(microseconds: 1_624_492_800_000_000, isDayOnly: true)
    func say(_ value: MessageValue) -> String { catalog.text("x", ["v": value]) }
    #expect(say(.integer(-1234)) == "<-1,234>")
    #expect(say(.number(1234.567)) == "<1,234.57>")
    #expect(say(.share(0.8764)) == "<87.6%>")
    #expect(say(.share(1)) == "<100%>")
    #expect(say(.instant(instant)) == "<June 24, 2021 at 6:00\u{202F}AM UTC>")
    #expect(say(.instant(day)) == "<June 24, 2021>")
    #expect(say(.days(1)) == "<1 day>")
    #expect(say(.minutes(90)) == "<90 minutes>")
    #expect(say(.seconds(2)) == "<2 seconds>")
    #expect(say(.list([])) == "<>")
    #expect(say(.list([.text("a"), .code("b"), .integer(3)])) == "<a, b, and 3>")
    #expect(say(.message(Message("x", ["v": .text("in")]))) == "<<in>>")
  }

  @Test(
    .enabled(
      if: Self.checker != nil, "msgfmt (gettext) is not installed; scripts/bootstrap installs it"))
  func gettextFindsNothingWrong() throws {
    for locale in LocaleTag.shipped {
      let process = Process()
      process.executableURL = URL(filePath: try #require(Self.checker))
      process.arguments = ["--check", "--output-file=/dev/null", "\(Self.folder)/\(locale).po"]
      let errors = Pipe()
      process.standardError = errors
      try process.run()
      let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      let complaints = text.split(separator: "\n").filter { !$0.contains("header field") }
      #expect(process.terminationStatus == 0 && complaints.isEmpty, "\(text)")
    }
  }

  static let checker = ["/usr/bin/msgfmt", "/usr/local/bin/msgfmt"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }
}

extension MessageFile {
  /// The messages of both files.
  fileprivate func merging(_ other: MessageFile) -> MessageFile {
    var text = ""
    for entry in entries + other.entries {
      text += "msgctxt \"\(entry.key)\"\nmsgid \"\(entry.source)\"\n"
      if let plural = entry.sourcePlural {
        text += "msgid_plural \"\(plural)\"\nmsgstr[0] \"\"\nmsgstr[1] \"\"\n\n"
      } else {
        text += "msgstr \"\"\n\n"
      }
    }
    return MessageFile(parsing: Array(text.utf8), path: "merged.po")
  }
}
