import Foundation
import Localization
import Model
import TestSupport
import Testing

private func drift(_ page: String, _ original: String, hash: String? = nil) -> PageDrift {
  PageDrift(
    translatedPage(page, original: original),
    recordedHash: hash ?? String(repeating: "0", count: 40), hasSource: true)
}

@Suite struct PageDriftTests {
  @Test func isCurrentByEitherHash() {
    let original = "A.\nB.\n"
    let bytes = Array(original.utf8)
    #expect(drift("a", original, hash: SourceFreshness.sha1(ofSource: bytes)).state == .current)
    #expect(drift("a", original, hash: "abc").state == .unknown)
    #expect(
      PageDrift(translatedPage("a"), recordedHash: nil, hasSource: false).state == .gone)
    #expect(
      PageDrift(translatedPage("a"), recordedHash: nil, hasSource: nil).state == .unknown)
  }

  @Test func namesWhatChangedWithAProposal() throws {
    let page =
      unit(103, "Un.", "One is here.") + " " + unit(104, "Deux.", "Two is in the drop-down.")
      + "\n\n"
      + unit(105, "Trois", "Three was removed entirely")
    let result = drift(page, "One is\nhere. Two is in the dropdown.\n\nSomething else is new.\n")
    #expect(result.state == .changed)
    #expect(result.changes.map(\.key.number) == [104, 105])
    let change = try #require(result.changes.first)
    #expect(change.new == "Two is in the dropdown.")
    #expect(change.similarity > 0.95)
    #expect(change.proposal == "Deux.")
    #expect(
      change.difference == [
        .init(change: .same, text: "Two is in the"), .init(change: .removed, text: "drop-down."),
        .init(change: .added, text: "dropdown."),
      ])
    #expect(result.changes[1].new == nil)
    #expect(result.added == ["Something else is new."])
    #expect(!result.isMetadataOnly)
  }

  /// Cells of tables in raw HTML are in no block of the page.
  @Test func findsSentencesInRawHTML() {
    let page =
      "<td>" + unit(103, "Un", "One") + "</td>\n<td>" + unit(104, "Deux", "Two") + "</td>\n"
    let result = drift(page, "<td>One</td>\n<td>Three</td>\n")
    #expect(result.changes.map(\.key.number) == [104])
  }

  @Test func tellsMetadataApart() {
    let result = drift("# " + unit(103, "Un", "One"), "---\nms.date: 1\n---\n# One\n")
    #expect(result.isMetadataOnly)
  }
}

@Suite(.enabled(if: SharedMaterial.isPresent, "../shared is not beside the project"))
struct PageDriftCorpusTests {
  private func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: SharedMaterial.folder.appending(path: path)))
  }

  /// The seed was translated from the older version: two sentences changed since.
  @Test func theSeedHasTwoChangedSentences() throws {
    let seed = try bytes("seeds/connections.fr-FR.md")
    func drift(_ name: String) throws -> PageDrift {
      let page = TranslatedPage(
        locale: french, path: "connections.md", bytes: seed,
        original: try bytes("seeds/source/\(name)"))
      return PageDrift(
        page, recordedHash: "106dbc26f95b309821d738e1484b1eaa79dd225b", hasSource: true)
    }
    #expect(try drift("connections.en-US.aaa275c.md").state == .current)
    let newer = try drift("connections.en-US.d84d664.md")
    #expect(newer.state == .changed)
    #expect(newer.changes.map(\.key.number) == [127, 168])
    #expect(newer.changes.allSatisfy { $0.similarity >= 0.95 })
    #expect(newer.added == [])
  }

  @Test func pagesOfTheCorpusAreCurrentOrChanged() throws {
    let set = try CorpusSet(["fr-fr"])
    var counts: [PageDrift.State: Int] = [:]
    for page in set.pages.compactMap(\.first) where page.path.hasSuffix(".md") {
      guard let line = string(page.bytes).firstMatch(of: /ms.openlocfilehash: (\w+)/) else {
        continue
      }
      let drift = PageDrift(page, recordedHash: String(line.1), hasSource: !page.original.isEmpty)
      counts[drift.state, default: 0] += 1
    }
    #expect(counts == [.current: 85, .changed: 10])
  }
}
