/// A page's text in which sentences are looked for, whatever its line breaks and escapes are.
struct PlainText {
  private let text: [UInt8]

  /// Texts that are put together before they are searched.
  struct Builder {
    fileprivate var text: [UInt8] = [10]
    mutating func add(_ sentence: [UInt8]) {
      text += sentence
      text.append(10)
    }
  }

  /// The blocks of a page, each on a line.
  init(_ page: [UInt8]) {
    var builder = Builder()
    let body = BlockScanner(page).scan(from: FrontMatterBounds(page).bodyStart)
    for block in body where block.kind != .hidden {
      builder.add(Self.normal(block.text(in: page).bytes[...]))
    }
    self.init(builder: builder)
  }

  /// All of a page's body, on one line.
  init(whole page: [UInt8]) {
    var builder = Builder()
    builder.add(Self.normal(page[FrontMatterBounds(page).bodyStart...]))
    self.init(builder: builder)
  }

  init(builder: Builder) { text = builder.text }

  /// A text with single blanks, without backslashes of escapes and without an anchor before it.
  static func normal(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var bytes = Array(bytes)
    if let anchor = HeadingAnchor.leading(bytes, at: 0) { bytes.removeFirst(anchor.end) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for byte in bytes where byte != UInt8(ascii: "\\") {
      if byte.isWhitespace {
        if let last = text.last, last != 32 { text.append(32) }
      } else {
        text.append(byte)
      }
    }
    if text.last == 32 { text.removeLast() }
    return text
  }

  /// Whether a sentence is there, with no letter touching its ends.
  func contains(_ sentence: [UInt8]) -> Bool {
    guard let first = sentence.first, let last = sentence.last else { return true }
    var position = 0
    while let found = text.position(of: first, in: position..<text.count) {
      position = found + 1
      let end = found + sentence.count
      guard end <= text.count else { return false }
      guard text[end - 1] == last, text[found..<end].elementsEqual(sentence) else { continue }
      if !isWord(text[found - 1]) || !isWord(first), !isWord(text[end]) || !isWord(last) {
        return true
      }
    }
    return false
  }

  private func isWord(_ byte: UInt8) -> Bool { byte.isLetter || byte.isDigit || byte >= 0x80 }
}

/// The sentences of a source page.
enum SourceSentences {
  /// The sentences in the order of the page, as ``PlainText/normal(_:)`` has them.
  static func texts(of page: [UInt8]) -> [[UInt8]] {
    var texts: [[UInt8]] = []
    for block in BlockScanner(page).scan(from: FrontMatterBounds(page).bodyStart)
    where block.kind != .hidden {
      let text = block.text(in: page).bytes
      let isWhole = block.kind != .paragraph && block.kind != .cell
      let parts = isWhole ? [0..<text.count] : SentenceScanner.sentences(of: text)
      for part in parts where WordScanner.hasWords(text, part) {
        texts.append(PlainText.normal(text[WordScanner.onlyLinkText(text, part) ?? part]))
      }
    }
    return texts
  }
}
