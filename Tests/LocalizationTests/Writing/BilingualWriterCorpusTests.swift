import Foundation
import Localization
import Model
import TestSupport
import Testing

@Suite(.enabled(if: SharedMaterial.isPresent, "../shared is not beside the project"))
struct BilingualWriterCorpusTests {
  private func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: SharedMaterial.folder.appending(path: "corpus/\(path)")))
  }

  /// Writes the bilingual form of published plain pages and compares it with the published one.
  @Test func writesWhatWasPublished() throws {
    let root = SharedMaterial.folder.appending(path: "corpus/fr-fr-plain")
    let french = try #require(LocaleTag("fr-fr"))
    var (pages, same, published, identicalPages) = (0, 0, 0, 0)
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
    where path.hasSuffix(".md") {
      let plain = try bytes("fr-fr-plain/\(path)")
      guard let source = try? bytes("en-us/\(path)"), !plain.isEmpty else { continue }
      let hash = string(plain).split(separator: "\n").first { $0.hasPrefix("ms.openlocfilehash") }
      guard hash.map({ $0.hasSuffix(SourceFreshness.sha1(ofSource: source)) }) == true else {
        continue
      }
      pages += 1
      let output = BilingualWriter.write(
        source: source, translation: plain, path: path, locale: french, handoff: "06/24/2021")
      // What is written can be taken apart again.
      let stripped = Units.plainTarget(of: output.page)
      #expect(
        stripped[FrontMatterBounds(stripped).bodyStart...]
          .elementsEqual(plain[FrontMatterBounds(plain).bodyStart...]), "\(path)")
      let real = try bytes("fr-fr/\(path)")
      let realTexts = Units.scan(real).units.map { string(real[$0.target]) }
      let texts = Units.scan(output.page).units.map { string(output.page[$0.target]) }
      published += realTexts.count
      let difference = texts.difference(from: realTexts)
      same += realTexts.count - difference.removals.count
      if texts == realTexts { identicalPages += 1 }
    }
    #expect(pages > 80)
    // Translators' tools segment a little differently: 5356 of 5429 units are the same.
    #expect(Double(same) / Double(published) > 0.98)
    #expect(identicalPages >= 70)
  }
}
