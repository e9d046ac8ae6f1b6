import DocGen
import Localization
import Model
import TestSupport
import Testing

/// What is said of files that are there, but not where a set is read.
@Suite struct ContentRepositoryTests {
  private static let configuration = ".openpublishing.publish.config.json"

  /// A site of the folder `docs` in each locale's folder, as one who names the docset's folder has it.
  private func inner(_ files: [String: String]) throws -> TestSite {
    try TestSite(
      Dictionary(uniqueKeysWithValues: files.map { ("en-us/\($0.key)", $0.value) })
    ) { request in
      request.layers = request.layers.map {
        ContentLayer(locale: $0.locale, folder: "\($0.folder)/docs")
      }
    }
  }

  /// What is suggested of a problem, by its code.
  private func suggestions(_ site: TestSite, _ code: String) -> [String?] {
    site.summary.diagnostics.filter { $0.code == code }.map(\.suggestion)
  }

  @Test func namesTheRepositoryAbove() throws {
    let site = try inner([
      Self.configuration: "{}", "parts/x.md": "Secret words.\n", "media/i.png": "png",
      "docs/a.md": """
      # A

      [!INCLUDE [x](../parts/x.md)]

      [l](../parts/x.md#y), [none](../parts/none.md), [up](../../../../etc/passwd)

      ![i](../media/i.png)

      :::code source="../parts/x.md":::
      """,
    ])
    let outside =
      "it lies outside of the folder that is given for 'en-us'; "
      + "give the repository's folder in its place"
    for (code, expected) in [
      ("include.missing", [outside]), ("image.missing", [outside]), ("snippet.missing", [outside]),
      ("link.broken", [outside, nil, nil]),
    ] { #expect(suggestions(site, code) == expected, "\(code)") }
    #expect(!site["en-us/a.html"].contains("Secret words"))
    #expect(!site.files.contains { $0.hasSuffix(".png") })
    #expect(
      site.problems.first { $0.contains("[content.repository]") }
        == "en-us/\(Self.configuration): note: this isn't read: it lies above the folder that is "
        + "given for 'en-us'; give the repository's folder, where redirections and included files "
        + "are [content.repository]")
  }

  /// Nothing is looked for above a folder that is no part of a repository, or is one itself.
  @Test(arguments: [[:], ["docs/\(configuration)": "{}", configuration: "{}"]])
  func saysNothingOfOtherFolders(files: [String: String]) throws {
    let site = try inner(
      ["docs/a.md": "# A\n\n[l](../parts/x.md)\n", "parts/x.md": "# X\n"].merging(files) { $1 })
    #expect(suggestions(site, "link.broken") == [nil])
    #expect(suggestions(site, "content.repository") == [])
  }

  /// A link to a page that isn't published says why.
  @Test(
    arguments: [
      ("drafts/a.md", "'docfx.json' excludes it from 'content'"),
      ("drafts/a", "'docfx.json' excludes it from 'content'"),
      ("drafts/a.html#x", "'docfx.json' excludes it from 'content'"),
      ("drafts/l.yml", "'docfx.json' excludes it from 'content'"),
      ("other/a.md", "'docfx.json' doesn't name it in 'content'"),
      ("../free/a.md", "it lies in no folder that has a 'docfx.json'"),
      ("../left/a.md", "'docsets_to_publish' in '\(configuration)' doesn't list its docset"),
      ("includes/a.md", "it is for pages to include, and no page itself"),
      ("../SECURITY.md", "it is a file of the repository, and no page"),
      ("drafts/b.md", "did you mean 'drafts/a.md'?"), ("none/none.md", nil),
    ] as [(String, String?)])
  func saysWhyThereIsNoPage(address: String, expected: String?) throws {
    let site = try TestSite([
      "en-us/\(Self.configuration)": #"{"docsets_to_publish": [{"build_source_folder": "docs"}]}"#,
      "en-us/docs/docfx.json": """
      {"build": {"content": [
        {"files": ["*.md", "drafts/**", "includes/**"], "exclude": ["drafts/**"]}
      ]}}
      """,
      "en-us/docs/index.md": "# Home\n\n[a](\(address))\n",
      "en-us/docs/toc.yml": "- name: Home\n  href: index.md\n- name: A\n  href: \(address)\n",
      "en-us/docs/drafts/a.md": "# A\n", "en-us/docs/other/a.md": "# A\n",
      "en-us/docs/drafts/l.yml": "### YamlMime:Landing\ntitle: L\n",
      "en-us/docs/includes/a.md": "A\n", "en-us/free/a.md": "# A\n", "en-us/left/a.md": "# A\n",
      "en-us/left/docfx.json": #"{"build": {"content": ["**/*.md"]}}"#,
      "en-us/SECURITY.md": "# S\n",
    ])
    for code in ["link.broken", "toc.broken"] {
      #expect(suggestions(site, code) == [expected], "\(site.problems)")
    }
  }

  /// An inclusion isn't told that its file is to be included.
  @Test func inclusionsAreNoLinks() throws {
    let site = try TestSite([
      "en-us/a.md": "# A\n\n[!INCLUDE [x](includes/x)]\n", "en-us/includes/x.md": "X\n",
    ])
    #expect(suggestions(site, "include.missing") == [nil])
  }

  private static let dependencies = """
    {"dependent_repositories": [
      {"path_to_root": "_spec", "url": "https://example.com/spec"}, {"path_to_root": "_themes"},
      {"path_to_root": "_repo.en-us", "url": "https://example.com/source"}
    ]}
    """

  /// What another repository would hold is told apart from what nobody has.
  @Test func namesOtherRepositories() throws {
    let site = try TestSite([
      "en-us/\(Self.configuration)": Self.dependencies,
      "en-us/docfx.json": """
      {"build": {"content": [
        {"files": ["*.md"]}, {"files": ["*.md"], "src": "_spec/one"},
        {"files": ["*.md"], "src": "_spec/two"}, {"files": ["*.md"], "src": "gone"}
      ]}}
      """,
      "en-us/a.md": "# A\n\n[x](_spec/x.md) ![i](~/_spec/i.png) [y](_themes) [z](_speck/x.md)\n",
    ])
    let spec =
      "where the set is published, '_spec' holds 'https://example.com/spec'; "
      + "put that there, or leave it be"
    #expect(
      suggestions(site, "link.broken") == [
        spec,
        spec.replacing(
          "'_spec' holds 'https://example.com/spec'", with: "'_themes' holds another repository"),
        nil,
      ])
    #expect(suggestions(site, "image.missing") == [spec])
    // Once for the folder.
    #expect(suggestions(site, "docfx.folder") == [spec, nil])
    #expect(suggestions(site, "content.repository") == [])
  }

  /// A translation alone says once where its source is.
  @Test func namesTheSourceOfATranslation() throws {
    let alone = ["de-de/\(Self.configuration)": Self.dependencies, "de-de/a.md": "# A\n"]
    let expected =
      "de-de/\(Self.configuration):3:3: note: 'de-de' is a translation of "
      + "'https://example.com/source', which isn't here; what only that has, such as images and "
      + "included files, is missing; add it with '--locale en-us=DIR' [content.repository]"
    #expect(try TestSite(alone).problems == [expected])
    // The source is there, or a copy of it.
    for file in ["en-us/a.md", "de-de/_repo.en-us/a.md"] {
      let site = try TestSite(alone.merging([file: "# A\n"]) { $1 }) {
        $0.layers = ContentLayer.withSourceCopies($0.layers)
      }
      #expect(suggestions(site, "content.repository") == [], "\(file)")
    }
  }

  /// The source beside a translation whose folder has the name of its repository.
  @Test(arguments: [
    ("docs", "docs.de-de", true), ("docs-pr", "docs-pr.de-de", true),
    ("docs", "docs-pr.de-de", true),
    ("docs-pr", "docs.de-de", true),
    ("other", "docs.de-de", false),
    ("docs", "de-de", false),
  ])
  func namesTheSourceBeside(source: String, translation: String, isNamed: Bool) throws {
    let site = try TestSite([
      "\(source)/a.md": "# A\n", "\(translation)/a.md": "# A\n",
      translation.replacing("de-de", with: "fr-fr") + "/a.md": "# A\n",
    ])
    #expect(
      site.problems
        == (isNamed
          ? [
            "\(source): note: this isn't read, since its name isn't that of a language; 'de-de' "
              + "beside it seems to be its translation; add it with '--locale en-us=DIR' "
              + "[content.repository]"
          ] : []))
  }

  /// A folder beside those of the languages that has a country's code, which is no language's.
  @Test(arguments: [
    ("jp", "ja-jp"), ("CN", "zh-cn"), ("ua", "uk-ua"),
    // A language's too, a country without a common page, no code.
    ("se", nil), ("cz", nil), ("qq", nil), ("japan", nil),
  ])
  func namesFoldersOfCountries(name: String, language: String?) throws {
    let site = try TestSite([
      "en/plums/a.md": "# A\n", "\(name)/plums/\(name == "cz" ? "b" : "a").md": "# B\n",
    ])
    #expect(
      site.problems.filter { $0.contains("[content.folder]") }
        == (language.map {
          [
            "\(name): warning: this isn't read: it has pages as the folders of the languages beside "
              + "it have, but its name is that of a country; call it '\($0)', or add it with "
              + "'--locale \($0)=DIR' [content.folder]"
          ]
        } ?? []))
  }

  @Test(
    arguments: [
      ("de-de", "de-de"), ("docs.de-de", "de-de"), ("docs-pr.pt-br", "pt-br"), ("docs", nil),
      ("_repo.en-us", nil), ("docs.de", nil),
    ] as [(String, String?)])
  func foldersSayTheirLanguage(name: String, expected: String?) {
    #expect(ContentLayer.locale(ofFolder: name)?.folder == expected)
  }
}
