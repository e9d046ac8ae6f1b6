import DocGen
import TestSupport
import Testing

/// Pages that are described in YAML.
@Suite struct ContentYAMLPageTests {
  @Test func showsLandingPages() throws {
    let site = try TestSite([
      "en-us/index.yml": """
      ### YamlMime:Landing
      title: Product & *more*
      summary: What it is.
      landingContent:
        - title: Start
          linkLists:
            - linkListType: overview
              links:
                - text: " Guide"
                  url: guide.md
                - text: Gone
                  url: gone.md
      """, "en-us/guide.md": "# Guide\n",
    ])
    let article = site.article("en-us/index.html")
    #expect(article.contains("<h1 id=\"product--more\">Product &amp; *more*</h1>"))
    #expect(article.contains("<p>What it is.</p>\n<h2 id=\"start\">Start</h2>"))
    #expect(article.contains("<li><a href=\"guide.html\">Guide</a></li>\n<li>Gone</li>"))
    #expect(site.problems.count == 1)
    #expect(
      site.problems.allSatisfy {
        $0.hasPrefix("en-us/index.yml:12:") && $0.contains("no page or file 'gone.md'")
      }, "\(site.problems)")
  }

  /// A card has lists of several kinds; their titles are words of the interface.
  @Test func saysWhatListsOfLinksAreOf() throws {
    func landing(_ name: String) -> String {
      """
      ### YamlMime:Landing
      title: \(name)
      landingContent:
        - title: Start
          linkLists:
            - linkListType: whats-new
              links:
                - text: Guide
                  url: guide.md
            - linkListType: deep-dive
              links:
                - text: Guide
                  url: guide.md
            - linkListType: tutorial
              links: []
      """
    }
    let site = try TestSite([
      "en-us/index.yml": landing("Home"), "de-de/index.yml": landing("Start"),
      "en-us/guide.md": "# Guide\n",
    ])
    let list = "<ul>\n<li><a href=\"guide.html\">Guide</a></li>\n</ul>"
    let article = site.article("en-us/index.html")
    #expect(
      article.contains(
        "<p><strong>What’s new</strong></p>\n\(list)\n<p><strong>Deep dive</strong></p>\n\(list)"),
      "\(article)")
    #expect(!article.contains("Tutorial"))
    let german = site.article("de-de/index.html")
    #expect(
      german.contains("<strong><span lang=\"en-US\" dir=\"ltr\">What’s new</span></strong>"),
      "\(german)")
    #expect(german.contains("<p><strong>Deep dive</strong></p>"))
  }

  @Test func showsHubs() throws {
    let site = try TestSite([
      "en-us/hub.yml": """
      ### YamlMime:Hub
      title: Hub
      highlightedContent:
        items:
          - title: First
            itemType: overview
            url: guide.md
      conceptualContent:
        title: Articles
        sections:
          - title: Section
            items:
              - title: Card
                links:
                  - url: guide.md
                    text: Deep link
      productDirectory:
        title: Products
        items:
          - title: Product
            summary: Its summary.
            url: https://example.com/
          - title: Other
            summary: see https://example.com/a <c> 2*3*4
          - title: Third
            summary: has <a href="guide.md">a link</a> and **strong** words
      additionalContent:
        sections:
          - title: More
            items:
              - title: Rest
                url: guide.md
        footer: Read the [guide](guide.md).
      """, "en-us/guide.md": "# Guide\n",
    ])
    let article = site.article("en-us/hub.html")
    for part in [
      "<a href=\"guide.html\">First</a>", ">Articles</h2>", ">Section</h3>", "Card",
      "<a href=\"guide.html\">Deep link</a>", ">Products</h2>",
      "<a href=\"https://example.com/\">Product</a><br>\nIts summary.",
      "https://example.com/a</a> &lt;c&gt; 2*3*4",
      "has <a href=\"guide.html\">a link</a> and <strong>strong</strong> words",
      "<p>Read the <a href=\"guide.html\">guide</a>.</p>",
    ] {
      #expect(article.contains(part), "\(part) in \(article)")
    }
    #expect(site.problems == [])
  }

  @Test func showsQuestionsAndLeavesOtherFilesAlone() throws {
    let site = try TestSite([
      "en-us/faq.yml": """
      ### YamlMime:FAQ
      metadata:
        title: Questions
      title: Questions and answers
      summary: See [the guide](guide.md).
      sections:
        - name: General
          questions:
            - question: |
                How do `x` and **y**
                work for <name>?
              answer: See above.
            - question: Why?
              answer: |
                Because **so**.

                - One
                - Two
      """, "en-us/guide.md": "# Guide\n", "en-us/data.yml": "a: b\n",
      "en-us/groups.yml": "### YamlMime:ZonePivotGroups\ntitle: Unit\n",
    ])
    let article = site.article("en-us/faq.html")
    #expect(article.contains("<p>See <a href=\"guide.html\">the guide</a>.</p>"))
    #expect(article.contains(">General</h2>"))
    #expect(article.contains(">Why?<span id=\"why-\"></span></h3>"))
    #expect(
      article.contains(
        ">How do <code>x</code> and <strong>y</strong> work for &lt;name&gt;?<span"), "\(article)")
    #expect(article.contains("<strong>so</strong>") && article.contains("<li>Two</li>"))
    #expect(!site.files.contains("en-us/data.html") && !site.files.contains("en-us/groups.html"))
    #expect(site.problems == [])
  }

  @Test func showsFormerLandingPages() throws {
    let site = try TestSite([
      "en-us/index.yml": """
      ### YamlMime:YamlDocument
      documentType: LandingData
      title: Product
      metadata:
        title: Product | Docs
        meta.description: All of it.
      abstract:
        description: First.<br/><br/>Second.
        aside:
          title: A film
          href: https://example.com/film
      sections:
      - items:
        - type: list
          style: cards
          items:
          - href: guide.md
            html: <p>What a <b>guide</b> says.</p>
            image:
              src: a.svg
            title: Guide & more
          - html: <p>Marked</p>
            title: '#<a name="region"></a>region'
      - title: Quickstarts
        items:
        - type: paragraph
          text: 'Learn it.'
        - type: list
          style: icon48
          columns: 3
          items:
          - image:
              src:
            text: Java
            href:
          - html: <a href="gone.md">How to</a>
        - type: table
          columns:
          - title: Android
          - title: iOS
          rows:
          - title: Built
            values:
            - href: https://example.com/a
            - href:
      """, "en-us/guide.md": "# Guide\n",
    ])
    let article = site.article("en-us/index.html")
    for part in [
      ">Product</h1>", "First.<br><br>Second.", "<a href=\"https://example.com/film\">A film</a>",
      "<a href=\"guide.html\">Guide &amp; more</a>", "<p>What a <b>guide</b> says.</p>",
      "<p>#<span id=\"region\"></span>region</p>", ">Quickstarts</h2>",
      "<p>Learn it.</p>", "<li>Java</li>", "<li>How to</li>", "<li>Built\n",
      "<li><a href=\"https://example.com/a\">Android</a></li>",
    ] {
      #expect(article.contains(part), "\(part) in \(article)")
    }
    #expect(!article.contains("iOS"))
    #expect(site["en-us/index.html"].contains("content=\"All of it.\""))
    #expect(
      site.problems == [
        "en-us/index.yml:36:22: warning: no page or file 'gone.md' [link.broken]"
      ], "\(site.problems)")
  }

  /// Lists right behind each other stay apart.
  @Test func listsOfOneSectionDoNotRunTogether() throws {
    let site = try TestSite([
      "en-us/index.yml": """
      ### YamlMime:YamlDocument
      documentType: LandingData
      title: Product
      sections:
      - title: Learn
        items:
        - type: list
          items:
          - html: One
        - type: list
          items:
          - html: Two
        - type: table
          columns:
          - title: A
          rows:
          - title: Three
            values:
            - href: https://example.com/a
      """,
      "en-us/landing.yml": """
      ### YamlMime:Landing
      title: Landing
      landingContent:
        - title: Card
          linkLists:
            - linkListType: overview
              links:
                - text: Four
                  url: https://example.com/4
            - linkListType: quickstart
              links:
                - text: Five
                  url: https://example.com/5
      """,
    ])
    let article = site.article("en-us/index.html")
    #expect(article.split(separator: "<ul>").count == 5, "\(article)")
    let landing = site.article("en-us/landing.html")
    #expect(landing.split(separator: "<ul>").count == 3, "\(landing)")
    #expect(!article.contains("--") && site.problems == [])
  }
}
