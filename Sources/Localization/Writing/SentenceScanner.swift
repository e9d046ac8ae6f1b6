/// Divides a block's text into sentences, as published bilingual pages do.
///
/// A sentence ends with `.`, `!`, `?` or their like in other scripts and a blank after it, in Chinese
/// and Japanese without one; never at `:`, and never inside code, link texts, tags or strong text.
struct SentenceScanner {
  private let text: [UInt8]
  private let minds: Bool
  private var sentences: [Range<Int>] = []
  private var start = 0
  private var brackets = 0
  private var isStrong = false
  private var isEmphasis = false

  private init(_ text: [UInt8], mindsEmphasis: Bool) {
    self.text = text
    minds = mindsEmphasis
  }

  /// The sentences of a text, without the blanks between them.
  static func sentences(of text: [UInt8]) -> [Range<Int>] {
    var scanner = SentenceScanner(text, mindsEmphasis: true)
    scanner.scan()
    if scanner.isStrong || scanner.isEmphasis || scanner.brackets != 0 {
      // A lone `*` or `[` is text.
      scanner = SentenceScanner(text, mindsEmphasis: false)
      scanner.scan()
    }
    return scanner.sentences
  }

  private mutating func scan() {
    var position = 0
    var hasEnded = false
    while position < text.count {
      let byte = text[position]
      var next = position + 1
      switch byte {
      case UInt8(ascii: "\\"):
        next += 1
        hasEnded = false
      case UInt8(ascii: "`"):
        next = InlineCode.end(text, at: position, before: text.count)
        hasEnded = false
      case UInt8(ascii: "<"): next = endOfTag(at: position)
      case UInt8(ascii: "["): brackets += 1
      case UInt8(ascii: "]"):
        brackets -= 1
        next = endOfAddress(at: next)
      case UInt8(ascii: "*"): next = emphasis(at: position)
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): hasEnded = true
      case UInt8(ascii: ")"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "_"): break
      case _ where byte.isWhitespace:
        if hasEnded, mayBreak(at: position) { endSentence(at: position) }
        hasEnded = false
      default:
        let mark = Self.marks.first { text.hasBytes($0.bytes, at: position) }
        if let mark { next = position + mark.bytes.utf8CodeUnitCount }
        hasEnded = mark.map { $0.ends || hasEnded } ?? false
        if let mark, mark.isWide {
          next = endOfClosingMarks(from: next)
          // What closes markup belongs to the sentence before it.
          let goesOn = next == text.count || " \t\r\n<_\"')".utf8.contains(text[next])
          if !goesOn, mayBreak(at: next) {
            endSentence(at: next)
            hasEnded = false
          }
        }
      }
      position = min(next, text.count)
    }
    endSentence(at: text.count)
  }

  /// Marks beyond ASCII: those that end a sentence, in wide letters without a blank behind them, and
  /// those that may follow the end.
  private static let marks: [(bytes: StaticString, ends: Bool, isWide: Bool)] = [
    ("؟", true, false), ("۔", true, false), ("।", true, false),
    ("。", true, true), ("！", true, true), ("？", true, true),
    ("»", false, false), ("”", false, false), ("’", false, false),
    ("\u{A0}»", false, false), ("\u{202F}»", false, false),
  ]

  /// What may stand between the end of a sentence in wide letters and the next one.
  private static let closingMarks: [StaticString] = [
    "」", "』", "）", "”", "’", "》", "。", "！", "？",
  ]

  private func endOfClosingMarks(from start: Int) -> Int {
    var end = start
    while let mark = Self.closingMarks.first(where: { text.hasBytes($0, at: end) }) {
      end += mark.utf8CodeUnitCount
    }
    return end
  }

  private mutating func endSentence(at end: Int) {
    var (from, to) = (start, end)
    while from < to, text[from].isWhitespace { from += 1 }
    while from < to, text[to - 1].isWhitespace { to -= 1 }
    if from < to { sentences.append(from..<to) }
    start = end
  }

  private func mayBreak(at blank: Int) -> Bool {
    guard !minds || (brackets == 0 && !isStrong && !isEmphasis) else { return false }
    var next = blank
    while next < text.count, text[next].isWhitespace { next += 1 }
    let following = String(decoding: text[next..<min(next + 4, text.count)], as: UTF8.self)
    if let scalar = following.unicodeScalars.first, scalar.properties.isLowercase { return false }
    return !isBetweenLetters(blank, next)
      && !Self.abbreviations.contains { endsWith($0, before: blank) }
  }

  /// Abbreviations that names and numbers may follow.
  private static let abbreviations: [StaticString] = [
    "e.g.", "i.e.", "vs.", "cf.", "p. ex.", "bijv.", "d.w.z.", "o.a.", "incl.", "т.б.",
    "z. B.", "z.B.", "d. h.", "d.h.", "u. a.", "u.a.", "bzw.", "ggf.", "Nr.", "p. ej.", "p.ej.",
    "ad es.", "t.ex.", "t. ex.", "f.eks.", "f. eks.", "np.", "např.", "т. е.", "т.е.", "напр.",
  ]

  /// Whether blanks divide the letters of an abbreviation such as `z. B.`, behind which a text goes
  /// on.
  private func isBetweenLetters(_ blank: Int, _ next: Int) -> Bool {
    guard blank >= 2, next + 2 < text.count, text[blank - 1] == UInt8(ascii: "."),
      (97...122).contains(text[blank - 2]), blank == 2 || text[blank - 3].isWhitespace
    else { return false }
    return text[next].isLetter && text[next + 1] == UInt8(ascii: ".") && text[next + 2].isWhitespace
  }

  private func endsWith(_ word: StaticString, before end: Int) -> Bool {
    let begin = end - word.utf8CodeUnitCount
    guard begin >= 0, text.hasBytes(word, at: begin) else { return false }
    return begin == 0 || !(text[begin - 1].isLetter || text[begin - 1] >= 0x80)
  }

  /// The longest tag and the longest address that are passed over, in bytes.
  private static let longest = 2_000
  /// As many brackets of an address may be open at a time, as in CommonMark's own program.
  private static let deepest = 32

  private func endOfTag(at start: Int) -> Int {
    guard start + 1 < text.count,
      text[start + 1].isLetter || text[start + 1] == UInt8(ascii: "/"),
      let end = text.position(
        of: UInt8(ascii: ">"), in: start..<min(text.count, start + Self.longest))
    else { return start + 1 }
    return end + 1
  }

  /// The end of a link's address in parentheses that begins at `start`.
  private func endOfAddress(at start: Int) -> Int {
    guard start < text.count, text[start] == UInt8(ascii: "(") else { return start }
    var depth = 0
    for position in start..<min(text.count, start + Self.longest) {
      if text[position] == UInt8(ascii: "(") { depth += 1 }
      if text[position] == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 { return position + 1 }
      if depth > Self.deepest { return start }
    }
    return start
  }

  private mutating func emphasis(at start: Int) -> Int {
    var end = start
    while end < text.count, text[end] == UInt8(ascii: "*") { end += 1 }
    let isAlone =
      (start == 0 || text[start - 1].isWhitespace) && (end == text.count || text[end].isWhitespace)
    if !isAlone {
      if end - start != 2 { isEmphasis.toggle() }
      if end - start >= 2 { isStrong.toggle() }
    }
    return end
  }
}
