public import Model
import YAML

/// Makes the pages of a pseudo-locale from those of the source.
public enum PseudoPage {
  /// A bilingual page: each sentence changed and paired with the one it was made from.
  ///
  /// - Parameters:
  ///   - source: The source page.
  ///   - path: The path below the locale's folder.
  ///   - locale: The pseudo-locale; for a real one the page stays as it is.
  /// - Returns: The page.
  public static func page(of source: [UInt8], path: String, locale: LocaleTag) -> [UInt8] {
    guard let pseudo = PseudoLocale(locale) else { return source }
    var edits = SourceTexts.find(in: source).map { text in
      edit(text.range, pseudo.markdown(text.bytes), isScalar: text.isScalar, source)
    }
    edits += longValues(of: source).map { (range: $0.range, bytes: scalar($0.words, pseudo)) }
    return BilingualWriter.write(
      source: source, translation: applied(edits, to: source), path: path, locale: locale,
      handoff: ""
    ).page
  }

  /// A table of contents with its names changed.
  public static func contents(of source: [UInt8], path: String, locale: LocaleTag) -> [UInt8] {
    guard let pseudo = PseudoLocale(locale) else { return source }
    let edits = ContentsNames.names(source, path).map { name in
      edit(name.text, pseudo.markdown(Array(source[name.text])), isScalar: true, source)
    }
    return applied(edits, to: source)
  }

  /// A page described in YAML, such as a landing page, with its words changed.
  ///
  /// Addresses, keys and values that nobody reads stay as they are.
  public static func landingPage(of source: [UInt8], path: String, locale: LocaleTag) -> [UInt8] {
    guard let pseudo = PseudoLocale(locale) else { return source }
    let edits = YAMLWords.find(in: source, path: path).map { text -> Edit in
      if let words = text.words { return (text.range, scalar(words, pseudo)) }
      return edit(
        text.range, pseudo.markdown(Array(source[text.range])), isScalar: text.isScalar, source)
    }
    return applied(edits, to: source)
  }

  /// The title and the description of a page, where they are written on several lines.
  private static func longValues(of page: [UInt8]) -> [(range: Range<Int>, words: String)] {
    guard let content = FrontMatterBounds(page).content else { return [] }
    let lines = LineTable(page)
    return FrontMatter.parse(page, path: "").entries.compactMap { entry in
      let isRead = entry.key == "title" || entry.key == "description"
      guard isRead, let words = entry.value.string, !words.isEmpty,
        let line = lines.range(ofLine: entry.location.line), content.contains(line.lowerBound),
        let colon = page.position(of: UInt8(ascii: ":"), in: line),
        let start = page[colon + 1..<content.upperBound].firstIndex(where: { !$0.isWhitespace }),
        let range = ScalarExtent.range(from: start, below: 0, in: page, before: content.upperBound),
        range.upperBound > line.upperBound
      else { return nil }
      return (range, words)
    }
  }

  /// Changed words as a scalar of YAML, line by line: code and directives among them stay.
  private static func scalar(_ words: String, _ pseudo: PseudoLocale) -> [UInt8] {
    let bytes = Array(words.utf8)
    var tracker = BlockTracker()
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map { line in
      let range = line.startIndex..<line.endIndex
      guard let words = YAMLWords.words(of: range, bytes, &tracker) else { return line }
      return bytes[range.lowerBound..<words.lowerBound] + pseudo.markdown(Array(bytes[words]))
    }
    return PageApplication.doubleQuoted(Array(lines.joined(separator: [10])))
  }

  private typealias Edit = (range: Range<Int>, bytes: [UInt8])

  private static func edit(
    _ range: Range<Int>, _ text: [UInt8], isScalar: Bool, _ page: [UInt8]
  ) -> Edit {
    isScalar ? PageApplication.scalar(text, range, page) : (range, text)
  }

  private static func applied(_ edits: [Edit], to page: [UInt8]) -> [UInt8] {
    var output = page
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      output.replaceSubrange(edit.range, with: edit.bytes)
    }
    return output
  }
}
