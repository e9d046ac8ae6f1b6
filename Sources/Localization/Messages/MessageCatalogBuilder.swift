import Model

/// Brings the English messages and a translation together.
struct MessageCatalogBuilder {
  private(set) var messages: [String: MessageCatalog.Entry] = [:]
  private(set) var diagnostics: [Diagnostic]
  private let sources: [String: MessageFile.Entry]

  init(source: MessageFile) {
    diagnostics = source.diagnostics
    sources = Dictionary(uniqueKeysWithValues: source.entries.map { ($0.key, $0) })
    for entry in source.entries {
      let texts = [entry.source] + (entry.sourcePlural.map { [$0] } ?? [])
      messages[entry.key] = MessageCatalog.Entry(
        forms: texts.map(MessagePattern.init), rule: .english, isFallback: true)
    }
  }

  /// Makes the messages of a pseudo-locale from the English ones.
  mutating func apply(_ pseudo: PseudoLocale) {
    messages = messages.mapValues { entry in
      MessageCatalog.Entry(
        forms: entry.forms.map(pseudo.pattern), rule: entry.rule, isFallback: false)
    }
  }

  /// Puts the usable translations in the place of the English texts.
  mutating func add(_ translation: MessageFile) {
    diagnostics += translation.diagnostics
    for entry in translation.entries {
      guard let source = sources[entry.key] else {
        report(
          "message.unknown", "'\(entry.key)' is no message of the English catalog", at: entry,
          suggestion: Suggestion.didYouMean(entry.key, among: sources.keys.sorted()))
        continue
      }
      guard entry.isTranslated else { continue }
      guard entry.source == source.source, entry.sourcePlural == source.sourcePlural else {
        report(
          "message.stale", "'\(entry.key)' was translated from another English text", at: entry)
        continue
      }
      let forms = entry.translations.map(MessagePattern.init)
      guard arePlaceholdersRight(forms, of: entry) else { continue }
      messages[entry.key] = MessageCatalog.Entry(
        forms: forms, rule: translation.pluralRule, isFallback: false)
    }
  }

  /// Whether no form has a placeholder that the English text doesn't have.
  ///
  /// A placeholder that is left out is reported; a form of a counted message may leave out `{count}`: "two findings".
  private mutating func arePlaceholdersRight(
    _ forms: [MessagePattern], of entry: MessageFile.Entry
  ) -> Bool {
    let source = MessagePattern(entry.source + (entry.sourcePlural ?? "")).names
    if source.isEmpty, forms.allSatisfy(\.names.isEmpty) { return true }
    for form in forms {
      if let unknown = form.names.subtracting(source).sorted().first {
        report(
          "message.placeholder", "'\(entry.key)' has a placeholder {\(unknown)} that doesn't exist",
          at: entry, suggestion: source.isEmpty ? nil : "use \(Self.list(source))")
        return false
      }
      let optional: Set<String> = entry.sourcePlural == nil ? [] : ["count"]
      let missing = source.subtracting(form.names).subtracting(optional)
      if !missing.isEmpty {
        report("message.placeholder", "'\(entry.key)' leaves out \(Self.list(missing))", at: entry)
      }
    }
    return true
  }

  private static func list(_ names: Set<String>) -> String {
    names.sorted().map { "{\($0)}" }.joined(separator: ", ")
  }

  private mutating func report(
    _ code: String, _ message: String, at entry: MessageFile.Entry, suggestion: String? = nil
  ) {
    diagnostics.report(.warning, code, at: entry.location, message, suggestion: suggestion)
  }
}
