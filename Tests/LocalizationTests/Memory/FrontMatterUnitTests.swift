import Model
import Testing
import YAML

@testable import Localization

/// Units in values of the front matter, as older translations have them.
@Suite struct FrontMatterUnitTests {
  /// A page whose title is one unit, in the quotation marks that its value has.
  private func page(_ target: String, mark: String, key: String = "title") -> TranslatedPage {
    let attribute = mark == "\"" ? "\\\"" : "\""
    let unit =
      "<span data-ttu-id=\(attribute)a-101\(attribute)>\(target)</span>"
      + "<span class=\(attribute)sxs-lookup\(attribute)>"
      + "<span data-stu-id=\(attribute)a-101\(attribute)>A title</span></span>"
    return translatedPage(
      "---\n\(key): \(mark)\(unit)\(mark)\nms.date: 01/02/2026\n---\n# \(Self.heading)\n",
      original: "---\n\(key): A title\n---\n# Heading\n")
  }

  private static let heading = unit(103, "Titre", "Heading")

  private func apply(_ target: String, to page: TranslatedPage, key: String = "title")
    -> PageApplication.Result
  {
    let text = ExchangeFile.Text(
      id: key, source: Array("A title".utf8), target: Array(target.utf8), isFinished: true,
      location: SourceLocation(path: "x"))
    return PageApplication.apply(
      ExchangeFile.Page(path: "a.md", texts: [text]), to: page, recordedHash: nil,
      location: SourceLocation(path: "x"))
  }

  /// What readers get of the value.
  private func value(_ page: [UInt8], key: String = "title") -> String {
    let metadata = FrontMatter.parse(page, path: "a.md")
    #expect(metadata.diagnostics == [])
    return Units.plainTarget(of: metadata.string(key) ?? "-")
  }

  @Test(arguments: [
    ("\"", "Un titre", "Un titre"), ("\"", "Un: titre", "Un: titre"),
    ("\"", "Le \"nom\"", "Le \"nom\""), ("\"", "Le \\\"nom\\\"", "Le \"nom\""),
    ("\"", "C:\\Temp", "C:\\Temp"), ("\"", "L'état # 1", "L'état # 1"),
    ("\"", "« Oui » \"", "« Oui » \""), ("'", "L'état", "L'état"), ("'", "L''état", "L'état"),
    ("'", "Le \"nom\": là", "Le \"nom\": là"), ("'", "C:\\Temp", "C:\\Temp"),
    ("'", "'Oui'", "'Oui'"), ("", "Le \"nom\" et l'état", "Le \"nom\" et l'état"),
    ("", "C:\\Temp", "C:\\Temp"), ("", "10:30", "10:30"), ("", "C#", "C#"),
  ])
  func changedTextsStayInTheirValue(mark: String, target: String, expected: String) {
    for key in ["title", "description"] {
      let page = page("Titre", mark: mark, key: key)
      let result = apply(target, to: page, key: key)
      #expect(result.diagnostics == [])
      #expect(result.changed == 1)
      #expect(value(result.bytes, key: key) == expected, "\(string(result.bytes))")
      // The unit is still one, with its source.
      let again = translatedPage(string(result.bytes), original: string(page.original))
      #expect(again.pairs.count == 2)
      #expect(again.source(of: again.pairs[0]).map { string($0) } == "A title")
      // No quotation mark of the value went into the unit.
      #expect(!string(result.bytes).contains(">\"\(target)"))
    }
  }

  @Test(arguments: [
    ("", "Un: titre"), ("", "Un titre:"), ("", "Un # titre"), ("", "a\nb"), ("\"", "a\nb"),
    ("'", "a\rb"),
  ])
  func whatWouldEndTheValueIsRefused(mark: String, target: String) {
    let page = page("Titre", mark: mark)
    let result = apply(target, to: page)
    #expect(result.diagnostics.map(\.code) == ["exchange.text"])
    #expect(result.bytes == page.bytes)
  }

  @Test(arguments: ["\"", "'", ""], ExchangeFormat.allCases)
  func whatIsExportedComesBack(mark: String, format: ExchangeFormat) throws {
    let text = mark == "\"" ? "Le \\\"nom\\\"" : mark == "'" ? "L''état" : "Le \"nom\""
    let page = page(text, mark: mark)
    let bytes = exported([page], format)
    let back = try #require(ExchangeFile(bytes, path: "x").pages.first)
    let result = PageApplication.apply(
      back, to: page, recordedHash: nil, location: SourceLocation(path: "x"))
    #expect(result.diagnostics == [])
    #expect(result.bytes == page.bytes)
  }
}
