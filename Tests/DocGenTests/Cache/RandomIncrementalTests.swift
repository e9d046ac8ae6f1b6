import Digests
import DocGen
import FileSystem
import Foundation
import Localization
import Model
import TestSupport
import Testing

/// Sets that change by chance, again and again: what a build with a cache gives is what a clean one
/// gives, and the manifest names what differs from the publication before.
@Suite struct RandomIncrementalTests {
  @Test(arguments: 1...4)
  func everyBuildIsAsACleanOne(seed: Int) throws {
    let folder = try TemporaryFolder()
    var set = try RandomSet(seed: seed, in: folder)
    var dice = Dice(seed: seed &+ 1_000)
    let site = CachedSite(folder)
    try site.prepare()
    var options = CachedSite.Options()
    var log: [String] = []
    for step in 0..<14 {
      if step > 0 {
        for _ in 0...dice.roll(3) { log.append(try set.change()) }
        if dice.roll(5) == 0 { options.change(dice.roll(4)) }
      }
      // Sometimes files have settled, sometimes they changed just now.
      if dice.roll(2) == 0 { usleep(20_000) }
      let former = try site.published()
      let built = try site.build("public", options, cached: true)
      let clean = try site.build("clean", options, cached: false)
      let context: Comment = "step \(step): \(log.suffix(6))"
      #expect(built?.diagnostics == clean?.diagnostics, context)
      #expect(built?.pages == clean?.pages, context)
      #expect(built?.states == clean?.states, context)
      #expect((built == nil) == (clean == nil), context)
      guard built != nil else { continue }
      let files = site.files("public")
      let expected = site.files("clean")
      let differing = Set(files.keys).union(expected.keys).filter { files[$0] != expected[$0] }
      #expect(differing.sorted() == [], context)
      try site.expectManifest(of: files, after: former, context)
    }
  }
}

/// A set that is built with a cache and without.
struct CachedSite {
  /// What else decides what a build gives.
  struct Options {
    var baseURL: String? = "https://docs.example.com/"
    var hasSearch = true
    var hasStatus = true
    var locales: [LocaleTag]?

    /// Turns one of them to its other value.
    mutating func change(_ number: Int) {
      switch number {
      case 0: baseURL = baseURL == nil ? "https://docs.example.com/" : nil
      case 1: hasSearch.toggle()
      case 2: hasStatus.toggle()
      default: locales = locales == nil ? ["en-us", "fr-fr"].compactMap { LocaleTag($0) } : nil
      }
    }
  }

  private let folder: TemporaryFolder

  init(_ folder: TemporaryFolder) { self.folder = folder }

  /// Writes the words of the interface.
  func prepare() throws {
    for locale in ["en-us", "fr-fr"] {
      let file = SharedMaterial.projectFolder.appending(path: "content/messages/\(locale).po")
      try folder.write("words/\(locale).po", String(contentsOf: file, encoding: .utf8))
    }
  }

  /// Builds the set; `nil` if it can't be built.
  func build(_ output: String, _ options: Options, cached: Bool) throws -> SiteSummary? {
    var request = SiteRequest(
      layers: try ContentLayer.layers(in: "\(folder.path)/content"),
      templateFolders: [TestSite.templates], messageFolder: "\(folder.path)/words")
    (request.baseURL, request.locales) = (options.baseURL, options.locales)
    (request.hasSearch, request.hasStatus) = (options.hasSearch, options.hasStatus)
    if !cached { Files.removeTree("\(folder.path)/\(output)") }
    do {
      return try buildSite(request, in: folder, to: output, cached: cached)
    } catch {
      if error is StagedTreeError { throw error }
      return nil
    }
  }

  /// SHA-256 of each file of a tree but the manifest.
  func files(_ tree: String) -> [String: String] {
    var digests: [String: String] = [:]
    for path in folder.contents() where path.hasPrefix("\(tree)/") && !path.hasSuffix("/") {
      let name = String(path.dropFirst(tree.count + 1))
      guard name != "publish.json", name != ".vouch-output" else { continue }
      digests[name] = (try? Files.read("\(folder.path)/\(path)")).map { Digests.sha256($0) }
    }
    return digests
  }

  /// The manifest of the last publication, if it is one.
  func published() throws -> (bytes: Data, files: [String: String])? {
    guard let manifest = try manifest() else { return nil }
    return (manifest.bytes, manifest.value["files"] as? [String: String] ?? [:])
  }

  private func manifest() throws -> (bytes: Data, value: [String: Any])? {
    guard let text = folder.text("public/publish.json"),
      let value = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    else { return nil }
    return (Data(text.utf8), value)
  }

  /// The manifest lists the files that there are, and what became of those of the one before.
  func expectManifest(
    of files: [String: String], after former: (bytes: Data, files: [String: String])?,
    _ context: Comment
  ) throws {
    let manifest = try #require(try manifest())
    #expect(manifest.value["files"] as? [String: String] == files, context)
    guard let former, manifest.bytes != former.bytes,
      manifest.value["previous"] as? String == Digests.sha256(Array(former.bytes))
    else { return }
    func list(_ key: String) -> [String] { manifest.value[key] as? [String] ?? [] }
    let (old, new) = (Set(former.files.keys), Set(files.keys))
    #expect(list("added") == new.subtracting(old).sorted(by: Self.isBefore), context)
    #expect(list("removed") == old.subtracting(new).sorted(by: Self.isBefore), context)
    let changed = new.intersection(old).filter { files[$0] != former.files[$0] }
    #expect(list("changed") == changed.sorted(by: Self.isBefore), context)
  }

  private static func isBefore(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
