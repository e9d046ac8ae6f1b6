/// A digest of what stands outside the texts of a page, without the tags of units: the same in every
/// language of most pages.
enum OutsideDigest {
  static func of(_ page: TranslatedPage) -> UInt64 {
    let bytes = page.bytes
    var digest: UInt64 = 0
    var position = FrontMatterBounds(bytes).bodyStart
    // Alternative texts are translated where they stand, outside units.
    var hidden = page.pairs.filter { $0.key.kind == .alternative }.map(\.target)[...]
    func add(upTo end: Int) {
      while let text = hidden.first, text.lowerBound < end {
        hidden = hidden.dropFirst()
        guard text.lowerBound >= position else { continue }
        digest = TextDigest.exact(bytes[position..<text.lowerBound], from: digest)
        position = text.upperBound
      }
      if position < end { digest = TextDigest.exact(bytes[position..<end], from: digest) }
    }
    for pair in page.pairs where pair.key.kind == .sentence {
      guard pair.target.lowerBound >= position else { continue }
      // The tag of the unit has an id that each language has for itself.
      var end = pair.target.lowerBound
      while end > position, bytes[end - 1] != UInt8(ascii: "<") { end -= 1 }
      add(upTo: end)
      digest = digest &* 31 &+ UInt64(truncatingIfNeeded: pair.key.number)
      position = pair.target.upperBound
      if case .page(let source) = pair.source { position = source.upperBound }
      if bytes.hasBytes("</span></span>", at: position) { position += 14 }
    }
    add(upTo: bytes.count)
    return digest
  }
}

extension TranslatedPage {
  /// Whether the page was translated from the source file at hand.
  var freshness: SourceFreshness {
    let hash = HiddenTexts.value(
      of: "ms.openlocfilehash:", bytes, FrontMatterBounds(bytes).content)
    return SourceFreshness(
      recordedHash: hash.map { String(decoding: bytes[$0], as: UTF8.self) }, source: original)
  }
}
