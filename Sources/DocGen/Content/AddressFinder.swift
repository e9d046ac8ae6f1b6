import Localization

/// Finds the addresses in Markdown from line to line: of links, images and reference definitions, and
/// those of `src`, `href`, `source` and `lightbox` in tags and in `:::` directives.
///
/// Code and directives that are read where they stand have none. Tags, directives and links may go
/// on behind the end of a line.
struct AddressFinder {
  /// How far the end of an address in brackets is looked for, in bytes.
  private static let longestAddress = 4096

  private let text: [UInt8]
  private var isInTag = false
  private var isInDirective = false
  /// Whether the line before ended behind the bracket that an address follows.
  private var isAddressNext = false
  /// How many brackets are open: a closing one without its like ends no link.
  private var depth = 0

  /// Begins with the first line of a text.
  init(_ text: [UInt8]) { self.text = text }

  /// Goes past a line that is code.
  mutating func skip() {
    (isInTag, isInDirective, isAddressNext, depth) = (false, false, false, 0)
  }

  /// The addresses of a line, in its order; lines must be given in order.
  mutating func addresses(_ line: Range<Int>, code: CodeSpans) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var position = line.lowerBound
    guard let first = text[line].firstIndex(where: { $0 > 32 }) else {
      skip()
      return []
    }
    if isAddressNext {
      isAddressNext = false
      take(destination(at: first, in: line), &found, &position)
    } else if let definition = definition(in: line) {
      return [definition]
    }
    while position < line.upperBound {
      if code.contains(position) {
        position = max(position + 1, code.end(at: position, text, before: line.upperBound))
        continue
      }
      switch text[position] {
      case UInt8(ascii: "\\"): position += 1
      case UInt8(ascii: "["):
        if let end = endOfInclusion(position, line) {
          position = end
          continue
        }
        depth += 1
      case UInt8(ascii: "]"):
        defer { depth = max(0, depth - 1) }
        guard depth > 0, text.hasBytes("](", at: position), position + 1 < line.upperBound else {
          break
        }
        let start = text[(position + 2)..<line.upperBound].firstIndex { !$0.isBlank && $0 != 13 }
        if let start { take(destination(at: start, in: line), &found, &position) }
        isAddressNext = start == nil
      case UInt8(ascii: "<"): isInTag = isInTag || text.hasLetter(at: position + 1, in: line)
      case UInt8(ascii: ">"): isInTag = false
      case UInt8(ascii: ":") where text.hasBytes(":::", at: position):
        if isCodeDirective(position, line) { return found }
        isInDirective = !isInDirective && text.hasWord(behind: position + 3, in: line)
        position += 2
      case UInt8(ascii: "=") where isInTag || isInDirective:
        take(attribute(at: position, in: line), &found, &position)
      default: break
      }
      position += 1
    }
    return found
  }

  private func take(_ address: Range<Int>?, _ found: inout [Range<Int>], _ position: inout Int) {
    guard let address else { return }
    found.append(address)
    position = max(position, address.upperBound - 1)
  }

  /// The destination of a link: between `<` and `>`, else up to a blank or the bracket that ends it.
  private func destination(at start: Int, in line: Range<Int>) -> Range<Int>? {
    var end = start
    if text[start] == UInt8(ascii: "<") {
      let limit = min(line.upperBound, start + Self.longestAddress)
      let close = text[start..<limit].firstIndex(of: UInt8(ascii: ">"))
      return close.flatMap { start + 1 < $0 ? start + 1..<$0 : nil }
    }
    var open = 0
    scan: while end < line.upperBound, text[end] > 32 {
      switch text[end] {
      case UInt8(ascii: "\\"): end += 1
      case UInt8(ascii: "("): open += 1
      case UInt8(ascii: ")"):
        if open == 0 { break scan }
        open -= 1
      default: break
      }
      end += 1
    }
    end = min(end, line.upperBound)
    return start < end ? start..<end : nil
  }

  /// The destination of a line that defines a reference, `[label]: address "title"`.
  ///
  /// A footnote is none, nor is text behind a label.
  private func definition(in line: Range<Int>) -> Range<Int>? {
    let marks = text[line].prefix { $0.isBlank || $0 == UInt8(ascii: ">") }
    let open = marks.endIndex
    guard open < line.upperBound, text[open] == UInt8(ascii: "["),
      !text.hasBytes("[^", at: open), !text.hasBytes("[!", at: open),
      let close = text[open..<line.upperBound].firstIndex(of: UInt8(ascii: "]")),
      text.hasBytes("]:", at: close), close + 1 < line.upperBound,
      let start = text[(close + 2)..<line.upperBound].firstIndex(where: { $0 > 32 })
    else { return nil }
    let isBracketed = text[start] == UInt8(ascii: "<")
    let stop: (UInt8) -> Bool = isBracketed ? { $0 == UInt8(ascii: ">") } : { $0 <= 32 }
    let end = text[start..<line.upperBound].firstIndex(where: stop) ?? line.upperBound
    guard end > start, !isBracketed || end < line.upperBound else { return nil }
    let rest = text[(isBracketed ? end + 1 : end)..<line.upperBound].drop { $0 <= 32 }
    guard rest.first.map({ "\"'(".utf8.contains($0) }) ?? true else { return nil }
    return (isBracketed ? start + 1 : start)..<end
  }

  /// The value of an attribute with an address, whose `=` stands at a place.
  private func attribute(at equals: Int, in line: Range<Int>) -> Range<Int>? {
    let before = text[line.lowerBound..<equals]
    guard let last = before.lastIndex(where: { $0 > 32 }) else { return nil }
    let first = (before[...last].lastIndex { !$0.isLetter } ?? line.lowerBound - 1) + 1
    let name = String(decoding: text[first..<(last + 1)], as: UTF8.self).lowercased()
    guard ["src", "href", "source", "lightbox"].contains(name),
      let start = text[(equals + 1)..<line.upperBound].firstIndex(where: { $0 > 32 })
    else { return nil }
    let quote = text[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let end = text[(start + 1)..<line.upperBound].firstIndex(of: quote) ?? line.upperBound
      return start + 1 < end ? start + 1..<end : nil
    }
    guard isInTag else { return nil }
    let end =
      text[start..<line.upperBound].firstIndex { $0 <= 32 || $0 == UInt8(ascii: ">") }
      ?? line.upperBound
    return start < end ? start..<end : nil
  }

  /// The end of a directive that names a file: it is read where it stands, before the text moves.
  private func endOfInclusion(_ start: Int, _ line: Range<Int>) -> Int? {
    let words: [StaticString] = ["[!include", "[! include", "[!code"]
    guard words.contains(where: { text.hasBytes($0, ignoringCaseAt: start) }) else { return nil }
    let most = min(line.upperBound, start + Self.longestAddress)
    return text.position(of: UInt8(ascii: ")"), in: start..<most).map { $0 + 1 }
  }

  private func isCodeDirective(_ start: Int, _ line: Range<Int>) -> Bool {
    text.hasBytes(":::code", ignoringCaseAt: start)
      || text.hasBytes("::: code", ignoringCaseAt: start)
  }
}

extension [UInt8] {
  fileprivate func hasLetter(at place: Int, in line: Range<Int>) -> Bool {
    place < line.upperBound && self[place].isLetter
  }

  /// Whether a letter stands behind a place, with blanks between or not.
  fileprivate func hasWord(behind place: Int, in line: Range<Int>) -> Bool {
    self[Swift.min(place, line.upperBound)..<line.upperBound].first { !$0.isBlank }?.isLetter
      == true
  }
}
