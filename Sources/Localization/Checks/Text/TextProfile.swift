/// What the checks look at in a text, found in one pass.
struct TextProfile {
  /// The pieces in the order in which they end.
  var tokens: [TextToken] = []
  /// The kinds of the pieces that there are, a bit each.
  private(set) var kinds: UInt16 = 0
  /// Round, square and curly brackets that are open at the end; negative: closed too often.
  var openRound = 0
  var openSquare = 0
  var openCurly = 0
  /// Pairs of brackets that were opened.
  var roundCount = 0
  var squareCount = 0
  /// Quotation marks: `"`, and those that show which side they are.
  var straightQuotes = 0
  var openingQuotes = 0
  var closingQuotes = 0
  /// Letters outside code, tags and addresses.
  var letters = 0
  /// The scripts of those letters.
  var scripts: Script = []
  /// Characters of all kinds.
  var characters = 0
  /// Where the first character is that can't be seen.
  var invisible: Int?
  /// Where the first joiner is that parts no letters which need it.
  var joiner: Int?
  /// Embeddings and isolates that are open at the end, or whether one was closed too often.
  var openEmbeddings = 0
  var openIsolates = 0
  var hasLoneEnd = false
  /// Where the first mark of direction is.
  var directionMark: Int?
  /// Where the first of several blanks in a row is.
  var doubleBlank: Int?
  /// Whether strong text has no end.
  var hasOpenBold = false
  /// How the text ends.
  var ending = Ending.none

  /// The mark at the end of a text, whatever the script.
  enum Ending: UInt8 {
    case none, period, colon, question, exclamation, semicolon, ellipsis, comma
  }

  /// Empties the profile; its memory is used again.
  mutating func reset() {
    var tokens = tokens
    self.tokens = []
    tokens.removeAll(keepingCapacity: true)
    self = TextProfile()
    self.tokens = tokens
  }

  mutating func add(_ token: TextToken) {
    tokens.append(token)
    kinds |= 1 << UInt16(token.kind.rawValue)
  }

  /// Whether there is a piece of a kind.
  func has(_ kind: TextToken.Kind) -> Bool { kinds & 1 << UInt16(kind.rawValue) != 0 }

  /// How many pieces of a kind there are.
  func count(_ kind: TextToken.Kind) -> Int {
    has(kind) ? tokens.count { $0.kind == kind } : 0
  }

  /// The pieces of a kind.
  func all(_ kind: TextToken.Kind) -> [TextToken] {
    has(kind) ? tokens.filter { $0.kind == kind } : []
  }
}
