import Localization

/// An attribute list, `{#id .class name="value"}`, with which authors say how something is to look.
struct AttributeList {
  /// From brace to brace.
  let range: Range<Int>
  /// The id; `nil` where it gives none.
  private(set) var id: [UInt8]?
  /// The attributes, with names in lower case.
  private(set) var values: [(name: String, value: [UInt8])] = []

  /// The longest list that is read, in bytes.
  private static let longest = 500

  /// Reads the list that begins at a place; `nil` where none does: `{name}` is text.
  init?(_ text: [UInt8], at start: Int, before end: Int) {
    guard text.hasBytes("{", at: start),
      let close = text.position(
        of: UInt8(ascii: "}"), in: (start + 1)..<max(start + 1, min(end, start + Self.longest)))
    else { return nil }
    range = start..<(close + 1)
    var position = start + 1
    if text[position] == UInt8(ascii: ":") { position += 1 }
    var count = 0
    while true {
      while position < close, text[position].isBlank { position += 1 }
      guard position < close else { break }
      guard let next = readItem(text, from: position, to: close) else { return nil }
      position = next
      count += 1
    }
    guard count > 0 else { return nil }
  }

  /// The value of an attribute.
  subscript(name: String) -> [UInt8]? { values.first { $0.name == name }?.value }

  /// Reads `#id`, `.class` or `name=value`; returns where it ends.
  private mutating func readItem(_ text: [UInt8], from start: Int, to close: Int) -> Int? {
    if text[start] == UInt8(ascii: "#") || text[start] == UInt8(ascii: ".") {
      var first = start + 1
      // Machine translation puts a blank behind the sign.
      while first < close, text[first].isBlank { first += 1 }
      let end = text[first..<close].firstIndex { $0 <= 32 } ?? close
      let name = text[first..<end]
      guard !name.isEmpty, name.allSatisfy({ $0 >= 0x80 || Self.isNameByte($0) }) else {
        return nil
      }
      if text[start] == UInt8(ascii: "#"), id == nil { id = Array(name) }
      return end
    }
    var position = start
    while position < close, Self.isNameByte(text[position]) || text[position] >= 0x80 {
      position += 1
    }
    let name = String(decoding: text[start..<position], as: UTF8.self).lowercased()
    while position < close, text[position].isBlank { position += 1 }
    guard !name.isEmpty, position < close, text[position] == UInt8(ascii: "=") else { return nil }
    position += 1
    while position < close, text[position].isBlank { position += 1 }
    guard let value = Self.value(text, from: position, to: close) else { return nil }
    values.append((name, Array(text[value.range].drop { $0.isBlank }.trimmed)))
    return value.end
  }

  /// The quotation marks that values may have, those of translations too.
  private static let quotes: [(opening: StaticString, closing: StaticString)] = [
    ("\"", "\""), ("'", "'"), ("“", "”"), ("„", "“"), ("”", "”"), ("«", "»"), ("「", "」"),
  ]

  private static func value(
    _ text: [UInt8], from start: Int, to close: Int
  ) -> (range: Range<Int>, end: Int)? {
    if let marks = quotes.first(where: { text.hasBytes($0.opening, at: start) }) {
      let first = start + marks.opening.utf8CodeUnitCount
      guard first <= close, let end = text.range(of: marks.closing, in: first..<close) else {
        return nil
      }
      return (first..<end.lowerBound, end.upperBound)
    }
    let end = text[start..<close].firstIndex { $0 <= 32 } ?? close
    return end > start ? (start..<end, end) : nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (97...122).contains(byte | 32) || (48...57).contains(byte) || "-_:.".utf8.contains(byte)
  }

  /// A heading or an entry without the list that it ends with.
  static func removed(fromEndOf text: [UInt8]) -> [UInt8] {
    guard let brace = text.lastIndex(of: UInt8(ascii: "{")),
      let list = AttributeList(text, at: brace, before: text.count),
      text[list.range.upperBound...].allSatisfy({ $0 <= 32 })
    else { return text }
    return Array(text[..<brace].trimmed)
  }
}
