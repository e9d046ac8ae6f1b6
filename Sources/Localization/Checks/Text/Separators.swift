/// What parts the things of lists in a text: commas and conjunctions.
struct Separators {
  /// How many words stand before each of them.
  private(set) var places: [Int] = []
  private let conjunctions: Conjunctions
  private var words = 0

  init(_ conjunctions: Conjunctions) { self.conjunctions = conjunctions }

  /// The most separators in a row of which none has more words before it than `limit`, counted from
  /// the one before.
  func longestRun(within limit: Int) -> Int {
    var (longest, run) = (min(1, places.count), 1)
    for (before, place) in zip(places, places.dropFirst()) {
      run = place - before <= limit ? run + 1 : 1
      longest = max(longest, run)
    }
    return longest
  }

  /// Reads the separators of a text.
  mutating func read(_ profile: TextProfile, _ text: [UInt8], _ range: Range<Int>) {
    var position = range.lowerBound
    // A comma and the conjunction behind it are one; so is one behind "for example".
    var isFree = false
    for token in profile.tokens {
      switch token.kind {
      case .bold, .emphasis, .linkText: continue
      default: break
      }
      if Int(token.start) > position {
        let marks = marks(text, position..<Int(token.start))
        if !isFree {
          places += repeatElement(words, count: marks)
        } else if marks > 1 {
          places += repeatElement(words, count: marks - 1)
        }
        if marks > 0 { isFree = true } else if token.kind != .word { isFree = false }
      }
      position = max(position, Int(token.end))
      guard token.kind == .word else {
        words += 1
        isFree = false
        continue
      }
      let word = text[token.range]
      if words > 0, conjunctions.has(word) {
        if !isFree { places.append(words) }
      } else if !conjunctions.scalars.isEmpty {
        places += repeatElement(words, count: marks(text, token.range))
      }
      isFree = conjunctions.isExample(word)
      words += 1
    }
    if position < range.upperBound {
      places += repeatElement(words, count: marks(text, position..<range.upperBound))
    }
  }

  /// How many marks part things; in languages without blanks conjunctions are among them.
  private func marks(_ text: [UInt8], _ range: Range<Int>) -> Int {
    String(decoding: text[range], as: UTF8.self).unicodeScalars.count {
      ",;،؛、，；・".unicodeScalars.contains($0) || conjunctions.scalars.contains($0)
    }
  }
}

/// The conjunctions of a language.
struct Conjunctions: Sendable {
  private let words: Set<[UInt8]>
  /// One that is written together with the word behind it.
  private let prefix: [UInt8]
  /// Words that begin with the same letter.
  private let others: Set<[UInt8]>
  /// Those of languages that write no blanks.
  let scalars: Set<Unicode.Scalar>

  private init(_ words: String, prefix: String = "", except: String = "", scalars: String = "") {
    self.words = Set(words.split(separator: " ").map { Array($0.utf8) })
    others = Set(except.split(separator: " ").map { Array($0.utf8) })
    (self.prefix, self.scalars) = (Array(prefix.utf8), Set(scalars.unicodeScalars))
  }

  /// Whether a word is one, or has one at its beginning.
  func has(_ word: ArraySlice<UInt8>) -> Bool {
    if words.contains(Array(word)) { return true }
    return !prefix.isEmpty && word.starts(with: prefix) && !others.contains(Array(word))
  }

  /// Whether a word is the last one of "for example", behind which a comma parts nothing.
  func isExample(_ word: ArraySlice<UInt8>) -> Bool {
    Self.examples.contains { word.elementsEqual($0.utf8) }
  }

  private static let examples = [
    "exemple", "ejemplo", "esempio", "exemplo", "Beispiel", "voorbeeld", "например", "Например",
    "мысалы", "Мысалы", "المثال", "przykład", "örneğin", "לדוגמה", "למשל",
  ]

  /// Those of a language; `nil` if they aren't known.
  static func of(_ language: String) -> Conjunctions? { all[language] }

  private static let all: [String: Conjunctions] = [
    "fr": .init("et ou ni mais puis ainsi outre soit voire"), "nl": .init("en of noch evenals"),
    "de": .init("und oder sowie bzw noch"), "es": .init("y e o u ni además"),
    "it": .init("e ed o od nonché né"), "pt": .init("e ou nem bem"),
    "ru": .init("и или а также либо"), "uk": .init("і й та або чи також"),
    "kk": .init("және немесе мен пен бен әрі яғни тағы"), "pl": .init("i oraz lub albo a"),
    "tr": .init("ve veya ile ya"),
    "ar": .init(
      "أو ثم جانب بالإضافة", prefix: "و",
      except: """
        وقت وصول واجهة وحدة وحدات وضع وظيفة وظائف وصف واحد واحدة وكيل ويب وسيط وسيلة وسائل وثائق \
        وثيقة ورقة ولاية وزن وجود وفق وفقًا وفقا واضح واضحة واسع واسعة وهي وهو
        """),
    "he": .init("או גם", prefix: "ו", except: "וידאו וידוא ועד ותק"),
    "ja": .init("", scalars: "とやか及並"), "zh": .init("", scalars: "和与與及或并並"),
    "ko": .init("및 또는", scalars: "와과나고며랑"), "hi": .init("और या तथा एवं"),
  ]
}
