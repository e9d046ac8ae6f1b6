/// How alike two texts are.
public enum TextSimilarity {
  /// Texts longer than this are compared by their words alone.
  private static let limit = 2000

  /// The share of bytes that stay when one text becomes the other: 1 for equal texts.
  ///
  /// One minus the edit distance (Levenshtein) over the longer length. Complexity: the product of
  /// the lengths, of which 64 bytes of the one are compared at a time.
  public static func ratio(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Double {
    let longer = max(left.count, right.count)
    guard longer > 0 else { return 1 }
    if left == right { return 1 }
    if longer > limit {
      let (from, to) = (words(left), words(right))
      return 1 - Double(distance(from, to)) / Double(max(from.count, to.count, 1))
    }
    return 1 - Double(BitDistance.between(left, right)) / Double(longer)
  }

  /// The words of a text, parted at blanks.
  static func words(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    text.split { $0.isWhitespace }
  }

  /// The edit distance of two lists, of which every element is looked at beside every other.
  static func distance<Element: Equatable>(_ left: [Element], _ right: [Element]) -> Int {
    var last = Array(0...right.count)
    var current = last
    for row in left.indices {
      current[0] = row + 1
      for column in right.indices {
        current[column + 1] =
          left[row] == right[column]
          ? last[column] : 1 + min(last[column], last[column + 1], current[column])
      }
      swap(&last, &current)
    }
    return last[right.count]
  }
}
