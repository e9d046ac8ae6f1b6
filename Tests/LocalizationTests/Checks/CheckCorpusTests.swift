import Foundation
import Localization
import Model
import TestSupport
import Testing

/// The pages of the corpus: of each path the translations in three locales.
struct CorpusSet: Sendable {
  let paths: [String]
  let locales: [LocaleTag]
  let pages: [[TranslatedPage]]

  init(_ names: [String] = ["fr-fr", "kk-kz", "ar-sa"]) throws {
    let corpus = SharedMaterial.folder.appending(path: "corpus")
    locales = names.compactMap { LocaleTag($0) }
    let root = corpus.appending(path: names[0]).path
    paths = try FileManager.default.subpathsOfDirectory(atPath: root).filter {
      $0.hasSuffix(".md") || $0.hasSuffix("/TOC.yml")
    }.sorted()
    func bytes(_ path: String) -> [UInt8]? {
      (try? Data(contentsOf: corpus.appending(path: path))).map { Array($0) }
    }
    pages = paths.map { [locales] path in
      let original = bytes("en-us/\(path)")
      return locales.compactMap { locale in
        bytes("\(locale)/\(path)").map { bytes in
          path.hasSuffix(".yml")
            ? ContentsNames.page(
              locale: locale, path: path, bytes: bytes, original: original ?? [])
            : TranslatedPage(locale: locale, path: path, bytes: bytes, original: original)
        }
      }
    }
  }

  func check(_ settings: CheckSettings = CheckSettings()) -> TranslationReport {
    TranslationChecker(settings: settings).check(pageCount: pages.count) { pages[$0] }
  }
}

@Suite(.enabled(if: SharedMaterial.isPresent, "../shared is not beside the project"))
struct CheckCorpusTests {
  /// How many findings each check has in each locale: a change of a check shows here.
  @Test func findingsPerCheckAndLocale() throws {
    let set = try CorpusSet()
    let report = set.check()
    var lines = ["check | " + set.locales.map(\.folder).joined(separator: " | ") + " | source"]
    for check in TranslationCheck.allCases {
      let counts = (set.locales + [.source]).map { locale in
        "\(report.findings.count { $0.check == check && $0.locale == locale })"
      }
      lines.append("\(check.rawValue) | \(counts.joined(separator: " | "))")
    }
    lines.append("texts: \(set.locales.map { "\(report.checked[$0] ?? 0)" })")
    expectGolden(lines.joined(separator: "\n") + "\n", "corpus-findings.txt")
  }

  @Test func theSameOnOneProcessorAndOnMany() throws {
    let set = try CorpusSet()
    let one = TranslationChecker(width: 1).check(pageCount: set.pages.count) { set.pages[$0] }
    #expect(one.findings == set.check().findings)
  }
}
