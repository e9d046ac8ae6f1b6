/// Classes of bytes for finding secrets.
enum SecretBytes {
  /// A set of bytes.
  struct Alphabet: Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init(_ ranges: [ClosedRange<UInt8>], _ others: StaticString = "") {
      for range in ranges { for byte in range { insert(byte) } }
      others.withUTF8Buffer { for byte in $0 { insert(byte) } }
    }

    mutating func insert(_ byte: UInt8) {
      if byte < 64 {
        low |= 1 << UInt64(byte)
      } else if byte < 128 {
        high |= 1 << UInt64(byte - 64)
      }
    }

    func contains(_ byte: UInt8) -> Bool {
      if byte < 64 { return low & (1 << UInt64(byte)) != 0 }
      return byte < 128 && high & (1 << UInt64(byte - 64)) != 0
    }

    private static let digits: ClosedRange<UInt8> = 0x30...0x39
    private static let upperCase: ClosedRange<UInt8> = 0x41...0x5A
    private static let lowerCase: ClosedRange<UInt8> = 0x61...0x7A

    static let letters = Alphabet([digits, upperCase, lowerCase])
    static let upper = Alphabet([digits, upperCase])
    static let hexadecimal = Alphabet([digits, 0x61...0x66, 0x41...0x46])
    /// Base64 with both alphabets and percent escapes.
    static let base64 = Alphabet([digits, upperCase, lowerCase], "+/=_-%")
    static let token = Alphabet([digits, upperCase, lowerCase], "-_")
    static let dotted = Alphabet([digits, upperCase, lowerCase], "-_.")
    static let entra = Alphabet([digits, upperCase, lowerCase], "-_.~")
    /// What a value of a connection string may hold.
    static let value = Alphabet([0x21...0x21, 0x23...0x26, 0x28...0x3A, 0x3C...0x7E])
  }

  /// The kinds of bytes that keys are written in.
  enum Kind {
    case upper, lower, digit, other

    /// The kind of a byte; `nil` if keys have no such byte.
    init?(_ byte: UInt8) {
      switch byte {
      case 0x41...0x5A: self = .upper
      case 0x61...0x7A: self = .lower
      case 0x30...0x39: self = .digit
      case 0x21, 0x23...0x26, 0x2A, 0x2B, 0x2D...0x2F, 0x3D, 0x40, 0x5E, 0x5F, 0x7E:
        self = .other
      default: return nil
      }
    }
  }

  static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  static func isHexadecimal(_ byte: UInt8) -> Bool { Alphabet.hexadecimal.contains(byte) }

  /// The second bytes of the markers that begin with a byte: most words are told from all of them by
  /// this.
  static let seconds: [Alphabet] = SecretShapes.shapes.map { shapes in
    var seconds = Alphabet([])
    for shape in shapes where shape.marker.count > 1 {
      let second = shape.marker[1]
      seconds.insert(second)
      if shape.isFolded, isLetterOrDigit(second) { seconds.insert(second ^ 0x20) }
    }
    return seconds
  }

  /// Where looking closer may be worth it: 0 never, 1 at the start of a word, 2 anywhere.
  static let triggers: [UInt8] = {
    var triggers = SecretShapes.shapes.map { $0.isEmpty ? UInt8(0) : 1 }
    for byte in "-:~".utf8 { triggers[Int(byte)] = 2 }
    return triggers
  }()
}
