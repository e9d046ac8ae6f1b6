import Localization

/// Addresses of links with blanks that translation put there, as `[text](.. /folder/page. md)`.
extension MarkupRepair {
  /// How many addresses of the source are compared with one; no page has more.
  private static let mostAddresses = 1_000

  /// Whether an address with a blank inside, or one of an image that lost its bracket, may stand in a
  /// text; cheap.
  static func mayHaveBrokenAddress(_ text: [UInt8]) -> Bool {
    var position = 0
    while let mark = text.range(of: "](", in: position..<text.count) {
      position = mark.upperBound
      if isBroken(text, from: position) || mayBeLostImage(text, mark.lowerBound) { return true }
    }
    return false
  }

  /// Whether a blank stands inside the address that begins at a place, and not before a title, or no
  /// bracket ends it on its line.
  static func isBroken(_ text: [UInt8], from start: Int) -> Bool {
    let rest = text[start..<min(text.count, start + 300)].drop { $0 == 32 }
    if rest.first == UInt8(ascii: "<") || hasWholeTitle(rest) { return false }
    // The bracket may be lost: neither the line nor the translation in a unit has one.
    let line = rest.prefix { $0 != 10 }
    let unit = text.range(of: "</span>", in: line.startIndex..<line.endIndex)?.lowerBound
    let last = unit ?? line.endIndex
    if last < start + 300, !line[..<last].contains(UInt8(ascii: ")")) { return true }
    let end =
      rest.firstIndex { $0 == 10 || $0 == UInt8(ascii: ")") || $0.isQuotationMark } ?? rest.endIndex
    if end < rest.endIndex, rest[end].isQuotationMark {
      // Behind a title the bracket may be lost.
      guard let close = rest[(end + 1)...].firstIndex(of: rest[end]) else { return false }
      let next = rest[(close + 1)...].first { $0 != 32 }
      if let next, next != UInt8(ascii: ")"), next != 0xEF { return true }
    }
    guard let blank = rest[..<end].firstIndex(of: 32),
      let next = rest[blank...].first(where: { $0 != 32 })
    else { return false }
    return !")\"'(\n".utf8.contains(next)
  }

  /// Puts the address of the source in the place of a broken one, which begins at `position`.
  ///
  /// Behind it a bracket may be lost, and words in brackets may stand before it:
  /// `[text](more words](.. /page.md)`.
  mutating func brokenLink(_ line: [UInt8], _ start: Int, _ position: Int) -> Replacement? {
    let isApart = position > start + 2
    guard isApart || Self.isBroken(line, from: position) else { return nil }
    let known = [unit?.linkAddresses() ?? [], page?.linkAddresses() ?? []]
    let most = min(line.count, position + 1_000)
    let open = Array("](".utf8)
    if let found = Self.addressPrefix(line, from: position, before: most, known.joined()) {
      let end = titleEnd(line, from: found.end, before: most)
      return (
        open + found.address + line[found.end..<end] + [UInt8(ascii: ")")],
        bracketEnd(line, from: end, before: most) ?? end
      )
    }
    guard Self.isBroken(line, from: position),
      let close = line.position(of: UInt8(ascii: ")"), in: position..<most)
    else { return nil }
    if let middle = line.range(of: "](", in: position..<close) {
      let words = line[position..<middle.lowerBound]
      guard !words.contains(UInt8(ascii: "[")), !words.contains(UInt8(ascii: "(")),
        Self.isBroken(line, from: middle.upperBound),
        let link = brokenLink(line, middle.lowerBound, middle.upperBound), let part = link.part
      else { return nil }
      return (Array(" (".utf8) + words + [UInt8(ascii: ")")] + part, link.next)
    }
    let file = Self.file(line[position..<close])
    let fitting = known.map { $0.filter { Self.file($0[...]) == file } }.first { !$0.isEmpty } ?? []
    guard !file.isEmpty, fitting.count == 1, let address = fitting.first else { return nil }
    return (open + address + [UInt8(ascii: ")")], close + 1)
  }

  /// Where the title behind an address ends; the place itself where none is.
  private func titleEnd(_ line: [UInt8], from start: Int, before limit: Int) -> Int {
    guard let mark = line[start..<limit].firstIndex(where: { $0 != 32 }),
      "\"'".utf8.contains(line[mark]),
      let end = Self.titleEnd(line[mark..<limit])
    else { return start }
    return end
  }

  /// Behind the title that a text begins with, in which a backslash may stand before its mark; `nil`
  /// where it doesn't end.
  private static func titleEnd(_ text: ArraySlice<UInt8>) -> Int? {
    guard let mark = text.first else { return nil }
    var position = text.startIndex + 1
    while position < text.endIndex, text[position] != mark {
      position += text[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    return position < text.endIndex ? position + 1 : nil
  }

  /// Whether a text begins with an address without blanks, a title, and the bracket that ends both.
  private static func hasWholeTitle(_ text: ArraySlice<UInt8>) -> Bool {
    let address = text.prefix { $0 > 32 && $0 != UInt8(ascii: ")") }
    let title = text[address.endIndex...].drop { $0 == 32 }
    guard title.startIndex > address.endIndex, let mark = title.first, "\"'".utf8.contains(mark),
      let end = titleEnd(title.prefix { $0 != 10 })
    else { return false }
    return text[end...].first { $0 != 32 } == UInt8(ascii: ")")
  }

  /// Behind the bracket that follows, which may be a full-width one; `nil` where it is lost.
  private func bracketEnd(_ line: [UInt8], from start: Int, before limit: Int) -> Int? {
    let next = line[start..<limit].firstIndex { $0 != 32 } ?? limit
    if line.hasBytes(")", at: next) { return next + 1 }
    return line.hasBytes("）", at: next) ? next + 3 : nil
  }

  /// The address of the source with which a text begins, whatever blanks are in it.
  private static func addressPrefix(
    _ line: [UInt8], from start: Int, before limit: Int, _ addresses: some Sequence<[UInt8]>
  ) -> (address: [UInt8], end: Int)? {
    for address in addresses {
      var position = start
      let isSame = address.allSatisfy { byte in
        while position < limit, line[position] == 32 { position += 1 }
        guard position < limit, line[position].lowercase == byte.lowercase else { return false }
        position += 1
        return true
      }
      // `page.md` isn't the address in `page.md#part`.
      let goesOn =
        position < limit
        && (line[position].isIdentifier || "#?/".utf8.contains(line[position]))
      if isSame, !goesOn { return (address, position) }
    }
    return nil
  }

  /// The last part of an address without blanks, in small letters.
  private static func file(_ address: ArraySlice<UInt8>) -> [UInt8] {
    let start = address.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? address.endIndex
    return address[start...].squeezed
  }

  /// The addresses of links, each once, the longest first.
  static func addresses(of source: [UInt8]) -> [[UInt8]] {
    var addresses: Set<[UInt8]> = []
    var position = 0
    while addresses.count < mostAddresses,
      let mark = source.range(of: "](", in: position..<source.count)
    {
      position = mark.upperBound
      let address = source[position...].prefix(300).prefix { $0 > 32 && $0 != UInt8(ascii: ")") }
      if address.contains(where: { "/.#".utf8.contains($0) }) {
        addresses.insert(Array(address))
      }
    }
    return addresses.sorted { ($1.count, $0.description) < ($0.count, $1.description) }
  }
}

extension UInt8 {
  /// The small letter of a Latin capital; other bytes as they are.
  fileprivate var lowercase: UInt8 { (65...90).contains(self) ? self | 32 : self }
}

extension UInt8 {
  fileprivate var isQuotationMark: Bool { self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") }
}
