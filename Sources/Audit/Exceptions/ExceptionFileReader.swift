import Digests
import Model
import YAML

/// Reads an exceptions file and gathers everything that is wrong with it.
///
/// A mistake in this file could hide a finding, so nothing is guessed and nothing is overlooked.
struct ExceptionFileReader {
  private static let fileFields = ["timeZone", "broadAbove", "exceptions"]
  private static let needed = ["rule", "subject", "reason", "approver", "created", "expires"]
  private static let optional = ["environment", "requester", "ticket"]
  /// Without a word in the file, a pattern that matches more subjects is too broad.
  private static let usualBreadth = 10

  let path: String
  private(set) var problems: [Diagnostic] = []

  /// Rules besides the shipped ones.
  private let further: [RuleDescription]

  init(path: String, further: [RuleDescription]) {
    self.path = path
    self.further = further
  }

  mutating func read(_ bytes: [UInt8]) -> ExceptionFile? {
    let document: YAMLDocument
    do {
      document = try YAMLDocument(parsing: bytes, path: path)
    } catch {
      problems.append(error.diagnostic)
      return nil
    }
    for problem in document.diagnostics {
      problems.report(
        .error, problem.code, at: problem.location, problem.message,
        suggestion: "keep one of them")
    }
    guard let root = document.root, let fields = root.mapping else {
      report(
        "shape", document.root?.location ?? SourceLocation(path: path, line: 1, column: 1),
        "expected 'timeZone' and 'exceptions'")
      return nil
    }
    refuseUnknown(fields, Self.fileFields)
    let days = zone(root["timeZone"], root.location)
    let broadAbove = breadth(root["broadAbove"])
    var entries: [ExceptionFile.Entry] = []
    if let list = root["exceptions"] {
      for node in nodes(list) {
        if let entry = entry(node, days) { entries.append(entry) }
      }
    } else {
      report("missing", root.location, "'exceptions' is missing", "write 'exceptions: []' for none")
    }
    refuseDuplicates(entries)
    guard let days else { return nil }
    return ExceptionFile(
      path: path, sha256: Digests.sha256(bytes), timeZone: root["timeZone"]?.string ?? "",
      broadAbove: broadAbove, days: days, entries: entries)
  }

  private mutating func report(
    _ code: String, _ location: SourceLocation, _ message: String, _ suggestion: String? = nil
  ) {
    problems.report(.error, "exception.\(code)", at: location, message, suggestion: suggestion)
  }

  private mutating func refuseUnknown(_ fields: [YAMLEntry], _ known: [String]) {
    for field in fields where !known.contains(field.key) {
      let near = Suggestion.didYouMean(field.key, among: known)
      report(
        "unknown-field", field.location, "unknown field '\(field.key)'",
        near ?? "known are \(known.joined(separator: ", "))")
    }
  }

  private mutating func zone(_ node: YAMLNode?, _ place: SourceLocation) -> ZonedDays? {
    let advice = "write the zone whose days count, such as timeZone: Europe/Amsterdam"
    guard let node, !node.isNull else {
      report("missing", node?.location ?? place, "'timeZone' is missing", advice)
      return nil
    }
    let name = node.string ?? ""
    if let days = ZonedDays(zone: name) { return days }
    report(
      "zone", node.location, "'\(name)' is no time zone",
      Suggestion.didYouMean(name, among: ZonedDays.zones)
        ?? advice)
    return nil
  }

  private mutating func breadth(_ node: YAMLNode?) -> Int {
    guard let node else { return Self.usualBreadth }
    if let number = node.integer, number >= 1 { return number }
    report("number", node.location, "'broadAbove' needs a whole number of 1 or more")
    return Self.usualBreadth
  }

  private mutating func nodes(_ list: YAMLNode) -> [YAMLNode] {
    if let nodes = list.sequence { return nodes }
    if !list.isNull {
      report("shape", list.location, "'exceptions' needs a list", "begin each with '- rule: '")
    }
    return []
  }

  private mutating func entry(_ node: YAMLNode, _ days: ZonedDays?) -> ExceptionFile.Entry? {
    guard let fields = node.mapping else {
      report(
        "shape", node.location, "an exception needs fields",
        "write \(Self.needed.joined(separator: ", "))")
      return nil
    }
    refuseUnknown(fields, Self.needed + Self.optional)
    for name in Self.needed where node[name] == nil {
      report(
        "missing", node.location, "'\(name)' is missing",
        name == "expires" ? "every exception ends; write its last day, YYYY-MM-DD" : nil)
    }
    let texts = (Self.needed + Self.optional).reduce(into: [String: String]()) {
      $0[$1] = text($1, node[$1])
    }
    let rules = texts["rule"].flatMap { selection($0, node["rule"]) }
    let subjects = texts["subject"].flatMap { pattern($0, node["subject"]) }
    let created = texts["created"].flatMap { day($0, node["created"]) }
    let expires = texts["expires"].flatMap { day($0, node["expires"]) }
    if let created, let expires, expires < created {
      report(
        "order", node["expires"]?.location ?? node.location,
        "it expires on \(expires), before it was created on \(created)")
    }
    guard let rules, let subjects, let created, let expires, let days,
      let rule = texts["rule"], let subject = texts["subject"], let reason = texts["reason"],
      let approver = texts["approver"]
    else { return nil }
    return ExceptionFile.Entry(
      exception: GrantedException(
        rule: rule, subject: subject, environment: texts["environment"], reason: reason,
        approver: approver, requester: texts["requester"], ticket: texts["ticket"],
        created: created,
        expires: expires, start: days.start(of: created), end: days.end(of: expires),
        location: node.location), rules: rules, subjects: subjects)
  }

  /// The text of a field; an empty one counts as missing where the field is needed.
  private mutating func text(_ name: String, _ node: YAMLNode?) -> String? {
    guard let node else { return nil }
    guard let text = node.string else {
      report("shape", node.location, "'\(name)' needs a text")
      return nil
    }
    if node.isNull || text.letters.isEmpty {
      if Self.needed.contains(name) { report("missing", node.location, "'\(name)' is empty") }
      return nil
    }
    return text.trimmingBlanks
  }

  private mutating func selection(_ text: String, _ node: YAMLNode?) -> RuleSelection? {
    do {
      return try RuleSelection(text, further: further)
    } catch {
      report(
        "rule", node?.location ?? SourceLocation(path: path), error.message,
        error.suggestion.map { "did you mean \($0)?" } ?? "'vouch rules' lists them")
      return nil
    }
  }

  private mutating func pattern(_ text: String, _ node: YAMLNode?) -> SubjectPattern? {
    do {
      return try SubjectPattern(text)
    } catch {
      report(
        "subject", node?.location ?? SourceLocation(path: path), error.message, error.suggestion)
      return nil
    }
  }

  private mutating func day(_ text: String, _ node: YAMLNode?) -> CivilDate? {
    if let day = CivilDate(text) { return day }
    report(
      "date", node?.location ?? SourceLocation(path: path), "'\(text)' is not a day",
      "write YYYY-MM-DD, such as 2026-12-31")
    return nil
  }

  /// What an exception is for; in whatever words, the same is the same.
  private struct Coverage: Hashable {
    let rules: RuleSelection
    let subjects: SubjectPattern
    let environment: String?
  }

  /// Two exceptions for the same rules and subjects: which one counts would be anybody's guess.
  private mutating func refuseDuplicates(_ entries: [ExceptionFile.Entry]) {
    var lines: [Coverage: Int] = [:]
    for entry in entries {
      let exception = entry.exception
      let key = Coverage(
        rules: entry.rules, subjects: entry.subjects,
        environment: exception.environment.map { canonicalIdentifier($0).lowercased() })
      if let line = lines[key] {
        report(
          "duplicate", exception.location,
          "\(exception.rule) of \(exception.subject) has an exception on line \(line) too",
          "keep one of them")
      } else {
        lines[key] = exception.location.line
      }
    }
  }
}

extension String {
  /// The text without blanks and line ends around it.
  fileprivate var trimmingBlanks: String {
    let start = drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
