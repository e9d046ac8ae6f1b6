import Audit
import CustomRules
import DocGen
import FileSystem
import Localization
import Model

/// `vouch rules [ID]`: the list of rules, or one rule in words.
enum RulesCommand {
  static func perform(_ settings: Settings) throws(CommandFailure) -> ExitStatus {
    let publication = try Publication(settings)
    let locale = try settings.locales()?.first ?? .source
    let own = try CustomRuleSettings.load(settings)
    if settings.arguments.operands.first == "test" {
      return try RuleTests.perform(own, publication)
    }
    let content = try publication.content(publication.contentFolders).adding(own)
    let chosen = try rules(settings.arguments.operands.first, own.map(\.description))
    var described: [(rule: RuleDescription, words: RuleContent?)] = []
    do {
      for rule in chosen {
        described.append((rule, try content.ruleContent(rule.id, in: locale)))
      }
      if settings.arguments.value("format") == "json" {
        settings.environment.output(json(described))
      } else if settings.arguments.operands.isEmpty {
        settings.environment.output(list(described))
      } else {
        let catalog = try MessageCatalog.load(locale, from: publication.messageFolder)
        settings.environment.output(
          described.map { page($0.rule, $0.words, catalog) }.joined(separator: "\n"))
      }
    } catch {
      throw .problems([error.diagnostic], .usage)
    }
    return .success
  }

  private static func rules(
    _ name: String?, _ own: [RuleDescription]
  ) throws(CommandFailure) -> [RuleDescription] {
    let all = RuleRegistry.descriptions + own
    guard let name else { return all }
    do {
      let selection = try RuleSelection(name, further: own)
      return all.filter(selection.contains)
    } catch {
      throw .usage(
        UsageError(
          error.message,
          suggestion: error.suggestion.map { "did you mean '\($0)'?" }
            ?? "'vouch rules' lists them"))
    }
  }

  private static func list(_ rules: [(rule: RuleDescription, words: RuleContent?)]) -> String {
    rules.map { rule, words in
      "\(rule.id.padded(to: 6))  \("\(rule.severity)".padded(to: 8))  "
        + "\(rule.group.rawValue.padded(to: 11))  "
        + (words?.title ?? "")
    }.joined(separator: "\n") + "\n"
  }

  private static func page(
    _ rule: RuleDescription, _ words: RuleContent?, _ catalog: MessageCatalog
  ) -> String {
    var text = "\(rule.id) \(words?.title ?? "")\n"
    text += "\(catalog.text("severity.\(rule.severity)")), "
    text += "\(catalog.text("group.\(rule.group.rawValue)"))\n"
    for role in RuleContent.Role.allCases {
      guard let section = words?.sections[role] else { continue }
      // The user's own rules have no page with headings.
      let heading =
        section.heading.isEmpty ? catalog.text("report.rule.\(role)") : section.heading
      text += "\n\(heading)\n\(section.markdown.trimmingLineFeeds)\n"
    }
    if !rule.parameters.isEmpty {
      text += "\n\(catalog.text("report.rule.parameters"))\n"
      for parameter in rule.parameters {
        let range = "\(number(parameter.range.lowerBound))..\(number(parameter.range.upperBound))"
        text += "  \(parameter.name) = \(number(parameter.defaultValue)) "
        text += "\(parameter.unit.rawValue) (\(range))\n"
      }
    }
    guard !rule.controls.isEmpty else { return text }
    text += "\n\(catalog.text("report.rule.controls")) (\(catalog.text("report.rule.proposal")))\n"
    for mapping in rule.controls {
      text += "  \(mapping.framework.title): \(mapping.controls.joined(separator: "; "))\n"
    }
    return text
  }

  private static func json(_ rules: [(rule: RuleDescription, words: RuleContent?)]) -> String {
    var json = JSONWriter(indentation: 2)
    json.array { list in
      for (rule, words) in rules {
        list.objectElement { write(rule, words, to: &$0) }
      }
    }
    json.newline()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func write(
    _ rule: RuleDescription, _ words: RuleContent?, to json: inout JSONWriter
  ) {
    json.member("id", rule.id)
    json.member("group", rule.group.rawValue)
    json.member("severity", "\(rule.severity)")
    json.member("subject", rule.subject.rawValue)
    json.member("title", words?.title)
    json.member("locale", words?.locale.tag)
    json.member("criterion", words?.sections[.criterion]?.markdown)
    json.member("remedy", words?.sections[.remedy]?.markdown)
    json.member("sections", rule.sections.map(\.name))
    json.member("clauses", rule.clauses)
    json.arrayMember("parameters", of: rule.parameters) { item, parameter in
      item.member("name", parameter.name)
      item.member("default", number: parameter.defaultValue)
      item.member("minimum", number: parameter.range.lowerBound)
      item.member("maximum", number: parameter.range.upperBound)
      item.member("unit", parameter.unit.rawValue)
    }
    json.objectMember("controls") { controls in
      for mapping in rule.controls { controls.member(mapping.framework.rawValue, mapping.controls) }
    }
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : String(value)
  }
}

extension String {
  fileprivate var trimmingLineFeeds: Substring {
    var text = self[...]
    while text.last == "\n" { text.removeLast() }
    return text
  }
}
