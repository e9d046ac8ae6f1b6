import Localization

/// The comments of a page outside code, `<!-- -->`, whose directives don't count.
struct CommentRanges {
  /// In the order of the page.
  private var ranges: [Range<Int>] = []

  /// Finds the comments that end.
  ///
  /// - Complexity: Linear in the bytes; hardly anything where there is no comment.
  init(in page: [UInt8]) {
    let (mark, end) = (Array("<!--".utf8), Array("-->".utf8))
    guard var next = page.range(of: "<!--", in: 0..<page.count)?.lowerBound else { return }
    var blocks = BlockTracker()
    var spans = CodeSpans()
    var start = 0
    while start < page.count {
      var lineEnd = page.position(of: UInt8(ascii: "\n"), in: start..<page.count) ?? page.count
      let kind = blocks.read(page, start..<lineEnd)
      if kind == .text { spans.read(page, start..<lineEnd, in: blocks) } else { spans.clear() }
      if kind == .fenced {
        start = lineEnd + 1
        continue
      }
      var position = start
      while position < lineEnd {
        if next < position {
          guard let found = page.range(of: "<!--", in: position..<page.count) else { return }
          next = found.lowerBound
        }
        guard next < lineEnd else { break }
        position = next + mark.count
        if spans.contains(next) { continue }
        guard let close = page.range(of: "-->", in: position..<page.count) else { return }
        position = close.lowerBound + end.count
        ranges.append(next..<position)
        // Further lines of a comment are no code either.
        if position > lineEnd {
          start = position
          lineEnd = page.position(of: UInt8(ascii: "\n"), in: start..<page.count) ?? page.count
        }
      }
      start = lineEnd + 1
    }
  }

  /// Whether a byte belongs to a comment.
  func contains(_ offset: Int) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(offset)
  }
}
