import CommonMark
import Localization
import Model

/// Which ways the letters of a text run.
struct LetterDirections {
  var hasLeftToRight = false
  var hasRightToLeft = false

  /// Looks at the letters of UTF-8; digits and punctuation have no direction of their own.
  mutating func add(_ text: some Sequence<UInt8>) {
    var value: UInt32 = 0
    var missing = 0
    for byte in text {
      switch byte {
      case 0..<0x80:
        missing = 0
        if 0x61...0x7A ~= byte | 0x20 { hasLeftToRight = true }
      case 0x80..<0xC0 where missing > 0:
        value = value << 6 | UInt32(byte & 0x3F)
        missing -= 1
        if missing == 0 { add(value) }
      default:
        missing = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3
        value = UInt32(byte) & (0x3F >> UInt32(missing))
      }
    }
  }

  private mutating func add(_ value: UInt32) {
    guard !(hasLeftToRight && hasRightToLeft) else { return }
    switch Unicode.Scalar(value).flatMap(StrongDirection.init) {
    case .leftToRight: hasLeftToRight = true
    case .rightToLeft: hasRightToLeft = true
    case nil: break
    }
  }

  /// Whether a text may have letters from right to left: cheap, and true too often rather than too
  /// seldom.
  ///
  /// In UTF-8 such letters begin with D6 to DF, E0, E2, EF or F0; E2 has but a mark, and is left out.
  static func mayRunRightToLeft(_ text: [UInt8]) -> Bool {
    text.withUnsafeBytes { text in
      var index = 0
      while index < text.count {
        // Most texts are ASCII over long stretches, eight bytes of which are passed at once.
        if index + 8 <= text.count,
          text.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          index += 8
          continue
        }
        let byte = text[index]
        if (0xD6...0xE0).contains(byte) || (0xEF...0xF0).contains(byte) { return true }
        index += 1
      }
      return false
    }
  }

  /// The direction, if all letters run the same way.
  var only: String? {
    hasLeftToRight == hasRightToLeft ? nil : hasLeftToRight ? "ltr" : "rtl"
  }
}

extension PageRenderer {
  /// The direction of a block whose letters all run against the page; `nil` for every other, and
  /// inside a list that runs so as a whole.
  ///
  /// Code doesn't count: it runs from left to right in every block. The text that follows a
  /// directive on its line stands before the events.
  func directionAgainstPage(
    of events: Range<Int>, _ tree: borrowing MarkdownTree
  ) -> String? {
    guard mayHoldBothDirections, !listIsTurned.contains(true) else { return nil }
    var letters = LetterDirections()
    if let pendingText {
      letters.add(pendingText)
      if isRightToLeft ? letters.hasRightToLeft : letters.hasLeftToRight { return nil }
    }
    for index in events {
      let event = tree[index]
      guard event.kind == .text else { continue }
      letters.add(event.text)
      // One letter that runs with the page settles it.
      if isRightToLeft ? letters.hasRightToLeft : letters.hasLeftToRight { return nil }
    }
    return letters.only
  }

  /// Begins text that runs against the page but stays on the side where its block is.
  mutating func beginSpan(direction: String?) {
    spanIsOpen = direction != nil
    guard spanIsOpen else { return }
    html.raw("<span")
    endTag(direction: direction)
  }

  mutating func endSpan() {
    if spanIsOpen { html.raw("</span>") }
    spanIsOpen = false
  }

  /// Begins words of the interface: where they aren't in the language of the page they are marked, so
  /// that they run as they should.
  mutating func beginInterface() {
    if let locale = options.words.locale { beginSpan(in: locale) }
  }

  /// Begins words in a language of their own.
  mutating func beginSpan(in locale: LocaleTag) {
    html.raw("<span lang=\"")
    html.text(locale.tag)
    html.raw("\" dir=\"")
    html.text(locale.direction)
    html.raw("\">")
  }

  /// Ends words of the interface.
  mutating func endInterface() {
    if options.words.locale != nil { html.raw("</span>") }
  }

  /// Writes a start tag that is open for its direction.
  mutating func endTag(direction: String?) {
    if let direction {
      html.raw(" dir=\"")
      html.text(direction)
      html.raw("\"")
    }
    html.raw(">")
  }
}
