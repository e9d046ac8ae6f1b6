import Localization
import Model

extension IncludeExpander {
  /// Puts tags around what was included in another language than the text around it, where that does the
  /// page no harm.
  ///
  /// - Parameters:
  ///   - start: The byte of the output and its line that the included text begins at.
  ///   - language: The language of the text.
  ///   - prefix: What each line of a block begins with; `nil` of what is in a line.
  ///   - surroundings: What stands around the inclusion.
  mutating func mark(
    from start: (offset: Int, line: Int), as language: LocaleTag, prefix: [UInt8]?,
    _ surroundings: InclusionSurroundings
  ) {
    guard !surroundings.isInValue, prefix == nil || surroundings.isAlone,
      output[start.offset...].contains(where: { $0 > 32 })
    else { return }
    let attributes = Array(" lang=\"\(language.tag)\" dir=\"\(language.direction)\">".utf8)
    guard let prefix else {
      output.insert(contentsOf: Array("<bdi".utf8) + attributes, at: start.offset)
      output += "</bdi>".utf8
      return
    }
    let text = Array(output[start.offset...])
    guard text.isWhole, !(surroundings.isBesideList && text.hasItem) else { return }
    let blank = [10] + prefix + [10] + prefix
    output.insert(contentsOf: Array("<div".utf8) + attributes + blank, at: start.offset)
    output += blank + Array("</div>".utf8)
    origins.insert(2, before: start.line)
    line += 4
  }
}

/// What stands around an inclusion, which decides whether tags may stand around what it includes; of an
/// inclusion in an included file also what stands around that.
struct InclusionSurroundings {
  /// Whether nothing stands right before and behind it.
  private(set) var isAlone = true
  /// Whether a list may go on from before it, or behind it.
  private(set) var isBesideList = false
  /// Whether it is in a value that no tags are read in: of an attribute, of metadata, the title of a
  /// link, or a formula.
  var isInValue = false

  /// How far a line and the lines around it are looked at, in bytes.
  private static let farthest = 2_000

  /// Adds what stands around an inclusion in its file.
  ///
  /// - Parameters:
  ///   - range: The inclusion.
  ///   - lineStart: Where its line begins.
  ///   - isBlock: Whether it has that line for itself.
  ///   - text: The text of the file.
  mutating func narrow(to range: Range<Int>, lineStart: Int, isBlock: Bool, of text: [UInt8]) {
    guard isBlock else {
      isAlone = false
      let before = text[lineStart..<range.lowerBound].suffix(Self.farthest)
      let behind = text[range.upperBound...].prefix(Self.farthest).prefix { $0 != 10 }
      let dollar = UInt8(ascii: "$")
      let mayBeFormula = before.contains(dollar) && behind.contains(dollar)
      isInValue = isInValue || mayBeFormula || before.endsInValue
      return
    }
    let before = text[..<lineStart].dropLast().suffix(Self.farthest)
      .split(separator: 10, omittingEmptySubsequences: false).reversed()
    let behind = text[range.upperBound...].drop { $0 != 10 }.dropFirst().prefix(Self.farthest)
      .split(separator: 10, omittingEmptySubsequences: false)
    // Front matter may end right before it.
    let isApart =
      before.first.map { $0.isBlankLine || $0.trimmed.elementsEqual("---".utf8) } ?? true
    isAlone = isAlone && isApart && behind.first?.isBlankLine ?? true
    let block = before.drop(while: \.isBlankLine).prefix { !$0.isBlankLine }.last
    let next = behind.first { !$0.isBlankLine }
    let indentation = range.lowerBound - lineStart
    isBesideList =
      isBesideList || [block, next].contains { $0?.isOfList(indentedBy: indentation) ?? false }
  }
}

extension [UInt8] {
  /// Whether what begins in a text ends in it too: zones and their like, tabs, and elements that have
  /// blocks in them.
  fileprivate var isWhole: Bool {
    hasWholeElements && hasWholeBlocks
  }

  private var hasWholeElements: Bool {
    let tags: [(StaticString, StaticString)] = [
      ("<div", "</div"), ("<details", "</details"), ("<table", "</table"),
    ]
    return tags.allSatisfy { occurrences(of: $0) == occurrences(of: $1) }
  }

  private func occurrences(of tag: StaticString) -> Int {
    var (count, position) = (0, 0)
    while let found = range(of: tag, in: position..<self.count) {
      count += 1
      position = found.upperBound
    }
    return count
  }

  /// The directives that have others to end them.
  private static let blocks: Set = ["row", "column", "zone", "moniker"]

  private var hasWholeBlocks: Bool {
    guard
      range(of: ":::", in: 0..<count) != nil
        || range(of: MarkupRepair.tabAddress, in: 0..<count) != nil
    else { return true }
    var code = CodeLines(self)
    var (depth, hasOpenTab, isBehindBlank) = (0, false, true)
    var start = 0
    while start < count {
      let line = start..<(position(of: UInt8(ascii: "\n"), in: start..<count) ?? count)
      start = line.upperBound + 1
      guard !code.isCode(line) else { continue }
      let text = ColonDirectiveText.contentStart(self, line)
      if let name = ColonDirectiveText(self, at: text, in: line)?.name {
        if Self.blocks.contains(name) { depth += 1 }
        if name.hasSuffix("-end"), Self.blocks.contains(String(name.dropLast(4))) { depth -= 1 }
        if depth < 0 { return false }
      }
      if range(of: MarkupRepair.tabAddress, in: line) != nil {
        hasOpenTab = true
      } else if isBehindBlank, self[line].isRule {
        hasOpenTab = false
      }
      isBehindBlank = self[line].isBlankLine
    }
    return depth == 0 && !hasOpenTab
  }

  /// Whether a line begins an item of a list.
  fileprivate var hasItem: Bool {
    split(separator: 10).contains { $0.drop(while: \.isOfQuotation).beginsItem }
  }
}

extension ArraySlice<UInt8> {
  /// Whether the value of an attribute or the title of a link is open at the end of a part of a line:
  /// `<img alt="The `, `[a](b.md "The `.
  fileprivate var endsInValue: Bool {
    var quote: UInt8?
    var isBehindAddress = false
    var (last, lastMark): (UInt8, UInt8) = (0, 0)
    for byte in self {
      if let mark = quote {
        if byte == mark { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        let isTitle = isBehindAddress && last.isBlank
        if isTitle || lastMark == UInt8(ascii: "=") { quote = byte }
      } else if last == UInt8(ascii: "]") {
        isBehindAddress = byte == UInt8(ascii: "(") || byte == UInt8(ascii: ":")
      } else if byte == UInt8(ascii: ")") {
        isBehindAddress = false
      }
      last = byte
      if byte > 32 { lastMark = byte }
    }
    return quote != nil
  }

  /// Whether nothing but blanks and the marks of quotations stands in a line.
  fileprivate var isBlankLine: Bool { allSatisfy { $0.isOfQuotation || $0 <= 32 } }

  /// Whether a line is an item, or goes on with one, seen from lines that are indented so far.
  fileprivate func isOfList(indentedBy indentation: Int) -> Bool {
    let text = drop(while: \.isOfQuotation)
    let own = text.startIndex - startIndex
    return own > indentation || own == indentation && text.beginsItem
  }

  fileprivate var beginsItem: Bool {
    let word = prefix { $0 > 32 }
    return !word.isEmpty && word.first != UInt8(ascii: ">") && word.isContainerPrefix
  }

  /// Whether a line is a thematic break.
  fileprivate var isRule: Bool {
    let marks = filter { $0 > 32 }
    return marks.count >= 3 && "-*_".utf8.contains(marks[0])
      && marks.allSatisfy { $0 == marks[0] }
  }
}

extension UInt8 {
  fileprivate var isOfQuotation: Bool { isBlank || self == UInt8(ascii: ">") }
}
