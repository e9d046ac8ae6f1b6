import CommonMark
import Model

/// Which ways the letters of a text run.
struct LetterDirections {
  var hasLeftToRight = false
  var hasRightToLeft = false

  /// Looks at the letters of UTF-8; digits and punctuation have no direction of their own.
  ///
  /// Scripts from right to left have U+0590 to U+08FF and their forms U+FB1D to U+FDFF and U+FE80 to
  /// U+FEBF to themselves; between these lie the selectors of emoji and marks of East Asia.
  mutating func add(_ text: some Sequence<UInt8>) {
    var lead: UInt8 = 0
    for byte in text {
      switch (lead, byte) {
      case (0xD6, 0x90...), (0xE0, 0xA0...0xA3), (0xEF, 0xAC...0xB7), (0xEF, 0xBA):
        hasRightToLeft = true
      case (0xD6, _), (0xE0, _): hasLeftToRight = true
      default: break
      }
      lead = 0
      switch byte {
      case 0x41...0x5A, 0x61...0x7A, 0xC3...0xD5, 0xE1, 0xE3...0xED: hasLeftToRight = true
      case 0xD7...0xDF: hasRightToLeft = true
      case 0xD6, 0xE0, 0xEF: lead = byte
      default: break
      }
    }
  }

  /// Whether a text may have letters from right to left: cheap, and true too often rather than too
  /// seldom.
  static func mayRunRightToLeft(_ text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { text in
      var found: UInt8 = 0
      for byte in text { found |= byte &- 0xD6 <= 0xE0 - 0xD6 || byte == 0xEF ? 1 : 0 }
      return found != 0
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
  /// Code doesn't count: it runs from left to right in every block.
  func directionAgainstPage(
    of events: Range<Int>, _ tree: borrowing MarkdownTree
  ) -> String? {
    guard mayHoldBothDirections, !listIsTurned.contains(true) else { return nil }
    var letters = LetterDirections()
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
