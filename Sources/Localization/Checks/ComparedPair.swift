/// A source and its translation side by side, with what was found in each.
///
/// One value takes pair after pair, so that its memory is used again. A source that the pair before
/// had too, as the next locale of a page has it, isn't read again.
struct ComparedPair {
  private(set) var language: LanguageTraits
  private(set) var key = TextPair.Key(.sentence, 0)
  private(set) var source = TextProfile()
  private(set) var sourceBytes: [UInt8] = []
  private(set) var sourceRange = 0..<0
  private(set) var target = TextProfile()
  private(set) var targetBytes: [UInt8] = []
  private(set) var targetRange = 0..<0
  /// The digest that finds sources which differ in small things only.
  private(set) var sourceDigest: UInt64 = 0
  /// A bit for the length and the ends of each word of the source.
  private(set) var sourceWords: UInt64 = 0
  /// The sources that were loaded, the one that is loaded now last.
  private(set) var sources = PageSources()
  /// The labels of the source.
  private(set) var sourceLabels: [SourceLabel] = []
  /// What either text has of all that checks look at, and how they differ.
  private(set) var features: TextProfile.Features = []
  /// Whether the texts are the same bytes.
  private(set) var isSame = false

  /// By what the pair is known again.
  private(set) var identity = SettledPairs.Key(source: 0, target: 0)
  private var sourceIdentity: UInt64 = 0
  private var isSourceRead = false

  init(_ language: LanguageTraits) { self.language = language }

  /// Takes the next pair, without reading it yet.
  ///
  /// - Parameters:
  ///   - pair: Where the texts are.
  ///   - page: The page of the translation.
  ///   - language: The language of the translation.
  ///   - seed: What the digest of a pair begins with: that of its language.
  /// - Returns: Whether its source is the one that was taken before.
  mutating func take(
    _ pair: TextPair, of page: TranslatedPage, _ language: LanguageTraits, seed: UInt64
  ) -> Bool {
    self.language = language
    key = pair.key
    targetBytes = page.bytes
    targetRange = pair.target
    let isKnown =
      switch pair.source {
      case .page(let range): takeSource(page.bytes, range)
      case .original(let range): takeSource(page.original, range)
      case .none: takeSource([], 0..<0)
      }
    // Some checks look at what stands before a mark at the very beginning.
    let context = targetBytes[max(0, targetRange.lowerBound - 2)..<targetRange.lowerBound]
    let surroundings = TextDigest.exact(context, from: seed ^ UInt64(key.kind.rawValue))
    identity = SettledPairs.Key(
      source: sourceIdentity,
      target: TextDigest.exact(targetBytes[targetRange], from: surroundings))
    return isKnown
  }

  private mutating func takeSource(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    if sourceBytes.isSame(in: sourceRange, as: bytes, range) { return true }
    (sourceBytes, sourceRange) = (bytes, range)
    sources.add(bytes[range])
    sourceIdentity = TextDigest.exact(bytes[range])
    isSourceRead = false
    return false
  }

  /// Reads the texts that were taken.
  mutating func read(_ labels: inout LabelTexts) {
    TextScanner.scan(targetBytes, targetRange, into: &target)
    if !isSourceRead { readSource(&labels) }
    isSame = sourceBytes.isSame(in: sourceRange, as: targetBytes, targetRange)
    noteFeatures()
  }

  private mutating func readSource(_ labels: inout LabelTexts) {
    let (bytes, range) = (sourceBytes, sourceRange)
    isSourceRead = true
    TextScanner.scan(bytes, range, into: &source)
    sourceDigest = TextDigest.loose(bytes[range])
    // `ActivityTimeStamp` is a name and no "activity time stamp".
    if source.wordCount < 2 { sourceDigest = ~sourceDigest }
    sourceWords = 0
    for token in source.tokens where token.kind == .word {
      sourceWords |= Self.bit(token, bytes)
      if SourceWords.isNumber(bytes, token.range) { source.note(.numberWord) }
    }
    if bytes.range(of: ", and ", in: range) != nil || bytes.range(of: ", or ", in: range) != nil {
      source.note(.list)
    }
    sourceLabels.removeAll(keepingCapacity: true)
    guard source.has(.bold) else { return }
    var before = 0
    for token in source.tokens where token.kind == .bold {
      let label = bytes[token.range]
      let isNext = before > 0 && isJoint(before..<Int(token.start))
      if isNext { sourceLabels[sourceLabels.count - 1].leadsToNext = true }
      before = Int(token.end)
      sourceLabels.append(
        SourceLabel(
          digest: labels.digest(label), isName: Label.isName(label),
          isTitle: Label.isTitle(label),
          isCapitalized: label.first.map { (65...90).contains($0) } ?? false))
    }
  }

  /// Whether what stands between two labels joins them, so that they keep their order in every
  /// language: steps of a path, things of a list.
  private func isJoint(_ between: Range<Int>) -> Bool {
    guard between.count <= 12 else { return false }
    let joints: [StaticString] = [
      "** > **", "** and **", "** or **", "**, **", "**, and **", "**, or **", "**/**", "** / **",
    ]
    return joints.contains {
      $0.utf8CodeUnitCount == between.count && sourceBytes.hasBytes($0, at: between.lowerBound)
    }
  }

  private mutating func noteFeatures() {
    features = source.features.union(target.features)
    let script = language.script
    if source.ending != target.ending { features.insert(.otherEnding) }
    if target.ending == .none { features.insert(.openEnd) }
    if isSame { features.insert(.sameText) }
    if target.scripts.contains(.latin) { features.insert(.latinInTarget) }
    if target.letters >= 12, target.scripts.isDisjoint(with: script) {
      features.insert(.foreignScript)
    }
  }

  /// A bit for the length, the first and the last byte of a word.
  @inline(__always)
  static func bit(_ word: TextToken, _ text: [UInt8]) -> UInt64 {
    let (start, end) = (Int(word.start), Int(word.end))
    let mixed = UInt64(end - start) &* 11 &+ UInt64(text[start]) &* 7 &+ UInt64(text[end - 1])
    return 1 << (mixed & 63)
  }

  func sourceText(_ token: TextToken) -> String { Self.text(sourceBytes[token.range]) }
  func targetText(_ token: TextToken) -> String { Self.text(targetBytes[token.range]) }

  static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  /// The pieces of one kind that only one side has, whatever their order.
  func difference(
    _ kind: TextToken.Kind,
    _ isSame: (ArraySlice<UInt8>, ArraySlice<UInt8>) -> Bool = { $0 == $1 }
  ) -> (missing: [TextToken], extra: [TextToken]) {
    guard source.has(kind) || target.has(kind) else { return ([], []) }
    if kind != .tag, areEqual(kind) { return ([], []) }
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

  /// Whether both sides have the same pieces of one kind in the same order, as most have.
  private func areEqual(_ kind: TextToken.Kind) -> Bool {
    var place = 0
    for token in source.tokens where token.kind == kind {
      while place < target.tokens.count, target.tokens[place].kind != kind { place += 1 }
      guard place < target.tokens.count,
        sourceBytes.isSame(in: token.range, as: targetBytes, target.tokens[place].range)
      else { return false }
      place += 1
    }
    return !target.tokens[place...].contains { $0.kind == kind }
  }
}
