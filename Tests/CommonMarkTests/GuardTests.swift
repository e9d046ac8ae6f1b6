import CMarkGuard
import CommonMark
import Foundation
import Testing

/// What a document comes out as: all its events, joined.
private func rendering(_ page: [UInt8]) -> [UInt8] {
  let result = withMarkdown(page) { tree in
    var output: [UInt8] = []
    for index in 0..<tree.count {
      output.append(tree[index].kind.rawValue)
      output += tree[index].text
    }
    return output
  }
  return (try? result.get()) ?? []
}

/// Pages whose links and strikethrough depend on the shared tables, of different lengths so that
/// threads end them at different times.
private let racingPages: [[UInt8]] = (1...40).map { length in
  Array(
    String(
      repeating: "See www.example.com or http://a.example/b, mail a@b.example ~~now~~.\n\n",
      count: length
    ).utf8)
}

/// Parses the pages on four threads and counts how often a result differs from the first.
private func differences(rounds: Int) -> Int {
  let expected = racingPages.map(rendering)
  let counter = Counter()
  DispatchQueue.concurrentPerform(iterations: 4) { thread in
    for round in 0..<rounds {
      let page = (round * 7 + thread * 11) % racingPages.count
      if rendering(racingPages[page]) != expected[page] { counter.add() }
    }
  }
  return counter.value
}

/// A number that threads may add to.
private final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var count = 0
  func add() { lock.withLock { count += 1 } }
  var value: Int { lock.withLock { count } }
}

@Suite struct ThreadSafetyTests {
  @Test func theLibraryReachesOurFunction() { #expect(cmark_guard_is_lock_free()) }

  @Test func threadsDoNotDisturbEachOther() { #expect(differences(rounds: 500) == 0) }

  /// Without the cure the same work gives differences.
  ///
  /// Otherwise the test above would show nothing. In a process of its own, since the switch is for all threads.
  @Test func theyDoWithoutTheCure() async {
    await #expect(processExitsWith: .exitCode(17)) {
      cmark_guard_set_cure(false)
      // A race is a matter of luck: try for long, stop at the first difference.
      for _ in 0..<80 where differences(rounds: 200) > 0 { exit(17) }
      exit(1)
    }
  }

  @Test func theCureCanComeBack() async {
    await #expect(processExitsWith: .exitCode(18)) {
      cmark_guard_set_cure(false)
      cmark_guard_set_cure(true)
      exit(differences(rounds: 200) == 0 ? 18 : 1)
    }
  }
}

private func repeated(_ part: String, _ count: Int) -> String {
  String(repeating: part, count: count)
}

/// An input too long to print, with a name.
struct Attack: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var markdown: String
  init(_ name: String, _ markdown: String) { (testDescription, self.markdown) = (name, markdown) }
}

@Suite struct LimitTests {
  /// A header of many columns and as many rows of one cell: 10 KB that would take 665 MB.
  static let tableBomb: String = {
    let columns = 1_100
    return repeated("|a", columns) + "|\n" + repeated("|-", columns) + "|\n"
      + repeated("|b\n", columns)
  }()

  @Test func refusesATableBombAndParsesTheNextPage() {
    #expect(outline(Self.tableBomb) == "refused: \(MarkdownRefusal.tooMuchMemory)")
    #expect(outline("next *page*\n") == "paragraph( text'next ' emphasis( text'page' ) )")
  }

  @Test func aBombEndsWithinItsBudget() {
    let start = ContinuousClock.now
    #expect(outline(Self.tableBomb).hasPrefix("refused"))
    // It takes milliseconds; unguarded it takes seconds even on an idle machine.
    #expect(ContinuousClock.now - start < .seconds(2))
  }

  @Test(arguments: [
    Attack("list markers", repeated(" -", 20_000) + "x\n" + repeated("\n", 20_000)),
    Attack("quote markers", repeated(">", 20_000) + repeated("a*", 20_000)),
    Attack("columns", repeated("| ", 20_000) + "\n" + repeated("|-", 20_000)),
    Attack("brackets", repeated("![[]()", 20_000)),
    Attack("declarations", repeated("<![CDATA[", 40_000)),
    Attack("parentheses", "www.x.y(" + repeated(")", 80_000)),
  ])
  func refusesWhatTakesQuadraticTime(attack: Attack) {
    #expect(outline(attack.markdown) == "refused: \(MarkdownRefusal.tooManyMarkers)")
  }

  @Test(arguments: [
    Attack("quotations", repeated("> ", 150) + "a\n"),
    Attack("emphasis", repeated("*a **a ", 300) + repeated("b** b*", 300)),
    Attack("lists", (0..<150).map { repeated("  ", $0) + "- a\n" }.joined()),
  ])
  func refusesDeepNesting(attack: Attack) {
    var limits = MarkdownLimits.standard
    limits.depth = 100
    let result = withMarkdown(Array(attack.markdown.utf8), limits: limits) { $0.count }
    #expect(result == .failure(.tooDeep))
  }

  @Test func refusesWhatIsTooLong() {
    var limits = MarkdownLimits.standard
    limits.inputBytes = 10
    #expect(withMarkdown(Array("0123456789".utf8), limits: limits) { _ in 0 } == .success(0))
    #expect(
      withMarkdown(Array("0123456789\n".utf8), limits: limits) { _ in 0 } == .failure(.tooLong))
  }

  @Test func theOutcomeDoesNotDependOnEarlierDocuments() {
    // Find the smallest sufficient memory, then check it after documents of other sizes.
    let page = Array(repeated("Some *text* with [a link](b.md).\n\n", 200).utf8)
    var limits = MarkdownLimits.standard
    limits.memoryPerByte = 0
    var (low, high) = (0, 16 << 20)
    while low + 1 < high {
      limits.memoryBase = (low + high) / 2
      if case .success = withMarkdown(page, limits: limits, { _ in }) {
        high = limits.memoryBase
      } else {
        low = limits.memoryBase
      }
    }
    for size in [1, 3_000, 50, 40_000] {
      _ = outline(repeated("x *y* z\n\n", size))
      limits.memoryBase = high
      #expect((try? withMarkdown(page, limits: limits) { $0.count }.get()) != nil)
      limits.memoryBase = low
      #expect((try? withMarkdown(page, limits: limits) { $0.count }.get()) == nil)
    }
  }

  @Test func noDocumentTakesMoreThanTheMost() {
    let page = Array(repeated("a *b* c\n", 1_000).utf8)
    var limits = MarkdownLimits.standard
    #expect((try? withMarkdown(page, limits: limits) { $0.count }.get()) != nil)
    limits.memoryMost = 20_000
    #expect(withMarkdown(page, limits: limits) { $0.count } == .failure(.tooMuchMemory))
  }

  @Test func honestLongPagesPass() {
    let rows = repeated("| a [b](c.md) | `code` | **d** | e |\n", 2_000)
    let page = "|1|2|3|4|\n|-|-|-|-|\n" + rows + repeated("\n- item with [link](x.md)\n", 3_000)
    #expect(!outline(page).hasPrefix("refused"))
  }
}
