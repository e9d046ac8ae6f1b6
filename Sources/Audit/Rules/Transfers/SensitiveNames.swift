import Model

/// Words by which the name of a segment may tell something sensitive about its members.
///
/// They stand for the special categories of GDPR article 9 and for children. A name is a hint at
/// most: only a whole word counts as certain.
enum SensitiveNames {
  /// How a name looks.
  enum Look { case plain, perhaps, certain }

  /// How a name looks, with the first word that was found.
  typealias Result = (look: Look, term: String)

  /// How a name looks.
  static func look(at name: String) -> Result {
    let words = words(of: name)
    for word in words where terms.contains(word) { return (.certain, word) }
    let joined = Array(words.joined().utf8)
    for term in longTerms where joined.holds(term.utf8) {
      return (.perhaps, term)
    }
    return (.plain, "")
  }

  /// The words of a name such as `DiabetesPatients_2026` or `HIVPositive`, in lower case and usual width.
  static func words(of name: String) -> [String] {
    let isPlain = name.utf8.allSatisfy { $0 < 0x80 }
    let name =
      isPlain ? name : String(String.UnicodeScalarView(name.unicodeScalars.map(\.narrowed)))
    var words: [String] = []
    var word = ""
    var wasLower = false
    var wasUpper = false
    let characters = Array(name)
    for (position, character) in characters.enumerated() {
      // A capital begins a word after a small letter, and before one if capitals came before it.
      let isBeforeLower =
        position + 1 < characters.count && characters[position + 1].isLowercase
      let begins = character.isUppercase && (wasLower || wasUpper && isBeforeLower)
      if !character.isLetter || begins {
        if !word.isEmpty { words.append(word) }
        word = ""
      }
      if character.isLetter { word += character.lowercased() }
      wasLower = character.isLowercase
      wasUpper = character.isUppercase
    }
    return word.isEmpty ? words : words + [word]
  }

  /// The terms that are long enough to be found inside a word.
  private static let longTerms = terms.filter { $0.count > 4 }.sorted()

  private static let terms: Set<String> = [
    "abortion", "addiction", "allergy", "asylum", "cancer", "catholic", "children", "christian",
    "depression", "diabetes", "disabled", "disability", "ethnic", "fertility", "gay", "health",
    "hiv", "illness", "jewish", "kids", "lesbian", "minors", "muslim", "orientation", "patient",
    "patients", "pregnancy", "pregnant", "protestant", "race", "religion", "religious", "sexual",
    "transgender", "union", "unionized",
  ]
}

/// How the names of all segments look.
struct SegmentLooks: Sendable {
  private var looks: [SensitiveNames.Result] = []

  /// No segments were looked at.
  init() {}

  /// The looks of a snapshot's segments.
  init(_ snapshot: Snapshot) {
    looks = snapshot.rows(Segment.self).map(Self.judge)
  }

  /// How the name of a segment looks.
  func look(at segment: Segment) -> SensitiveNames.Result {
    segment.row < looks.count ? looks[segment.row] : Self.judge(segment)
  }

  private static func judge(_ segment: Segment) -> SensitiveNames.Result {
    let own = SensitiveNames.look(at: segment.text(.name) ?? "")
    guard let shown = segment.name(.displayName) else { return own }
    let result = SensitiveNames.look(at: shown)
    // The displayed name counts; whether the other one is sent along as well isn't known.
    return result.look == .plain && own.look != .plain ? (.perhaps, own.term) : result
  }
}
