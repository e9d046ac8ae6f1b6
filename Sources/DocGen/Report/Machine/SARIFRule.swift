import Model

/// A rule as SARIF describes it, with the words of its page in the source language.
struct SARIFRule {
  /// How many UTF-16 units GitHub takes of a description.
  private static let descriptionLimit = 1024

  let rule: RuleResult
  let words: RuleWords

  func write(to json: inout JSONWriter) {
    let description = rule.rule
    let help = self.help
    json.member("id", description.id)
    text("shortDescription", Self.shortened(words.title), to: &json)
    let criterion = words.markdown(.criterion)?.onOneLine ?? words.title
    text("fullDescription", Self.shortened(criterion), to: &json)
    json.objectMember("help") { json in
      json.member("text", help)
      json.member("markdown", help)
    }
    json.objectMember("defaultConfiguration") { $0.member("level", description.severity.level) }
    json.objectMember("properties") { json in
      json.member("tags", ["security", "privacy", description.group.rawValue])
      json.member("security-severity", description.severity.securityScore)
      json.objectMember("controls") { json in
        for control in description.controls {
          json.member(control.framework.title, control.controls)
        }
      }
      json.objectMember("totals") { json in
        for outcome in Outcome.allCases { json.member("\(outcome)", rule.totals[outcome]) }
      }
    }
  }

  /// What a reader needs beside the finding, as Markdown; never empty.
  private var help: String {
    let parts: [RuleWords.Part] = [.criterion, .why, .procedure, .remedy]
    let texts = parts.compactMap { words.markdown($0) }
    return texts.isEmpty ? words.title : texts.joined(separator: "\n\n")
  }

  private func text(_ name: String, _ text: String, to json: inout JSONWriter) {
    json.objectMember(name) { $0.member("text", text) }
  }

  private static func shortened(_ text: String) -> String {
    guard text.utf16.count > descriptionLimit else { return text }
    var short = ""
    var count = 1
    for character in text {
      count += character.utf16.count
      guard count <= descriptionLimit else { break }
      short.append(character)
    }
    return short + "\u{2026}"
  }
}
