import Localization

extension ColonDirectiveScanner {
  /// Whether a body may have alerts that are written so that Markdown misreads them; cheap.
  static func mayHaveMisreadAlerts(_ body: [UInt8]) -> Bool {
    var position = 1
    while let mark = body.position(
      of: UInt8(ascii: "!"), in: min(position, body.count)..<body.count)
    {
      position = mark + 1
      guard body[mark - 1] == UInt8(ascii: "[") else { continue }
      if mark > 1, "\\*_".utf8.contains(body[mark - 2]) { return true }
      if let end = keywordEnd(body, after: mark) {
        if colonLength(body, at: end) > 0 { return true }
      } else if unclosedPart(body, after: mark) != nil {
        return true
      }
    }
    return false
  }

  /// Takes the alert that a line begins with where Markdown would misread it.
  ///
  /// `[!NOTE]: word` would define a link, and the word be gone. A backslash before the bracket makes
  /// text of it, as it should where an author shows how alerts are written; at the beginning of a
  /// line of a quotation a tool put it there that tidies Markdown up.
  mutating func takeAlert(_ line: Range<Int>, number: Int) {
    if takeEmphasizedAlert(line, number) { return }
    guard
      let start = body[line].firstIndex(where: { "[\\".utf8.contains($0) }),
      !comments.contains(start),
      body[line.lowerBound..<start].isContainerPrefix
    else { return }
    let isEscaped = body[start] == UInt8(ascii: "\\")
    let bracket = isEscaped ? start + 1 : start
    guard body.hasBytes("[!", at: bracket) else { return }
    let end = Self.keywordEnd(body, after: bracket + 1)
    let word = String(
      decoding: body[(bracket + 2)..<(end ?? bracket + 2)].prefix { $0 != 92 && $0 != 93 },
      as: UTF8.self)
    let keyword = "[!\(word.uppercased())]"
    let column = start - line.lowerBound + 1
    if isEscaped {
      let isQuoted = body[line.lowerBound..<start].contains(UInt8(ascii: ">"))
      let known = Alert(rawValue: word.lowercased()) ?? Alert(titled: word, words)
      let rest = body[(end ?? line.lowerBound)..<line.upperBound]
      let isAlone = rest.allSatisfy { $0 <= 32 }
      if isQuoted, known != nil || (isAlone && !Directive.words.contains(word.uppercased())) {
        let written =
          known.map { "'[!\($0.rawValue.uppercased())]'" } ?? "a keyword such as '[!NOTE]'"
        report(
          "alert.escaped", number, column, "a backslash makes text of '\(keyword)'",
          suggestion: "write \(written) without it")
      }
      guard isQuoted, let end, let known else {
        return replace(start..<(bracket + 2), withText: Array("[!".utf8))
      }
      return edits.append(
        .init(range: start..<end, bytes: Array("[!\(known.rawValue.uppercased())]".utf8)))
    }
    guard let end else {
      guard body[line.lowerBound..<start].contains(UInt8(ascii: ">")),
        let part = Self.unclosedPart(body, after: bracket + 1)
      else { return }
      edits.append(.init(range: part, bytes: [UInt8(ascii: "]")]))
      return report(
        "directive.unclosed", number, column, "the bracket is never closed",
        suggestion: "write ']' behind the keyword or the address, and text on the next line")
    }
    let length = Self.colonLength(body, at: end)
    guard length > 0 else { return }
    edits.append(.init(range: end..<(end + length), bytes: []))
    // Text behind it is reported by itself.
    if body[(end + length)..<line.upperBound].allSatisfy({ $0 <= 32 }) {
      report(
        "alert.text", number, column, "a colon follows '\(keyword)'",
        suggestion: "begin the text on the next line, without it")
    }
  }

  /// Takes an alert whose keyword is emphasized, `> **[!NOTE]**`; false for others.
  private mutating func takeEmphasizedAlert(_ line: Range<Int>, _ number: Int) -> Bool {
    let start = ColonDirectiveText.contentStart(body, line)
    guard body[line.lowerBound..<start].contains(UInt8(ascii: ">")), start < line.upperBound,
      "*_".utf8.contains(body[start]), !comments.contains(start)
    else { return false }
    let marks = body[start..<line.upperBound].prefix { $0 == body[start] }
    let bracket = marks.endIndex
    guard marks.count <= 3, body.hasBytes("[!", at: bracket) else { return false }
    var word = bracket + 2
    while word < line.upperBound, body[word] == 32 { word += 1 }
    guard let end = Self.keywordEnd(body, after: word - 1), end <= line.upperBound else {
      return false
    }
    edits.append(.init(range: start..<bracket, bytes: []))
    var close = end + Self.colonLength(body, at: end)
    if body[close..<line.upperBound].starts(with: marks) {
      close += marks.count
      close += Self.colonLength(body, at: close)
      edits.append(.init(range: end..<close, bytes: []))
    } else {
      // The text behind the keyword is emphasized too.
      while close < line.upperBound, body[close] == 32 { close += 1 }
      edits.append(.init(range: end..<close, bytes: [32] + Array(marks)))
    }
    report(
      "alert.text", number, start - line.lowerBound + 1,
      "the keyword of an alert is emphasized", suggestion: "write it without '*' and '_'")
    return true
  }

  /// Where the bracket ends that holds one word behind its exclamation mark.
  private static func keywordEnd(_ body: [UInt8], after mark: Int) -> Int? {
    var position = mark + 1
    while position < body.count, body[position] >= 0x80 || (97...122).contains(body[position] | 32)
    {
      position += 1
    }
    guard position > mark + 1 else { return nil }
    if body.hasBytes("\\]", at: position) { return position + 2 }
    return body.hasBytes("]", at: position) ? position + 1 : nil
  }

  /// What stands in the place of a bracket: the point of `[! ACHTUNG. Text`, the brace of `[!NOTE}`, or
  /// nothing at the end of the line behind the address of a film and behind a keyword that is known.
  private static func unclosedPart(_ body: [UInt8], after mark: Int) -> Range<Int>? {
    var position = mark + 1
    while position < body.count, body[position] == 32 { position += 1 }
    let start = position
    while position < body.count, body[position] >= 0x80 || (97...122).contains(body[position] | 32)
    {
      position += 1
    }
    guard position > start, position < body.count else { return nil }
    let isKnown = isKnown(body[start..<position])
    if isKnown, body[position] == UInt8(ascii: "}") { return position..<(position + 1) }
    let most = min(body.count, position + DirectiveMarks.longest)
    let end = body.position(of: 10, in: position..<most) ?? most
    let isClosed = body.position(of: UInt8(ascii: "]"), in: position..<end) != nil
    if body.hasBytes(" https://", at: position), !isClosed {
      let last = body[position..<end].lastIndex { $0 > 32 }.map { $0 + 1 } ?? end
      return body[(position + 1)..<last].contains(32) ? nil : last..<last
    }
    if isKnown, body[position] <= 32, !isClosed { return position..<position }
    guard ".:".utf8.contains(body[position]),
      position + 1 == body.count || body[position + 1] <= 32,
      !isClosed || body.range(of: "](", in: position..<end) != nil
    else { return nil }
    return position..<(position + 1)
  }

  private static func isKnown(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count <= 60 else { return false }
    let word = String(decoding: word, as: UTF8.self)
    return Alert(rawValue: word.lowercased()) != nil || AlertWords.alert(word) != nil
  }

  /// The length of a colon, a full-width one too; 0 where none stands.
  private static func colonLength(_ body: [UInt8], at position: Int) -> Int {
    if body.hasBytes(":", at: position) { return 1 }
    return body.hasBytes("：", at: position) ? 3 : 0
  }
}
