import CustomRules
import DocGen
import Model

extension ContentTree {
  /// The same documentation with pages for the user's own rules; the query is how they are checked.
  func adding(_ rules: [CustomRule]) -> ContentTree {
    adding(
      rulePages: Dictionary(
        uniqueKeysWithValues: rules.map { rule in
          (rule.description.id, rule.words.mapValues { rule.page($0) })
        }))
  }
}

extension CustomRule {
  fileprivate func page(_ words: Words) -> RulePage {
    var sections: [RuleContent.Role: String] = [.procedure: "\(fence)sql\n\(query)\n\(fence)\n"]
    sections[.criterion] = words.criterion ?? words.title
    sections[.why] = words.why
    sections[.remedy] = words.remedy
    return RulePage(title: words.title, sections: sections, path: path)
  }

  /// A fence that is longer than any in the query.
  private var fence: String {
    var length = 3
    var run = 0
    for byte in query.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      length = max(length, run + 1)
    }
    return String(repeating: "`", count: length)
  }
}
