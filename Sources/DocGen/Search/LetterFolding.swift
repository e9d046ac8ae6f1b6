import Synchronization

/// How one character counts in a search.
struct FoldedLetter: Equatable {
  /// What a character is for those who look for words.
  enum Kind: UInt64 {
    /// It ends a word.
    case separator
    /// It is as if it weren't there: an accent, a vowel point, a mark of direction.
    case ignored
    /// It belongs to a word.
    case letter
    /// It belongs to a word in a script without blanks.
    case unspaced
  }

  /// The kind, and up to two scalars that stand for the character, as three fields of bits.
  private let bits: UInt64

  init(_ kind: Kind, _ first: UInt32 = 0, _ second: UInt32 = 0) {
    bits = kind.rawValue | UInt64(first) << 8 | UInt64(second) << 32
  }

  var kind: Kind { Kind(rawValue: bits & 0xFF) ?? .separator }
  var first: UInt32 { UInt32(bits >> 8 & 0x1F_FFFF) }
  /// The second scalar, 0 where there is none.
  var second: UInt32 { UInt32(bits >> 32) }
}

/// How characters count in a search; made for 128 neighbours at a time, when the first is met.
enum LetterFolding {
  static let blockSize: UInt32 = 128
  private static let known = Mutex<[UInt32: [FoldedLetter]]>([:])

  /// The characters of a block, the one with the scalar `block * blockSize` first.
  static func block(_ block: UInt32) -> [FoldedLetter] {
    if let letters = known.withLock({ $0[block] }) { return letters }
    let letters = (0..<blockSize).map { offset in
      Unicode.Scalar(block * blockSize + offset).map(folded) ?? FoldedLetter(.separator)
    }
    known.withLock { $0[block] = letters }
    return letters
  }

  private static func folded(_ scalar: Unicode.Scalar) -> FoldedLetter {
    if isIgnored(scalar.value) { return FoldedLetter(.ignored) }
    guard isPartOfWord(scalar) else { return FoldedLetter(.separator) }
    if isUnspaced(scalar.value) { return FoldedLetter(.unspaced, scalar.value) }
    let small = Array(scalar.properties.lowercaseMapping.unicodeScalars)
      .filter { !isIgnored($0.value) }
    let parts = small.flatMap { FoldingTable.letters[$0] ?? [$0] }
    guard let first = parts.first else { return FoldedLetter(.ignored) }
    return FoldedLetter(.letter, first.value, parts.count > 1 ? parts[1].value : 0)
  }

  /// Accents, Hebrew and Arabic points, the Arabic stroke that only lengthens, soft hyphens, and
  /// characters that direct or join others, or say how an emoji looks.
  private static func isIgnored(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAD, 0x300...0x36F, 0x483...0x487, 0x591...0x5BD, 0x5BF, 0x5C1...0x5C2, 0x5C4...0x5C5,
      0x5C7, 0x5F3...0x5F4, 0x610...0x61A, 0x61C, 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6DC,
      0x6DF...0x6E8, 0x6EA...0x6ED, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x200C...0x200F,
      0x202A...0x202E, 0x2060...0x2069, 0x20D0...0x20F0, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xFEFF:
      true
    default: false
    }
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      true
    default: false
    }
  }

  /// Thai, Lao, Burmese, Khmer, kana and ideographs: words aren't told apart by blanks.
  static func isUnspaced(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3005...0x3007, 0x3041...0x30FF,
      0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
