import Model

/// Sentences of the source file that no unit of a page translates.
///
/// Other locales say so too where they have the unit, see ``IdentityCheck``; here the source file
/// is the witness, as far as it is the version that the page was translated from.
enum LostSentences {
  /// More than this are another version of the source, unless it is known to be the same.
  private static let mostLost = 3
  /// A shorter sentence must be a whole unit or block; it may be part of others by chance.
  private static let shortest = 24

  static func examine(_ page: TranslatedPage, _ report: inout PairReport) {
    guard page.alignment == .spans, !page.original.isEmpty else { return }
    let rebuilt = Units.plainSource(of: page.bytes)
    // The source's headings may have anchors as well.
    let original = HeadingAnchor.removingAll(from: page.original)
    let stream = letters(rebuilt[FrontMatterBounds(rebuilt).bodyStart...])
    // Nearly all pages have every letter of the source that they were translated from.
    if stream == letters(original[FrontMatterBounds(original).bodyStart...]) { return }
    let freshness = page.freshness
    guard freshness != .stale else { return }
    let sentences = sentences(of: original)
    let most = freshness == .current ? sentences.count / 4 : max(mostLost, sentences.count / 20)
    var known: [UInt64: Int] = [:]
    for block in blocks(of: rebuilt) { known[TextDigest.exact(block[...]), default: 0] += 1 }
    var numbers: [UInt64: TextPair] = [:]
    for pair in page.pairs where pair.key.kind == .sentence {
      guard let source = page.source(of: pair) else { continue }
      let digest = TextDigest.exact(letters(source)[...])
      known[digest, default: 0] += 1
      numbers[digest] = pair
    }
    var lost: [(text: String, before: TextPair?)] = []
    var before: TextPair?
    for sentence in sentences {
      let digest = TextDigest.exact(sentence.letters[...])
      if known[digest, default: 0] > 0 {
        known[digest, default: 0] -= 1
        before = numbers[digest] ?? before
      } else if sentence.letters.count < shortest || !stream.contains(sentence.letters) {
        lost.append((sentence.text, before))
        if lost.count > most { return }
      }
    }
    guard !lost.isEmpty else { return }
    report.check = .identity
    for sentence in lost {
      let number = sentence.before.map { $0.key.number + 1 } ?? 103
      report.add(
        "lost", ["expected": .text(sentence.text)], key: .init(.sentence, number),
        at: sentence.before?.target.lowerBound ?? 0, subject: "lost \(sentence.text)")
    }
  }

  private static func blocks(of page: [UInt8]) -> [[UInt8]] {
    StructureAlignment.blocks(of: page).map { letters($0.text(in: page).bytes[...]) }
  }

  private static func sentences(of page: [UInt8]) -> [(text: String, letters: [UInt8])] {
    StructureAlignment.blocks(of: page).flatMap { block -> [(text: String, letters: [UInt8])] in
      let text = block.text(in: page)
      return SentenceScanner.sentences(of: text.bytes).compactMap { part in
        let letters = letters(text.bytes[part])
        guard letters.count > 1, WordScanner.hasWords(text.bytes, part) else { return nil }
        return (ComparedPair.text(text.singleLine(part)[...]), letters)
      }
    }
  }

  /// The letters and digits of a text, in small letters: markup and blanks may differ.
  private static func letters(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var letters: [UInt8] = []
    letters.reserveCapacity(text.count)
    for byte in text where byte.isLetter || byte.isDigit {
      letters.append((65...90).contains(byte) ? byte | 32 : byte)
    }
    return letters
  }
}

extension [UInt8] {
  /// Whether other bytes stand somewhere in these.
  fileprivate func contains(_ other: [UInt8]) -> Bool {
    guard let first = other.first else { return true }
    var position = 0
    while let found = self.position(of: first, in: position..<count) {
      guard found + other.count <= count else { return false }
      if isSame(in: found..<found + other.count, as: other, other.indices) { return true }
      position = found + 1
    }
    return false
  }
}
