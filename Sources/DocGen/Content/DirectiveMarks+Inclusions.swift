import Localization

extension DirectiveMarks {
  /// A line in which what is left of a broken inclusion is the link that it holds.
  ///
  /// Translation put a page in the place of a file, as in `[!INCLUDE[words](/product/page).`
  static func withoutBrokenInclusions(_ line: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var (start, position) = (0, 0)
    while let mark = line.range(of: "[!", in: position..<line.count) {
      position = mark.upperBound
      guard let link = brokenInclusion(line, at: mark.lowerBound),
        line[..<mark.lowerBound].count(where: { $0 == UInt8(ascii: "`") }) % 2 == 0
      else { continue }
      text += line[start..<mark.lowerBound] + line[link]
      start = link.upperBound
      position = start
    }
    return start == 0 ? line : text + line[start...]
  }

  /// The link of an inclusion that names no file in Markdown and has no bracket at its end; `nil`
  /// where something else begins.
  static func brokenInclusion(_ text: [UInt8], at start: Int) -> Range<Int>? {
    var position = start + 2
    while position < text.count, text[position] == 32 { position += 1 }
    // The keyword may be translated.
    let name = text[position...].prefix(40).prefix { isNameByte($0) }
    guard position + name.count < text.count, name.count > 1,
      zip(name, "include".utf8).allSatisfy({ $0 | 32 == $1 }) || !IncludeDirective.isKeyword(name)
    else { return nil }
    position += name.count
    while position < text.count, isNameByte(text[position]) || text[position] == 32 {
      position += 1
    }
    guard text.hasBytes("[", at: position) else { return nil }
    let most = min(text.count, position + 500)
    guard let middle = text.range(of: "](", in: position..<most),
      let close = text.position(of: UInt8(ascii: ")"), in: middle.upperBound..<most)
    else { return nil }
    let path = text[middle.upperBound..<close]
    guard !path.contains(10), !path.contains(32), path.first == UInt8(ascii: "/"),
      text[(close + 1)...].first(where: { $0 != 32 }) != UInt8(ascii: "]"),
      !path.suffix(3).elementsEqual(".md".utf8)
    else { return nil }
    return position..<(close + 1)
  }
}
