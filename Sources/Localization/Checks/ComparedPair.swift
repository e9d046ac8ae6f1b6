import Model

/// A source and its translation side by side, with what was found in each.
///
/// One value is loaded with pair after pair, so that its memory is used again.
struct ComparedPair {
  let language: LanguageTraits
  private(set) var key = TextPair.Key(.sentence, 0)
  private(set) var sourceText = SourceText()
  private(set) var targetBytes: [UInt8] = []
  private(set) var target = TextProfile()
  private(set) var targetRange = 0..<0

  init(_ language: LanguageTraits) { self.language = language }

  var source: TextProfile { sourceText.profile }
  var sourceBytes: [UInt8] { sourceText.bytes }
  var sourceRange: Range<Int> { sourceText.range }

  /// Reads a pair; without a source the source is empty.
  ///
  /// A source that was read before is taken if it is the same text.
  mutating func load(_ pair: TextPair, of page: TranslatedPage, known: SourceText?) {
    key = pair.key
    targetBytes = page.bytes
    targetRange = pair.target
    TextScanner.scan(page.bytes, pair.target, into: &target)
    let (bytes, range): ([UInt8], Range<Int>)
    switch pair.source {
    case .page(let place): (bytes, range) = (page.bytes, place)
    case .original(let place): (bytes, range) = (page.original, place)
    case .none: (bytes, range) = ([], 0..<0)
    }
    if let known, known.bytes.isSame(in: known.range, as: bytes, range) {
      sourceText = known
      return
    }
    (sourceText.bytes, sourceText.range) = (bytes, range)
    TextScanner.scan(bytes, range, into: &sourceText.profile)
    sourceText.exact = TextDigest.exact(bytes[range])
    sourceText.loose = TextDigest.loose(bytes[range])
  }

  /// Whether the texts are the same bytes.
  var isSame: Bool { sourceBytes.isSame(in: sourceRange, as: targetBytes, targetRange) }

  func sourceText(_ token: TextToken) -> String { Self.text(sourceText.bytes[token.range]) }
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
