import Localization

/// An inclusion that can't be read, since translation took its words and its path for text:
/// `[! INCLUDE [name--.. /.. /includes/name-MD.MD)]`, `[! Includename]`.
struct DamagedInclusion {
  /// From its bracket, or the backslash before that, to its end.
  var range: Range<Int>
  /// Whether it can't be anything else: its keyword is still there.
  var isNamed: Bool
  /// What it names: all of it without blanks and backslashes, in small letters.
  var name: [UInt8]
  /// Whether it has a title and a path as inclusions do.
  var isTitled: Bool
  /// The title, as far as it can be told.
  var title: [UInt8]

  /// How long one is at most, in bytes.
  private static let longest = 400

  /// How many marks are looked at to tell whether any is damaged.
  private static let mostMarks = 1_000

  /// Whether a page may have any, or one whose path was translated; cheap.
  static func mayBe(in text: [UInt8]) -> Bool {
    var (position, count) = (0, 0)
    while let mark = text.range(of: "[!", in: position..<text.count) {
      position = mark.upperBound
      count += 1
      if count > mostMarks { return true }
      if text.hasBytes(" ", at: position) || read(text, at: mark.lowerBound) != nil { return true }
      let rest = text[mark.lowerBound..<min(text.count, position + longest)]
      if !isKeyword(rest.dropFirst(2)), IncludeDirective.read(rest, at: mark.lowerBound) != nil {
        return true
      }
    }
    return false
  }

  /// Those of a line that isn't code, and how many others it has.
  static func find(in line: [UInt8]) -> (damaged: [DamagedInclusion], whole: [IncludeDirective]) {
    let whole = IncludeDirective.find(in: line)
    var damaged: [DamagedInclusion] = []
    var position = 0
    while position < line.count {
      switch line[position] {
      case UInt8(ascii: "`"): position = InlineCode.end(line, at: position, before: line.count)
      case UInt8(ascii: "["):
        let known = whole.first { $0.range.lowerBound == position }
        let found = known == nil ? read(line, at: position) : nil
        if let found { damaged.append(found) }
        position = known?.range.upperBound ?? found?.range.upperBound ?? position + 1
      default: position += 1
      }
    }
    return (damaged, whole)
  }

  private static func isKeyword(_ word: ArraySlice<UInt8>) -> Bool {
    word.count > 7 && zip(word, "include".utf8).allSatisfy { $0 | 32 == $1 }
  }

  private static func read(_ text: [UInt8], at start: Int) -> DamagedInclusion? {
    guard text.hasBytes("[!", at: start) else { return nil }
    let most = min(text.count, start + longest)
    var line = text[start..<most]
    line = line.prefix { $0 != 10 }
    let word = line.dropFirst(2).drop { $0 == 32 }
    let isNamed = isKeyword(word)
    let name = word.prefix { $0 >= 0x80 || (97...122).contains($0 | 32) }
    guard !name.isEmpty, isNamed || !IncludeDirective.isKeyword(name) else { return nil }
    let isEscaped = start > 0 && text[start - 1] == UInt8(ascii: "\\")
    let whole = IncludeDirective.read(line, at: start)
    guard whole == nil || isEscaped,
      let end = whole?.end ?? end(line, isNamed ? word.startIndex + 7 : nil)
    else { return nil }
    let range = (isEscaped ? start - 1 : start)..<end
    let rest = line[(isNamed ? word.startIndex + 7 : word.startIndex)..<end]
    return DamagedInclusion(
      range: range, isNamed: isNamed && whole == nil, name: line[word.startIndex..<end].squeezed,
      isTitled: rest.last == UInt8(ascii: "]")
        && rest.drop { $0 != UInt8(ascii: "[") }.contains(UInt8(ascii: "(")),
      title: title(rest))
  }

  /// The end: behind the path and its brackets, or behind the bracket where there is no path; behind
  /// the keyword where that is all.
  private static func end(_ line: ArraySlice<UInt8>, _ keyword: Int?) -> Int? {
    let next = line.dropFirst(2).indices.first {
      line[$0...].starts(with: "[!".utf8) || line[$0...].starts(with: "</span>".utf8)
    }
    let line = line[..<(next ?? line.endIndex)]
    if let path = pathEnd(line, from: line.startIndex) {
      var end = closed(line, path)
      // The path once more, as an address of its own.
      let again = line[end...].drop { $0 == 32 }
      if again.starts(with: "[](".utf8), let path = pathEnd(line, from: again.startIndex) {
        end = closed(line, path)
      }
      return end
    }
    let opened = line.dropFirst().firstIndex { "[]|".utf8.contains($0) }
    guard let opened, line[opened] != UInt8(ascii: "|") else { return keyword }
    if line[opened] == UInt8(ascii: "]") { return opened + 1 }
    return titledEnd(line, opened) ?? keyword
  }

  /// Behind a title and a path that no longer ends as files do, `[title] (path) ]`.
  private static func titledEnd(_ line: ArraySlice<UInt8>, _ title: Int) -> Int? {
    guard let close = line[title...].firstIndex(of: UInt8(ascii: "]")),
      let open = line[(close + 1)...].firstIndex(where: { $0 != 32 }),
      line[open] == UInt8(ascii: "("),
      let path = line[open...].firstIndex(of: UInt8(ascii: ")")),
      let end = line[(path + 1)...].firstIndex(where: { $0 != 32 }),
      line[end] == UInt8(ascii: "]")
    else { return nil }
    return end + 1
  }

  /// The end of the next `.md`, in any case and with a blank behind the dot.
  private static func pathEnd(_ line: ArraySlice<UInt8>, from start: Int) -> Int? {
    line[start...].indices.lazy.compactMap { dot -> Int? in
      guard line[dot] == UInt8(ascii: ".") else { return nil }
      let rest = line[(dot + 1)...].drop { $0 == 32 }
      guard rest.count > 1, zip(rest, "md".utf8).allSatisfy({ $0 | 32 == $1 }) else { return nil }
      return rest.startIndex + 2
    }.first
  }

  /// Behind the round and the square bracket that follow, in any order.
  private static func closed(_ line: ArraySlice<UInt8>, _ start: Int) -> Int {
    var end = start
    // A full-width bracket.
    if line[end...].starts(with: "）".utf8) { end += 3 }
    var left = Array(")]".utf8)
    while let next = line[end...].firstIndex(where: { $0 != 32 }),
      let bracket = left.firstIndex(of: line[next])
    {
      left.remove(at: bracket)
      end = next + 1
    }
    return end
  }

  private static func title(_ rest: ArraySlice<UInt8>) -> [UInt8] {
    let words = rest.drop { $0 == 32 || $0 == UInt8(ascii: "[") }
    let end = words.indices.first { place in
      "]()/|".utf8.contains(words[place]) || words[place...].starts(with: "--".utf8)
        || words[place...].starts(with: "..".utf8)
    }
    return Array(words[..<(end ?? words.endIndex)].trimmed)
  }
}
