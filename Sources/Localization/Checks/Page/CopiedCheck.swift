import Model

/// A translation is that of its own source: not that of a unit beside it, and none with the
/// translation of another unit of the page behind it or before it.
enum CopiedCheck {
  /// A text of fewer bytes may stand in another one by chance.
  private static let shortest = 10
  /// The same of one that doesn't stand beside the unit.
  private static let shortestElsewhere = 24
  /// How much longer than the page's translations are a text must be to have another one in it.
  private static let longer = 1.25

  static func examine(_ page: TranslatedPage, _ report: inout PairReport) {
    report.check = .identity
    let units = page.pairs.filter { $0.key.kind == .sentence && !$0.target.isEmpty }
    guard units.count > 1 else { return }
    var (targets, sources) = (0, 0)
    for unit in units {
      guard let source = page.source(of: unit) else { return }
      (targets, sources) = (targets + unit.target.count, sources + source.count)
    }
    guard sources > 0 else { return }
    let ratio = Double(targets) / Double(sources)
    for (index, unit) in units.enumerated() {
      guard let source = page.source(of: unit) else { continue }
      if index > 0, isSame(page, units[index - 1], unit) {
        tell(units[index - 1], in: unit, &report)
      }
      let beside = [index - 1, index + 1].first { place in
        units.indices.contains(place) && isCopied(page, units[place], in: unit, source)
      }
      if let beside {
        tell(units[beside], in: unit, &report)
        continue
      }
      let expected = longer * ratio * Double(source.count) + 8
      guard Double(unit.target.count) > expected else { continue }
      let other = units.first { other in
        other.target.count >= shortestElsewhere && isCopied(page, other, in: unit, source)
      }
      if let other {
        tell(other, in: unit, &report)
      }
    }
  }

  private static func isCopied(
    _ page: TranslatedPage, _ other: TextPair, in unit: TextPair, _ source: ArraySlice<UInt8>
  ) -> Bool {
    guard other.target.count >= shortest, other.target.count < unit.target.count,
      isPart(page, other, of: unit), let otherSource = page.source(of: other)
    else { return false }
    // A capital letter behind it begins another text; in Latin letters it may be a name's.
    if beginsText(page.bytes, at: unit.target.lowerBound + other.target.count + 1),
      page.bytes.isSame(
        in: unit.target.lowerBound..<unit.target.lowerBound + other.target.count, as: page.bytes,
        other.target)
    {
      return !source.starts(with: otherSource)
    }
    return !isKnown(otherSource, in: source)
  }

  private static func beginsText(_ text: [UInt8], at position: Int) -> Bool {
    position + 1 < text.count && text[position] == 0xD0
      && (0x90...0xAF).contains(text[position + 1])
  }

  private static func tell(_ other: TextPair, in unit: TextPair, _ report: inout PairReport) {
    report.add(
      "copied", ["number": .integer(other.key.number)], key: unit.key, at: unit.target.lowerBound,
      subject: "copied")
  }

  /// Whether two units side by side have the same translation of sources that are not alike.
  private static func isSame(
    _ page: TranslatedPage, _ one: TextPair, _ other: TextPair
  ) -> Bool {
    guard page.bytes.isSame(in: one.target, as: page.bytes, other.target),
      let source = page.source(of: one), let otherSource = page.source(of: other),
      source != otherSource, source.count > 3, otherSource.count > 3
    else { return false }
    return !isKnown(source, in: otherSource) && !isKnown(otherSource, in: source)
  }

  /// Whether a text begins or ends with the whole of another one, parted by a blank or a mark.
  private static func isPart(
    _ page: TranslatedPage, _ other: TextPair, of unit: TextPair
  ) -> Bool {
    let (start, end, length) = (unit.target.lowerBound, unit.target.upperBound, other.target.count)
    if page.bytes[end - length - 1] <= 63,
      page.bytes.isSame(in: end - length..<end, as: page.bytes, other.target)
    {
      return true
    }
    return page.bytes[start + length] <= 63
      && page.bytes.isSame(in: start..<start + length, as: page.bytes, other.target)
  }

  /// Whether the words of one source, by their first letters, are in another: three quarters of them,
  /// or all but one; of two words one.
  private static func isKnown(_ words: ArraySlice<UInt8>, in source: ArraySlice<UInt8>) -> Bool {
    let own = self.words(of: words)
    let others = Set(self.words(of: source))
    let known = own.count { others.contains($0) }
    if own.count <= 2 { return own.isEmpty || known > 0 }
    return known * 4 >= own.count * 3 || own.count - known < 2
  }

  /// The words of three letters or more, in small letters, five of each word's letters.
  private static func words(of text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    text.split { !$0.isLetter && !$0.isDigit && $0 < 0x80 }.filter { $0.count > 2 }.map {
      ArraySlice($0.prefix(5).map { (65...90).contains($0) ? $0 | 32 : $0 })
    }
  }
}
