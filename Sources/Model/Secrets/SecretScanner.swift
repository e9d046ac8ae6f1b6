/// Finds secrets in text by their shape; GUIDs and digests are never taken for one.
///
/// Works on bytes in one pass, since a snapshot may hold a million texts. Nothing here keeps,
/// returns or prints a secret.
public enum SecretScanner {
  /// What a text contains, wherever it stands; `nil` if nothing in it looks like a secret.
  ///
  /// Complexity: linear in the length, for all but crafted texts.
  public static func match(_ text: UnsafeBufferPointer<UInt8>) -> SecretMatch? {
    // The shortest secret that is told by its shape alone is a password in a URL.
    guard text.count >= 10, !isGUID(text) else { return nil }
    var likely: SecretMatch?
    var isInWord = false
    for (position, byte) in text.enumerated() {
      let isWord = SecretBytes.isLetterOrDigit(byte)
      let kind = SecretBytes.triggers[Int(byte)]
      defer { isInWord = isWord }
      guard kind != 0, kind == 2 || (!isInWord && mayBegin(text, position)) else { continue }
      guard let found = SecretShapes.match(text, at: position) else { continue }
      if found.certainty == .certain { return found }
      likely = likely ?? found
    }
    return likely
  }

  /// Whether some marker begins with the two bytes at a position.
  private static func mayBegin(_ text: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    position + 1 < text.count
      && SecretBytes.seconds[Int(text[position])].contains(text[position + 1])
  }

  /// A text as it may be printed: masked if something in it looks like a secret.
  public static func printable(_ text: String) -> String {
    match(text) == nil ? text : masked(text)
  }

  /// What a text contains.
  public static func match(_ text: String) -> SecretMatch? {
    var text = text
    return text.withUTF8 { match($0) }
  }

  /// Whether a text as a whole looks random enough to be a key: at least 16 bytes of the letters
  /// that keys are written in, mixed, and of high entropy.
  ///
  /// GUIDs, hexadecimal numbers (as digests are) and names with a number don't.
  public static func isRandom(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard (16...4096).contains(text.count) else { return false }
    var counts = [Int](repeating: 0, count: 256)
    var digitRuns = 0
    var changes = 0
    var hexadecimal = 0
    var isSeen = (upper: false, lower: false)
    var last = SecretBytes.Kind.other
    for byte in text {
      guard let kind = SecretBytes.Kind(byte) else { return false }
      counts[Int(byte)] += 1
      if SecretBytes.isHexadecimal(byte) { hexadecimal += 1 }
      if kind == .upper { isSeen.upper = true } else if kind == .lower { isSeen.lower = true }
      if kind == .digit, last != .digit { digitRuns += 1 }
      if kind != .other {
        if last != .other, kind != last { changes += 1 }
        last = kind
      }
    }
    guard !isDigestOrGUID(text, hexadecimal: hexadecimal), digitRuns > 0 else { return false }
    // Names hold a year or capitals; letters and digits in wild change are another matter.
    if isSeen.upper && isSeen.lower {
      return changes * 3 >= text.count && entropy(counts, text.count) >= 3.4
    }
    return (isSeen.upper || isSeen.lower) && digitRuns > 2 && entropy(counts, text.count) >= 3.7
  }

  /// A text as a report may show it: at most its first two characters.
  public static func masked(_ text: String) -> String { "\(text.prefix(2))…" }

  private static func isDigestOrGUID(
    _ text: UnsafeBufferPointer<UInt8>, hexadecimal: Int
  ) -> Bool {
    if hexadecimal == text.count { return true }
    guard text.count == 36 || text.count == 38, hexadecimal == 32 else { return false }
    let start = text.count == 38 ? 1 : 0
    return [8, 13, 18, 23].allSatisfy { text[start + $0] == UInt8(ascii: "-") }
  }

  /// Whether a text is a GUID without braces, as most texts of a snapshot are.
  static func isGUID(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count == 36 else { return false }
    let bytes = UnsafeRawBufferPointer(text)
    func word(_ offset: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    // Dashes stand at 8 and 13, 18 and 23; the last eight bytes overlap those before.
    return isHexadecimal(word(0)) && isHexadecimal(word(8), butDashes: 0x0000_FF00_0000_00FF)
      && isHexadecimal(word(16), butDashes: 0xFF00_0000_00FF_0000) && isHexadecimal(word(24))
      && isHexadecimal(word(28))
  }

  /// Whether eight bytes are hexadecimal digits, but for dashes at the bytes of a mask.
  private static func isHexadecimal(_ word: UInt64, butDashes mask: UInt64 = 0) -> Bool {
    let high: UInt64 = 0x8080_8080_8080_8080
    guard word & mask == 0x2D2D_2D2D_2D2D_2D2D & mask, word & high == 0 else { return false }
    // In each byte the high bit tells whether the sum went over 0x7F, as no sum goes over 0xFF.
    let digit = word ^ 0x3030_3030_3030_3030
    let isNoDigit = (digit &+ 0x7676_7676_7676_7676) & high
    let letter = (word | 0x2020_2020_2020_2020) ^ 0x6060_6060_6060_6060
    let isNoLetter =
      ((letter &+ 0x7979_7979_7979_7979) | ~(letter &+ 0x7F7F_7F7F_7F7F_7F7F)) & high
    return isNoDigit & isNoLetter & ~mask == 0
  }

  /// Shannon's entropy in bits a byte, by integers so that it is the same everywhere.
  private static func entropy(_ counts: [Int], _ total: Int) -> Double {
    var sum = 0.0
    for count in counts where count > 0 {
      sum += Double(count) * (binaryLogarithm(total) - binaryLogarithm(count))
    }
    return sum / Double(total)
  }

  /// The binary logarithm of a number above 0, to about three digits.
  private static func binaryLogarithm(_ number: Int) -> Double {
    let exponent = Int.bitWidth - 1 - number.leadingZeroBitCount
    let mantissa = Double(number) / Double(1 << exponent)
    // A parabola through log2 at 1, √2 and 2.
    return Double(exponent) + (mantissa - 1) * (1.3465 - 0.3465 * mantissa)
  }
}
