import Localization
import Model
import YAML

/// Learning paths, their modules, the units of these, tutorials and architectures.
extension YAMLPage {
  mutating func addTraining(_ root: YAMLNode, _ words: YAMLPageWords) {
    addMinutes(root, words)
    if let conditions = root["prerequisites"], !conditions.isNull {
      add("## \(words.shown(words.prerequisites))\n\n", from: conditions)
      if conditions.sequence == nil { addMarkdown(conditions) } else { addList(conditions) }
    }
    addReferences(root["modules"], words.shown(words.modules))
    addReferences(root["units"], words.shown(words.units))
    addMarkdown(root["content"])
    for item in root["items"]?.sequence ?? [] {
      addHeading(item["title"], level: 2)
      addMinutes(item, words)
      addMarkdown(item["content"])
    }
    addNotebook(root["notebook"], words)
    addQuiz(root["quiz"], words)
  }

  private mutating func addMinutes(_ node: YAMLNode, _ words: YAMLPageWords) {
    guard let minutes = node["durationInMinutes"]?.integer, minutes > 0 else { return }
    add("\(words.shown(words.minutes(minutes)))\n\n", from: node["durationInMinutes"])
  }

  /// The parts of a path or a module in their order, each by its id.
  private mutating func addReferences(_ list: YAMLNode?, _ title: String) {
    guard let entries = list?.sequence, !entries.isEmpty else { return }
    add("## \(title)\n\n", from: list)
    for (number, entry) in entries.enumerated() {
      let uid = (entry.string ?? entry["uid"]?.string ?? "").trimmingBlanks()
      add("\(number + 1). <xref:\(uid.addressEncoded)>\n", from: entry["uid"] ?? entry)
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
    addHeading(quiz["title"], level: 2)
    for question in quiz["questions"]?.sequence ?? quiz.sequence ?? [] {
      addQuestion(question["content"] ?? question["question"])
      let choices = question["choices"]?.sequence ?? []
      for choice in choices { addItem(choice["content"]) }
      guard choices.contains(where: { $0["isCorrect"] != nil }) else { continue }
      add("\n<details>\n<summary>\(words.shown(words.answers))</summary>\n\n", from: nil)
      for choice in choices {
        let isCorrect = choice["isCorrect"]?.boolean == true
        addItem(
          choice["content"], label: "\(words.shown(isCorrect ? words.correct : words.incorrect)) ",
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
