import Localization

/// Images whose marks translation changed or moved.
extension MarkupRepair {
  /// The beginning of `! [words](address)`, `！[words](address)`, `! [words][label]` and
  /// `![words] more(address)`, where the source has such an image.
  mutating func image(_ line: [UInt8], _ start: Int) -> Replacement {
    if let early = Self.earlyBracket(line, start) {
      guard isInSource(Array("](".utf8) + early.address) else { return (nil, start + 1) }
      let words = Array(line[start..<early.close] + line[(early.close + 1)..<early.open])
      return (words + "](".utf8, early.open + 1)
    }
    let isWide = line.hasBytes("！", at: start)
    let mark = start + (isWide ? 3 : 1)
    let bracket = line[mark...].firstIndex { $0 != 32 } ?? line.count
    let most = min(line.count, bracket + 1_000)
    guard isWide || (line[start] == UInt8(ascii: "!") && bracket > mark),
      line.hasBytes("[", at: bracket),
      let close = line.position(of: UInt8(ascii: "]"), in: bracket..<most)
    else { return (nil, start + 1) }
    let open = line[(close + 1)..<most].firstIndex { $0 != 32 } ?? most
    if line.hasBytes("[", at: open) {
      let label = line[open...].prefix { $0 != UInt8(ascii: "]") }.filter { $0 != 32 }
      let isImage = isInSource(Array("![".utf8)) && isInSource(Array("]".utf8) + label)
      return isImage ? ([UInt8(ascii: "!")], bracket) : (nil, start + 1)
    }
    let isWideOpen = line.hasBytes("（", at: open)
    guard isWideOpen || line.hasBytes("(", at: open) else { return (nil, start + 1) }
    let address = line[(open + (isWideOpen ? 3 : 1))...].prefix(1_000).prefix {
      !")\"".utf8.contains($0) && $0 < 0x80
    }.filter { $0 != 32 }
    guard Self.namesImage(address[...]), isInSource(Array("![".utf8)),
      isInSource(Array("](".utf8) + address)
    else { return (nil, start + 1) }
    return ([UInt8(ascii: "!")], bracket)
  }

  /// The bracket that closes among the words of the image at a place, the one that its address begins
  /// with, and that address.
  private static func earlyBracket(
    _ text: [UInt8], _ start: Int
  ) -> (close: Int, open: Int, address: [UInt8])? {
    let most = min(text.count, start + farthest)
    guard text.hasBytes("![", at: start),
      let close = text[..<most].dropFirst(start + 2).firstIndex(where: { "\n[]`".utf8.contains($0) }
      ),
      text[close] == UInt8(ascii: "]"), close + 1 < most, !":{".utf8.contains(text[close + 1]),
      let open = text[(close + 1)..<most].firstIndex(where: { "\n[]`(".utf8.contains($0) }),
      open > close + 1,
      text[open] == UInt8(ascii: "(")
    else { return nil }
    let address = text[(open + 1)..<most].prefix { $0 > 32 && !")\"".utf8.contains($0) }
    return namesImage(address) ? (close, open, Array(address)) : nil
  }

  /// Whether an image whose bracket closes too early may stand in a text; cheap.
  static func mayHaveEarlyBracket(_ text: [UInt8]) -> Bool {
    var position = 0
    while let mark = text.range(of: "![", in: position..<text.count) {
      position = mark.upperBound
      if earlyBracket(text, mark.lowerBound) != nil { return true }
    }
    return false
  }

  /// Whether an address ends as those of images do.
  static func namesImage(_ address: ArraySlice<UInt8>) -> Bool {
    imageEndings.contains { ending in
      let last = address.suffix(ending.utf8CodeUnitCount)
      return last.count == ending.utf8CodeUnitCount
        && ending.withUTF8Buffer { zip(last, $0).allSatisfy { $0 | 32 == $1 | 32 } }
    }
  }

  private static let imageEndings: [StaticString] = [
    ".png", ".jpg", ".jpeg", ".gif", ".svg", ".bmp", ".webp",
  ]

  /// How far before an address its bracket is looked for, in bytes.
  private static let farthest = 500

  /// Whether an address of an image follows the bracket at a place that closes nothing near on its line.
  static func mayBeLostImage(_ text: [UInt8], _ close: Int) -> Bool {
    let address = text[(close + 2)...].prefix(300).prefix { $0 > 32 && $0 != UInt8(ascii: ")") }
    guard namesImage(address) else { return false }
    var (position, depth) = (close - 1, 1)
    while position >= 0, position > close - farthest, text[position] != 10 {
      if text[position] == UInt8(ascii: "]") { depth += 1 }
      if text[position] == UInt8(ascii: "[") { depth -= 1 }
      if depth == 0 { return false }
      position -= 1
    }
    return true
  }

  /// The brackets of a line outside code and sources of units.
  private struct Brackets {
    /// Those that stand for nothing, in their order.
    var lone: [Int] = []
    /// Where the brackets of each pair that an exclamation mark stands before are.
    var images: [Range<Int>] = []

    init(_ line: [UInt8]) {
      var open: [Int] = []
      var position = 0
      while position < line.count {
        switch line[position] {
        case UInt8(ascii: "\\"): position += 2
        case UInt8(ascii: "`"): position = InlineCode.end(line, at: position, before: line.count)
        case UInt8(ascii: "<"):
          position = MarkupRepair.endOfSource(line, at: position) ?? position + 1
        case UInt8(ascii: "["):
          open.append(position)
          position += 1
        case UInt8(ascii: "]"):
          if let start = open.popLast() {
            if start > 0, line[start - 1] == UInt8(ascii: "!") { images.append(start..<position) }
          } else {
            lone.append(position)
          }
          position += 1
        default: position += 1
        }
      }
      lone = (lone + open).sorted()
    }
  }

  /// A line with images where translation moved or lost the bracket that their words begin with:
  /// `the icon](a.png) here ![`, or has a bracket among these words: `![words] more](a.png)`.
  ///
  /// - Parameters:
  ///   - line: A line that isn't code.
  ///   - last: The line before it, in which a link may begin.
  /// - Returns: The line with images, as it is where a source doesn't have them.
  mutating func withLostImages(_ line: [UInt8], after last: [UInt8]) -> [UInt8] {
    guard Self.mayHaveLostImage(line) else { return line }
    let brackets = Brackets(line)
    var edits: [(range: Range<Int>, bytes: [UInt8])] = []
    var moved = 0
    let isInLink = Brackets(last).lone.contains { last[$0] == UInt8(ascii: "[") }
    var sources = Self.units(of: line).map { Original(Array(line[$0.source])) }
    for bracket in brackets.lone {
      if line[bracket] == UInt8(ascii: "[") {
        guard moved > 0, bracket > 0, line[bracket - 1] == UInt8(ascii: "!") else { continue }
        moved -= 1
        // Nothing but a blank is left between two others.
        let end = bracket + 1
        let isAtEnd = end == line.count || line[end] <= 32 || line[end] == UInt8(ascii: "<")
        let isApart = isAtEnd && bracket > 1 && line[bracket - 2] == 32
        edits.append(((isApart ? bracket - 2 : bracket - 1)..<end, []))
        continue
      }
      guard !isInLink, line.hasBytes("(", at: bracket + 1) else { continue }
      let address = line[(bracket + 2)...].prefix(300).prefix {
        $0 > 32 && $0 != UInt8(ascii: ")")
      }
      guard Self.namesImage(address),
        let words = words(ofImage: Array(address), &sources)
      else { continue }
      let inner = brackets.images.last { $0.upperBound < bracket }
      if let inner, !"([:".utf8.contains(line[inner.upperBound + 1]),
        !line[inner.upperBound..<bracket].contains(UInt8(ascii: "["))
      {
        edits.append((inner.upperBound..<inner.upperBound, [UInt8(ascii: "\\")]))
      } else {
        edits.append((bracket..<bracket, Array(" ![".utf8) + words))
        moved += 1
      }
    }
    var output: [UInt8] = []
    var position = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      output += line[position..<edit.range.lowerBound] + edit.bytes
      position = edit.range.upperBound
    }
    return output + line[position...]
  }

  private static func mayHaveLostImage(_ line: [UInt8]) -> Bool {
    var position = 0
    while let mark = line.range(of: "](", in: position..<line.count) {
      position = mark.upperBound
      if mayBeLostImage(line, mark.lowerBound) { return true }
    }
    return false
  }

  /// The alternative text that a source gives an image.
  private mutating func words(
    ofImage address: [UInt8], _ sources: inout [Original]
  ) -> [UInt8]? {
    for index in sources.indices {
      if let words = sources[index].words(ofImage: address) { return words }
    }
    return page?.words(ofImage: address)
  }
}
