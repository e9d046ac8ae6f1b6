import DocGen
import TestSupport
import Testing

/// Learning paths, modules, units, tutorials and architectures, and kinds that no page is made of.
@Suite struct ContentTrainingTests {
  @Test func showsPathsModulesAndUnits() throws {
    let site = try TestSite([
      "en-us/paths/index.yml": """
      ### YamlMime:LearningPath
      uid: learn.paths.first
      metadata:
        title: First path | Training
      title: First path
      summary: What the *path* teaches.
      prerequisites: |
        - A computer
        - `Time`
      modules:
        - learn.first
      trophy:
        uid: learn.paths.first.trophy
      """,
      "en-us/first/index.yml": """
      ### YamlMime:Module
      uid: learn.first
      title: First module
      summary: What it teaches.
      abstract: |
        In this module you:
        - Learn **much**.
      prerequisites: None
      units:
      - learn.first.introduction
      - learn.first.check
      - learn.first.gone
      badge:
        uid: learn.first.badge
      """,
      "en-us/first/1-introduction.yml": """
      ### YamlMime:ModuleUnit
      uid: learn.first.introduction
      title: Introduction
      durationInMinutes: 2
      content: |
        [!include[](includes/1-introduction.md)]
      """,
      "en-us/first/includes/1-introduction.md": "Read [the check](../2-check.yml).\n\n## Goals\n",
      "en-us/first/2-check.yml": """
      ### YamlMime:ModuleUnit
      uid: learn.first.check
      title: Knowledge check
      durationInMinutes: 1
      notebook: https://example.com/a.ipynb
      quiz:
        title: Check your knowledge
        questions:
        - content: "Which is a `type`?"
          choices:
          - content: "A *string*"
            isCorrect: true
            explanation: "A string is one."
          - content: |
              A tree

              and its leaves
            isCorrect: false
            explanation: "Trees aren't."
      """,
    ])
    let path = site.article("en-us/paths/index.html")
    for part in [
      "<h1 id=\"first-path\">First path</h1>", "<p>What the *path* teaches.</p>",
      ">Prerequisites</h2>", "<li><code>Time</code></li>", ">Modules</h2>",
      "<li><a href=\"../first/index.html\">First module</a></li>",
    ] {
      #expect(path.contains(part), "\(part) in \(path)")
    }
    let module = site.article("en-us/first/index.html")
    for part in [
      "Learn <strong>much</strong>.", "<p>None</p>", ">Units</h2>",
      "<ol>\n<li><a href=\"1-introduction.html\">Introduction</a></li>\n"
        + "<li><a href=\"2-check.html\">Knowledge check</a></li>\n<li>gone</li>\n</ol>",
    ] {
      #expect(module.contains(part), "\(part) in \(module)")
    }
    let unit = site.article("en-us/first/1-introduction.html")
    #expect(unit.contains("<p>2 minutes</p>\n<p>Read <a href=\"2-check.html\">the check</a>.</p>"))
    #expect(unit.contains("<h2 id=\"goals\">Goals</h2>"))
    let check = site.article("en-us/first/2-check.html")
    for part in [
      "<p>1 minute</p>", "<a href=\"https://example.com/a.ipynb\">Notebook</a>",
      ">Check your knowledge</h2>", ">Which is a <code>type</code>?</h3>",
      "<details>\n<summary>Answers</summary>", "Correct: A <em>string</em>", "A string is one.",
      "Incorrect: A tree", "and its leaves", "Trees aren't.", "</details>",
    ] {
      #expect(check.contains(part), "\(part) in \(check)")
    }
    #expect(
      site.problems == [
        "en-us/first/index.yml:12:3: note: no page of this set has the id 'learn.first.gone'; "
          + "its name is shown alone [link.id]"
      ], "\(site.problems)")
  }

  /// Titles, questions and choices of bilingual training are units; a choice stands in the answers
  /// once more, which is no mistake of its author.
  @Test func showsUnitsOfTraining() throws {
    func unit(_ number: Int, _ target: String, _ source: String) -> String {
      "<span data-ttu-id=\"abcde-\(number)\">\(target)</span><span class=\"sxs-lookup\">"
        + "<span data-stu-id=\"abcde-\(number)\">\(source)</span></span>"
    }
    let site = try TestSite([
      "en-us/a.md": "# A\n",
      "ja-jp/index.yml": """
      ### YamlMime:Module
      uid: learn.first
      title: モジュール
      abstract: |
        次のことを行います。
        - 作成します。
      units:
      - learn.first.check
      """,
      "ja-jp/check.yml": """
      ### YamlMime:ModuleUnit
      uid: learn.first.check
      title: \(unit(101, "知識の確認", "Knowledge check"))
      metadata:
        title: \(unit(102, "知識", "Knowledge"))
      quiz:
        title: \(unit(103, "確認 & 質問", "Check & questions"))
        questions:
        - content: \(unit(104, "どれですか?", "Which?")) \(unit(105, "次へ。", "Next."))
          choices:
          - content: \(unit(106, "これ", "This"))
            incorrectExplanation: \(unit(107, "違います。", "No."))
            isCorrect: false
          - content: \(unit(108, "それ", "That"))
            correctExplanation: \(unit(109, "はい。", "Yes."))
            isCorrect: true
      """,
    ])
    let check = site.article("ja-jp/check.html")
    for part in [
      ">知識の確認</span>", ">Knowledge check</span>", "<h2 id=\"確認--質問\">",
      "<summary><span lang=\"en-US\" dir=\"ltr\">Answers</span></summary>",
      "<span lang=\"en-US\" dir=\"ltr\">Incorrect:</span> これ", ">違います。</span>",
      "<span lang=\"en-US\" dir=\"ltr\">Correct:</span> それ", ">はい。</span>",
    ] {
      #expect(check.contains(part), "\(part) in \(check)")
    }
    #expect(!check.contains("data-ttu-id") && !check.contains("&lt;span"), "\(check)")
    let module = site.article("ja-jp/index.html")
    #expect(module.contains("<li><a href=\"check.html\">知識の確認</a></li>"), "\(module)")
    #expect(module.contains("<h2 id=\"units\"><span lang=\"en-US\" dir=\"ltr\">Units</span></h2>"))
    #expect(module.contains("<p>次のことを行います。</p>\n<ul>\n<li>作成します。</li>"), "\(module)")
    #expect(site["ja-jp/check.html"].contains("<title>知識の確認"))
    #expect(site.problems == [], "\(site.problems)")
  }

  @Test func showsTutorialsAndArchitectures() throws {
    let site = try TestSite([
      "en-us/tutorial.yml": """
      ### YamlMime:Tutorial
      title: Build it
      metadata:
        description: How to build it.
      items:
      - durationInMinutes: 1
        content: >
          [!INCLUDE [](./includes/intro.md)]
      - title: |
          Second step
        durationInMinutes: 12
        content: |
          Do *this*.
      """, "en-us/includes/intro.md": "# Start\n\nHello.\n",
      "en-us/idea.yml": """
      ### YamlMime:Architecture
      metadata:
        title: An idea | Center
      azureCategories:
        - containers
      name: An idea at scale
      summary: For lists alone.
      content: |
        [!INCLUDE[](idea-content.md)]
      """, "en-us/idea-content.md": "This is [the idea](tutorial.yml).\n",
      "en-us/docfx.json": """
      {"build": {"content": [{"files": ["**/*.md", "**/*.yml"], "exclude": ["**/*-content.md"]}]}}
      """,
    ])
    let tutorial = site.article("en-us/tutorial.html")
    for part in ["<p>1 minute</p>", ">Start</h1>", ">Second step</h2>", "<em>this</em>"] {
      #expect(tutorial.contains(part), "\(part) in \(tutorial)")
    }
    let idea = site.article("en-us/idea.html")
    #expect(idea.contains(">An idea at scale</h1>\n<p>This is <a href=\"tutorial.html\">"))
    #expect(!idea.contains("lists alone"))
    #expect(site["en-us/idea.html"].contains("<title>An idea at scale"))
    #expect(site.problems == [], "\(site.problems)")
  }

  @Test func findsPagesInYAMLWithoutTheirExtension() throws {
    let site = try TestSite([
      "en-us/unit.yml": "### YamlMime:ModuleUnit\ntitle: Unit\ncontent: Text\n",
      "en-us/a.md": "# A\n\n[1](unit), [2](unit.html), [3](unit.yml#top)\n",
    ])
    #expect(
      site.article("en-us/a.html").contains(
        "<a href=\"unit.html\">1</a>, <a href=\"unit.html\">2</a>, <a href=\"unit.html#top\">3</a>")
    )
    #expect(site.problems == [], "\(site.problems)")
  }

  @Test(arguments: ["TSType", "NetType", "RESTOperation", "ContentBrowser", "YouTubeShow"])
  func namesKindsThatNoPageIsMadeOf(kind: String) throws {
    let site = try TestSite([
      "en-us/api/range.yml": "### YamlMime:\(kind)\nname: Range\nuid: Range\n",
      "en-us/toc.yml": "- name: A\n  href: a.md\n- name: Range\n  href: api/range.yml\n",
      "en-us/a.md": "# A\n\n[Range](api/range.yml)\n",
    ])
    #expect(!site.files.contains("en-us/api/range.html"))
    #expect(site.article("en-us/a.html").contains("<p>Range</p>"))
    #expect(
      site.problems == [
        "en-us/a.md:3:9: warning: no page or file 'api/range.yml'; "
          + "'api/range.yml' is of the kind '\(kind)', which no page is made of [link.broken]",
        "en-us/api/range.yml:1:14: warning: no page is made of files of the kind '\(kind)'; "
          + "write it in Markdown, or take it out with 'exclude' in 'docfx.json' [page.kind]",
        "en-us/toc.yml:4:9: warning: no page 'api/range.yml'; "
          + "the file is of the kind '\(kind)', which no page is made of [toc.broken]",
      ], "\(site.problems)")
  }

  /// A reference of an API has files of one kind by the thousand.
  @Test func countsManyFilesOfOneKind() throws {
    var files = ["en-us/a.md": "# A\n", "en-us/z.yml": "### YamlMime:Share\nname: S\n"]
    for number in 1...3 { files["en-us/api/\(number).yml"] = "### YamlMime:NetType\nname: N\n" }
    let site = try TestSite(files)
    #expect(
      site.problems == [
        "en-us/api/1.yml:1:14: warning: no page is made of files of the kind 'NetType'; "
          + "2 more are of this kind; "
          + "write it in Markdown, or take it out with 'exclude' in 'docfx.json' [page.kind]",
        "en-us/z.yml:1:14: warning: no page is made of files of the kind 'Share'; "
          + "write it in Markdown, or take it out with 'exclude' in 'docfx.json' [page.kind]",
      ], "\(site.problems)")
  }

  @Test func tellsOfDataOnlyByTheWay() throws {
    let site = try TestSite([
      "en-us/a.md": "# A\n",
      "en-us/achievements.yml": "### YamlMime:Achievements\nachievements: []\n",
      "en-us/zone-pivot-groups.yml": "### YamlMime:ZonePivotGroups\ngroups: []\n",
      "en-us/plain.yml": "# a comment\na: b\n", "en-us/empty.yml": "### YamlMime:\na: b\n",
    ])
    #expect(
      site.problems == [
        "en-us/achievements.yml:1:14: note: files of the kind 'Achievements' are data; "
          + "no page shows them [page.kind]"
      ], "\(site.problems)")
  }

  @Test func losesNothingOfBrokenTraining() throws {
    let site = try TestSite([
      "en-us/a.yml": """
      ### YamlMime:Module
      units: learn.one
      prerequisites:
      - One
      - Two
      """,
      "en-us/b.yml": """
      ### YamlMime:ModuleUnit
      title: B
      content:
      - no text
      quiz:
      - question: Why?
        choices:
        - content: Because
      """, "en-us/c.yml": "### YamlMime:ModuleUnit\ntitle: [\n",
    ])
    #expect(site.article("en-us/a.html").contains("<li>One</li>\n<li>Two</li>"))
    let unit = site.article("en-us/b.html")
    #expect(unit.contains(">Why?</h3>") && unit.contains("<li>Because</li>"))
    #expect(!unit.contains("<details>"))
    #expect(site.files.contains("en-us/c.html"))
    #expect(site.problems.contains { $0.hasPrefix("en-us/c.yml:") }, "\(site.problems)")
  }
}
