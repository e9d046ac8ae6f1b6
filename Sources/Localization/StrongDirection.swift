/// The way that a character runs by itself: the strong classes of Unicode's bidirectional algorithm.
///
/// Digits, punctuation, marks and signs are weak or neutral there and have none.
package enum StrongDirection {
  case leftToRight
  case rightToLeft

  /// The direction of a character; `nil` if it takes that of its neighbours.
  ///
  /// From right to left run the classes R and AL of the Unicode Character Database, file
  /// `extracted/DerivedBidiClass.txt`, with the values for characters not yet assigned
  /// (https://www.unicode.org/Public/UCD/latest/ucd/extracted/DerivedBidiClass.txt). From left to right
  /// run the letters of all other scripts, and their spacing marks.
  package init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    // What most texts are made of needs no search.
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0x400...0x481, 0x48A...0x52F, 0x3041...0x3096,
      0x4E00...0x9FFF, 0xAC00...0xD7A3:
      self = .leftToRight
    case 0..<0xAA: return nil
    case 0x5D0...0x5EA, 0x620...0x64A: self = .rightToLeft
    default:
      if Self.isRightToLeft(scalar.value) {
        self = .rightToLeft
      } else {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .spacingMark:
          self = .leftToRight
        default: return nil
        }
      }
    }
  }

  private static func isRightToLeft(_ value: UInt32) -> Bool {
    guard let lowest = ranges.first?.lowerBound, value >= lowest else { return false }
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(value)
  }

  /// Hebrew, Arabic, Syriac, Thaana, NKo, Samaritan, Mandaic, the presentation forms of Hebrew and
  /// Arabic, and the scripts of the two blocks of the supplementary plane from right to left, such as
  /// Hanifi Rohingya and Adlam; what lies between their parts are marks and digits.
  private static let ranges: [ClosedRange<UInt32>] = [
    0x590...0x590, 0x5BE...0x5BE, 0x5C0...0x5C0, 0x5C3...0x5C3, 0x5C6...0x5C6, 0x5C8...0x5FF,
    0x608...0x608, 0x60B...0x60B, 0x60D...0x60D, 0x61B...0x64A, 0x66D...0x66F, 0x671...0x6D5,
    0x6E5...0x6E6, 0x6EE...0x6EF, 0x6FA...0x710, 0x712...0x72F, 0x74B...0x7A5, 0x7B1...0x7EA,
    0x7F4...0x7F5, 0x7FA...0x7FC, 0x7FE...0x815, 0x81A...0x81A, 0x824...0x824, 0x828...0x828,
    0x82E...0x858, 0x85C...0x88F, 0x892...0x896, 0x8A0...0x8C9, 0x200F...0x200F, 0xFB1D...0xFB1D,
    0xFB1F...0xFB28, 0xFB2A...0xFD3D, 0xFD50...0xFDCE, 0xFDF0...0xFDFC, 0xFE70...0xFEFE,
    0x10800...0x1091E, 0x10920...0x10A00, 0x10A04...0x10A04, 0x10A07...0x10A0B, 0x10A10...0x10A37,
    0x10A3B...0x10A3E, 0x10A40...0x10AE4, 0x10AE7...0x10B38, 0x10B40...0x10D23, 0x10D28...0x10D2F,
    0x10D3A...0x10D3F, 0x10D4A...0x10D68, 0x10D6F...0x10E5F, 0x10E7F...0x10EAA, 0x10EAD...0x10EFB,
    0x10F00...0x10F45, 0x10F51...0x10F81, 0x10F86...0x10FFF, 0x1E800...0x1E8CF, 0x1E8D7...0x1E943,
    0x1E94B...0x1EEEF, 0x1EEF2...0x1EFFF,
  ]
}
