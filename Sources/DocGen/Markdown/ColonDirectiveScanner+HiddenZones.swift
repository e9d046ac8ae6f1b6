import Localization

extension ColonDirectiveScanner {
  /// Puts away a zone that no published page shows: `target="chromeless"` is for a portal, and has
  /// there what a zone with `target="docs"` has for readers.
  ///
  /// - Parameters:
  ///   - zone: A directive of any kind.
  ///   - start: Where it begins.
  /// - Returns: Whether it was such a zone. One that doesn't end is shown.
  mutating func takeHiddenZone(_ zone: ColonDirectiveText, at start: Int) -> Bool {
    guard zone.name == "zone", !hasEndlessZone, zone.tag?["pivot"] == nil,
      let target = zone.tag?["target"],
      String(decoding: target, as: UTF8.self).trimmingBlanks().lowercased() == "chromeless"
    else { return false }
    guard let end = endOfZone(after: zone.lastLine.upperBound) else {
      hasEndlessZone = true
      return false
    }
    replace(start..<end, with: [])
    return true
  }

  /// The end of the line that ends a zone, past the zones inside it and fenced code.
  private func endOfZone(after start: Int) -> Int? {
    var depth = 1
    var blocks = BlockTracker()
    var lineStart = start + 1
    while lineStart < body.count {
      let line =
        lineStart..<(body.position(of: UInt8(ascii: "\n"), in: lineStart..<body.count) ?? body.count)
      lineStart = line.upperBound + 1
      let isFenced = blocks.read(body, line) == .fenced
      let text = ColonDirectiveText.contentStart(body, line)
      guard !isFenced, body.hasBytes(":::", at: text),
        let next = ColonDirectiveText(body, at: text, in: line)
      else { continue }
      if next.name == "zone" { depth += 1 }
      if next.name == "zone-end" { depth -= 1 }
      if depth == 0 { return line.upperBound }
    }
    return nil
  }
}
