import DocGen
import Model
import TestSupport
import Testing

/// Zones are shown with the titles of their choices.
@Suite struct ContentZonePivotTests {
  private static let page = """
    ---
    title: A
    zone_pivot_groups: second
    ---
    # A

    ::: zone pivot="lang-one, lang-two"
    Text
    ::: zone-end

    ::: zone pivot="programming-language-csharp"
    More
    ::: zone-end
    """
  private static let groups = """
    ### YamlMime:ZonePivotGroups
    groups:
    - id: first
      title: Languages
      prompt: Choose one
      pivots:
      - id: lang-one
        title: One of the first
      - id: lang-two
        title: Two
    - id: second
      pivots:
      - id: lang-one
        title: The <first>
      - id: untitled
    """

  @Test func takesTitlesOfTheGroupsOfThePage() throws {
    let site = try TestSite([
      "en-us/a.md": Self.page, "en-us/zone-pivots/zone-pivot-groups.yml": Self.groups,
    ])
    let article = site.article("en-us/a.html")
    #expect(
      article.contains("Applies to: <bdi>The &lt;first&gt;</bdi>, <bdi>Two</bdi>"), "\(article)")
    #expect(article.contains("Applies to: <bdi>C#</bdi>"))
    #expect(site.problems == [], "\(site.problems)")
  }

  @Test func takesTitlesOfTheReadersLanguage() throws {
    let site = try TestSite([
      "en-us/a.md": Self.page, "en-us/zone-pivot-groups.yml": Self.groups,
      "fr-fr/a.md": Self.page,
      "fr-fr/zone-pivot-groups.yml":
        "groups:\n- id: second\n  pivots:\n  - id: lang-one\n    title: La première\n",
    ])
    #expect(site.article("fr-fr/a.html").contains("<bdi>La première</bdi>, <bdi>Two</bdi>"))
    #expect(site.article("en-us/a.html").contains("<bdi>The &lt;first&gt;</bdi>, <bdi>Two</bdi>"))
  }

  @Test func takesTitlesFromJSON() throws {
    let site = try TestSite([
      "en-us/a.md": Self.page,
      "en-us/zone-pivot-groups.json":
        #"{"groups": [{"id": "x", "pivots": [{"id": "lang-two", "title": "Deux"},]}]}"#,
    ])
    #expect(site.article("en-us/a.html").contains("<bdi>Lang one</bdi>, <bdi>Deux</bdi>"))
  }

  @Test func reportsBrokenGroups() throws {
    let site = try TestSite(["en-us/a.md": Self.page, "en-us/zone-pivot-groups.yml": "groups: [\n"])
    #expect(site.article("en-us/a.html").contains("<bdi>Lang one</bdi>, <bdi>Lang two</bdi>"))
    #expect(site.problems.count == 1, "\(site.problems)")
    #expect(site.problems.allSatisfy { $0.hasPrefix("en-us/zone-pivot-groups.yml:") })
  }

  @Test func reportsZonesInZones() {
    let problems = render(
      "::: zone pivot=\"a\"\n::: zone pivot=\"b\"\nx\n::: zone-end\n::: zone-end\n"
    )
    .diagnostics.map(\.description)
    #expect(problems.count == 1 && problems[0].contains("2:1: warning: a ':::zone' inside"))
  }
}
