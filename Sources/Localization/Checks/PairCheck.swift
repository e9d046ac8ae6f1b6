import Model

/// A check of one pair at a time.
protocol PairCheck: Sendable {
  /// Its name.
  static var check: TranslationCheck { get }
  /// What a text or its source must have for the check to have anything to say.
  static var concerns: TextProfile.Features { get }
  /// Reports what is wrong with a pair.
  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport)
}

extension PairCheck {
  static var concerns: TextProfile.Features { .all }
}

/// What pair checks found in one page, before places are lines and columns.
struct PairReport {
  /// A finding at an offset of the page.
  struct Item {
    var check: TranslationCheck
    var key: TextPair.Key
    var offset: Int
    var message: Message
    var subject: String
  }

  private(set) var items: [Item] = []
  /// Findings that count only if a word is a name.
  private(set) var doubtful: [(item: Item, name: ArraySlice<UInt8>)] = []
  /// The names of the source that were kept as they are.
  private(set) var keptNames: [NameUses.Kept] = []
  /// How many findings there are, doubtful ones with them.
  var count: Int { items.count + doubtful.count }
  /// The check that reports now.
  var check = TranslationCheck.empty
  private var key = TextPair.Key(.sentence, 0)
  private var targetStart = 0
  private var identity = SettledPairs.Key(source: 0, target: 0)

  mutating func begin(_ pair: borrowing ComparedPair) {
    key = pair.key
    identity = pair.identity
    targetStart = pair.targetRange.lowerBound
  }

  /// Adds a finding.
  ///
  /// - Parameters:
  ///   - variant: What follows the check's name in the message's key.
  ///   - arguments: The values of the message.
  ///   - key: The text; without it, the one that is examined.
  ///   - offset: Where in the page; without it, where the translation begins.
  ///   - subject: What of the source is concerned.
  mutating func add(
    _ variant: String, _ arguments: KeyValuePairs<String, MessageValue> = [:],
    key: TextPair.Key? = nil, at offset: Int? = nil, subject: String = ""
  ) {
    items.append(
      Item(
        check: check, key: key ?? self.key, offset: offset ?? targetStart,
        message: Message("check.\(check.rawValue).\(variant)", arguments),
        subject: subject.isEmpty ? variant : subject))
  }

  /// Makes the last finding one that counts only if a word is a name.
  mutating func doubtLast(unlessName name: ArraySlice<UInt8>) {
    if let item = items.popLast() { doubtful.append((item, name)) }
  }

  /// Notes that a name of the source was kept as it is.
  mutating func noteKept(_ name: ArraySlice<UInt8>) {
    keptNames.append(NameUses.Kept(name: TextDigest.exact(name), text: identity))
  }

  /// Adds findings for pieces that are missing and pieces that are too many: what was perhaps
  /// changed into what is one finding.
  mutating func add(
    _ pair: borrowing ComparedPair, missing: [TextToken], extra: [TextToken]
  ) {
    for (index, token) in missing.enumerated() {
      let expected = pair.sourceText(token)
      if index < extra.count {
        let found = pair.targetText(extra[index])
        add(
          "changed", ["expected": .code(expected), "found": .code(found)],
          at: Int(extra[index].start), subject: expected)
      } else {
        add("missing", ["expected": .code(expected)], subject: expected)
      }
    }
    for token in extra.dropFirst(missing.count) {
      add(
        "extra", ["found": .code(pair.targetText(token))], at: Int(token.start),
        subject: "+\(pair.targetText(token))")
    }
  }
}

/// The checks of pairs, in the order in which they report.
enum PairChecks {
  /// A check with what it looks for, at hand without asking it.
  struct Planned: Sendable {
    let check: any PairCheck.Type
    let name: TranslationCheck
    let concerns: TextProfile.Features

    init(_ check: any PairCheck.Type) {
      (self.check, name, concerns) = (check, check.check, check.concerns)
    }
  }

  /// All of them with what they look for.
  static let planned = all.map(Planned.init)

  private static let all: [any PairCheck.Type] = [
    NumberCheck.self, NumberMarksCheck.self, DecimalMarkCheck.self, CurrencyCheck.self,
    NumberWordCheck.self, MonthCheck.self, LinkCheck.self,
    LinkOrderCheck.self, ImageCheck.self, CodeCheck.self,
    EmptyWordsCheck.self, IdentifierCheck.self, ShortNameCheck.self, NameSpellingCheck.self,
    NameCaseCheck.self,
    KeyCheck.self,
    MissingLabelCheck.self, TagCheck.self, EntityCheck.self, PlaceholderCheck.self,
    EndPunctuationCheck.self, EndMarkCheck.self, CapitalCheck.self, BracketCheck.self,
    QuotationCheck.self, DoubledWordCheck.self,
    UntranslatedCheck.self, ScriptCheck.self, ThirdLanguageCheck.self, TruncationCheck.self,
    ListCheck.self, WhitespaceCheck.self,
    InvisibleCheck.self, EncodingCheck.self, DirectionCheck.self,
    MixedScriptCheck.self,
  ]
}
