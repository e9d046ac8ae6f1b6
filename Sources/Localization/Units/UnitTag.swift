/// A tag that may be part of a unit.
struct UnitTag {
  enum Kind: Equatable {
    /// `<span data-ttu-id="...">` and `<span data-stu-id="...">`.
    case target, source
    /// `<span class="sxs-lookup">`.
    case lookup
    /// Any other opening `span` tag.
    case other
    /// `</span>`.
    case close
  }

  var kind: Kind
  /// The bytes of the tag.
  var range: Range<Int>
  /// The bytes of the id of a target or source; empty for others.
  var id = 0..<0
  /// Whether a quotation mark is written `&quot;`.
  var hasEscapedQuotes = false

  /// Reads the tag that begins at `start`; `nil` if no `span` tag begins there.
  ///
  /// Real pages have tags whose quotation marks became `&quot;`, also only one of a pair.
  init?(_ page: [UInt8], at start: Int) {
    // Most tags are told apart by their second byte.
    guard start + 5 < page.count, page[start] == UInt8(ascii: "<") else { return nil }
    switch page[start + 1] {
    case UInt8(ascii: "/"):
      guard page.hasBytes("span>", at: start + 2) else { return nil }
      self.init(kind: .close, range: start..<start + 7)
      return
    case UInt8(ascii: "s"): guard page.hasBytes("pan", at: start + 2) else { return nil }
    default: return nil
    }
    var position = start + 5
    guard position < page.count, page[position].isBlank || page[position] == UInt8(ascii: ">")
    else { return nil }
    while position < page.count, page[position].isBlank { position += 1 }
    let attributes: [(StaticString, Kind)] = [
      ("data-ttu-id=", .target), ("data-stu-id=", .source), ("class=", .lookup),
    ]
    for (name, kind) in attributes where page.hasBytes(name, at: position) {
      if let tag = Self.read(page, kind, from: start, value: position + name.utf8CodeUnitCount) {
        self = tag
        return
      }
    }
    guard let end = page.firstIndex(of: UInt8(ascii: ">"), from: position, limit: 500) else {
      return nil
    }
    self.init(kind: .other, range: start..<end + 1)
  }

  private init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  private static func read(
    _ page: [UInt8], _ kind: Kind, from start: Int, value: Int
  ) -> UnitTag? {
    var escaped = false
    guard let opening = quote(page, at: value, &escaped) else { return nil }
    var position = value + opening
    let text = position
    while position < page.count, page[position].isIdentifier { position += 1 }
    let id = text..<position
    guard let closing = quote(page, at: position, &escaped) else { return nil }
    position += closing
    while position < page.count, page[position].isBlank { position += 1 }
    guard position < page.count, page[position] == UInt8(ascii: ">") else { return nil }
    if kind == .lookup, !page[id].elementsEqual("sxs-lookup".utf8) { return nil }
    var tag = UnitTag(kind: kind, range: start..<position + 1)
    if kind != .lookup { tag.id = id }
    tag.hasEscapedQuotes = escaped
    return tag
  }

  /// The length of the quotation mark at `position`, however it is written.
  private static func quote(_ page: [UInt8], at position: Int, _ escaped: inout Bool) -> Int? {
    guard position < page.count else { return nil }
    if page[position] == UInt8(ascii: "\"") || page[position] == UInt8(ascii: "'") { return 1 }
    guard page.hasBytes("&quot;", at: position) else { return nil }
    escaped = true
    return 6
  }

  /// The prefix and the number of the id; `nil` if it doesn't have both.
  func identity(in page: [UInt8]) -> (prefix: String, number: Int)? {
    guard let dash = page[id].lastIndex(of: UInt8(ascii: "-")), dash > id.lowerBound else {
      return nil
    }
    let isJoined = page[dash + 1] == UInt8(ascii: "p")
    let digits = page[(isJoined ? dash + 2 : dash + 1)..<id.upperBound]
    guard (1...9).contains(digits.count), digits.allSatisfy(\.isDigit) else { return nil }
    var number = isJoined ? Unit.joined : 0
    number += digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return (String(decoding: page[id.lowerBound..<dash], as: UTF8.self), number)
  }
}
