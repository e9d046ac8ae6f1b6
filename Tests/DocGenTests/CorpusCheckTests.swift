import DocGen
import Foundation
import Model
import TestSupport
import Testing

/// What a check finds in a real docs set: its known defects, and nothing that isn't one.
@Suite(.enabled(if: SharedMaterial.isPresent, "../shared is not beside the project"))
struct CorpusCheckTests {
  /// What each kind of problem is in this set; every one of them was read.
  private static let classes = [
    "link.anchor":
      "a defect of the set: the anchor lacks a hyphen in every translation, and the source was mended",
    "link.untranslated":
      "no defect of the page: its target is in the source alone, and the link leads there",
    "toc.untranslated":
      "no defect of the page: the contents list pages that were never translated",
  ]

  @Test func findsTheKnownDefectsAlone() throws {
    let corpus = SharedMaterial.folder.appending(path: "corpus").path
    let locales = try ["en-us", "fr-fr", "kk-kz", "ar-sa"].map { try #require(LocaleTag($0)) }
    let request = SiteRequest(
      layers: locales.map { ContentLayer(locale: $0, folder: "\(corpus)/\($0)") },
      templateFolders: [],
      messageFolder: SharedMaterial.projectFolder.appending(path: "content/messages").path)
    let problems = try SiteCheck(request).run()
    // The set has no images at all.
    let images = problems.filter { $0.code == "image.missing" }
    #expect(images.count == 964)
    let others = Dictionary(grouping: problems.filter { $0.code != "image.missing" }, by: \.code)
    var text = "\(images.count) × image.missing: the set has no images\n"
    for (code, found) in others.sorted(by: { $0.key < $1.key }) {
      text += "\n\(found.count) × \(code): \(Self.classes[code] ?? "NOT READ YET")\n"
      for problem in found.sorted() {
        text += "  \(problem)\n".replacing("\(corpus)/", with: "")
      }
    }
    expectGolden(text, "corpus-check.txt")
  }
}
