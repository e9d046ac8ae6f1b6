/// Numerals of Chinese and Japanese, which stand among other characters without blanks.
enum EastAsianNumerals {
  /// The values of all runs of numerals in a text: 12 and 3 of `十二个月三天`.
  static func values(in text: String) -> [Double] {
    var values: [Double] = []
    var run: [Value] = []
    for scalar in text.unicodeScalars {
      if let value = numerals[scalar] {
        run.append(value)
      } else if !run.isEmpty {
        values.append(Self.value(of: run))
        run = []
      }
    }
    return run.isEmpty ? values : values + [value(of: run)]
  }

  /// What a numeral stands for.
  private enum Value { case digit(Double), unit(Double) }

  private static func value(of run: [Value]) -> Double {
    var (total, digit) = (0.0, 0.0)
    for numeral in run {
      switch numeral {
      case .digit(let value): digit = value
      case .unit(let unit) where unit < 1e4:
        total += max(1, digit) * unit
        digit = 0
      case .unit(let unit):
        total = max(1, total + digit) * unit
        digit = 0
      }
    }
    return total + digit
  }

  private static let numerals: [Unicode.Scalar: Value] = [
    "零": .digit(0), "〇": .digit(0), "一": .digit(1), "二": .digit(2), "两": .digit(2),
    "兩": .digit(2), "双": .digit(2), "三": .digit(3), "四": .digit(4), "五": .digit(5),
    "六": .digit(6), "七": .digit(7), "八": .digit(8), "九": .digit(9), "十": .unit(10),
    "百": .unit(100), "千": .unit(1000), "万": .unit(1e4), "萬": .unit(1e4), "亿": .unit(1e8),
    "億": .unit(1e8),
  ]
}
