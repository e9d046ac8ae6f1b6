/// The texts of a source page that a translation has in their places.
struct SourceTexts {
  /// A text: a sentence of the body, or a value of the front matter.
  struct Text {
    /// Where it stands in the page.
    var range: Range<Int>
    /// The text on one line.
    var bytes: [UInt8]
    /// Whether it is a scalar of YAML.
    var isScalar: Bool
  }

  /// The title, the description and each sentence, as ``BilingualWriter`` divides them.
  static func find(in source: [UInt8]) -> [Text] {
    var texts: [Text] = []
    let bounds = FrontMatterBounds(source)
    for name in ["title:", "description:"] as [StaticString] {
      if let range = HiddenTexts.value(of: name, source, bounds.content) {
        texts.append(Text(range: range, bytes: Array(source[range]), isScalar: true))
      }
    }
    for block in BlockScanner(source).scan(from: bounds.bodyStart) where block.kind != .hidden {
      let text = block.text(in: source)
      let isWhole = block.kind != .paragraph && block.kind != .cell
      let parts = isWhole ? [0..<text.bytes.count] : SentenceScanner.sentences(of: text.bytes)
      for part in parts where WordScanner.hasWords(text.bytes, part) {
        let inner = WordScanner.onlyLinkText(text.bytes, part) ?? part
        texts.append(
          Text(
            range: text.pageRange(inner), bytes: text.singleLine(inner), isScalar: false))
      }
    }
    return texts
  }
}
