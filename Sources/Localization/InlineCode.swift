/// Code inside a line.
public enum InlineCode {
  /// The end of the code that begins with the backtick at `start` and ends before `limit`.
  ///
  /// Backticks without their like are text: then it is the end of the backticks.
  public static func end(_ text: [UInt8], at start: Int, before limit: Int) -> Int {
    let tick = UInt8(ascii: "`")
    let length = text[start..<limit].prefix { $0 == tick }.count
    var position = start + length
    while let next = text[position..<limit].firstIndex(of: tick) {
      let run = text[next..<limit].prefix { $0 == tick }.count
      if run == length { return next + run }
      position = next + run
    }
    return start + length
  }
}
