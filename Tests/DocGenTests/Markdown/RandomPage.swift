/// Numbers that are the same in each run, so that pages put together at random are too.
struct Dice {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 7919 }

  /// A number from 0 to below `sides`.
  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(sides))
  }

  mutating func pick(_ faces: [String]) -> String { faces[roll(faces.count)] }
}

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
