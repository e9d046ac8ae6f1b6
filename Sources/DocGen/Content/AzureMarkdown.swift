import Localization
import Model

/// The Markdown of Azure's documentation until 2016, as it is written today.
///
/// `[AZURE.NOTE]`, `[AZURE.INCLUDE [title](path)]`, `[AZURE.SELECTOR]` and `[AZURE.VIDEO name]`, `WACOM`
/// in the place of `AZURE`, headings without a blank (`##Title`), and `<properties pageTitle="">` in
/// the place of front matter. Translations of that time were never written anew.
struct AzureMarkdown {
  /// The text, with as many lines.
  private(set) var bytes: [UInt8] = []
  /// The first line in which something was rewritten, from 1.
  private(set) var line: Int?
  /// Whether the lines are the list of a selector, which belongs into its quotation.
  private var isSelector = false

  /// Rewrites a file; `nil` for most, which have nothing of it.
  init?(_ text: [UInt8]) {
    let body = Self.metadataEnd(of: text)
    let hasMarks = Self.products.contains { text.range(of: $0, in: 0..<text.count) != nil }
    guard hasMarks || body > 0 else { return nil }
    bytes.reserveCapacity(text.count + 64)
    bytes += text[..<body].filter { $0 == 10 }
    var code = CodeLines(text)
    var (start, number) = (body, bytes.count)
    while start < text.count {
      let end = text.position(of: UInt8(ascii: "\n"), in: start..<text.count) ?? text.count
      number += 1
      if code.isCode(start..<end) || code.comments.contains(start) {
        bytes += text[start..<end]
      } else {
        let written = bytes.count
        rewrite(text, start..<end, code.spans)
        if line == nil, !bytes[written...].elementsEqual(text[start..<end]) { line = number }
      }
      if end < text.count { bytes.append(10) }
      start = end + 1
    }
  }

  /// Where the text of a page begins behind `<properties>` and `<tags>`.
  private static func metadataEnd(of text: [UInt8]) -> Int {
    var end = 0
    while let start = text[end...].firstIndex(where: { $0 > 32 }),
      let tag = RawTag(text, at: start),
      tag.isFormerMetadata
    {
      end = tag.end
      // Translation tools close them as elements.
      for closing in ["</properties>", "</tags>"] as [StaticString]
      where text.hasBytes(closing, at: end) { end += closing.utf8CodeUnitCount }
    }
    return end
  }

  /// What the metadata of such a page says, by its keys in lower case; none of other pages.
  static func metadata(of text: [UInt8]) -> [String: String] {
    guard text.drop(while: { $0 <= 32 }).starts(with: "<properties".utf8),
      let start = text.position(of: UInt8(ascii: "<"), in: 0..<text.count),
      let tag = RawTag(text, at: start), tag.isFormerMetadata
    else { return [:] }
    func value(_ name: String) -> String? {
      tag[name].map { String(decoding: $0, as: UTF8.self).trimmingBlanks() }
    }
    // The title of the window has the name of the product behind a bar.
    let title = value("pagetitle").flatMap { $0.split(separator: "|").first }
    return [
      "title": title.map { String($0).trimmingBlanks() }, "description": value("description"),
    ]
    .compactMapValues { $0?.isEmpty == false ? $0 : nil }
  }

  /// What a file is told that has such marks.
  func diagnostic(of path: String) -> Diagnostic? {
    line.map {
      Diagnostic(
        .warning, "markup.former", at: SourceLocation(path: path, line: $0),
        "this is written as Azure's documentation was until 2016, here and perhaps further on",
        suggestion: "write '[!NOTE]', '[!INCLUDE [title](path)]' and a blank behind '#'")
    }
  }

  /// What the marks begin with.
  private static let products: [StaticString] = ["[AZURE.", "[WACOM."]

  private mutating func rewrite(_ text: [UInt8], _ line: Range<Int>, _ spans: CodeSpans) {
    let start = ColonDirectiveText.contentStart(text, line)
    isSelector = isSelector && start < line.upperBound && text[start] > 32
    if isSelector, !text[line.lowerBound..<start].contains(UInt8(ascii: ">")) {
      bytes += "> ".utf8
    }
    bytes += text[line.lowerBound..<start]
    let level = text[start..<line.upperBound].prefix { $0 == UInt8(ascii: "#") }.count
    var position = start + level
    bytes += text[start..<position]
    if (1...6).contains(level), position < line.upperBound, text[position] > 32 { bytes.append(32) }
    while let bracket = text.position(of: UInt8(ascii: "["), in: position..<line.upperBound) {
      bytes += text[position..<bracket]
      position = bracket
      guard !spans.contains(bracket),
        let mark = Self.mark(text, at: bracket, before: line.upperBound)
      else {
        bytes.append(text[bracket])
        position += 1
        continue
      }
      bytes += mark.text
      position = mark.end
      if mark.isSelector { isSelector = true }
    }
    bytes += text[position..<line.upperBound]
  }

  /// What takes the place of the mark that begins at a bracket, and where it ends.
  private static func mark(
    _ text: [UInt8], at bracket: Int, before limit: Int
  ) -> (text: [UInt8], end: Int, isSelector: Bool)? {
    guard let product = products.first(where: { text.hasBytes($0, at: bracket) }) else {
      return nil
    }
    let start = bracket + product.utf8CodeUnitCount
    let word = text[start..<limit].prefix { (97...122).contains($0 | 32) || $0 == 45 }
    let name = String(decoding: word, as: UTF8.self).uppercased()
    switch name {
    case "INCLUDE": return (Array("[!INCLUDE".utf8), word.endIndex, false)
    case _ where Alert(rawValue: name.lowercased()) != nil:
      return (Array("[!\(name)".utf8), word.endIndex, false)
    case "SELECTOR", "SELECTOR-LIST":
      guard let close = text.position(of: UInt8(ascii: "]"), in: word.endIndex..<limit) else {
        return nil
      }
      let kind = name == "SELECTOR" ? "op_single_selector" : "op_multi_selector"
      return (Array("[!div class=\"\(kind)\"]".utf8), close + 1, true)
    case "VIDEO":
      guard let close = text.position(of: UInt8(ascii: "]"), in: word.endIndex..<limit) else {
        return nil
      }
      let film = text[word.endIndex..<close].drop { $0 <= 32 }.trimmed
      guard !film.isEmpty, film.allSatisfy(\.isIdentifier) else { return nil }
      return (Array("[".utf8) + film + "](\(videos)".utf8 + film + "/)".utf8, close + 1, false)
    default: return nil
    }
  }

  /// Where the films lay that were known by their names.
  private static let videos = "https://azure.microsoft.com/documentation/videos/"
}
