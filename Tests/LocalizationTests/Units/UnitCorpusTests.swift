import Foundation
import Localization
import TestSupport
import Testing

private let corpus = SharedMaterial.folder.appending(path: "corpus")

private func pages(_ folder: String) throws -> [(path: String, bytes: [UInt8])] {
  let root = corpus.appending(path: folder)
  let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
  return try paths.filter { $0.hasSuffix(".md") }.sorted().map {
    ($0, Array(try Data(contentsOf: root.appending(path: $0))))
  }
}

@Suite(.enabled(if: SharedMaterial.isPresent, "../shared is not beside the project"))
struct UnitCorpusTests {
  @Test(arguments: ["fr-fr", "kk-kz", "ar-sa"])
  func everyUnitOfALocaleIsRead(locale: String) throws {
    let scans = try pages(locale).map { ($0.path, Units.scan($0.bytes)) }
    #expect(scans.reduce(0) { $0 + $1.1.units.count } == 6006)
    #expect(scans.flatMap { $0.1.problems }.isEmpty)
    #expect(scans.flatMap { $0.1.strayTags }.isEmpty)
    for (path, scan) in scans {
      let numbers = scan.units.map(\.number)
      #expect(zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }, "\(path)")
    }
  }

  @Test func theSameNumberHasTheSameSourceInAllLocales() throws {
    let locales = try ["fr-fr", "kk-kz", "ar-sa"].map { try pages($0) }
    for index in locales[0].indices {
      let sources = locales.map { locale in
        let page = locale[index].bytes
        return Units.scan(page).units.map { "\($0.number) \(string(page[$0.source]))" }
      }
      #expect(sources[0] == sources[1] && sources[0] == sources[2], "\(locales[0][index].path)")
    }
  }

  /// Stripping gives back the translated pages byte for byte.
  ///
  /// Three pages differ because the data does: a unit that crosses a quotation's lines, a `*` that
  /// only the bilingual form escapes, and a page that was emptied in the plain form.
  @Test func strippingGivesThePlainPages() throws {
    let plain = Dictionary(
      uniqueKeysWithValues: try pages("fr-fr-plain").map { ($0.path, $0.bytes) })
    var different: [String] = []
    var compared = 0
    for page in try pages("fr-fr") {
      guard let expected = plain[page.path] else { continue }
      compared += 1
      if Units.plainTarget(of: page.bytes) != expected { different.append(page.path) }
    }
    #expect(compared == plain.count)
    #expect(
      different.map { String($0.split(separator: "/").last ?? "") } == [
        "connect-common-data-model.md", "predict-customer-lifetime-value.md", "footer-banner.md",
      ])
  }

  @Test func seedsHaveTheirUnits() throws {
    let seeds = SharedMaterial.folder.appending(path: "seeds")
    let names = try FileManager.default.contentsOfDirectory(atPath: seeds.path)
      .filter { $0.hasSuffix(".md") }.sorted()
    let counts = try names.map { name in
      let page = Array(try Data(contentsOf: seeds.appending(path: name)))
      let scan = Units.scan(page)
      #expect(scan.problems.isEmpty, "\(name)")
      return "\(name) \(scan.units.count)"
    }
    #expect(
      counts == [
        "connections.fr-FR.md 66", "connections.kk-KZ.md 66", "connections.nl-NL.md 66",
        "export-microsoft-advertising.fr-FR.md 0",
      ])
  }

  @Test func theSeedIsOneSourceVersionBehind() throws {
    let source = SharedMaterial.folder.appending(path: "seeds/source")
    let older = Array(
      try Data(contentsOf: source.appending(path: "connections.en-US.aaa275c.md")))
    let newer = Array(
      try Data(contentsOf: source.appending(path: "connections.en-US.d84d664.md")))
    let recorded = "17e04b243e9b3d4375c86f5a890a18be35956835"
    #expect(SourceFreshness(recordedHash: recorded, source: newer) == .current)
    #expect(SourceFreshness(recordedHash: recorded, source: older) == .stale)
  }
}
