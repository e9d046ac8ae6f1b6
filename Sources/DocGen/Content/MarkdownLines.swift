import Localization

extension [UInt8] {
  /// Whether `[!include` or `[!notebook` occurs in any case, or another word with a bracket behind it,
  /// as translations of them have.
  var containsIncludeMark: Bool {
    var position = 0
    while let found = self.position(of: UInt8(ascii: "!"), in: position..<count) {
      if found > 0, self[found - 1] == UInt8(ascii: "["), found + 3 < count,
        self[found + 1] == 32 || self[found + 1] >= 0x80
          || (self[found + 1] | 0x20 == UInt8(ascii: "i")
            && self[found + 2] | 0x20 == UInt8(ascii: "n")
            && self[found + 3] | 0x20 == UInt8(ascii: "c"))
          || (found + 5 < count && self[found + 5] | 0x20 == UInt8(ascii: "b")
            && self[found + 1] | 0x20 == UInt8(ascii: "n"))
          || hasWordAndBracket(behind: found + 1)
      {
        return true
      }
      position = found + 1
    }
    return false
  }
}

extension [UInt8] {
  /// Whether a word in letters and an opening bracket stand at a place.
  private func hasWordAndBracket(behind start: Int) -> Bool {
    let rest = self[start...].prefix(40).drop { $0 >= 0x80 || (97...122).contains($0 | 32) }
    return rest.startIndex > start && rest.drop { $0 == 32 }.first == UInt8(ascii: "[")
  }

  /// The text with a prefix before each line but the first.
  func indented(by prefix: [UInt8]) -> [UInt8] {
    guard !prefix.isEmpty else { return self }
    var output: [UInt8] = []
    output.reserveCapacity(count + count / 8)
    for byte in self {
      output.append(byte)
      if byte == 10 { output += prefix }
    }
    return output
  }
}

extension Sequence<UInt8> {
  /// Without blanks, line ends and backslashes, in small letters: what is left of names where
  /// translation changed how they are written.
  var squeezed: [UInt8] {
    filter { $0 > 32 && $0 != UInt8(ascii: "\\") }.map { (65...90).contains($0) ? $0 | 32 : $0 }
  }
}

extension ArraySlice<UInt8> {
  /// How many lines end in it.
  var lineEndCount: Int {
    withUnsafeBufferPointer { bytes in
      var count = 0
      for byte in bytes { count &+= byte == 10 ? 1 : 0 }
      return count
    }
  }

  /// Without line ends and blanks at both ends, but with the indentation of the first line.
  var trimmed: ArraySlice<UInt8> {
    var lines = self
    while let last = lines.last, last.isBlank || last.isLineEnd { lines = lines.dropLast() }
    return lines.drop(while: \.isLineEnd)
  }

  /// Whether nothing but indentation, quotation and list markers stands here, in a length that they
  /// have.
  var isContainerPrefix: Bool {
    guard count <= 1_000 else { return false }
    return split(whereSeparator: \.isBlank).allSatisfy { word in
      if word.allSatisfy({ $0 == UInt8(ascii: ">") }) { return true }
      if word.count == 1 { return "*+-".utf8.contains(word[word.startIndex]) }
      return (word.last == UInt8(ascii: ".") || word.last == UInt8(ascii: ")"))
        && word.dropLast().allSatisfy { (48...57).contains($0) }
    }
  }

  /// Whether a row of a table begins here, behind blanks and marks of quotations.
  var beginsRow: Bool {
    first { !$0.isBlank && $0 != UInt8(ascii: ">") } == UInt8(ascii: "|")
  }

  /// What a further line needs to stay in the same containers: list markers become blanks.
  var continuation: [UInt8] {
    map { $0 == UInt8(ascii: ">") || $0.isBlank ? $0 : 32 }
  }
}

extension [UInt8] {
  /// Whether nothing but marks of quotations and lists stands before a place in its line, or in the
  /// last 40 bytes of a longer one.
  func isBehindMarks(_ place: Int) -> Bool {
    let near = self[Swift.max(0, place - 40)..<place]
    return near[(near.lastIndex(of: 10).map { $0 + 1 } ?? near.startIndex)...].isContainerPrefix
  }

  /// The text with a backslash before each bar that has none.
  var escapingBars: [UInt8] {
    var text: [UInt8] = []
    for byte in self {
      if byte == UInt8(ascii: "|"), text.last != UInt8(ascii: "\\") {
        text.append(UInt8(ascii: "\\"))
      }
      text.append(byte)
    }
    return text
  }

  /// All lines as one, with a blank for each line end.
  var joiningLines: [UInt8] {
    indices.compactMap { index in
      let isHalf = self[index] == 13 && index + 1 < endIndex && self[index + 1] == 10
      return isHalf ? nil : self[index].isLineEnd ? 32 : self[index]
    }
  }
}

extension UInt8 {
  /// Space or tab.
  var isBlank: Bool { self == 32 || self == 9 }
  /// Line feed or carriage return.
  var isLineEnd: Bool { self == 10 || self == 13 }
}
