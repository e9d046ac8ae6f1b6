import Localization

/// An alert in a quotation of raw HTML: `<blockquote>[!NOTE]<br/>`.
struct HTMLAlert {
  let kind: Alert
  /// Where its brackets begin.
  let start: Int
  /// Where the text behind them and the line break that follows begins.
  let end: Int

  /// Reads the alert that a quotation begins with; `nil` where it begins with something else.
  ///
  /// - Parameters:
  ///   - bytes: The raw HTML.
  ///   - text: Where the inside of the quotation begins.
  init?(_ bytes: [UInt8], from text: Int) {
    guard let start = bytes[text...].firstIndex(where: { $0 > 32 }),
      bytes.hasBytes("[!", at: start),
      let alert = TableAlerts.alert(in: bytes, from: start + 2, before: bytes.count)
    else { return nil }
    self.start = start
    kind = alert.kind
    let text = TableAlerts.end(in: bytes, from: alert.end, before: bytes.count)
    end = bytes[text...].firstIndex { $0 > 32 } ?? bytes.count
  }

  /// Whether the line of an alert stands in a quotation of raw HTML that begins right before it.
  static func isInside(_ bytes: [UInt8], from start: Int, at text: Int) -> Bool {
    guard let last = bytes[start..<text].lastIndex(where: { $0 > 32 }),
      bytes[last] == UInt8(ascii: ">"),
      let open = bytes[start..<last].lastIndex(of: UInt8(ascii: "<")),
      let tag = RawTag(bytes, at: open), tag.name == "blockquote", !tag.isClosing
    else { return false }
    return HTMLAlert(bytes, from: tag.end) != nil
  }
}
