/// What a number in a text may mean.
///
/// `1.000` is a thousand in Dutch and one in English: every reading that a language allows counts.
struct NumberReader {
  let text: [UInt8]
  let words: NumberWords
  /// Whether the other language's scale words are unknown, so that digits alone may be compared.
  var keepsUnscaled = false

  /// The values that a number may have, the likeliest first, with a scale word behind it.
  func values(of token: TextToken, in tokens: ArraySlice<TextToken>, end: Int) -> [Double] {
    let digits = plainDigits(token.range)
    var values = Self.readings(digits)
    if let scale = scale(behind: token, tokens, end) {
      values = values.map { $0 * scale } + (keepsUnscaled ? values : [])
    }
    // The 1990s are "les années 90".
    if digits.count == 4, digits.last == 48, text.hasBytes("s", at: Int(token.end)) {
      values.append(values[0].truncatingRemainder(dividingBy: 100))
    }
    return values
  }

  /// Whether a number only says how: a 360-degree view is a full one.
  func isManner(_ token: TextToken) -> Bool {
    text.hasBytes("360", at: Int(token.start)) && text.hasBytes("-degree", at: Int(token.end))
  }

  /// The number with Latin digits, and with a blank for each kind of blank.
  private func plainDigits(_ range: Range<Int>) -> [UInt8] {
    var digits: [UInt8] = []
    var position = range.lowerBound
    while position < range.upperBound {
      let (value, length) = decodeScalar(text, at: position, before: range.upperBound)
      switch value {
      case 0x660...0x669: digits.append(UInt8(48 + value - 0x660))
      case 0x6F0...0x6F9: digits.append(UInt8(48 + value - 0x6F0))
      case 0x966...0x96F: digits.append(UInt8(48 + value - 0x966))
      case 0xFF10...0xFF19: digits.append(UInt8(48 + value - 0xFF10))
      case 0x66B: digits.append(UInt8(ascii: "."))
      case 0x66C: digits.append(UInt8(ascii: ","))
      case 0x27, 0xA0, 0x202F, 0x2009, 0x2019: digits.append(32)
      case 0..<0x80: digits.append(UInt8(value))
      default: break
      }
      position += length
    }
    return digits
  }

  /// The readings of digits with separators.
  static func readings(_ digits: [UInt8]) -> [Double] {
    let parts = digits.split(omittingEmptySubsequences: false) { !$0.isDigit }
    guard parts.count > 1 else { return [number(digits)] }
    let marks = digits.filter { !$0.isDigit }
    let isGrouped = parts.dropFirst().allSatisfy { $0.count == 3 } && parts[0].count <= 3
    let joined = number(parts.joined().map { $0 })
    var values: [Double] = []
    if isGrouped, Set(marks).count == 1 { values.append(joined) }
    if marks.count == 1, marks[0] != 32 {
      values.append(fraction(Array(parts[0]), Array(parts[1])))
    } else if let last = marks.last, last != 32, marks.dropLast().allSatisfy({ $0 != last }) {
      values.append(fraction(parts.dropLast().flatMap { Array($0) }, Array(parts[parts.count - 1])))
    }
    // Versions and dates have several equal marks: they must be the same digits.
    if values.isEmpty { values.append(joined + 0.5) }
    return values
  }

  private static func number(_ digits: [UInt8]) -> Double {
    digits.reduce(0) { $1.isDigit ? $0 * 10 + Double($1 - 48) : $0 }
  }

  private static func fraction(_ whole: [UInt8], _ digits: [UInt8]) -> Double {
    var (value, unit) = (number(whole), 1.0)
    for digit in digits {
      unit /= 10
      value += Double(digit - 48) * unit
    }
    return (value * 1e6).rounded() / 1e6
  }

  /// The scale that a letter at a number, or the word behind it, gives.
  private func scale(
    behind token: TextToken, _ tokens: ArraySlice<TextToken>, _ end: Int
  ) -> Double? {
    let after = Int(token.end)
    if after < end, after + 1 == end || !text[after + 1].isLetter {
      switch text[after] {
      case UInt8(ascii: "K"), UInt8(ascii: "k"): return 1e3
      case UInt8(ascii: "M"): return 1e6
      default: break
      }
    }
    guard let next = tokens.first(where: { Int($0.start) >= after && $0.kind == .word }),
      Int(next.start) - after <= 3
    else { return nil }
    return words.scale(text, next.range)
  }
}
