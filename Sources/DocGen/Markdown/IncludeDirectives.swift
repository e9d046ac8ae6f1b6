import Localization

/// A directive that puts another file in its place, `[!INCLUDE [title](path)]`, or a part of a code
/// file, `[!code-swift[title](path)]`.
public struct IncludeDirective: Hashable, Sendable {
  /// The bytes of the directive.
  public var range: Range<Int>
  /// What stands for it in its line; empty for parts of code files, which have their own.
  var title = ""
  /// The path as written, relative to the file that has the directive.
  public var path: String
  /// Whether it stands alone on its line, so that the file's blocks take its place.
  public var isBlock: Bool
  /// The line, from 1.
  public var line: Int
  /// What of a code file is shown; `nil` for other files.
  var snippet: SnippetDirective?

  /// Finds the directives of a page outside code and comments, in the order of the page.
  ///
  /// - Complexity: Linear in the bytes.
  public static func find(in page: [UInt8]) -> [IncludeDirective] {
    var directives: [IncludeDirective] = []
    var code = CodeLines(page)
    var marks = DirectiveMarks(page)
    var (start, number) = (0, 0)
    while start < page.count, let mark = marks.next {
      let end = page.position(of: UInt8(ascii: "\n"), in: start..<page.count) ?? page.count
      number += 1
      let line = page[start..<end]
      if !code.isCode(start..<end), mark < end {
        if let snippet = snippet(in: line, of: page) {
          directives.append(
            IncludeDirective(
              range: snippet.range, path: snippet.path, isBlock: true, line: number,
              snippet: snippet))
        } else {
          find(in: line, of: page, number: number, code.spans, &directives)
        }
      }
      if mark < end { marks.skip(to: end) }
      start = end + 1
    }
    if directives.isEmpty { return [] }
    return directives.filter { !code.comments.contains($0.range.lowerBound) }
  }

  /// What every directive begins with: lines without one only tell where code is.
  private struct DirectiveMarks {
    private let page: [UInt8]
    private var bracket: Int?
    private var colons: Int?

    init(_ page: [UInt8]) {
      self.page = page
      skip(to: 0)
    }

    /// The place of the next mark; `nil` behind the last.
    var next: Int? {
      guard let bracket, let colons else { return bracket ?? colons }
      return min(bracket, colons)
    }

    /// Passes over what lies before a place.
    mutating func skip(to position: Int) {
      if position == 0 || (bracket ?? .max) < position {
        bracket = page.range(of: "[!", in: position..<page.count)?.lowerBound
      }
      if position == 0 || (colons ?? .max) < position {
        colons = page.range(of: ":::", in: position..<page.count)?.lowerBound
      }
    }
  }

  /// The snippet that has a line for itself, but for marks of quotations and lists before it.
  private static func snippet(in line: ArraySlice<UInt8>, of page: [UInt8]) -> SnippetDirective? {
    guard
      let start = line.firstIndex(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: ":") }),
      start + 8 < line.endIndex, page[start + 1] == UInt8(ascii: "!") || page[start + 1] == 58,
      line[..<start].isContainerPrefix,
      let snippet = SnippetDirective(page, at: start, before: line.endIndex),
      line[snippet.range.upperBound...].allSatisfy({ $0 <= 32 })
    else { return nil }
    return snippet
  }

  private static func find(
    in line: ArraySlice<UInt8>, of page: [UInt8], number: Int, _ spans: CodeSpans,
    _ directives: inout [IncludeDirective]
  ) {
    var position = line.startIndex
    while let bracket = line[position...].firstIndex(of: UInt8(ascii: "[")) {
      position = bracket + 1
      guard !spans.contains(bracket), bracket == 0 || page[bracket - 1] != UInt8(ascii: "\\"),
        let found = read(line, at: bracket)
      else { continue }
      let before = line[..<bracket].allSatisfy { $0 <= 32 || $0 == UInt8(ascii: ">") }
      let after = line[found.end...].allSatisfy { $0 <= 32 }
      directives.append(
        IncludeDirective(
          range: bracket..<found.end, title: found.title, path: found.path,
          isBlock: before && after, line: number))
      position = found.end
    }
  }

  /// Reads `[!INCLUDE [title](path)]`, in any case, with an optional `+` or `-` and `<path>`; and
  /// `[!INCLUDE [title](path) [](path)]`, as machine translation leaves it.
  static func read(
    _ line: ArraySlice<UInt8>, at start: Int
  ) -> (path: String, title: String, end: Int)? {
    guard line[start...].starts(with: "[!".utf8) else { return nil }
    // Machine translation leaves a blank before the keyword.
    let words = line[(start + 2)...].drop { $0 == 32 }
    let keyword = Array("include".utf8)
    let isPlain = zip(words, keyword).allSatisfy {
      ($0 | (($0 > 64 && $0 < 91) ? 32 : 0)) == $1
    }
    // Or translates it; what follows shows what it was.
    let length = isPlain ? keyword.count : translatedKeyword(words).count
    guard length > 0, words.count > length + 5 else { return nil }
    var rest = words.dropFirst(length).drop { "+- ".utf8.contains($0) }
    // The title may have brackets of its own.
    guard rest.first == UInt8(ascii: "["),
      let title = rest.prefix(longest).indices.dropLast().first(where: {
        rest[$0] == 93 && rest[($0 + 1)...].first { $0 != 32 } == 40
      })
    else { return nil }
    let name = rest[(rest.startIndex + 1)..<title]
    rest = rest[(title + 1)...].drop { $0 == 32 }
    guard let close = rest.prefix(longest).firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    var path = rest[(rest.startIndex + 1)..<close].drop { $0 == 32 }
    // A title in quotation marks may follow the path.
    if path.first == UInt8(ascii: "<") {
      path = path.dropFirst().prefix { $0 != 62 }
    } else {
      // Translation takes the dot before `md` for the end of a sentence.
      let isSplit = path.count > 4 && path.dropLast(2).suffix(2).elementsEqual(". ".utf8)
      let whole = path.filter { $0 != 32 }
      path = isSplit && isMarkdown(whole) ? whole[...] : path.prefix { $0 != 32 }
    }
    guard !path.isEmpty, isPlain || isMarkdown(path) else { return nil }
    var end = close + 1
    var after = line[end...].drop { $0 == 32 }
    if after.starts(with: "[](".utf8),
      let again = after.prefix(longest).firstIndex(of: UInt8(ascii: ")")),
      after[(after.startIndex + 3)..<again].filter({ $0 != 32 }).elementsEqual(path)
    {
      end = again + 1
      after = line[end...].drop { $0 == 32 }
    }
    // It loses the last bracket too.
    let isClosed = after.first == UInt8(ascii: "]")
    guard isClosed || isMarkdown(path) else { return nil }
    return (
      String(decoding: path, as: UTF8.self), String(decoding: name, as: UTF8.self),
      isClosed ? after.startIndex + 1 : end
    )
  }

  /// The longest title and the longest path that are read, in bytes.
  private static let longest = 500

  /// The word of another language that stands for `INCLUDE`; empty where it is a keyword.
  private static func translatedKeyword(_ words: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let word = words.prefix(40).prefix { $0 >= 0x80 || (97...122).contains($0 | 32) }
    return isKeyword(word) ? [] : word
  }

  private static let keywords = Set(
    (Directive.words + ["UICONTROL", "DNL", "BADGE", "TAB"]).map { $0.lowercased() })

  static func isKeyword(_ word: ArraySlice<UInt8>) -> Bool {
    keywords.contains(String(decoding: word, as: UTF8.self).lowercased())
  }

  private static func isMarkdown(_ path: some BidirectionalCollection<UInt8>) -> Bool {
    path.suffix(3).map { $0 | 32 }.elementsEqual(".md".utf8.map { $0 | 32 })
  }
}
