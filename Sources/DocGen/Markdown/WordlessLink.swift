import Localization

/// A link without words as it is written, `[](address)` or `[][label]`.
enum WordlessLink {
  /// How far behind the last one the next is looked for: a page may be one line of them.
  static let farthest = 2_000

  /// How much of a link is quoted, in bytes.
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
}
