public import Model
import YAML

extension CheckSettings {
  /// Reads settings from a YAML file.
  ///
  /// ```yaml
  /// checks:
  ///   all: on
  ///   length: off
  ///   quotation: {fr-fr: note}
  /// terms:
  ///   - {locale: fr-fr, term: email, use: courriel}
  /// suppressions:
  ///   - {check: number, locale: fr-fr, page: segments.md, unit: 118, reason: "the law's own form"}
  /// ```
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - path: What it is called in places.
  ///   - diagnostics: Takes all that is wrong with it; what is right counts.
  public init(_ bytes: [UInt8], path: String, diagnostics: inout [Diagnostic]) {
    self.init()
    var reader = CheckSettingsReader(settings: self)
    do throws(YAMLError) {
      let document = try YAMLDocument(parsing: bytes, path: path)
      reader.diagnostics = document.diagnostics
      if let root = document.root, !root.isNull { reader.read(root) }
    } catch {
      reader.diagnostics.append(error.diagnostic)
    }
    self = reader.settings
    diagnostics += reader.diagnostics
  }
}

private struct CheckSettingsReader {
  var settings: CheckSettings
  var diagnostics: [Diagnostic] = []

  mutating func read(_ root: YAMLNode) {
    guard let entries = root.mapping else {
      return report("shape", root, "expected 'checks', 'terms' and 'suppressions'")
    }
    for entry in entries {
      switch entry.key {
      case "checks": readSwitches(entry.value)
      case "terms": for item in list(entry.value) { readTerm(item) }
      case "suppressions": for item in list(entry.value) { readSuppression(item) }
      default:
        unknown("setting", entry.key, among: ["checks", "terms", "suppressions"], entry.location)
      }
    }
  }

  private mutating func readSwitches(_ node: YAMLNode) {
    guard let entries = node.mapping else {
      if !node.isNull { report("shape", node, "'checks' needs checks", "write {length: off}") }
      return
    }
    // What is said of one check counts more than what is said of all.
    for entry in entries where entry.key == "all" {
      guard let word = entry.value.string else {
        report("shape", entry.value, "'all' is 'on', 'off' or a severity")
        continue
      }
      for check in TranslationCheck.allCases { set(check, nil, word, entry.value) }
    }
    for entry in entries where entry.key != "all" {
      guard let check = check(entry.key, entry.location, orAll: true) else { continue }
      if let word = entry.value.string {
        set(check, nil, word, entry.value)
      } else {
        for locale in entry.value.mapping ?? [] {
          guard let tag = self.locale(locale.key, locale.location),
            let word = locale.value.string
          else { continue }
          set(check, tag, word, locale.value)
        }
      }
    }
  }

  private mutating func set(
    _ check: TranslationCheck, _ locale: LocaleTag?, _ word: String, _ node: YAMLNode
  ) {
    let scope = CheckSettings.Scope(check: check, locale: locale)
    switch word {
    case "off", "false": settings.switches[scope] = .some(nil)
    case "on", "true": settings.switches[scope] = check.severity
    case "error": settings.switches[scope] = .error
    case "warning": settings.switches[scope] = .warning
    case "note": settings.switches[scope] = .note
    default:
      unknown("severity", word, among: ["error", "warning", "note", "on", "off"], node.location)
    }
  }

  private mutating func readTerm(_ node: YAMLNode) {
    refuseOthers(than: ["locale", "term", "use"], in: node)
    guard let term = node["term"]?.string, !term.isEmpty else {
      return report("shape", node, "a term needs 'term'", "write {locale: fr-fr, term: mail}")
    }
    let tag = node["locale"].flatMap { name in
      name.string.flatMap { locale($0, name.location) }
    }
    if node["locale"] != nil, tag == nil { return }
    settings.terms.append(
      CheckSettings.Term(locale: tag, term: term, use: node["use"]?.string))
  }

  private mutating func readSuppression(_ node: YAMLNode) {
    refuseOthers(than: ["check", "locale", "page", "unit", "reason"], in: node)
    guard let name = node["check"], let text = name.string else {
      return report("shape", node, "a suppression needs 'check'")
    }
    guard let check = check(text, name.location) else { return }
    guard let reason = node["reason"]?.string, !reason.isEmpty else {
      return report(
        "reason", node, "this suppression has no reason", "say why the finding is right as it is")
    }
    let tag = node["locale"].flatMap { name in
      name.string.flatMap { locale($0, name.location) }
    }
    if node["locale"] != nil, tag == nil { return }
    if let unit = node["unit"], unit.integer == nil {
      return report("shape", unit, "'unit' is the number of a unit")
    }
    settings.suppressions.append(
      CheckSettings.Suppression(
        check: check, page: node["page"]?.string, locale: tag, unit: node["unit"]?.integer,
        reason: reason, location: node.location))
  }

  /// Refuses fields that nobody reads: a misspelt `locale` would widen an entry to all languages.
  private mutating func refuseOthers(than fields: [String], in node: YAMLNode) {
    for entry in node.mapping ?? [] where !fields.contains(entry.key) {
      unknown("field", entry.key, among: fields, entry.location)
    }
  }

  private mutating func check(
    _ name: String, _ location: SourceLocation, orAll: Bool = false
  ) -> TranslationCheck? {
    let plain = name.hasPrefix("translation.") ? String(name.dropFirst(12)) : name
    if let check = TranslationCheck(rawValue: plain) { return check }
    let names = TranslationCheck.allCases.map(\.rawValue)
    unknown("check", name, among: (orAll ? ["all"] : []) + names, location)
    return nil
  }

  private mutating func locale(_ name: String, _ location: SourceLocation) -> LocaleTag? {
    if let locale = LocaleTag(name) { return locale }
    diagnostics.report(
      .error, "check-settings.locale", at: location, "'\(name)' is not a locale",
      suggestion: "write fr-fr")
    return nil
  }

  private mutating func list(_ node: YAMLNode) -> [YAMLNode] {
    if let items = node.sequence { return items }
    if !node.isNull { report("shape", node, "expected a list") }
    return []
  }

  private mutating func unknown(
    _ kind: String, _ name: String, among names: [String], _ location: SourceLocation
  ) {
    let near = Suggestion.didYouMean(name, among: names)
    diagnostics.report(
      .error, "check-settings.\(kind)", at: location, "there is no \(kind) '\(name)'",
      suggestion: near ?? "known are \(names.joined(separator: ", "))")
  }

  private mutating func report(
    _ code: String, _ node: YAMLNode, _ message: String, _ suggestion: String? = nil
  ) {
    diagnostics.report(
      .error, "check-settings.\(code)", at: node.location, message, suggestion: suggestion)
  }
}
