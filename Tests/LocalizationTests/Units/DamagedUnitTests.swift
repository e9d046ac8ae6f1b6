import Localization
import Model
import Testing

/// Numbers that look random and are the same in each run.
struct Sequence64 {
  private var state: UInt64
  init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// A number from 0 up to `limit`.
  mutating func next(below limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % max(1, limit)
  }
}

/// A page of units whose words can be told apart: `T3.` and `S3.`.
func pageOfUnits(_ count: Int, _ random: inout Sequence64) -> [String] {
  let starts = ["", "", "> ", "- ", "## <a name=\"x\"></a>", "1. ", "| ", "  > [!NOTE]\n  > "]
  let ends = ["\n\n", " ", "\n", " |\n", "](x.md)\n\n"]
  return (0..<count).map { index in
    let start = starts[random.next(below: starts.count)]
    let end = ends[random.next(below: ends.count)]
    return start + (end.hasPrefix("]") ? "[" : "")
      + unit(103 + index, "T\(index). **b**", "S\(index). `c`") + end
  }
}

/// Damages the tags of a unit, never its words.
func damaged(_ text: String, _ random: inout Sequence64) -> String {
  let tags = ["<span data-ttu-id=", "</span><span class=", "<span data-stu-id=", "</span></span>"]
  let wrongs = ["", "<span>", "&quot;", "</span>", "<span class=\"sxs-lookup\">", ">", "\"", "<"]
  let tag = tags[random.next(below: tags.count)]
  guard let range = text.ranges(of: tag).last else { return text }
  let cut = random.next(below: tag.utf8.count)
  let wrong = wrongs[random.next(below: wrongs.count)]
  return String(text[..<range.lowerBound]) + tag.prefix(cut) + wrong + text[range.upperBound...]
}

@Suite struct DamagedUnitTests {
  /// Whatever happens to tags, no word of a translation is lost, and nothing crashes.
  @Test(arguments: 0..<40)
  func losesNoWords(seed: Int) {
    var random = Sequence64(seed + 1)
    var problems = 0
    for _ in 0..<25 {
      var units = pageOfUnits(9, &random)
      // One in three: what stands between two damaged units shows where they end.
      for index in stride(from: random.next(below: 3), to: 9, by: 3) {
        units[index] = damaged(units[index], &random)
      }
      let page = Array(units.joined().utf8)
      let scan = Units.scan(body: page)
      let plain = string(Units.plainTarget(of: page, scan))
      for index in 0..<9 {
        #expect(plain.contains("T\(index). **b**"), "T\(index) in \(units.joined())")
      }
      #expect(
        zip(scan.units, scan.units.dropFirst()).allSatisfy {
          $0.whole.upperBound <= $1.whole.lowerBound
        })
      #expect(scan.units.count >= 6, "\(units.joined())")
      _ = Units.plainSource(of: page, scan)
      problems += scan.problems.count
    }
    #expect(problems > 20)
  }

  @Test(arguments: 0..<20)
  func survivesAnyOrderOfTags(seed: Int) {
    let pieces = [
      "<span data-ttu-id=\"abcde-103\">", "</span>", "<span class=\"sxs-lookup\">", "\n\n", "`",
      "<span data-stu-id=\"abcde-103\">", "<span", "word", " ", "\n> ", "&quot;", "<", "|", "```\n",
    ]
    var random = Sequence64(seed + 1)
    for _ in 0..<50 {
      let text = (0..<30).map { _ in pieces[random.next(below: pieces.count)] }.joined()
      let plain = string(Units.plainTarget(of: Array(text.utf8)))
      // Only whole sources go, and those follow a target; the rest of the words stay.
      let scan = Units.scan(Array(text.utf8))
      let hidden = scan.units.reduce(0) {
        $0 + string(Array(text.utf8)[$1.source]).ranges(of: "word").count
      }
      #expect(
        plain.ranges(of: "word").count == text.ranges(of: "word").count - hidden, "\(text)")
    }
  }
}
