/// What a page has inside of code, and outside of it.
struct SplitPage {
  private(set) var code = ""
  private(set) var text = ""

  init(_ html: String) {
    var rest = html[...]
    while let start = Self.firstCode(in: rest) {
      text += rest[..<start.open.lowerBound]
      let end = rest.firstRange(of: start.close)?.upperBound ?? rest.endIndex
      code += rest[start.open.lowerBound..<end]
      rest = rest[end...]
    }
    text += rest
  }

  private static func firstCode(
    in html: Substring
  ) -> (open: Range<String.Index>, close: String)? {
    let block = html.firstRange(of: "<pre").map { (open: $0, close: "</pre>") }
    let span = html.firstRange(of: "<code").map { (open: $0, close: "</code>") }
    guard let block, let span else { return block ?? span }
    return block.open.lowerBound < span.open.lowerBound ? block : span
  }
}
