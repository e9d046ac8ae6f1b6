import TestSupport
import Testing

/// Pages of lines put together at random: what is taken for code before a page is parsed is what
/// the parser makes code of.
@Suite struct RandomBlockTests {
  /// A page whose lines have a word and a directive that only code leaves as it is.
  static func page(_ seed: Int) -> String {
    var dice = Dice(seed: seed)
    var lines = ["# T", ""]
    for number in 0..<(3 + dice.roll(9)) {
      if dice.roll(4) == 0 {
        lines.append(dice.pick(["", "", "  ", ">", "> >", "   >"]))
        continue
      }
      var markers = ""
      while markers.utf8.count < 14 {
        if dice.roll(10) < 6 { markers += String(repeating: " ", count: dice.roll(9)) }
        let kind = dice.roll(20)
        if kind < 6 { markers += dice.pick(["> ", "> ", "> ", ">"]) }
        if (6..<11).contains(kind) {
          markers += dice.pick(["- ", "1. ", "2. ", "*   ", "10) ", "+ "])
        }
        if kind >= 11 { break }
      }
      switch dice.roll(16) {
      case 0: lines.append("\(markers)\(dice.pick(["```", "~~~", "````"]))")
      case 1: lines.append("\(markers)## w\(number)w :::no-loc text=\"v\(number)v\":::")
      default: lines.append("\(markers)w\(number)w :::no-loc text=\"v\(number)v\":::")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  @Test(arguments: 0..<20)
  func codeIsWhatTheParserSays(part: Int) {
    for seed in part * 60..<(part + 1) * 60 {
      let page = Self.page(seed)
      let split = SplitPage(html(page))
      let (code, text) = (split.code, split.text)
      #expect(!text.contains(":::"), "seed \(seed): \(page)")
      for number in 0..<12 where code.contains("w\(number)w") {
        #expect(code.contains("text=&quot;v\(number)v&quot;"), "seed \(seed): \(page)")
      }
      for number in 0..<12 where page.contains("w\(number)w") {
        #expect(
          text.contains("v\(number)v") || code.contains("v\(number)v"), "seed \(seed): \(page)")
      }
    }
  }
}
