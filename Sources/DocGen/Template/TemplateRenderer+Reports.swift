import Model

extension TemplateRenderer {
  /// Says that nothing has a name, and what has one.
  mutating func reportMissing(_ name: TemplateName, at location: SourceLocation) {
    let (missing, names) = context.namesInScope(for: name)
    let scope =
      names.isEmpty ? "nothing" : names.prefix(80).joined(separator: ", ")
    report(
      "template.missing", "nothing stands for '\(name.text)'; in scope: \(scope)",
      suggestion: Suggestion.didYouMean(missing, among: names),
      at: location)
  }

  /// Says that no template has a name that a value gave.
  mutating func reportUnknown(_ name: String, at location: SourceLocation) {
    report(
      "template.unknown", "there is no template '\(name)'",
      suggestion: Suggestion.didYouMean(name, among: templates.names), at: location)
  }

  /// Adds a problem, once for each place.
  mutating func report(
    _ code: String, _ message: String, suggestion: String?, at location: SourceLocation
  ) {
    guard !diagnostics.contains(where: { $0.location == location && $0.code == code }) else {
      return
    }
    diagnostics.report(.warning, code, at: location, message, suggestion: suggestion)
  }
}
