import Model

/// Translations that are far longer or shorter than those of this language are.
///
/// The model is that of sentence alignment (Gale and Church, 1993): a translation's length is
/// spread around a multiple of the source's, and the square of the spread grows with the source's
/// length.
enum LengthCheck {
  /// How many spreads away a translation is told.
  private static let limit = 4.5
  /// How many for one of less than 0.6 of the expected length: what was cut off is shorter, and
  /// translations vary less that way.
  private static let limitOfShort = 3.2
  /// A translation may be long where an abbreviation is spelled out, or a short text is explained.
  private static let leastShareOfLong = 2.4

  static func findings(_ texts: [TextObservation]) -> [SetFinding] {
    // A set has texts by the hundred thousand; the usable ones aren't copied.
    var (count, sources, targets) = (0, 0, 0)
    for text in texts where isUsable(text) {
      count += 1
      sources += Int(text.sourceLetters)
      targets += Int(text.targetLetters)
    }
    guard count >= 50 else { return [] }
    let ratio = Double(targets) / Double(sources)
    var deviations: [Double] = []
    deviations.reserveCapacity(count)
    for text in texts where isUsable(text) {
      let difference = Double(text.targetLetters) - ratio * Double(text.sourceLetters)
      deviations.append(difference * difference / Double(text.sourceLetters))
    }
    // Untranslated and wrong texts must not widen the spread: the median of the squares of a
    // normal distribution is 0.455 of their mean.
    let median = median(of: &deviations)
    let variance = max(0.05, median / 0.455)
    var findings: [SetFinding] = []
    for text in texts where text.sourceLetters >= 8 {
      let expected = ratio * Double(text.sourceLetters)
      let difference = Double(text.targetLetters) - expected
      let spread = (variance * Double(text.sourceLetters)).squareRoot()
      let share = Double(text.targetLetters) / expected
      let limit = share < 0.5 ? limitOfShort : share < 0.6 ? 4 : limit
      guard abs(difference) > limit * spread, abs(difference) > (share < 0.6 ? 12 : 16) else {
        continue
      }
      // A text of the same length as its source is a matter for other checks.
      guard !(0.6...leastShareOfLong).contains(share), share < 1 || text.sourceLetters >= 12 else {
        continue
      }
      findings.append(
        SetFinding(
          .length, difference < 0 ? "short" : "long", at: text.place,
          ["share": .share(share)], subject: "length"))
    }
    return findings
  }

  private static func isUsable(_ text: TextObservation) -> Bool {
    text.sourceLetters >= 8 && text.targetLetters > 0
  }

  /// The value in the middle, found without putting all into order.
  private static func median(of values: inout [Double]) -> Double {
    let middle = values.count / 2
    var (low, high) = (0, values.count - 1)
    while low < high {
      let pivot = values[(low + high) / 2]
      var (left, right) = (low, high)
      while left <= right {
        while values[left] < pivot { left += 1 }
        while values[right] > pivot { right -= 1 }
        if left <= right {
          values.swapAt(left, right)
          (left, right) = (left + 1, right - 1)
        }
      }
      if middle <= right { high = right } else if middle >= left { low = left } else { break }
    }
    return values[middle]
  }
}
