import Model

/// A source and its translation side by side, with what was found in each.
///
/// One value is loaded with pair after pair, so that its memory is used again.
struct ComparedPair {
  let language: LanguageTraits
  private(set) var key = TextPair.Key(.sentence, 0)
  private(set) var sourceBytes: [UInt8] = []
  private(set) var source = TextProfile()
  private(set) var sourceRange = 0..<0
  private(set) var targetBytes: [UInt8] = []
  private(set) var target = TextProfile()
  private(set) var targetRange = 0..<0

  init(_ language: LanguageTraits) { self.language = language }

  /// Reads a pair; without a source the source is empty.
  mutating func load(_ pair: TextPair, of page: TranslatedPage) {
    key = pair.key
    targetBytes = page.bytes
    targetRange = pair.target
    TextScanner.scan(page.bytes, pair.target, into: &target)
    switch pair.source {
    case .page(let range): (sourceBytes, sourceRange) = (page.bytes, range)
    case .original(let range): (sourceBytes, sourceRange) = (page.original, range)
    case .none: (sourceBytes, sourceRange) = ([], 0..<0)
    }
    TextScanner.scan(sourceBytes, sourceRange, into: &source)
  }

  /// Whether the texts are the same bytes.
  var isSame: Bool { sourceBytes[sourceRange] == targetBytes[targetRange] }

  func sourceText(_ token: TextToken) -> String { Self.text(sourceBytes[token.range]) }
  func targetText(_ token: TextToken) -> String { Self.text(targetBytes[token.range]) }

  static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  /// The pieces of one kind that only one side has, whatever their order.
  func difference(
    _ kind: TextToken.Kind,
    _ isSame: (ArraySlice<UInt8>, ArraySlice<UInt8>) -> Bool = { $0 == $1 }
  ) -> (missing: [TextToken], extra: [TextToken]) {
    guard source.has(kind) || target.has(kind) else { return ([], []) }
    var extra = target.all(kind)
    var missing: [TextToken] = []
    for token in source.all(kind) {
      let bytes = sourceBytes[token.range]
      if let index = extra.firstIndex(where: { isSame(bytes, targetBytes[$0.range]) }) {
        extra.remove(at: index)
      } else {
        missing.append(token)
      }
    }
    return (missing, extra)
  }
}
