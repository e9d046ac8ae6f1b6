/// Finds what somebody probably meant to write.
///
/// The result is for suggestions in diagnostics alone: nothing is ever taken for something else.
public enum Suggestion {
  /// The candidate nearest to a word, if one is near enough: at most a third of its letters differ.
  ///
  /// Letters are compared as ASCII lower case; a swap of neighbours counts as one difference. Of
  /// equally near candidates the first wins. Complexity: candidates × square of the word's length;
  /// words over 64 bytes have no neighbour.
  public static func nearest(
    to word: String, among candidates: some Sequence<String>
  ) -> String? {
    let letters = fold(word)
    guard (1...64).contains(letters.count) else { return nil }
    let allowed = max(1, letters.count / 3)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let other = fold(candidate)
      guard abs(other.count - letters.count) <= allowed else { continue }
      let distance = distance(letters, other)
      if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// The question whether the candidate nearest to a word was meant; `nil` if none is near enough.
  public static func didYouMean(
    _ word: String, among candidates: some Sequence<String>
  ) -> String? {
    nearest(to: word, among: candidates).map { "did you mean '\($0)'?" }
  }

  private static func fold(_ word: String) -> [UInt8] {
    word.utf8.map { (65...90).contains($0) ? $0 | 0x20 : $0 }
  }

  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        var cost = min(
          last[column] + (left[row] == right[column] ? 0 : 1),
          min(last[column + 1], current[column]) + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
