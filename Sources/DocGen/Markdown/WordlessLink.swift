import Localization

/// A link without words as it is written, `[](address)` or `[][label]`.
enum WordlessLink {
  /// How far behind the last one the next is looked for: a page may be one line of them.
  static let farthest = 2_000

  /// How much of a link is quoted or looked at, in bytes.
  private static let longest = 200

  /// The first such link of a part that leads to an address; `nil` where none is found, as where one
  /// crosses lines.
  ///
  /// A label may stand for any address.
  static func find(_ address: String, in text: [UInt8], _ part: Range<Int>) -> Range<Int>? {
    var position = part.lowerBound
    while let open = text.position(of: UInt8(ascii: "["), in: position..<part.upperBound) {
      position = open + 1
      let rest = text[position..<part.upperBound].drop { $0 <= 32 }
      let behind = rest.startIndex + 1
      guard rest.first == UInt8(ascii: "]"), behind < part.upperBound,
        open == part.lowerBound || text[open - 1] != UInt8(ascii: "\\")
      else { continue }
      let isLabel = text[behind] == UInt8(ascii: "[")
      guard isLabel || text[behind] == UInt8(ascii: "(") else { continue }
      let most = min(part.upperBound, behind + longest)
      let target = text[(behind + 1)..<most].drop { $0 <= 32 || $0 == UInt8(ascii: "<") }
      guard isLabel || target.starts(with: address.utf8) else { continue }
      let close = isLabel ? UInt8(ascii: "]") : UInt8(ascii: ")")
      let first = isLabel ? behind + 1 : target.startIndex + address.utf8.count
      guard first <= most, let end = text.position(of: close, in: first..<most) else { continue }
      return open..<(end + 1)
    }
    return nil
  }

  /// The words that a link to the same address has in the source of the unit that it stands in.
  ///
  /// - Parameters:
  ///   - address: The address.
  ///   - text: The body.
  ///   - link: The link without words, in the translation of the unit.
  /// - Returns: The words without markup; `nil` where the source has none.
  static func original(
    _ address: String, in text: [UInt8], behind link: Range<Int>
  ) -> [UInt8]? {
    let most = min(text.count, link.upperBound + farthest)
    let line = link.upperBound..<(text.position(of: 10, in: link.upperBound..<most) ?? most)
    guard let half = text.range(of: "<span class=\"sxs-lookup\">", in: line),
      text.range(of: "<span data-ttu-id=", in: line.lowerBound..<half.lowerBound) == nil
    else { return nil }
    let end = text.range(of: "</span></span>", in: half.upperBound..<line.upperBound)?.lowerBound
    return words(of: Array(text[half.upperBound..<(end ?? line.upperBound)]))[Array(address.utf8)]
  }

  /// The words of the links of a text, without markup, by their addresses; of several that of the first.
  static func words(of text: [UInt8]) -> [[UInt8]: [UInt8]] {
    var words: [[UInt8]: [UInt8]] = [:]
    var position = 0
    while let close = text.range(of: "](", in: position..<text.count) {
      position = close.upperBound
      let address = Array(text[position...].prefix(longest).prefix { $0 > 32 && $0 != 41 })
      guard !address.isEmpty, words[address] == nil,
        let open = text[..<close.lowerBound].suffix(longest).lastIndex(of: UInt8(ascii: "[")),
        open == 0 || text[open - 1] != UInt8(ascii: "!"),
        !text[open..<close.lowerBound].contains(UInt8(ascii: "]"))
      else { continue }
      let plain = HeadingAnchor.plainText(Array(text[(open + 1)..<close.lowerBound]))
      if !plain.allSatisfy({ $0 <= 32 }) { words[address] = plain }
    }
    return words
  }
}
