import Localization

/// A tag right before a unit that both halves of the unit end, as in `<b><span …>Words</b> and more`.
///
/// In the page that was translated it ended there; beside the span it would end with the span's end at
/// the earliest, or not at all. It belongs into both halves.
enum OuterTag {
  /// The elements inside of lines.
  private static let names: [StaticString] = [
    "strong", "b", "em", "i", "a", "code", "u", "sub", "sup", "kbd",
  ]

  /// How long such a tag is at most, in bytes.
  private static let longest = 400

  /// Where the tag before a unit is; `nil` where none is, or it isn't ended so.
  static func range(before unit: Unit, in body: [UInt8]) -> Range<Int>? {
    let end = unit.whole.lowerBound
    guard end > 2, body[end - 1] == UInt8(ascii: ">"),
      let start = body[..<end].suffix(longest).lastIndex(of: UInt8(ascii: "<")),
      let name = names.first(where: { isTag($0, in: body, at: start + 1) }),
      body[end - 2] != UInt8(ascii: "/"),
      [unit.target, unit.source].allSatisfy({ endsOuter(name, in: body, $0) })
    else { return nil }
    return start..<end
  }

  /// Whether the name of an element stands at a place, in any case, and ends there.
  private static func isTag(_ name: StaticString, in body: [UInt8], at start: Int) -> Bool {
    let end = start + name.utf8CodeUnitCount
    guard end < body.count, body[end] <= 32 || body[end] == UInt8(ascii: ">") else { return false }
    return body.hasBytes(name, ignoringCaseAt: start)
  }

  /// Whether a part ends one element of a name that it doesn't begin, and each other that it begins.
  private static func endsOuter(_ name: StaticString, in body: [UInt8], _ part: Range<Int>) -> Bool
  {
    var depth = 1
    var position = part.lowerBound
    while position < part.upperBound {
      switch body[position] {
      case UInt8(ascii: "`"):
        position = InlineCode.end(body, at: position, before: part.upperBound)
        continue
      case UInt8(ascii: "<"):
        if isTag(name, in: body, at: position + 1) { depth += 1 }
        if body.hasBytes("</", at: position), isTag(name, in: body, at: position + 2) { depth -= 1 }
        if depth < 0 { return false }
      default: break
      }
      position += 1
    }
    return depth == 0
  }
}
