/// What a character beyond ASCII is to the checks.
enum ScalarKind: Hashable {
  case letter(Script)
  /// A mark that belongs to the letter before it.
  case mark
  case digit
  case space
  /// A character without width that has no place in a translation.
  case invisible
  /// A character that joins or parts letters; some scripts need it.
  case joiner
  /// Marks of direction: the begin and end of an embedding, of an isolate, and those that stand
  /// alone.
  case embedding, popEmbedding, isolate, popIsolate, directionMark
  case openingQuote, closingQuote
  case openingBracket, closingBracket
  case other

  /// The kind of a scalar of at least U+0080.
  init(_ value: UInt32) {
    switch value {
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .space
    case 0xAA, 0xB5, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF, 0x1E00...0x1EFF,
      0xFF21...0xFF3A, 0xFF41...0xFF5A:
      self = .letter(.latin)
    case 0x300...0x36F, 0x483...0x489, 0x591...0x5C7, 0x610...0x61A, 0x64B...0x65F, 0x670,
      0x6D6...0x6DC, 0x900...0x903, 0x93A...0x94F, 0x1AB0...0x1AFF, 0x20D0...0x20FF,
      0xFE00...0xFE0F:
      self = .mark
    case 0x660...0x669, 0x6F0...0x6F9, 0x966...0x96F, 0xFF10...0xFF19: self = .digit
    case 0x370...0x37D, 0x37F...0x3FF, 0x1F00...0x1FFF: self = .letter(.greek)
    case 0x400...0x482, 0x48A...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F:
      self = .letter(.cyrillic)
    case 0x5D0...0x5F4: self = .letter(.hebrew)
    case 0x60C, 0x61B, 0x61F, 0x66A...0x66D, 0x6D4: self = .other
    case 0x620...0x64A, 0x66E...0x6D3, 0x6D5, 0x6EE...0x6FF, 0x750...0x77F, 0x8A0...0x8FF,
      0xFB50...0xFDFF, 0xFE70...0xFEFC:
      self = .letter(.arabic)
    case 0xAD, 0x180E, 0x200B, 0x2060...0x2064, 0xFEFF, 0xFFF9...0xFFFD, 0x80...0x9F:
      self = .invisible
    case 0x200C, 0x200D: self = .joiner
    case 0x200E, 0x200F, 0x61C: self = .directionMark
    case 0x202A, 0x202B, 0x202D, 0x202E: self = .embedding
    case 0x202C: self = .popEmbedding
    case 0x2066...0x2068: self = .isolate
    case 0x2069: self = .popIsolate
    case 0xAB, 0x201C, 0x201E, 0x201F, 0x300C, 0x300E: self = .openingQuote
    case 0xBB, 0x201D, 0x300D, 0x300F: self = .closingQuote
    case 0xFF08, 0x3010, 0x3014, 0xFF3B: self = .openingBracket
    case 0xFF09, 0x3011, 0x3015, 0xFF3D: self = .closingBracket
    case 0x904...0x939, 0x958...0x963, 0x971...0x1C7F, 0xA000...0xA63F, 0xA720...0xABFF:
      self = .letter(.other)
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF,
      0x20000...0x3FFFF:
      self = .letter(.eastAsian)
    default: self = .other
    }
  }
}

/// The scripts that letters of a text are of.
struct Script: OptionSet, Hashable, Sendable {
  let rawValue: UInt8
  static let latin = Script(rawValue: 1)
  static let cyrillic = Script(rawValue: 2)
  static let arabic = Script(rawValue: 4)
  static let hebrew = Script(rawValue: 8)
  static let greek = Script(rawValue: 16)
  static let eastAsian = Script(rawValue: 32)
  static let other = Script(rawValue: 64)

  /// The script that a language is written in.
  init(language: String) {
    switch language {
    case "kk", "ru", "uk", "bg", "mk", "mn", "sr", "be", "ky", "tg": self = .cyrillic
    case "ar", "fa", "prs", "ur", "ps", "ug", "sd", "ckb": self = .arabic
    case "he", "iw", "yi": self = .hebrew
    case "el": self = .greek
    case "ja", "zh", "ko": self = .eastAsian
    case "hi", "mr", "ne", "th", "bn", "ta", "te", "ka", "hy", "am", "gu", "kn", "ml", "my", "km",
      "lo", "si", "pa":
      self = .other
    default: self = .latin
    }
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }
}
