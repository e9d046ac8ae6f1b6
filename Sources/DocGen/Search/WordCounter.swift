/// Counts the words of one page, each by how much it says about the page.
struct WordCounter {
  /// How much a word weighs by where it stands.
  enum Place: Int {
    case text = 1
    case description = 3
    case heading = 4
    case title = 16
  }

  /// Words are cut off behind this many bytes.
  private static let lengthLimit = 60

  private(set) var terms = TermTable(capacity: 512)
  private(set) var weights: [Int] = []
  private var blocks: [UInt32: [FoldedLetter]] = [:]
  private var block: [FoldedLetter] = []
  private var blockNumber = UInt32.max
  private var word: [UInt8] = []
  /// The character before in a script without blanks.
  private var before: [UInt8] = []

  /// Counts the words of a text.
  mutating func add(_ text: some Sequence<UInt8>, _ place: Place) {
    var rest: UInt32 = 0
    var missing = 0
    for byte in text {
      if byte < 0x80 {
        missing = 0
        add(ascii: byte, place)
      } else if byte >= 0xC0 {
        missing = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1
        rest = UInt32(byte) & (missing == 3 ? 0x07 : missing == 2 ? 0x0F : 0x1F)
      } else if missing > 0 {
        rest = rest << 6 | UInt32(byte & 0x3F)
        missing -= 1
        if missing == 0 { add(scalar: rest, place) }
      }
    }
    endWord(place)
  }

  private mutating func add(ascii byte: UInt8, _ place: Place) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      if !before.isEmpty { endRun(place) }
      word.append(byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      if !before.isEmpty { endRun(place) }
      word.append(byte | 0x20)
    default: endWord(place)
    }
  }

  private mutating func add(scalar: UInt32, _ place: Place) {
    let number = scalar / LetterFolding.blockSize
    if number != blockNumber {
      block = blocks[number] ?? LetterFolding.block(number)
      blocks[number] = block
      blockNumber = number
    }
    let letter = block[Int(scalar % LetterFolding.blockSize)]
    switch letter.kind {
    case .ignored: break
    case .separator: endWord(place)
    case .letter:
      if !before.isEmpty { endRun(place) }
      word.append(scalar: letter.first)
      if letter.second != 0 { word.append(scalar: letter.second) }
    case .unspaced:
      if !word.isEmpty { endWord(place) }
      var character: [UInt8] = []
      character.append(scalar: letter.first)
      if !before.isEmpty { count(before + character, place) }
      before = character
    }
  }

  /// Ends a run of a script without blanks: its last character can be found too.
  private mutating func endRun(_ place: Place) {
    count(before, place)
    before.removeAll(keepingCapacity: true)
  }

  private mutating func endWord(_ place: Place) {
    if !before.isEmpty { endRun(place) }
    guard !word.isEmpty else { return }
    if word.count > Self.lengthLimit {
      var end = Self.lengthLimit
      while word[end] & 0xC0 == 0x80 { end -= 1 }
      word.removeLast(word.count - end)
    }
    count(word, place)
    if let bare = WordPrefixes.without(word) { count(bare, place) }
    word.removeAll(keepingCapacity: true)
  }

  private mutating func count(_ term: some RandomAccessCollection<UInt8>, _ place: Place) {
    let number = terms.number(of: term)
    if number == weights.count { weights.append(0) }
    weights[number] += place.rawValue
  }
}

/// What Arabic and Hebrew write in front of a word as one with it.
enum WordPrefixes {
  private static let articles = ["وال", "بال", "كال", "فال", "ال", "لل"].map { Array($0.utf8) }

  /// The word without its article or preposition; `nil` if it has none, or is too short to tell.
  static func without(_ word: [UInt8]) -> ArraySlice<UInt8>? {
    guard let first = word.first else { return nil }
    switch first {
    case 0xD8, 0xD9:
      for article in articles where word.starts(with: article) {
        return word.count >= article.count + 6 ? word[article.count...] : nil
      }
      return nil
    case 0xD7:
      // ב ה ו כ ל מ ש
      let isPrefix = [0x91, 0x94, 0x95, 0x9B, 0x9C, 0x9E, 0xA9].contains(word[1])
      return isPrefix && word.count >= 8 ? word[2...] : nil
    default: return nil
    }
  }
}

extension [UInt8] {
  /// Appends a character in UTF-8.
  fileprivate mutating func append(scalar: UInt32) {
    if scalar < 0x80 {
      append(UInt8(scalar))
    } else if scalar < 0x800 {
      append(UInt8(0xC0 | scalar >> 6))
      append(UInt8(0x80 | scalar & 0x3F))
    } else if scalar < 0x10000 {
      append(UInt8(0xE0 | scalar >> 12))
      append(UInt8(0x80 | scalar >> 6 & 0x3F))
      append(UInt8(0x80 | scalar & 0x3F))
    } else {
      append(UInt8(0xF0 | scalar >> 18 & 7))
      append(UInt8(0x80 | scalar >> 12 & 0x3F))
      append(UInt8(0x80 | scalar >> 6 & 0x3F))
      append(UInt8(0x80 | scalar & 0x3F))
    }
  }
}
