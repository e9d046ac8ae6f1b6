import Localization
import YAML

/// Learning paths, their modules, the units of these, tutorials and architectures.
extension YAMLPage {
  mutating func addTraining(_ root: YAMLNode, _ words: YAMLPageWords) {
    addMinutes(root, words)
    if let conditions = root.value("prerequisites") {
      add("## \(words.shown(words.prerequisites))\n\n", from: conditions)
      if conditions.sequence == nil { addMarkdown(conditions) } else { addList(conditions) }
    }
    addReferences(root.value("modules"), words.shown(words.modules))
    addReferences(root.value("units"), words.shown(words.units))
    addMarkdown(root.value("content"))
    for item in entries(of: root.value("items")) {
      addHeading(item.value("title"), level: 2)
      addMinutes(item, words)
      addMarkdown(item.value("content"))
    }
    addNotebook(root.value("notebook"), words)
    addQuiz(root.value("quiz"), words)
  }

  private mutating func addMinutes(_ node: YAMLNode, _ words: YAMLPageWords) {
    guard let minutes = node.value("durationInMinutes")?.integer, minutes > 0 else { return }
    add("\(words.shown(words.minutes(minutes)))\n\n", from: node.value("durationInMinutes"))
  }

  /// The parts of a path or a module in their order, each by its id.
  private mutating func addReferences(_ list: YAMLNode?, _ title: String) {
    guard let entries = list?.sequence, !entries.isEmpty else { return }
    add("## \(title)\n\n", from: list)
    for (number, entry) in entries.enumerated() {
      let uid = (entry.string ?? entry.value("uid")?.string ?? "").trimmingBlanks()
      add("\(number + 1). <xref:\(uid.addressEncoded)>\n", from: entry.value("uid") ?? entry)
    }
    add("\n", from: nil)
  }

  private mutating func addList(_ list: YAMLNode) {
    for item in list.sequence ?? [] { addItem(item) }
    add("\n", from: nil)
  }

  /// An item of a list that is Markdown, perhaps of several lines.
  ///
  /// Units that the page has already are repeated without their sources.
  private mutating func addItem(_ node: YAMLNode?, label: String = "", isRepeated: Bool = false) {
    let text = (node?.string ?? "").trimmingBlanks()
    let lines = (isRepeated ? Units.plainTarget(of: text) : text).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    add("- \(label)\(lines.joined(separator: "\n  "))\n", from: node)
  }

  private mutating func addNotebook(_ node: YAMLNode?, _ words: YAMLPageWords) {
    let address = Self.address(node)
    guard !address.isEmpty else { return }
    add("[\(words.shown(words.notebook))](<\(address)>)\n\n", from: node)
  }

  /// Questions with their choices; which is right stays folded until a reader asks.
  private mutating func addQuiz(_ quiz: YAMLNode?, _ words: YAMLPageWords) {
    guard let quiz else { return }
    addHeading(quiz.value("title"), level: 2)
    for question in quiz.value("questions")?.sequence ?? quiz.sequence ?? [] {
      addQuestion(question.value("content") ?? question.value("question"))
      let choices = question.value("choices")?.sequence ?? []
      for choice in choices { addItem(choice.value("content")) }
      guard choices.contains(where: { $0.value("isCorrect") != nil }) else { continue }
      add("\n<details>\n<summary>\(words.shown(words.answers))</summary>\n\n", from: nil)
      for choice in choices {
        let isCorrect = choice.value("isCorrect")?.boolean == true
        addItem(
          choice.value("content"),
          label: "\(words.shown(isCorrect ? words.correct : words.incorrect)) ",
          isRepeated: true)
        for key in ["explanation", "correctExplanation", "incorrectExplanation"] {
          addExplanation(choice[key])
        }
      }
      add("\n</details>\n\n", from: nil)
    }
  }

  private mutating func addExplanation(_ node: YAMLNode?) {
    let lines = (node?.string ?? "").trimmingBlanks().split(whereSeparator: \.isNewline)
    guard !lines.isEmpty else { return }
    add("\n  \(lines.joined(separator: "\n  "))\n", from: node)
  }
}
