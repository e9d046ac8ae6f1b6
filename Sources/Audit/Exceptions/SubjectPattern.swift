import Model

/// What an exception names: one subject, those of a kind whose ids begin alike, or all.
struct SubjectPattern: Hashable, Sendable {
  /// The kind; `nil`: any.
  let kind: SubjectKind?
  /// The id, or what ids begin with.
  let id: String
  /// Whether all ids that begin with ``id`` are meant.
  let isPrefix: Bool

  /// Reads `kind:id`, `kind:beginning*`, `kind:*` or `*`.
  ///
  /// - Throws: What is wrong with it, with what was probably meant.
  init(_ text: String) throws(ConfigurationProblem) {
    if text == "*" {
      kind = nil
      id = ""
      isPrefix = true
      return
    }
    let kinds = SubjectKind.allCases.map(\.rawValue)
    guard let colon = text.firstIndex(of: ":"), text.index(after: colon) < text.endIndex else {
      throw ConfigurationProblem(
        message: "'\(text)' doesn't say a kind and an id",
        suggestion: "write a kind and an id, such as export:e-1; kinds are "
          + kinds.joined(separator: ", "))
    }
    let name = String(text[..<colon])
    guard let kind = SubjectKind(rawValue: name) else {
      throw ConfigurationProblem(
        message: "'\(name)' is no kind of subject",
        suggestion: Suggestion.didYouMean(name, among: kinds)
          ?? "kinds are \(kinds.joined(separator: ", "))")
    }
    let rest = text[text.index(after: colon)...]
    self.kind = kind
    isPrefix = rest.hasSuffix("*")
    // A snapshot has GUIDs in lower case without braces, however its sources write them.
    id = isPrefix ? String(rest.dropLast()) : canonicalIdentifier(String(rest))
  }

  /// Whether a subject is meant; ids that only look alike are others.
  func matches(_ subject: Subject) -> Bool {
    guard kind == nil || kind == subject.kind else { return false }
    return isPrefix
      ? subject.id.utf8.starts(with: id.utf8) : subject.id.utf8.elementsEqual(id.utf8)
  }

  /// The one subject that is meant; `nil` for a pattern.
  var exact: SubjectName? {
    guard let kind, !isPrefix else { return nil }
    return SubjectName(kind: kind, id: id)
  }
}

/// A subject's identity within a rule.
struct SubjectName: Hashable {
  let kind: SubjectKind
  let id: String
}
