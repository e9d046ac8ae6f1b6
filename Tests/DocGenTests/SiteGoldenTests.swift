import DocGen
import Model
import TestSupport
import Testing

/// A small site in three languages, page by page.
@Suite struct SiteGoldenTests {
  private static let home = """
    ---
    title: Handbook
    description: All about connections.
    ms.date: 04/09/2021
    ---
    # Handbook

    Read the [guide](guide/start.md#first-step).
    """
  private static let guide = """
    ---
    title: Start
    ---
    # Start

    > [!NOTE]
    > Take your time.

    ## First step

    Open **Settings** and see the [home page](../index.md).

    ## Second step

    | Limit | Value |
    | --- | ---: |
    | Runs | 10 |

    [!INCLUDE [contact](../includes/contact.md)]
    """

  private static func files() -> [String: String] {
    let unit = Bilingual.unit
    return [
      "en-us/index.md": home,
      "en-us/guide/start.md": guide,
      "en-us/includes/contact.md": "---\ntitle: none\n---\nAsk [us](../index.md).\n",
      "en-us/TOC.yml": """
      - name: Handbook
        href: index.md
      - name: Guide
        items:
        - name: Start
          href: guide/start.md
        - name: Elsewhere
          href: https://example.com/
      """,
      "fr-fr/index.md": Bilingual.frontMatter(title: "Manuel", source: home) + """
        # <a name="handbook"></a>\(unit(103, "Manuel", "Handbook"))

        \(unit(104, "Lisez le [guide](guide/start.md#first-step).", "Read the [guide](guide/start.md#first-step)."))
        """,
      "fr-fr/guide/start.md": Bilingual.frontMatter(title: "Début", source: "older", kind: "MT")
        + """
        # <a name="start"></a>\(unit(103, "Début", "Start"))

        > [!NOTE]
        > \(unit(104, "Prenez votre temps.", "Take your time."))

        ## <a name="first-step"></a>\(unit(105, "Première étape", "First step"))

        \(unit(106, "Ouvrez **Paramètres** et voyez la [page d’accueil](../index.md).", "Open **Settings** and see the [home page](../index.md)."))
        """,
      "fr-fr/TOC.yml": """
      - name: Manuel
        href: index.md
      - name: Guide
        items:
        - name: Début
          href: guide/start.md
      """,
      "ar-sa/index.md": Bilingual.frontMatter(title: "الدليل", source: home) + """
        # <a name="handbook"></a>\(unit(103, "الدليل", "Handbook"))
        """,
    ]
  }

  private let site: TestSite

  init() throws {
    site = try TestSite(Self.files()) { request in
      request.baseURL = "https://docs.example.com"
    }
  }

  /// The page without what depends on the templates' bytes alone.
  private func page(_ path: String) -> String {
    site[path].replacing(/(site|search|icon)\.[0-9a-f]{10}\./) { "\($0.output.1).DIGEST." }
  }

  @Test func everyFileIsThere() {
    let pages = ["en-us", "fr-fr", "ar-sa"].flatMap { locale in
      [
        "guide/start.html", "guide/start.md", "index.html", "index.md", "llms.txt",
        "localization/index.html", "navigation.json",
      ].map { "\(locale)/\($0)" }
    }
    let others = [
      "404.html", "_headers", "index.html", "llms.txt", "robots.txt", "search/ar-sa.js",
      "search/en-us.js",
      "search/fr-fr.js", "sitemap.xml",
    ]
    let written = site.files.filter { !$0.hasPrefix("assets/") }
    #expect(Set(written) == Set(pages + others))
    #expect(site.files.contains { $0.hasPrefix("assets/site.") && $0.hasSuffix(".css") })
    #expect(site.summary.pageCount == 6)
    #expect(site.problems == [])
  }

  @Test(arguments: [
    "en-us/index.html", "en-us/guide/start.html", "fr-fr/index.html", "fr-fr/guide/start.html",
    "ar-sa/guide/start.html", "index.html", "404.html", "sitemap.xml",
  ])
  func pageIs(_ path: String) {
    expectGolden(page(path), "site/" + path.replacing("/", with: "-"))
  }

  @Test(arguments: ["en-us/guide/start.md", "fr-fr/guide/start.md", "ar-sa/guide/start.md"])
  func markdownIs(_ path: String) {
    expectGolden(page(path), "site/" + path.replacing("/", with: "-"))
  }

  @Test func aFallbackPageClaimsToBeNothingElse() {
    let page = site["ar-sa/guide/start.html"]
    #expect(page.contains("<html lang=\"ar-SA\" dir=\"rtl\">"))
    #expect(page.contains("<article class=\"article\" lang=\"en-US\" dir=\"ltr\""))
    #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(
      page.contains(
        "rel=\"canonical\" href=\"https://docs.example.com/en-us/guide/start.html\""))
    #expect(!page.contains("rel=\"alternate\" hreflang"))
    #expect(page.contains("notice-fallback"))
    #expect(page.contains("href=\"../index.html\">home page</a>"))
  }

  @Test func alternatesNameEachOther() {
    for (path, others) in [
      ("index.html", ["en-us", "fr-fr", "ar-sa"]), ("guide/start.html", ["en-us", "fr-fr"]),
    ] {
      for locale in others {
        let links = site["\(locale)/\(path)"].matches(of: /hreflang="([^"]+)" href="([^"]+)">/)
          .map { "\($0.output.1) \($0.output.2)" }.filter { $0.contains("https://docs") }
        let expected = others.compactMap(LocaleTag.init).map {
          "\($0.tag) https://docs.example.com/\($0.folder)/\(path)"
        }
        #expect(Set(links) == Set(expected + ["x-default https://docs.example.com/en-us/\(path)"]))
      }
    }
  }

  @Test func theSwitcherKeepsThePage() {
    let page = site["fr-fr/guide/start.html"]
    #expect(page.contains("href=\"../../en-us/guide/start.html\" hreflang=\"en-US\""))
    #expect(page.contains("href=\"../../ar-sa/guide/start.html\" hreflang=\"ar-SA\""))
  }
}
