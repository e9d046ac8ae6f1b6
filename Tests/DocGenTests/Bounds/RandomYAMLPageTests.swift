import TestSupport
import Testing

@testable import DocGen

/// Pages in YAML put together at random: what each holds is shown once, in its order, by its marks.
@Suite struct RandomYAMLPageTests {
  /// A page being written, and the lines that a reader is to see.
  private struct Draft {
    var dice: Dice
    var yaml = ""
    var lines: [String] = []
    private var words = 0

    init(seed: Int) { dice = Dice(seed: seed) }

    mutating func isChosen(_ chances: Int = 2) -> Bool { dice.roll(chances) == 0 }

    /// Words that occur once, with marks that mean something to Markdown around them.
    mutating func text() -> String {
      words += 1
      let word = "w\(words)"
      return dice.pick([
        word, "\(word) b", "- \(word)", "1. \(word)", "# \(word)", "> \(word)", "*\(word)*",
        "_\(word)_", "\(word) <b>", "[\(word)]", "`\(word)", ":::\(word)", "|\(word)|",
        "\(word) & c",
        "{#\(word)}", "$\(word)$", "@\(word)", "\\\(word)", "+ \(word)", "= \(word)", "~~\(word)~~",
        "\(word) :smile:", "!\(word)", "مرحبا \(word)", "日本 \(word)", "\(word): d", "\(word) #",
        "[!NOTE] \(word)", "<!-- \(word)", "--- \(word)", "\(word)\\",
      ])
    }

    /// A scalar in one of the styles that can hold a text.
    mutating func scalar(_ text: String) -> String {
      switch dice.roll(4) {
      case 0: "'\(text.replacing("'", with: "''"))'"
      case 1: "|\n                    \(text)"
      case 2: ">-\n                    \(text)"
      default: quoted(text)
      }
    }

    mutating func add(_ indent: Int, _ key: String, _ text: String? = nil) {
      yaml += String(repeating: " ", count: indent) + key + ":"
      if let text { yaml += " " + scalar(text) }
      yaml += "\n"
    }

    /// Marks the next line as the first of a member of a list.
    mutating func beginItem(_ indent: Int) {
      yaml += String(repeating: " ", count: indent) + "-\n"
    }
  }

  /// A link of a list, perhaps without an address or with words of what it is about.
  private func addLink(
    _ draft: inout Draft, _ indent: Int, key: String, level: Int, hasSummary: Bool = false
  ) {
    draft.beginItem(indent)
    let text = draft.text()
    let address = draft.dice.pick([
      "", "a.md", "b c.md", "https://example.com/?a=b&c=d", "d_e_f.md",
    ])
    let isFirst = draft.isChosen()
    if isFirst, !address.isEmpty { draft.add(indent + 2, "url", address) }
    draft.add(indent + 2, key, text)
    if !isFirst, !address.isEmpty { draft.add(indent + 2, "url", address) }
    if draft.isChosen() { draft.add(indent + 2, "itemType", "overview") }
    var line = address.isEmpty ? text : "[\(text)](\(address.replacing(" ", with: "%20")))"
    if hasSummary, draft.isChosen() {
      let summary = draft.text()
      draft.add(indent + 2, "summary", summary)
      line += " / \(summary)"
    }
    draft.lines.append(String(repeating: "  ", count: level) + "- " + line)
  }

  private func addItems(_ draft: inout Draft, _ indent: Int) {
    draft.add(indent, "items")
    for _ in 0..<draft.dice.roll(4) {
      addLink(&draft, indent, key: "title", level: 0, hasSummary: true)
      if draft.isChosen(3) {
        draft.add(indent + 2, "links")
        for _ in 0..<draft.dice.roll(3) { addLink(&draft, indent + 4, key: "text", level: 1) }
      }
    }
  }

  private func addHub(_ draft: inout Draft) {
    for part in [
      "highlightedContent", "conceptualContent", "productDirectory", "tools", "community",
    ]
    where draft.isChosen() {
      draft.add(0, part)
      let isTitled = draft.isChosen()
      draft.yaml += "  x: y\n"
      if isTitled {
        let title = draft.text()
        draft.add(2, "title", title)
        draft.lines.append("## \(title)")
      }
      if draft.isChosen() { addItems(&draft, 2) }
      draft.add(2, "sections")
      for _ in 0..<draft.dice.roll(3) {
        draft.beginItem(2)
        let title = draft.text()
        draft.add(4, "title", title)
        draft.lines.append((isTitled ? "### " : "## ") + title)
        addItems(&draft, 4)
      }
    }
  }

  private func addLanding(_ draft: inout Draft) {
    draft.add(0, "landingContent")
    for _ in 0..<draft.dice.roll(5) {
      draft.beginItem(0)
      let title = draft.text()
      draft.add(2, "title", title)
      draft.lines.append("## \(title)")
      draft.add(2, "linkLists")
      for _ in 0..<draft.dice.roll(3) {
        draft.beginItem(2)
        draft.add(4, "links")
        for _ in 0..<draft.dice.roll(4) { addLink(&draft, 4, key: "text", level: 0) }
      }
    }
  }

  private func addQuestions(_ draft: inout Draft) {
    draft.add(0, "sections")
    for _ in 0..<draft.dice.roll(4) {
      draft.beginItem(0)
      let name = draft.text()
      draft.add(2, "name", name)
      draft.lines.append("## \(name)")
      draft.add(2, "questions")
      for number in 0..<draft.dice.roll(4) {
        draft.beginItem(2)
        draft.add(4, "question", "Question \(number)?")
        draft.lines.append("### Question \(number)?")
        let answer = draft.dice.roll(Self.answers.count)
        let indent = String(repeating: " ", count: 6)
        draft.yaml += "    answer: |\n"
        for line in Self.answers[answer].text.split(
          separator: "\n", omittingEmptySubsequences: false)
        {
          draft.yaml += line.isEmpty ? "\n" : indent + line + "\n"
        }
        draft.lines += Self.answers[answer].lines
      }
    }
  }

  /// Answers in Markdown, those that leave something open too, and what is shown of them.
  private static let answers: [(text: String, lines: [String])] = [
    ("Yes.", ["Yes."]), ("One.\n\nTwo.", ["One.", "Two."]), ("- a\n- b", ["- a", "- b"]),
    ("1. a\n\n   ```\n   c\n   ```\n2. b", ["- a", "| c⏎", "- b"]),
    ("```swift\nlet a = 1\n```", ["| let a = 1⏎"]), ("```\nopen\n", ["| open⏎"]),
    ("~~~\nopen ```\n", ["| open ```⏎"]), ("````\n```\nopen", ["| ```⏎open⏎"]),
    ("- a\n  ```\n  open", ["- a", "| open⏎"]), ("- ```\n  open\nback", ["| open⏎", "back"]),
    ("> quote\n> ```\n> open", ["quote", "| open⏎"]), ("    code", ["code"]),
    ("a <!-- b --> c", ["a c"]), ("a\n\n<!-- open", ["a"]),
    ("<!-- one\n\ntwo -->\n\nthree", ["three"]),
    ("| a | b |\n|---|---|\n| c | d |", ["a; b;", "c; d;"]), ("#### Deep", ["#### Deep"]),
    ("[a](a.md) and **b**", ["[a](a.md) and **b**"]), ("> [!NOTE]\n> Words", ["Note", "Words"]),
    ("Setext\n---", ["## Setext"]), ("a\n\n***\n\nb", ["a", "rule", "b"]),
  ]

  @Test(arguments: 0..<600)
  func showsEverything(_ seed: Int) {
    var draft = Draft(seed: seed)
    let kinds = ["Hub", "Landing", "FAQ"]
    let kind = draft.dice.roll(3)
    let title = draft.text()
    draft.add(0, "title", title)
    draft.lines.append("# \(title)")
    if draft.isChosen() {
      let summary = draft.text()
      draft.add(0, "summary", summary)
      draft.lines.append(summary)
    }
    switch kind {
    case 0: addHub(&draft)
    case 1: addLanding(&draft)
    default: addQuestions(&draft)
    }
    let yaml = "### YamlMime:\(kinds[kind])\n\(draft.yaml)"
    let page = YAMLOutline(yaml)
    let expected = draft.lines.map { $0.split(separator: " ").joined(separator: " ") }
    // Code that its item ends may keep the blank line behind it.
    let actual = page.lines.map {
      $0.split(separator: " ").joined(separator: " ").replacing("⏎⏎", with: "⏎")
    }
    #expect(
      actual == expected,
      "\(firstDifference(expected.joined(separator: "\n"), actual.joined(separator: "\n")))\n\(yaml)"
    )
    #expect(page.problems == [], "\(yaml)")
  }

  /// Pages cut off anywhere, and with bytes changed, are read without harm.
  @Test(arguments: 0..<200)
  func survivesDamage(_ seed: Int) {
    var draft = Draft(seed: seed + 5000)
    draft.add(0, "title", draft.text())
    switch seed % 3 {
    case 0: addHub(&draft)
    case 1: addLanding(&draft)
    default: addQuestions(&draft)
    }
    var bytes = Array("### YamlMime:\(["Hub", "Landing", "FAQ"][seed % 3])\n\(draft.yaml)".utf8)
    let marks = Array("[]{}:-&*!|>'\"%@`#\t\n".utf8)
    for _ in 0..<(1 + draft.dice.roll(8)) {
      let position = draft.dice.roll(bytes.count)
      switch draft.dice.roll(4) {
      case 0: bytes.removeLast(draft.dice.roll(bytes.count / 4 + 1))
      case 1: bytes[position] = UInt8(draft.dice.roll(256))
      case 2: bytes.insert(marks[draft.dice.roll(marks.count)], at: position)
      default: bytes.remove(at: position)
      }
      if bytes.isEmpty { return }
    }
    let page = YAMLOutline(String(decoding: bytes, as: UTF8.self), title: "page")
    #expect(page.lines.first?.isEmpty == false)
    #expect(!page.html.contains("<script"))
  }
}
