import Testing

@testable import DocGen

/// Hubs, landing pages, and questions and answers: every form of their parts, and what is shown.
@Suite struct YAMLFormBoundTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var yaml: String
    /// The lines of the page behind its title.
    var expected: [String]
    /// Line, column and code of what is wrong; the first line says the kind, the second the title.
    var problems: [String]
    var testDescription: String { name }

    init(_ name: String, _ yaml: String, _ expected: [String], _ problems: [String] = []) {
      (self.name, self.yaml, self.expected, self.problems) = (name, yaml, expected, problems)
    }

    func check(_ kind: String) {
      let page = YAMLOutline("### YamlMime:\(kind)\ntitle: T\n\(yaml)\n")
      #expect(page.lines == ["# T"] + expected, "\(page.html)")
      #expect(page.problems == problems)
    }
  }

  static let landings: [Row] = [
    Row("nothing", "", []), Row("a summary", "summary: S", ["S"]),
    Row("an abstract", "abstract: A", ["A"]), Row("no cards", "landingContent: []", []),
    Row("null", "landingContent:", []), Row("a card", "landingContent:\n- title: A", ["## A"]),
    Row(
      "a card with a summary", "landingContent:\n- title: A\n  summary: S", ["## A", "S"]),
    Row(
      "a link",
      "landingContent:\n- title: A\n  linkLists:\n  - links:\n    - text: B\n      url: b.md",
      ["## A", "- [B](b.md)"]),
    Row(
      "a kind of links",
      "landingContent:\n- title: A\n  linkLists:\n  - linkListType: overview\n    links:\n"
        + "    - text: B\n      url: b.md", ["## A", "**Overview**", "- [B](b.md)"]),
    Row(
      "a kind in capitals",
      "landingContent:\n- linkLists:\n  - linkListType: Whats-New\n    links:\n    - text: B",
      ["**What’s new**", "- B"]),
    Row(
      "a kind that isn't known",
      "landingContent:\n- linkLists:\n  - linkListType: deep-dive_*x*\n    links:\n    - text: B",
      ["**Deep dive_*x***", "- B"]),
    Row(
      "a kind without links",
      "landingContent:\n- linkLists:\n  - linkListType: overview\n    links:",
      []),
    Row(
      "two lists",
      "landingContent:\n- linkLists:\n  - links:\n    - text: A\n  - links:\n    - text: B",
      ["- A", "- B"]),
    Row(
      "an address before the words",
      "landingContent:\n- linkLists:\n  - links:\n    - url: b.md\n      text: B", ["- [B](b.md)"]),
    Row(
      "an address in the place of words",
      "landingContent:\n- linkLists:\n  - links:\n    - url: b.md",
      ["- [b.md](b.md)"]),
    Row(
      "href in the place of url",
      "landingContent:\n- linkLists:\n  - links:\n    - text: B\n      href: b.md", ["- [B](b.md)"]),
    Row(
      "a title in the place of words",
      "landingContent:\n- linkLists:\n  - links:\n    - title: B\n      url: b.md", ["- [B](b.md)"]),
    Row(
      "links of a card", "landingContent:\n- title: A\n  links:\n  - text: B\n    url: b.md",
      ["## A", "- [B](b.md)"]),
    Row(
      "keys in any case",
      "LandingContent:\n- Title: A\n  linklists:\n  - LINKLISTTYPE: learn\n    Links:\n"
        + "    - Text: B\n      URL: b.md", ["## A", "**Learn**", "- [B](b.md)"]),
    Row(
      "flow form",
      "landingContent: [{title: A, linkLists: [{links: [{text: B, url: b.md}]}]}]",
      ["## A", "- [B](b.md)"]),
    Row(
      "an alias",
      "x: &l\n- text: B\n  url: b.md\nlandingContent:\n- title: A\n  linkLists:\n  - links: *l",
      ["## A", "- [B](b.md)"], ["3:1 page.key"]),
    Row(
      "empty members",
      "landingContent:\n- title: A\n  linkLists:\n  - links:\n    -\n    - {}\n    - text: B",
      ["## A", "- B"]),
    Row(
      "parts of a hub", "tools:\n  title: A\n  items:\n  - title: B\n    url: b.md",
      ["## A", "- [B](b.md)"]),
  ]

  static let hubs: [Row] = [
    Row(
      "highlights",
      "highlightedContent:\n  items:\n  - title: A\n    itemType: overview\n    url: a.md\n"
        + "  - title: B\n    url: b.md", ["- [A](a.md)", "- [B](b.md)"]),
    Row("no highlights", "highlightedContent:\n  items: []", []),
    Row(
      "titled highlights", "highlightedContent:\n  title: H\n  summary: S\n  items:\n  - title: A",
      ["## H", "S", "- A"]),
    Row(
      "articles",
      "conceptualContent:\n  title: C\n  summary: S\n  items:\n  - title: A\n    links:\n"
        + "    - url: b.md\n      itemType: concept\n      text: B\n    footerLink:\n"
        + "      url: c.md\n      text: All",
      ["## C", "S", "- A", "  - [B](b.md)", "  - [All](c.md)"]),
    Row(
      "articles in sections",
      "conceptualContent:\n  title: C\n  sections:\n  - title: S\n    summary: W\n    items:\n"
        + "    - title: A\n  - title: R", ["## C", "### S", "W", "- A", "### R"]),
    Row(
      "sections without a title above",
      "additionalContent:\n  sections:\n  - title: S\n    items:\n"
        + "    - title: A\n      summary: W\n      url: a.md", ["## S", "- [A](a.md) / W"]),
    Row(
      "products",
      "productDirectory:\n  title: P\n  azureCategories: []\n  items:\n  - title: A\n"
        + "    imageSrc: a.svg\n    summary: W\n    azureCategories: [x]\n    url: a.md",
      ["## P", "- [A](a.md) / W"]),
    Row(
      "products with links",
      "productDirectory:\n  items:\n  - title: A\n    links:\n    - url: b.md\n"
        + "      text: B\n  - title: C", ["- A", "  - [B](b.md)", "- C"]),
    Row(
      "a list of products right away", "productDirectory:\n- title: A\n  url: a.md", ["- [A](a.md)"]
    ),
    Row(
      "tools", "tools:\n  title: T\n  items:\n  - title: A\n    imageSrc: a.svg\n    url: a.md",
      ["## T", "- [A](a.md)"]),
    Row(
      "a community", "community:\n  title: C\n  summary: S\n  items:\n  - title: A\n    url: a.md",
      ["## C", "S", "- [A](a.md)"]),
    Row(
      "a footer", "additionalContent:\n  sections:\n  - title: S\n  footer: see [a](a.md)",
      ["## S", "see [a](a.md)"]),
    Row(
      "what a section is about, as Markdown",
      "tools:\n  title: T\n  summary: |\n    One [a](a.md).\n\n"
        + "    Two.", ["## T", "One [a](a.md).", "Two."]),
    Row(
      "what an item is about before its address",
      "tools:\n  items:\n  - summary: W\n    title: A\n    url: a.md", ["- [A](a.md) / W"]),
    Row("only what an item is about", "tools:\n  items:\n  - summary: W", ["- W"]),
    Row(
      "an item with links alone", "tools:\n  items:\n  - links:\n    - text: A\n      url: a.md",
      ["  - [A](a.md)"]),
    Row(
      "what a link is about",
      "tools:\n  items:\n  - title: A\n    links:\n    - text: B\n"
        + "      url: b.md\n      summary: W", ["- A", "  - [B](b.md) / W"]),
    Row(
      "two parts", "tools:\n  items:\n  - title: A\nadditionalContent:\n  items:\n  - title: B",
      ["- A", "- B"]),
    Row(
      "one order of parts",
      "additionalContent:\n  title: E\ntools:\n  title: D\nproductDirectory:\n  title: C\n"
        + "conceptualContent:\n  title: B\nhighlightedContent:\n  title: A",
      ["## A", "## B", "## C", "## D", "## E"]),
    Row(
      "keys in any case",
      "Tools:\n  Title: T\n  Items:\n  - title: A\n    Url: a.md\n    SUMMARY: W",
      ["## T", "- [A](a.md) / W"]),
  ]

  static let questions: [Row] = [
    Row("no sections", "sections: []", []), Row("an empty section", "sections:\n- {}", []),
    Row("a name", "sections:\n- name: A", ["## A"]),
    Row("a title in the place of a name", "sections:\n- title: A", ["## A"]),
    Row(
      "one section that needs no name",
      "sections:\n- name: Ignored\n  questions:\n"
        + "  - question: Q\n    answer: A", ["### Q", "A"]),
    Row("a summary", "sections:\n- name: A\n  summary: S", ["## A", "S"]),
    Row(
      "a question", "sections:\n- name: A\n  questions:\n  - question: Q?\n    answer: B.",
      ["## A", "### Q?", "B."]),
    Row(
      "a question over lines",
      "sections:\n- questions:\n  - question: |\n      One\n      two?\n    answer: B",
      ["### One two?", "B"]),
    Row(
      "a question with markup", "sections:\n- questions:\n  - question: 'What is `a` in *b*?'",
      ["### What is `a` in *b*?"]),
    Row("an answer alone", "sections:\n- questions:\n  - answer: A", ["A"]),
    Row(
      "paragraphs", "sections:\n- questions:\n  - question: Q\n    answer: |\n      A\n\n      B",
      ["### Q", "A", "B"]),
    Row(
      "a list",
      "sections:\n- questions:\n  - question: Q\n    answer: |\n      - A\n      - B\n\n"
        + "        C", ["### Q", "- A", "- B", "C"]),
    Row(
      "lists in two answers",
      "sections:\n- questions:\n  - answer: |\n      - A\n  - question: Q\n    answer: |\n      - B",
      ["- A", "### Q", "- B"]),
    Row(
      "code",
      "sections:\n- questions:\n  - answer: |\n      ```swift\n      let a = \"<b>\"\n"
        + "      ```\n      C", ["| let a = \"<b>\"⏎", "C"]),
    Row(
      "an alert", "sections:\n- questions:\n  - answer: |\n      > [!TIP]\n      > A", ["Tip", "A"]),
    Row(
      "a table",
      "sections:\n- questions:\n  - answer: |\n      | A | B |\n      |---|---|\n"
        + "      | c | d |", ["A; B;", "c; d;"]),
    Row(
      "a heading",
      "sections:\n- name: S\n  questions:\n  - question: Q\n    answer: |\n      #### H\n\n"
        + "      A", ["## S", "### Q", "#### H", "A"]),
    Row(
      "folded lines", "sections:\n- questions:\n  - answer: >\n      A\n      b\n\n      C",
      ["A b C"]),
    Row(
      "more",
      "sections:\n- questions:\n  - answer: A\nadditionalContent: |\n  ## More\n\n  - [a](a.md)",
      ["A", "## More", "- [a](a.md)"]),
    Row(
      "two sections", "sections:\n- name: A\n  questions:\n  - question: Q\n- name: B",
      [
        "## A", "### Q",
        "## B",
      ]),
    Row(
      "keys in any case", "Sections:\n- Name: A\n  Questions:\n  - Question: Q\n    ANSWER: B",
      ["## A", "### Q", "B"]),
    Row(
      "a question right away", "sections:\n- questions:\n  - Q?", ["### Q?"]),
  ]

  @Test(arguments: landings) func showsLandings(_ row: Row) { row.check("Landing") }
  @Test(arguments: hubs) func showsHubs(_ row: Row) { row.check("Hub") }
  @Test(arguments: questions) func showsQuestions(_ row: Row) { row.check("FAQ") }

  /// What isn't made as it should be is shown as far as it has words, and reported at its place.
  static let faults: [(kind: String, row: Row)] = [
    (
      "Landing", Row("a text for cards", "landingContent: words", ["## words"], ["3:17 page.shape"])
    ),
    (
      "Landing",
      Row("a mapping for cards", "landingContent:\n  title: A", ["## A"], ["4:3 page.shape"])
    ),
    ("Landing", Row("texts for cards", "landingContent:\n- A\n- B", ["## A", "## B"])),
    (
      "Landing",
      Row(
        "a mapping for lists", "landingContent:\n- linkLists:\n    links:\n    - text: A", ["- A"],
        ["5:5 page.shape"])
    ),
    (
      "Landing",
      Row(
        "a mapping for links",
        "landingContent:\n- linkLists:\n  - links:\n      text: A\n      url: a.md",
        ["- [A](a.md)"], ["6:7 page.shape"])
    ),
    (
      "Landing",
      Row(
        "a text for links", "landingContent:\n- linkLists:\n  - links: a.md", ["- a.md"],
        ["5:12 page.shape"])
    ),
    (
      "Landing",
      Row("texts for links", "landingContent:\n- linkLists:\n  - links: [A, B]", ["- A", "- B"])
    ),
    ("Landing", Row("a misspelt part", "landingContents:\n- title: A", [], ["3:1 page.key"])),
    ("Landing", Row("questions", "sections:\n- name: A", ["## A"], ["3:1 page.key"])),
    ("Hub", Row("a text for a part", "tools: words", ["words"], ["3:8 page.shape"])),
    ("Hub", Row("a text for items", "tools:\n  items: words", ["- words"], ["4:10 page.shape"])),
    (
      "Hub",
      Row("a mapping for items", "tools:\n  items:\n    title: A", ["- A"], ["5:5 page.shape"])
    ),
    (
      "Hub",
      Row(
        "a mapping for sections", "tools:\n  sections:\n    title: A", ["## A"], ["5:5 page.shape"])
    ),
    ("Hub", Row("another part", "productDirectories:\n  items: []", [], ["3:1 page.key"])),
    ("FAQ", Row("a text for sections", "sections: words", ["## words"], ["3:11 page.shape"])),
    (
      "FAQ",
      Row(
        "a mapping for questions", "sections:\n- questions:\n    question: Q\n    answer: A",
        ["### Q", "A"], ["5:5 page.shape"])
    ),
    (
      "FAQ",
      Row("parts of a landing page", "landingContent:\n- title: A", ["## A"], ["3:1 page.key"])
    ),
  ]

  @Test(arguments: faults.indices)
  func reportsFaults(_ index: Int) { Self.faults[index].row.check(Self.faults[index].kind) }

  /// Pages that have no title of their own are called as their file is.
  @Test(arguments: [
    "### YamlMime:Hub\n", "### YamlMime:Hub\ntitle:\n", "### YamlMime:Hub\ntitle: [a]\n",
    "### YamlMime:Hub\nsummary: S\n", "### YamlMime:Hub\ntitle: ''\n",
    "### YamlMime:Hub\ntitle: ~\n",
  ])
  func namesPagesWithoutTitles(_ yaml: String) {
    #expect(YAMLOutline(yaml, title: "the_page").lines.first == "# the_page")
  }

  @Test(arguments: [
    ("### YamlMime:Hub\n- a\n", ["2:1 page.shape"]),
    ("### YamlMime:Hub\nwords\n", ["2:1 page.shape"]),
    ("### YamlMime:Hub\n", []), ("### YamlMime:Hub\n---\n", []), ("### YamlMime:Hub\n~\n", []),
  ])
  func reportsWhatIsNoPage(_ yaml: String, _ problems: [String]) {
    let page = YAMLOutline(yaml, title: "A")
    #expect(page.lines == ["# A"] && page.problems == problems)
  }

  /// The name of a page stands for its title where it has none.
  @Test func readsNames() {
    #expect(YAMLOutline("### YamlMime:Hub\nname: N\n").lines == ["# N"])
    #expect(YAMLOutline("### YamlMime:Hub\nname: N\ntitle: T\n").lines == ["# T"])
    #expect(YAMLOutline("### YamlMime:Hub\nname: N\ntitle:\n").lines == ["# N"])
  }
}
