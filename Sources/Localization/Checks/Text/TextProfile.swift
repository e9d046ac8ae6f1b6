/// What the checks look at in a text, found in one pass.
struct TextProfile {
  /// The pieces in the order in which they end.
  var tokens: [TextToken] = []
  /// What the text has of all that checks look at.
  private(set) var features: Features = []
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
  /// Those of them that stand in round brackets.
  var bracketedLetters = 0
  /// The scripts of those letters.
  var scripts: Script = []
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
  /// Where the first mark of direction is that stands between letters of one script.
  var innerMark: Int?
  /// Where the first bracket of full width is.
  var wideBracket: Int?
  /// Brackets of full width that are open at the end; negative: closed too often.
  var openWide = 0
  /// Where the first of several blanks in a row is.
  var doubleBlank: Int?
  /// How many blanks stand behind another one.
  var doubleBlankCount = 0
  /// How many words there are, and how many of them have the length and the end of an earlier one.
  var wordCount = 0
  var echoCount = 0
  /// Runs of backticks that begin no code.
  var loneBackticks = 0
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

  /// Things that a text has or doesn't have: a check whose things neither side has isn't asked.
  struct Features: OptionSet, Sendable {
    let rawValue: UInt64
    /// A piece of a kind.
    init(_ kind: TextToken.Kind) { rawValue = 1 << UInt64(kind.rawValue) }
    init(rawValue: UInt64) { self.rawValue = rawValue }
    static let openBold = Features(rawValue: 1 << 16)
    static let brackets = Features(rawValue: 1 << 17)
    static let quotationMarks = Features(rawValue: 1 << 18)
    /// Characters that can't be seen, and joiners.
    static let invisible = Features(rawValue: 1 << 19)
    static let directionMarks = Features(rawValue: 1 << 20)
    /// A word of letters of several scripts.
    static let mixedScript = Features(rawValue: 1 << 21)
    static let ampersand = Features(rawValue: 1 << 22)
    /// A word of at most three letters and digits: `v1`.
    static let shortName = Features(rawValue: 1 << 23)
    static let plusSign = Features(rawValue: 1 << 24)
    /// An English word for a number from three to twelve.
    static let numberWord = Features(rawValue: 1 << 25)
    /// Blanks at an edge, or several in a row.
    static let blanks = Features(rawValue: 1 << 26)
    /// A word with the length and the end of one of the four before it.
    static let echoes = Features(rawValue: 1 << 27)
    /// Half of the words have the length and the end of an earlier one.
    static let manyEchoes = Features(rawValue: 1 << 33)
    /// The texts end with different marks; the translation ends with none.
    static let otherEnding = Features(rawValue: 1 << 28)
    static let openEnd = Features(rawValue: 1 << 29)
    /// Both texts are the same bytes.
    static let sameText = Features(rawValue: 1 << 30)
    /// Letters of the translation are Latin; none is of the language's script.
    static let latinInTarget = Features(rawValue: 1 << 31)
    static let foreignScript = Features(rawValue: 1 << 32)
    /// A list in the source that ends with ", and" or ", or".
    static let list = Features(rawValue: 1 << 34)
    /// A link or an image without words.
    static let emptyWords = Features(rawValue: 1 << 35)
    /// A backtick that begins no code.
    static let loneBacktick = Features(rawValue: 1 << 36)
    /// Characters that wrong encodings are full of, which may be right by themselves.
    static let doubtfulLetters = Features(rawValue: 1 << 37)
    /// A sign of a currency, or a code of one.
    static let money = Features(rawValue: 1 << 38)
    static let all = Features(rawValue: .max)
  }

  @inline(__always)
  mutating func add(_ token: TextToken) {
    tokens.append(token)
    features.insert(Features(token.kind))
    let scripts = token.scripts.rawValue
    if scripts & (scripts &- 1) != 0 { features.insert(.mixedScript) }
  }

  /// Adds strong or emphasized text, whose words are the pieces that were added last.
  mutating func addMarked(_ token: TextToken) {
    for index in tokens.indices.reversed() {
      guard tokens[index].end > token.start else { break }
      if tokens[index].start >= token.start { tokens[index].isMarked = true }
    }
    add(token)
  }

  /// Notes a thing that is no piece.
  mutating func note(_ feature: Features) { features.insert(feature) }

  /// Notes what the counts say, when all is read.
  mutating func noteCounts() {
    if hasOpenBold { note(.openBold) }
    let brackets =
      openRound | openSquare | openCurly | roundCount | squareCount
    if brackets != 0 { note(.brackets) }
    if straightQuotes | openingQuotes | closingQuotes != 0 { note(.quotationMarks) }
    if invisible != nil || joiner != nil { note(.invisible) }
    if directionMark != nil { note(.directionMarks) }
    if wordCount >= 6, echoCount * 2 >= wordCount { note(.manyEchoes) }
    if doubleBlank != nil { note(.blanks) }
  }

  /// Whether there is a piece of a kind.
  func has(_ kind: TextToken.Kind) -> Bool { features.contains(Features(kind)) }

  /// How many pieces of a kind there are.
  func count(_ kind: TextToken.Kind) -> Int {
    has(kind) ? tokens.count { $0.kind == kind } : 0
  }

  /// The pieces of a kind.
  func all(_ kind: TextToken.Kind) -> [TextToken] {
    has(kind) ? tokens.filter { $0.kind == kind } : []
  }
}
