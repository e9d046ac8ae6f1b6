/// Some lines of a text, as snippets are cut and marked with: `1-3,7,9-`.
struct LineRanges: Hashable {
  private(set) var ranges: [ClosedRange<Int>] = []

  /// Reads `1-3,7,9-`; `nil` where that is none.
  init?(_ text: some StringProtocol) {
    for part in text.split(separator: ",") {
      let bounds = part.split(separator: "-", omittingEmptySubsequences: false)
        .map { String($0).trimmingBlanks() }
      guard (1...2).contains(bounds.count), let first = Int(bounds[0]), first > 0 else {
        return nil
      }
      let isOpen = bounds.count == 2 && bounds[1].isEmpty
      guard let last = isOpen ? Int.max : Int(bounds.last ?? ""), last >= first else { return nil }
      ranges.append(first...last)
    }
    if ranges.isEmpty { return nil }
  }

  /// Reads the lines that somebody asks for; no line at all where the text names none.
  init(askedFor text: some StringProtocol) { ranges = LineRanges(text)?.ranges ?? [] }

  /// Reads what braces hold in the info string of fenced code: `swift {1-3,7}`.
  init(inInfo info: some Collection<UInt8>) {
    guard let open = info.firstIndex(of: UInt8(ascii: "{")) else { return }
    let inside = info[info.index(after: open)...].prefix { $0 != UInt8(ascii: "}") }
    self = LineRanges(String(decoding: inside, as: UTF8.self)) ?? self
  }

  var isEmpty: Bool { ranges.isEmpty }

  func contains(_ line: Int) -> Bool { ranges.contains { $0.contains(line) } }
}
