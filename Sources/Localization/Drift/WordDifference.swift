/// What changed between two versions of a sentence, word by word.
public enum WordDifference {
  /// A run of words.
  public struct Piece: Hashable, Sendable {
    /// What became of the words.
    public enum Change: String, Hashable, Sendable {
      case same, removed, added
    }

    /// What became of them.
    public var change: Change
    /// The words with blanks between.
    public var text: String

    /// A run from its parts.
    public init(change: Change, text: String) { (self.change, self.text) = (change, text) }
  }

  /// The runs in their order; what was removed stands before what was added in its place.
  ///
  /// The longest common subsequence of words stays. Sentences of more than 2,000 words are one
  /// removed and one added run.
  public static func pieces(from old: ArraySlice<UInt8>, to new: ArraySlice<UInt8>) -> [Piece] {
    let (left, right) = (TextSimilarity.words(old), TextSimilarity.words(new))
    guard left.count <= 2000, right.count <= 2000 else {
      return [
        Piece(change: .removed, text: String(decoding: old, as: UTF8.self)),
        Piece(change: .added, text: String(decoding: new, as: UTF8.self)),
      ]
    }
    var lengths = [[Int]](
      repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
    for row in left.indices.reversed() {
      for column in right.indices.reversed() {
        lengths[row][column] =
          left[row] == right[column]
          ? lengths[row + 1][column + 1] + 1
          : max(lengths[row + 1][column], lengths[row][column + 1])
      }
    }
    var pieces: [Piece] = []
    func add(_ change: Piece.Change, _ word: ArraySlice<UInt8>) {
      let text = String(decoding: word, as: UTF8.self)
      if pieces.last?.change == change {
        pieces[pieces.count - 1].text += " \(text)"
      } else {
        pieces.append(Piece(change: change, text: text))
      }
    }
    var (row, column) = (0, 0)
    while row < left.count || column < right.count {
      if row < left.count, column < right.count, left[row] == right[column] {
        add(.same, left[row])
        (row, column) = (row + 1, column + 1)
      } else if row < left.count,
        column == right.count || lengths[row + 1][column] >= lengths[row][column + 1]
      {
        add(.removed, left[row])
        row += 1
      } else {
        add(.added, right[column])
        column += 1
      }
    }
    return pieces
  }
}
