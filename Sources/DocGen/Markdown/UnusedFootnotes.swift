import Localization
import Model

/// Footnotes that nothing refers to, and second ones of a name.
///
/// The parser drops them, as Markdig and GitHub do, and their words with them. DocFX, which has no
/// footnotes, shows them as they are written.
struct UnusedFootnotes {
  private struct Definition {
    var name: String
    var mark: Int
    var line: Int
    var column: Int
    var isSecond: Bool
  }

  private var definitions: [Definition] = []
  /// The names that a reference has, and those that a definition has, in lower case.
  private var referred: Set<String> = []
  private var defined: Set<String> = []
  /// Whether raw HTML may go on in the next line, in which there are no footnotes.
  private var mayBeHTML = false
  /// How long a name is at most, in bytes, as in CommonMark.
  private static let longest = 1_000

  /// Whether a body may have any; cheap.
  static func mayOccur(in body: [UInt8]) -> Bool {
    guard let mark = body.range(of: "[^", in: 0..<body.count) else { return false }
    return body.range(of: "]:", in: mark.upperBound..<body.count) != nil
  }

  /// Takes the next line.
  ///
  /// - Parameters:
  ///   - body: The body.
  ///   - line: The line, which is no code.
  ///   - number: Its number in the body, from 1.
  ///   - text: Where its text begins, behind the marks of quotations, items and footnotes.
  ///   - spans: The code in it.
  mutating func take(
    _ body: [UInt8], _ line: Range<Int>, number: Int, text: Int, _ spans: CodeSpans
  ) {
    let first = body[line].first { $0 > 32 && $0 != UInt8(ascii: ">") }
    mayBeHTML = first == UInt8(ascii: "<") || (mayBeHTML && first != nil)
    var position = line.lowerBound
    while let mark = body.range(of: "[^", in: position..<line.upperBound) {
      position = mark.upperBound
      let letters = body[position..<line.upperBound].prefix(Self.longest).prefix {
        !"[]".utf8.contains($0)
      }
      let close = letters.endIndex
      guard !letters.isEmpty, close < line.upperBound, body[close] == UInt8(ascii: "]"),
        !spans.contains(mark.lowerBound), !body.isEscaped(mark.lowerBound)
      else { continue }
      let name = String(decoding: letters, as: UTF8.self)
      guard close < text, !mayBeHTML else {
        referred.insert(name.lowercased())
        continue
      }
      definitions.append(
        Definition(
          name: name, mark: mark.lowerBound, line: number,
          column: mark.lowerBound - line.lowerBound + 1,
          isSecond: !defined.insert(name.lowercased()).inserted))
    }
  }

  /// What makes text of them, and what is said of each.
  func finish(_ options: MarkdownOptions) -> (
    edits: [BodyPreparation.Edit], diagnostics: [Diagnostic]
  ) {
    let unused = definitions.filter { $0.isSecond || !referred.contains($0.name.lowercased()) }
    let diagnostics = unused.map { footnote in
      Diagnostic(
        .warning, "footnote.unused",
        at: SourceLocation(
          path: options.path, line: footnote.line + options.lineOffset, column: footnote.column),
        footnote.isSecond
          ? "there is another footnote '[^\(footnote.name)]' before this one, which is shown as text"
          : "nothing refers to the footnote '[^\(footnote.name)]', which is shown as text",
        suggestion: footnote.isSecond
          ? "give each a name of its own" : "write '[^\(footnote.name)]' where it belongs")
    }
    let edits = unused.map {
      BodyPreparation.Edit(range: $0.mark..<$0.mark, bytes: [UInt8(ascii: "\\")])
    }
    return (edits, diagnostics)
  }
}

extension [UInt8] {
  /// Whether backslashes before a place make text of the mark there.
  fileprivate func isEscaped(_ place: Int) -> Bool {
    self[..<place].reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
  }
}
