import Localization

/// Words that stay untranslated, `:::no-loc(words):::`, where no Markdown is read.
extension DirectiveMarks {
  /// A text, such as a title, with the words alone.
  static func withoutTerms(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var (start, position) = (0, 0)
    while let colons = text.range(of: ":::", in: position..<text.count) {
      position = colons.upperBound
      guard let term = ColonDirectiveText(text, at: colons.lowerBound, in: 0..<text.count),
        term.name == "no-loc", term.isClosed, let words = term.words ?? term.tag?["text"]?[...]
      else { continue }
      output += text[start..<colons.lowerBound] + words
      start = term.range.upperBound
      position = start
    }
    return start == 0 ? text : output + text[start...]
  }

  /// A line with the words alone in its code, as a tool for translators put them there in pages whose
  /// source has nothing of the kind.
  static func withoutTermsInCode(_ line: [UInt8], isCode: Bool) -> [UInt8] {
    guard line.range(of: ":::no-loc(", in: 0..<line.count) != nil else { return line }
    if isCode { return withoutTerms(line) }
    var output: [UInt8] = []
    var (start, position) = (0, 0)
    while let tick = line.position(of: UInt8(ascii: "`"), in: position..<line.count) {
      position = InlineCode.end(line, at: tick, before: line.count)
      output += line[start..<tick] + withoutTerms(Array(line[tick..<position]))
      start = position
    }
    return output + line[start...]
  }
}
