import Audit
import Digests
import Model
import YAML

/// Reads one file with a rule, and gathers everything that is wrong with it.
struct CustomRuleReader {
  private static let fields = [
    "id", "severity", "subject", "reads", "title", "criterion", "why", "remedy", "controls",
    "steps", "fixtures",
  ]

  private static let fixtureFields = [
    "name", "subject", "outcome", "snapshot", "complete", "asOf",
  ]

  let path: String
  private(set) var problems: [Diagnostic] = []
  private var header: RuleHeader?

  init(path: String) { self.path = path }

  mutating func read(_ bytes: [UInt8]) -> CustomRule? {
    let start = SourceLocation(path: path, line: 1, column: 1)
    // Editors of Windows write a mark at the beginning, and two bytes at the end of a line.
    let plain = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    guard let written = String(validating: plain, as: UTF8.self) else {
      report("encoding", start, "not UTF-8", "save the file as UTF-8")
      return nil
    }
    let text = written.replacing("\r\n", with: "\n")
    guard let header = RuleHeader(text) else {
      let isOpen = text.drop(while: \.isWhitespace).hasPrefix("/*")
      report(
        "header", start,
        isOpen
          ? "the comment that describes the rule has no end"
          : "the file doesn't begin with a comment that describes the rule",
        isOpen ? "write */ before the query" : "begin with '-- id: ORG-01'")
      return nil
    }
    self.header = header
    let root: YAMLNode
    do {
      let document = try YAMLDocument(parsing: Array(header.yaml.utf8), path: path)
      for problem in document.diagnostics {
        report(problem.code, problem.location, problem.message, "keep one of them")
      }
      root = document.root ?? YAMLNode(.mapping([]), at: start)
    } catch {
      report(error.diagnostic.code, error.diagnostic.location, error.diagnostic.message)
      return nil
    }
    guard let entries = root.mapping else {
      report("header", root.location, "the comment has no 'name: value' lines")
      return nil
    }
    for entry in entries where !Self.fields.contains(entry.key) {
      report(
        "unknown-field", entry.location, "unknown field '\(entry.key)'",
        Suggestion.didYouMean(entry.key, among: Self.fields)
          ?? "known are \(Self.fields.joined(separator: ", "))")
    }
    if header.query.isEmpty { report("query", start, "there is no query behind the comment") }
    let description = description(root)
    let words = words(root)
    let steps = steps(root["steps"])
    let fixtures = fixtures(root["fixtures"])
    guard problems.isEmpty, let description else { return nil }
    var versioned = description
    versioned.digest = Digests.sha256(bytes)
    versioned.titles = words.mapValues(\.title).filter { !$0.value.isEmpty }
    return CustomRule(
      description: versioned, words: words, query: header.query, steps: steps,
      path: path, sha256: Digests.sha256(bytes), fixtures: fixtures, text: text)
  }

  private mutating func report(
    _ code: String, _ place: SourceLocation, _ message: String, _ suggestion: String? = nil
  ) {
    problems.report(
      .error, code.contains(".") ? code : "rule.\(code)",
      at: header?.location(place) ?? place, message, suggestion: suggestion)
  }

  /// The text of a field that must be there.
  private mutating func text(_ name: String, _ node: YAMLNode, _ advice: String) -> String? {
    guard let value = node[name], let text = value.string, !value.isNull else {
      report("missing", node[name]?.location ?? node.location, "'\(name)' is missing", advice)
      return nil
    }
    return text
  }

  private mutating func description(_ root: YAMLNode) -> RuleDescription? {
    let id = text("id", root, "write an id of your own, such as ORG-01")
    if let id, id.wholeMatch(of: /[A-Z][A-Z0-9]{1,15}-[0-9]{1,4}/) == nil {
      report(
        "id", root["id"]?.location ?? root.location, "'\(id)' is no id",
        "write letters, '-' and a number, such as ORG-01")
    } else if let id, let own = RuleRegistry.rule(id) {
      report(
        "id", root["id"]?.location ?? root.location,
        "'\(own.description.id)' is the id of a shipped rule", "choose a prefix of your own")
    }
    let severity: FindingSeverity? = choice(
      "severity", root, FindingSeverity.allCases.map { ("\($0)", $0) })
    let subject = choice(
      "subject", root, CustomRule.subjects.map { ($0.kind.rawValue, $0) })
    var sections = subject.map { [$0.section] } ?? []
    for section in self.sections("reads", root) where !sections.contains(section) {
      sections.append(section)
    }
    let controls = controls(root["controls"])
    guard let id, let severity, let subject else { return nil }
    return RuleDescription(
      id, group: .custom, severity: severity, subject: subject.kind, sections: sections,
      clauses: [], controls: controls)
  }

  /// The sections that a field names.
  private mutating func sections(_ name: String, _ node: YAMLNode) -> [Section] {
    list(name, node).compactMap { node in
      let text = node.string ?? ""
      if let section = Section(name: text) { return section }
      report(
        "section", node.location, "there is no section '\(text)'",
        Suggestion.didYouMean(text, among: Section.allCases.map(\.name)))
      return nil
    }
  }

  /// The values of a list; one value alone counts as a list of it.
  private mutating func list(_ name: String, _ node: YAMLNode) -> [YAMLNode] {
    guard let value = node[name], !value.isNull else { return [] }
    guard value.mapping == nil else {
      report("list", value.location, "'\(name)' needs a list")
      return []
    }
    return value.sequence ?? [value]
  }

  private mutating func choice<Value>(
    _ name: String, _ node: YAMLNode, _ values: [(name: String, value: Value)]
  ) -> Value? {
    let known = values.map(\.name)
    guard let word = text(name, node, "known are \(known.joined(separator: ", "))") else {
      return nil
    }
    if let match = values.first(where: { $0.name == word }) { return match.value }
    report(
      "word", node[name]?.location ?? node.location, "'\(word)' is no \(name)",
      Suggestion.didYouMean(word, among: known)
        ?? "known are \(known.joined(separator: ", "))")
    return nil
  }

  private mutating func steps(_ node: YAMLNode?) -> Int? {
    guard let node else { return nil }
    if let steps = node.integer, steps > 0 { return steps }
    report(
      "number", node.location, "'steps' is no whole number above 0",
      "write how many steps of SQLite the query may take, such as 2000000000")
    return nil
  }

  private mutating func controls(_ node: YAMLNode?) -> [ControlMapping] {
    var controls: [ControlMapping] = []
    if let node, node.mapping == nil, !node.isNull {
      report(
        "controls", node.location, "'controls' needs a list for each framework",
        "write controls: {gdpr: [\"5(2)\"]}")
    }
    for entry in node?.mapping ?? [] {
      guard let framework = Framework(rawValue: entry.key) else {
        let known = Framework.allCases.map(\.rawValue)
        report(
          "framework", entry.location, "there is no framework '\(entry.key)'",
          Suggestion.didYouMean(entry.key, among: known)
            ?? "known are \(known.joined(separator: ", "))")
        continue
      }
      let names = entry.value.strings
      guard !names.isEmpty, names.count == entry.value.sequence?.count ?? 1 else {
        report("controls", entry.value.location, "'\(entry.key)' needs a list of controls")
        continue
      }
      controls.append(ControlMapping(framework, names))
    }
    return controls
  }

  private mutating func words(_ root: YAMLNode) -> [LocaleTag: CustomRule.Words] {
    var words: [LocaleTag: CustomRule.Words] = [:]
    let parts: [(String, WritableKeyPath<CustomRule.Words, String?>)] = [
      ("criterion", \.criterion), ("why", \.why), ("remedy", \.remedy),
    ]
    for (locale, text) in texts("title", root) {
      words[locale, default: CustomRule.Words()].title = text
    }
    for (name, part) in parts {
      for (locale, text) in texts(name, root) {
        words[locale, default: CustomRule.Words()][keyPath: part] = text
      }
    }
    if words[.source]?.title.isBlank ?? true {
      report(
        "missing", root["title"]?.location ?? root.location, "the English title is missing",
        "write 'title: {en-us: ...}'")
    }
    // A language counts with its title; what else it lacks is shown in English.
    return words.filter { !$0.value.title.isEmpty }.mapValues { own in
      var own = own
      for (_, part) in parts where own[keyPath: part] == nil {
        own[keyPath: part] = words[.source]?[keyPath: part]
      }
      return own
    }
  }

  /// A field's texts by language; a plain text is English.
  private mutating func texts(_ name: String, _ root: YAMLNode) -> [(LocaleTag, String)] {
    guard let node = root[name], !node.isNull else { return [] }
    if let text = node.string { return [(.source, text)] }
    guard let entries = node.mapping else {
      report(
        "locale", node.location, "'\(name)' needs a text, or a text for each language",
        "write 'en-us: ...'")
      return []
    }
    return entries.compactMap { entry in
      guard let locale = LocaleTag(entry.key), let text = entry.value.string else {
        report(
          "locale", entry.location, "'\(name)' needs a text for each language",
          "write 'en-us: ...'")
        return nil
      }
      return (locale, text)
    }
  }

  private mutating func fixtures(_ node: YAMLNode?) -> [CustomRule.Fixture] {
    guard let node, !node.isNull else { return [] }
    guard let list = node.sequence else {
      report("fixtures", node.location, "'fixtures' needs a list")
      return []
    }
    return list.compactMap { node in fixture(node) }
  }

  private mutating func fixture(_ node: YAMLNode) -> CustomRule.Fixture? {
    for entry in node.mapping ?? [] where !Self.fixtureFields.contains(entry.key) {
      report(
        "unknown-field", entry.location, "unknown field '\(entry.key)' of a fixture",
        Suggestion.didYouMean(entry.key, among: Self.fixtureFields)
          ?? "known are \(Self.fixtureFields.joined(separator: ", "))")
    }
    let name = text("name", node, "say what the fixture shows")
    let subject = text("subject", node, "write the id of the subject")
    let outcomes = Outcome.allCases.filter { $0 != .accepted }.map { ("\($0)", $0) }
    let outcome: Outcome? = choice("outcome", node, outcomes)
    let snapshot = text("snapshot", node, "write the sections as JSON, with '|' behind the colon")
    var asOf: Instant?
    if let value = node["asOf"], !value.isNull {
      if let text = value.string, case .instant(let time) = InstantText.read(text) {
        asOf = time
      } else {
        report("time", value.location, "'\(value.string ?? "asOf")' is not a time")
      }
    }
    let complete = sections("complete", node)
    guard let name, let subject, let outcome, let snapshot else { return nil }
    let sections = snapshot.trimmingBraces
    let hasCollection = sections.contains("\"collection\"")
    let example =
      hasCollection
      ? RuleExample(outcome, name, on: subject, collected: nil, sections)
      : RuleExample(outcome, name, on: subject, complete: complete, sections)
    return CustomRule.Fixture(
      name: name, subject: subject, outcome: outcome, asOf: asOf, document: example.document,
      location: header?.location(node.location) ?? node.location)
  }
}

extension String {
  /// The members of a JSON object, without its braces.
  fileprivate var trimmingBraces: String {
    var text = self[...]
    while let last = text.last, last.isWhitespace { text.removeLast() }
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    guard text.first == "{", text.last == "}" else { return self }
    return String(text.dropFirst().dropLast())
  }
}
