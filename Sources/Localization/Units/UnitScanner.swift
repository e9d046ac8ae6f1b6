/// Finds the units of a bilingual page.
///
/// It works on bytes and not on a Markdown tree: the tags stand anywhere in a line, in tables, link
/// texts and even code, and stripping them must give back the translated page byte for byte.
struct UnitScanner {
  private let page: [UInt8]
  private var scan = UnitScan()
  /// The units met so far.
  ///
  /// An included file has its own prefix, and numbers of its own.
  private var identities: Set<Identity> = []
  /// Closing tags that still belong to broken opening tags, until the block ends.
  private var owed = 0
  /// Other spans that are open.
  private var depth = 0

  init(_ page: [UInt8]) { self.page = page }

  /// Scans from `start` to the end.
  consuming func scan(from start: Int) -> UnitScan {
    var position = start
    while let found = page.firstIndex(of: UInt8(ascii: "<"), from: position) {
      forgetAtBlankLine(position..<found)
      position = step(at: found)
    }
    return scan
  }

  /// Reads what begins at a `<`; returns where to go on.
  private mutating func step(at start: Int) -> Int {
    guard let tag = UnitTag(page, at: start) else { return start + 1 }
    switch tag.kind {
    case .target: return unit(tag)
    case .source, .lookup: return stray(tag, report: owed == 0)
    case .other: depth += 1
    case .close:
      if depth > 0 {
        depth -= 1
      } else if owed > 0 {
        owed -= 1
        scan.strayTags.append(tag.range)
      }
    }
    return tag.range.upperBound
  }

  private mutating func unit(_ tag: UnitTag) -> Int {
    guard let identity = tag.identity(in: page), let middle = middle(after: tag),
      let end = sourceEnd(middle)
    else { return stray(tag, report: !isCode(tag.range.lowerBound)) }
    (owed, depth) = (0, 0)
    let unit = Unit(
      number: identity.number, prefix: identity.prefix,
      whole: tag.range.lowerBound..<end.whole, target: tag.range.upperBound..<middle.targetEnd,
      source: middle.source.range.upperBound..<end.text)
    report(tag, middle, end, unit)
    scan.units.append(unit)
    return unit.whole.upperBound
  }

  /// The place where target and source meet: `</span><span class="sxs-lookup"><span ...>`.
  private struct Middle {
    var targetEnd: Int
    var lookup: UnitTag
    var source: UnitTag
  }

  /// Where the target ends.
  ///
  /// Nested spans need no counting: only a unit's own closing tag is followed
  /// by the lookup. Another unit's beginning ends the search.
  private func middle(after tag: UnitTag) -> Middle? {
    var position = tag.range.upperBound
    while let found = page.firstIndex(of: UInt8(ascii: "<"), from: position) {
      position = found + 1
      guard let next = UnitTag(page, at: found) else { continue }
      switch next.kind {
      case .target, .lookup, .source: return nil
      case .other: continue
      case .close:
        if let lookup = UnitTag(page, at: next.range.upperBound), lookup.kind == .lookup,
          let source = UnitTag(page, at: lookup.range.upperBound), source.kind == .source
        {
          return Middle(targetEnd: found, lookup: lookup, source: source)
        }
      }
    }
    return nil
  }

  private struct End {
    var text: Int
    var whole: Int
    var isClosed = true
  }

  /// Where the source ends: at two closing tags in a row that close no nested span.
  private func sourceEnd(_ middle: Middle) -> End? {
    var position = middle.source.range.upperBound
    var nested = 0
    var firstClose: UnitTag?
    search: while let found = page.firstIndex(of: UInt8(ascii: "<"), from: position) {
      position = found + 1
      guard let tag = UnitTag(page, at: found) else { continue }
      switch tag.kind {
      case .target, .lookup, .source: break search
      case .other: nested += 1
      case .close:
        firstClose = firstClose ?? tag
        if nested > 0 {
          nested -= 1
        } else if let second = UnitTag(page, at: tag.range.upperBound), second.kind == .close {
          return End(text: found, whole: second.range.upperBound)
        }
      }
    }
    guard let close = firstClose else { return nil }
    let isPair = page.hasBytes("</span>", at: close.range.upperBound)
    return End(
      text: close.range.lowerBound, whole: close.range.upperBound + (isPair ? 7 : 0),
      isClosed: isPair)
  }

  private mutating func stray(_ tag: UnitTag, report: Bool) -> Int {
    if report { scan.problems.append(.init(kind: .broken, offset: tag.range.lowerBound)) }
    if tag.kind == .target, tag.identity(in: page) == nil, !report { return tag.range.upperBound }
    scan.strayTags.append(tag.range)
    owed += 1
    return tag.range.upperBound
  }

  private mutating func report(_ tag: UnitTag, _ middle: Middle, _ end: End, _ unit: Unit) {
    func problem(_ kind: UnitProblem.Kind) {
      scan.problems.append(UnitProblem(kind: kind, offset: unit.whole.lowerBound))
    }
    if tag.hasEscapedQuotes || middle.lookup.hasEscapedQuotes || middle.source.hasEscapedQuotes {
      problem(.escapedQuotes)
    }
    if !end.isClosed { problem(.unclosedSource) }
    if page[tag.id] != page[middle.source.id] { problem(.idsDiffer) }
    if unit.target.isEmpty || unit.source.isEmpty { problem(.empty) }
    let identity = Identity(prefix: unit.prefix, number: unit.number)
    if !identities.insert(identity).inserted { problem(.duplicateNumber(unit.number)) }
  }

  private struct Identity: Hashable {
    var prefix: String
    var number: Int
  }

  /// A broken span ends with its block at the latest.
  private mutating func forgetAtBlankLine(_ range: Range<Int>) {
    guard owed > 0 || depth > 0 else { return }
    if page.firstRange(of: "\n\n", from: range.lowerBound, to: range.upperBound) != nil {
      (owed, depth) = (0, 0)
    }
  }

  /// Whether the place stands in a code span, where a tag is an example and no markup.
  private func isCode(_ offset: Int) -> Bool {
    let near = max(0, offset - 4096)
    let line = page[near..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? near
    return page[line..<offset].count(where: { $0 == UInt8(ascii: "`") }) % 2 == 1
  }
}
