/// Brings a page without spans together with its source by their structure.
///
/// Blocks of the same kind are paired in their order, so that the sum of costs is least: blocks
/// whose lengths or addresses differ cost more, and so does a block without a counterpart. Within
/// a pair of blocks sentences are paired if there are as many; otherwise the block is one text.
struct StructureAlignment {
  private(set) var pairs: [TextPair] = []
  /// Blocks of either side without a counterpart.
  private(set) var unpaired = 0

  /// A block more than this many places away from its own isn't looked for.
  private static let reach = 64
  private static let gapCost: Float = 1.5
  /// Files that differ more than this allows are paired block by block in their order.
  private static let effort = 10_000_000

  private let original: [UInt8]
  private let translation: [UInt8]

  init(original: [UInt8], translation: [UInt8]) {
    (self.original, self.translation) = (original, translation)
    let sources = Self.blocks(of: original)
    let targets = Self.blocks(of: translation)
    var number = FrontMatterBounds(original).content == nil ? 101 : 103
    for (source, target) in align(sources, targets) {
      if let source, let target {
        add(source, target, &number)
      } else {
        unpaired += 1
      }
    }
  }

  /// The blocks of a page's body that readers see.
  static func blocks(of page: [UInt8]) -> [TextBlock] {
    BlockScanner(page).scan(from: FrontMatterBounds(page).bodyStart).filter { $0.kind != .hidden }
  }

  private mutating func add(_ source: TextBlock, _ target: TextBlock, _ number: inout Int) {
    let from = source.text(in: original)
    let to = target.text(in: translation)
    var sources = [0..<from.bytes.count]
    var targets = [0..<to.bytes.count]
    if target.kind == .paragraph || target.kind == .cell {
      let sentences = SentenceScanner.sentences(of: from.bytes)
      let translated = SentenceScanner.sentences(of: to.bytes)
      if sentences.count == translated.count { (sources, targets) = (sentences, translated) }
    }
    for (part, translated) in zip(sources, targets) where !part.isEmpty && !translated.isEmpty {
      guard WordScanner.hasWords(from.bytes, part) || WordScanner.hasWords(to.bytes, translated)
      else { continue }
      let (source, target) = withoutAnchors(from.pageRange(part), to.pageRange(translated))
      pairs.append(
        TextPair(.init(.sentence, number), target: target, source: .original(source)))
      number += 1
    }
  }

  /// Two texts without the anchor that a translated heading begins with, and without that of the
  /// source where both have it.
  private func withoutAnchors(
    _ source: Range<Int>, _ target: Range<Int>
  ) -> (source: Range<Int>, target: Range<Int>) {
    guard let anchor = HeadingAnchor.leading(translation, at: target.lowerBound),
      let rest = Self.rest(of: target, behind: anchor.end, translation)
    else { return (source, target) }
    guard let own = HeadingAnchor.leading(original, at: source.lowerBound),
      let ownRest = Self.rest(of: source, behind: own.end, original),
      original[own.name] == translation[anchor.name]
    else { return (source, rest) }
    return (ownRest, rest)
  }

  /// What a text has behind an anchor and blanks; `nil` where that is nothing.
  private static func rest(
    of text: Range<Int>, behind anchor: Int, _ page: [UInt8]
  ) -> Range<Int>? {
    guard anchor < text.upperBound,
      let start = page[anchor..<text.upperBound].firstIndex(where: { !$0.isWhitespace })
    else { return nil }
    return start..<text.upperBound
  }

  /// The cheapest order of pairs and single blocks.
  private func align(
    _ sources: [TextBlock], _ targets: [TextBlock]
  ) -> [(TextBlock?, TextBlock?)] {
    let (rows, columns) = (sources.count, targets.count)
    let band = Self.reach + abs(rows - columns)
    guard rows * band < Self.effort else {
      let common = min(rows, columns)
      return zip(sources, targets).map { ($0.kind == $1.kind ? $0 : nil, $1) }
        + sources[common...].map { ($0, nil) } + targets[common...].map { (nil, $0) }
    }
    var cost = [[Float]](repeating: [], count: rows + 1)
    func inBand(_ row: Int, _ column: Int) -> Float {
      let offset = column - row + band
      return offset >= 0 && offset < cost[row].count ? cost[row][offset] : .infinity
    }
    for row in 0...rows {
      cost[row] = [Float](repeating: .infinity, count: 2 * band + 1)
      for column in max(0, row - band)...max(0, min(columns, row + band)) {
        var best: Float = row == 0 && column == 0 ? 0 : .infinity
        if row > 0 { best = min(best, inBand(row - 1, column) + Self.gapCost) }
        if column > 0 { best = min(best, inBand(row, column - 1) + Self.gapCost) }
        if row > 0, column > 0 {
          let pair = difference(sources[row - 1], targets[column - 1])
          best = min(best, inBand(row - 1, column - 1) + pair)
        }
        cost[row][column - row + band] = best
      }
    }
    var (row, column) = (rows, columns)
    var path: [(TextBlock?, TextBlock?)] = []
    while row > 0 || column > 0 {
      let here = inBand(row, column)
      if row > 0, column > 0,
        inBand(row - 1, column - 1) + difference(sources[row - 1], targets[column - 1]) <= here
      {
        path.append((sources[row - 1], targets[column - 1]))
        (row, column) = (row - 1, column - 1)
      } else if row > 0, inBand(row - 1, column) + Self.gapCost <= here {
        path.append((sources[row - 1], nil))
        row -= 1
      } else if column > 0 {
        path.append((nil, targets[column - 1]))
        column -= 1
      } else {
        break
      }
    }
    return path.reversed()
  }

  /// How little two blocks look like source and translation: from 0.
  private func difference(_ source: TextBlock, _ target: TextBlock) -> Float {
    guard source.kind == target.kind else { return .infinity }
    let (from, to) = (Float(length(source)), Float(length(target)))
    // Scripts of two bytes a letter make a translation at most twice as long as it seems.
    let ratio = (to + 10) / (from + 10)
    let apart = ratio > 1 ? max(0, ratio / 2.5 - 1) : 1 / ratio - 1
    let addresses = addressCount(source, original) == addressCount(target, translation)
    return min(2, apart) + (addresses ? 0 : 0.6)
  }

  private func length(_ block: TextBlock) -> Int { block.lines.reduce(0) { $0 + $1.count } }

  private func addressCount(_ block: TextBlock, _ page: [UInt8]) -> Int {
    block.lines.reduce(0) { count, line in
      var (count, position) = (count, line.lowerBound)
      while let found = page.range(of: "](", in: position..<line.upperBound) {
        (count, position) = (count + 1, found.upperBound)
      }
      return count
    }
  }
}
