import Localization
import Model
import TestSupport
import Testing

/// Breaks 50 pages in each way, and counts which are found.
@Suite(.enabled(if: SharedMaterial.isPresent, "../shared is not beside the project"))
struct PageDefectRecallTests {
  private static let perDefect = 50
  private static let leastRecall = 0.95

  private static let pages: Result<[[TranslatedPage]], any Error> = Result {
    try CorpusSet().pages.filter { locales in
      locales.allSatisfy { $0.alignment == .spans && Self.isCurrent($0) }
    }
  }

  /// Whether a page was translated from the source file that is there: else that tells nothing.
  private static func isCurrent(_ page: TranslatedPage) -> Bool {
    let hash = string(page.bytes).firstMatch(of: /openlocfilehash: ([0-9a-f]+)/)
    return SourceFreshness(recordedHash: hash.map { String($0.1) }, source: page.original)
      == .current
  }

  @Test func brokenPagesAreFound() throws {
    let pages = try Self.pages.get()
    var lines: [String] = []
    // What is found in pages as they are, which is asked for again and again.
    var known: [[String]: Set<String>] = [:]
    func findings(_ pages: [TranslatedPage]) -> Set<String> {
      let names = pages.map { "\($0.locale) \($0.path)" }
      if let found = known[names] { return found }
      let found = DefectInjection.findings([pages])
      known[names] = found
      return found
    }
    for (number, defect) in PageDefect.all.enumerated() {
      var random = Sequence64(31 + number)
      var made: Set<[UInt8]> = []
      var missed: [String] = []
      for _ in 0..<20_000 where made.count < Self.perDefect {
        let locales = pages[random.next(below: pages.count)]
        let place = random.next(below: locales.count)
        let page = locales[place]
        guard let bytes = defect.inject(page, &random), bytes != page.bytes,
          made.insert(bytes).inserted
        else { continue }
        let broken = TranslatedPage(
          locale: page.locale, path: page.path, bytes: bytes, original: page.original)
        let before = defect.isAlone ? [page] : locales
        var after = before
        after[defect.isAlone ? 0 : place] = broken
        let new = DefectInjection.findings([after]).subtracting(findings(before))
        let isFound = new.contains { finding in
          finding.hasPrefix("\(page.locale) ")
            && defect.checks.contains { finding.contains(" \($0) ") }
        }
        if !isFound { missed.append("\(page.locale) \(page.path) \(new)") }
      }
      lines.append("\(defect.name): \(made.count - missed.count) of \(made.count)")
      #expect(made.count == Self.perDefect, "\(defect.name)")
      #expect(
        Double(made.count - missed.count) >= Self.leastRecall * Double(made.count),
        "\(defect.name): not \(missed)")
    }
    expectGolden(lines.joined(separator: "\n") + "\n", "page-recall.txt")
  }
}
