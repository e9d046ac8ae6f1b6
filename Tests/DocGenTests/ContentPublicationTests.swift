import DocGen
import TestSupport
import Testing

/// What `.openpublishing.publish.config.json` says of a set.
@Suite struct ContentPublicationTests {
  private static func listing(_ folders: String...) -> String {
    let docsets = folders.map { "{\"docset_name\": \"d\", \"build_source_folder\": \"\($0)\"}" }
    return "{\"docsets_to_publish\": [\(docsets.joined(separator: ", "))]}"
  }

  private static let docset = "{\"build\": {\"content\": [{\"files\": [\"**/*.md\"]}]}}"

  /// Two docsets, each with a page and a table, in each of some locales.
  private func site(_ locales: [String], _ more: [String: String]) throws -> TestSite {
    var files: [String: String] = [:]
    for locale in locales {
      for folder in ["docs", "other"] {
        files["\(locale)/\(folder)/docfx.json"] = Self.docset
        files["\(locale)/\(folder)/p.md"] = "# \(folder)\n"
        files["\(locale)/\(folder)/i.png"] = "png"
        files["\(locale)/\(folder)/toc.yml"] = "- name: P\n  href: p.md\n"
      }
    }
    return try TestSite(files.merging(more) { $1 })
  }

  private func published(_ site: TestSite, _ locale: String = "en-us") -> [String] {
    site.files.filter { file in
      ["html", "png"].contains { file.hasSuffix("/p.\($0)") || file.hasSuffix("/i.\($0)") }
        && file.hasPrefix(locale)
    }.map { String($0.dropFirst(locale.utf8.count + 1)) }
  }

  private static let both = ["docs/i.png", "docs/p.html", "other/i.png", "other/p.html"]
  private static let docs = ["docs/i.png", "docs/p.html"]
  private static let name = ".openpublishing.publish.config.json"

  @Test(arguments: [
    (listing("docs"), docs), (listing("./docs/"), docs), (listing("Docs", "gone"), docs),
    (listing("docs", "other"), both), (listing("gone"), both), (listing("."), both),
    (listing(), both), ("{}", both), ("{", both),
  ])
  func publishesTheListedDocsets(configuration: String, expected: [String]) throws {
    let site = try site(["en-us"], ["en-us/\(Self.name)": configuration])
    #expect(published(site) == expected)
    let isLeftOut = expected == Self.docs
    #expect(
      site.problems
        == (isLeftOut
          ? [
            "en-us/other/docfx.json: note: nothing of 'other' is published: "
              + "'docsets_to_publish' in '\(Self.name)' doesn't list this docset; "
              + "list what readers are to see [docfx.unlisted]"
          ] : []))
    #expect(!isLeftOut || !site["en-us/index.html"].contains("other/p.html"))
  }

  /// A docset in a listed one is a part of that.
  @Test(arguments: [(listing("docs"), true), (listing("docs/in"), false), (listing("."), true)])
  func docsetsInOthersBelongToThem(configuration: String, isWhole: Bool) throws {
    let site = try TestSite([
      "en-us/\(Self.name)": configuration, "en-us/docs/a.md": "# A\n",
      "en-us/docs/docfx.json": Self.docset, "en-us/docs/in/b.md": "# B\n",
      "en-us/docs/in/docfx.json": Self.docset, "en-us/docfx.json": Self.docset,
    ])
    #expect(site.files.contains("en-us/docs/in/b.html"))
    #expect(site.files.contains("en-us/docs/a.html") == isWhole)
    #expect(site.problems.isEmpty == configuration.contains("\".\""), "\(site.problems)")
    #expect(!site.problems.contains { $0.contains("'docs/in'") })
  }

  /// What a translation publishes, by what its own configuration and the source's say.
  @Test(
    arguments: [
      (listing("docs"), nil, docs), (nil, listing("docs"), both),
      (listing("docs", "other"), listing("docs"), both), (listing("docs"), listing("other"), both),
      (listing("docs"), listing("docs"), docs),
    ] as [(String?, String?, [String])])
  func asksTheSourceToo(source: String?, own: String?, expected: [String]) throws {
    var files: [String: String] = [:]
    files["en-us/\(Self.name)"] = source
    files["fr-fr/\(Self.name)"] = own
    #expect(published(try site(["en-us", "fr-fr"], files), "fr-fr") == expected)
  }

  @Test func aTranslationAloneAsksItself() throws {
    let site = try site(["fr-fr"], ["fr-fr/\(Self.name)": Self.listing("docs")])
    #expect(published(site, "fr-fr") == Self.docs)
  }

  /// A reader begins with the docset that is listed first, else with the first.
  @Test(
    arguments: [
      (nil, "docs"), (listing("docs", "other"), "docs"), (listing("other", "docs"), "other"),
      (listing("other"), "other"),
    ] as [(String?, String)])
  func beginsWithTheFirst(configuration: String?, expected: String) throws {
    var files: [String: String] = [:]
    files["en-us/\(Self.name)"] = configuration
    let site = try site(["en-us"], files)
    #expect(
      site["index.html"].contains("href=\"en-us/\(expected)/p.html\""), "\(site["index.html"])")
    #expect(site["en-us/index.html"].contains("<title>\(expected)</title>"))
  }

  /// Files of redirections have any name if the configuration lists them.
  @Test func readsTheListedRedirections() throws {
    let list = { (source: String) in
      "{\"redirections\": [{\(source), \"redirect_url\": \"https://example.com/\"}]}"
    }
    let site = try site(
      ["en-us"],
      [
        "en-us/\(Self.name)":
          "{\"redirection_files\": [\"moved/one.json\", \"docs/two.json\", \"three.json\"]}",
        "en-us/moved/one.json": list("\"source_path\": \"docs/one.md\""),
        "en-us/docs/two.json": list("\"source_path\": \"two.md\""),
        "en-us/three.json": list("\"source_path_from_root\": \"/docs/three.md\""),
        "en-us/four.json": list("\"source_path\": \"docs/four.md\""),
      ])
    for name in ["one", "two", "three"] {
      #expect(site["en-us/docs/\(name).html"].contains("url=https://example.com/"), "\(name)")
    }
    #expect(!site.files.contains("en-us/docs/four.html"))
    #expect(site.problems == [])
  }

  @Test(arguments: ["null", "\"\"", "\" \""])
  func redirectionsNeedATarget(target: String) throws {
    let site = try site(
      ["en-us"],
      [
        "en-us/.openpublishing.redirection.json":
          "{\"redirections\": [{\"source_path\": \"docs/a.md\", \"redirect_url\": \(target)}]}"
      ])
    #expect(site.problems.map { $0.hasSuffix("[redirect.shape]") } == [true], "\(site.problems)")
  }
}
