import Localization

/// Directives for code that machine translation took for text, such as
/// `[! code-CSharp [Main] (.. /samples/x. cs? Name = part)]`.
extension DirectiveRepair {
  /// A directive for code that has its line for itself.
  private struct Snippet {
    /// The number of its line, from 0.
    var line: Int
    /// How many bytes stand before it, and before the unit that holds it.
    var start: Int
    var prefix: Int
    var isDamaged: Bool
  }

  /// Whether a page may have such directives; cheap.
  static func mayHaveDamagedSnippets(_ text: [UInt8]) -> Bool {
    var position = 0
    while let mark = text.range(of: "[! ", in: position..<text.count) {
      position = mark.upperBound
      if isSnippet(text, at: mark.lowerBound) { return true }
    }
    return false
  }

  /// Whether `[!code` stands at a place, in any case, with a few blanks before the word too.
  private static func isSnippet(_ text: [UInt8], at start: Int) -> Bool {
    guard text.hasBytes("[!", at: start) else { return false }
    let name = text[(start + 2)...].prefix(8).drop { $0 == 32 }.startIndex
    guard name + 4 < text.count else { return false }
    let next = text[name + 4]
    return zip(text[name..<(name + 4)], "code".utf8).allSatisfy { $0 | 32 == $1 }
      && (next >= 0x80 || "-[ ".utf8.contains(next))
  }

  /// Puts what the source has in the place of damaged ones: what the unit's source says, or the
  /// directive in the same order where both pages have as many.
  mutating func restoreSnippets(of text: [UInt8], from source: [UInt8]) {
    let own = Self.snippets(of: text, lines)
    guard own.contains(where: \.isDamaged) else { return }
    let sourceLines = source.split(separator: 10, omittingEmptySubsequences: false)
      .map { Array($0) }
    let originals = Self.snippets(of: source, sourceLines).filter { !$0.isDamaged }
    for (index, snippet) in own.enumerated() where snippet.isDamaged {
      let line = lines[snippet.line]
      guard Self.isAlone(line, from: snippet.start) else { continue }
      var original = Self.sourceOfUnit(in: line)
      if original == nil, own.count == originals.count {
        let place = originals[index]
        original = Self.directive(in: sourceLines[place.line], at: place.start)
      }
      guard let original else { continue }
      lines[snippet.line] = Array(line[..<snippet.prefix] + original)
      report(
        snippet.line, line, "write '[!code-language[title](path)]' as in the original",
        wasTranslated: true)
    }
  }

  private static func snippets(of text: [UInt8], _ lines: [[UInt8]]) -> [Snippet] {
    var code = CodeLines(text)
    var snippets: [Snippet] = []
    var position = 0
    for (number, line) in lines.enumerated() {
      let end = text.position(of: 10, in: position..<text.count) ?? text.count
      let range = position..<end
      position = end + 1
      if code.isCode(range) || code.comments.contains(range.lowerBound) { continue }
      guard line.count <= DirectiveMarks.longest,
        let prefix = line.firstIndex(where: { "[<".utf8.contains($0) }),
        line[..<prefix].isContainerPrefix
      else { continue }
      var start = prefix
      if line.hasBytes("<span data-ttu-id=", at: prefix) {
        start = line[prefix...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? prefix
      }
      guard isSnippet(line, at: start) else { continue }
      snippets.append(
        Snippet(
          line: number, start: start, prefix: prefix,
          isDamaged: start > prefix || directive(in: line, at: start) == nil))
    }
    return snippets
  }

  /// A directive that is as it should be.
  private static func directive(in line: [UInt8], at start: Int) -> ArraySlice<UInt8>? {
    SnippetDirective(line, at: start, before: line.count).map { line[$0.range] }
  }

  /// Whether nothing but the directive stands in a line, or in its unit.
  private static func isAlone(_ line: [UInt8], from start: Int) -> Bool {
    let end = line.range(of: "</span>", in: start..<line.count)?.lowerBound ?? line.count
    let written = line[start..<end].trimmed
    return ")]".utf8.contains(written.last ?? 0)
      && line.range(of: "[!", in: (start + 2)..<end) == nil
  }

  /// The directive that a unit's source is.
  private static func sourceOfUnit(in line: [UInt8]) -> ArraySlice<UInt8>? {
    guard let tag = line.range(of: "<span data-stu-id=", in: 0..<line.count),
      let close = line.position(of: UInt8(ascii: ">"), in: tag.upperBound..<line.count)
    else { return nil }
    return directive(in: line, at: close + 1)
  }
}
