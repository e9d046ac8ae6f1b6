/// Labels as they are compared.
enum Label {
  /// Writes a label in small letters without marks of direction, blanks and punctuation at its ends
  /// into bytes that are used again.
  static func fold(_ bytes: ArraySlice<UInt8>, into folded: inout [UInt8]) {
    folded.removeAll(keepingCapacity: true)
    if !foldCommon(bytes, into: &folded) {
      folded.removeAll(keepingCapacity: true)
      foldAny(bytes, into: &folded)
    }
    trim(&folded)
  }

  /// Folds a label of Latin, Cyrillic or Arabic letters byte by byte; `false` for one that has others.
  private static func foldCommon(_ bytes: ArraySlice<UInt8>, into folded: inout [UInt8]) -> Bool {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let first = bytes[index]
      if first < 0x80 {
        if first != 0x2A, first != 0x5C {
          folded.append((0x41...0x5A).contains(first) ? first | 0x20 : first)
        }
        index += 1
        continue
      }
      guard index + 1 < bytes.endIndex, bytes[index + 1] & 0xC0 == 0x80 else { return false }
      let second = bytes[index + 1]
      if first == 0xE2, second == 0x80, index + 2 < bytes.endIndex {
        switch bytes[index + 2] {
        case 0x8B...0x8F, 0xAA...0xAE: break
        case 0x90...0xA5, 0xB9, 0xBA: folded += bytes[index...index + 2]
        default: return false
        }
        index += 3
        continue
      }
      let value = UInt16(first & 0x1F) << 6 | UInt16(second & 0x3F)
      let small: UInt16
      switch (first, value) {
      case (0xC2, 0xA0): small = 0x20
      case (0xC3, 0xC0...0xD6), (0xC3, 0xD8...0xDE): small = value + 0x20
      case (0xC3, 0xDF...0xFF): small = value
      case (0xD0, 0x410...0x42F): small = value + 0x20
      case (0xD0, 0x430...0x43F), (0xD1, 0x440...0x45F): small = value
      // Capital letters are even here.
      case (0xD2, 0x48A...0x4BF), (0xD3, 0x4D0...0x4FF): small = value | 1
      case (0xD8, 0x60C), (0xD8, 0x620...0x63F), (0xD9, 0x640...0x65F): small = value
      default: return false
      }
      if small < 0x80 {
        folded.append(UInt8(small))
      } else {
        folded.append(0xC0 | UInt8(small >> 6))
        folded.append(0x80 | UInt8(small & 0x3F))
      }
      index += 2
    }
    return true
  }

  private static func foldAny(_ bytes: ArraySlice<UInt8>, into folded: inout [UInt8]) {
    var scalars = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0x61C, 0x2A, 0x5C: continue
      case 0xA0, 0x202F: scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    folded += String(scalars).lowercased().utf8
  }

  /// Takes blanks and punctuation from both ends.
  private static func trim(_ folded: inout [UInt8]) {
    var (start, end) = (0, folded.count)
    while start < end, let length = edge(folded[start..<end].prefix(3)) { start += length }
    while start < end {
      let last = folded[end - 1]
      let length = last < 0x80 ? 1 : last == 0x8C ? 2 : 3
      guard end - length >= start, edge(folded[end - length..<end]) == length else { break }
      end -= length
    }
    folded.removeSubrange(end...)
    folded.removeSubrange(..<start)
  }

  /// The length of a character that is no part of a label, where one begins.
  private static func edge(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    switch first {
    case 0x20, 0x2E, 0x3A, 0x2C, 0x3B, 0x0A, 0x09: return 1
    // The Arabic comma and the ellipsis.
    case 0xD8 where bytes.dropFirst().first == 0x8C: return 2
    case 0xE2 where bytes.dropFirst().elementsEqual([0x80, 0xA6]): return 3
    default: return nil
    }
  }

  /// Whether a word of the label has a capital behind another letter: nobody knows whether it is to
  /// be translated.
  ///
  /// `ID` beside words in small letters is none.
  static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
    let words = bytes.split(separator: UInt8(ascii: " "))
    let hasSmall = words.contains { $0.count > 3 && $0.allSatisfy { (97...122).contains($0) } }
    return words.contains { word in
      let isAbbreviation = word.allSatisfy { (65...90).contains($0) || !$0.isLetter }
      if hasSmall, isAbbreviation { return false }
      return zip(word, word.dropFirst()).contains { $0.isLetter && (65...90).contains($1) }
    }
  }

  /// Whether each of several words begins with a capital, as in `Azure Blob Storage`: interfaces write
  /// their own labels like sentences, so it is a name as often as not.
  static func isTitle(_ bytes: ArraySlice<UInt8>) -> Bool {
    let words = bytes.split(separator: UInt8(ascii: " "))
    return words.count > 1
      && words.allSatisfy { word in
        word.first { $0.isLetter || $0 >= 0x80 }.map { (65...90).contains($0) } ?? true
      }
  }

  /// Whether a label has words that can be translated: letters, and not only one name.
  static func isProse(_ label: String) -> Bool {
    label.utf8.contains { (97...122).contains($0) }
      && !label.replacing(" / ", with: " ").contains("/")
      && !label.contains("_") && !label.contains(".")
  }

  /// Whether two labels are the same word but for their endings.
  static func isForm(_ label: String, of other: String) -> Bool {
    let (label, other) = (label.unicodeScalars, other.unicodeScalars)
    let common = zip(label, other).prefix { $0 == $1 }.count
    return common >= 4 && common * 4 >= min(label.count, other.count) * 3
  }

  /// Whether a label has another one in it.
  static func has(_ label: String, _ other: String) -> Bool {
    Array(label.utf8).contains(sequence: Array(other.utf8))
  }
}
