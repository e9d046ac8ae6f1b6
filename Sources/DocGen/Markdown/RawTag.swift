/// A tag of raw HTML.
struct RawTag {
  var name: String
  var isClosing = false
  /// Whether a slash stands before its end, as authors write empty anchors: `<a id="x"/>`.
  var isSelfClosing = false
  var attributes: [(name: String, value: [UInt8])] = []
  /// Where the bytes after the tag begin.
  var end: Int

  /// Reads the tag that begins at `start`; `nil` if none does.
  init?(_ bytes: [UInt8], at start: Int = 0) {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "<") else { return nil }
    var position = start + 1
    let closing = position < bytes.count && bytes[position] == UInt8(ascii: "/")
    if closing { position += 1 }
    let nameStart = position
    while position < bytes.count, Self.isNameByte(bytes[position]) { position += 1 }
    guard position > nameStart, (97...122).contains(bytes[nameStart] | 32) else { return nil }
    name = String(decoding: bytes[nameStart..<position], as: UTF8.self).lowercased()
    isClosing = closing
    end = position
    guard readAttributes(bytes, from: position) else { return nil }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (97...122).contains(byte | 32) || (48...57).contains(byte) || byte == 45
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  /// Reads up to the `>`; false if there is none.
  private mutating func readAttributes(_ bytes: [UInt8], from start: Int) -> Bool {
    var position = start
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: ">") {
        end = position + 1
        isSelfClosing = bytes[position - 1] == UInt8(ascii: "/")
        return true
      }
      if Self.isBlank(byte) || byte == UInt8(ascii: "/") {
        position += 1
        continue
      }
      let nameStart = position
      while position < bytes.count, !Self.isBlank(bytes[position]),
        !"=>/".utf8.contains(bytes[position])
      { position += 1 }
      // A lone `=` is no name; step over it.
      guard position > nameStart else {
        position += 1
        continue
      }
      let name = String(decoding: bytes[nameStart..<position], as: UTF8.self).lowercased()
      attributes.append((name, Self.value(bytes, &position)))
    }
    return false
  }

  /// The value after a name; empty if there is none.
  private static func value(_ bytes: [UInt8], _ position: inout Int) -> [UInt8] {
    var next = position
    while next < bytes.count, isBlank(bytes[next]) { next += 1 }
    guard next < bytes.count, bytes[next] == UInt8(ascii: "=") else { return [] }
    next += 1
    while next < bytes.count, isBlank(bytes[next]) { next += 1 }
    guard next < bytes.count else {
      position = next
      return []
    }
    let quote = bytes[next]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    let start = isQuoted ? next + 1 : next
    var stop = start
    while stop < bytes.count,
      isQuoted ? bytes[stop] != quote : !isBlank(bytes[stop]) && bytes[stop] != UInt8(ascii: ">")
    { stop += 1 }
    position = isQuoted ? stop + 1 : stop
    return CharacterReferences.resolved(Array(bytes[start..<stop]))
  }

  /// The value of an attribute; `nil` if it isn't there.
  subscript(_ attribute: String) -> [UInt8]? { attributes.first { $0.name == attribute }?.value }

  /// Whether it holds what front matter came after: `<properties pageTitle="…">`, `<tags ms.date="…">`.
  var isFormerMetadata: Bool {
    switch name {
    case "properties": self["pagetitle"] != nil
    case "tags": attributes.contains { $0.name.hasPrefix("ms.") }
    default: false
    }
  }

  /// The name that `<a name="x">` or `<a id="x">` gives; `nil` for other tags and for links.
  var anchorName: String? { address == nil ? ownName : nil }

  /// The name that a link gives too.
  var ownName: String? {
    guard name == "a", !isClosing, let value = self["name"] ?? self["id"] else { return nil }
    return String(decoding: value, as: UTF8.self)
  }

  /// The address that it leads to; anchors of old pages have an empty one beside their name.
  var address: [UInt8]? {
    self["href"].flatMap { address in
      ownName == nil || address.contains { $0 > 32 } ? address : nil
    }
  }
}

extension StaticString {
  /// The bytes of the text.
  var bytes: [UInt8] { withUTF8Buffer { Array($0) } }
}
