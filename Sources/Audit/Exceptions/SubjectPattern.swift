import Model

/// What an exception names: one subject, those of a kind whose ids begin alike, or all.
struct SubjectPattern: Hashable, Sendable {
  /// The kind; `nil`: any.
  let kind: SubjectKind?
  /// The id, or what ids begin with.
  let id: String
  /// Whether all ids that begin with ``id`` are meant.
  let isPrefix: Bool
  /// What the GUIDs that are meant begin with, as a snapshot has them; `nil` if no GUID is meant but
  /// those that begin with ``id``.
  private let guidBeginning: String?

  /// Reads `kind:id`, `kind:beginning*`, `kind:*` or `*`.
  ///
  /// - Throws: What is wrong with it, with what was probably meant.
  init(_ text: String) throws(ConfigurationProblem) {
    if text == "*" {
      kind = nil
      id = ""
      isPrefix = true
      guidBeginning = nil
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
    guidBeginning = isPrefix ? Self.beginningOfGUID(id) : nil
  }

  /// The beginning of a GUID in lower case without a brace; `nil` if a text is none.
  ///
  /// Fewer than the eight digits of the first group are none: they may as well begin a name, whose
  /// letters have their case.
  private static func beginningOfGUID(_ text: String) -> String? {
    let digits = text.hasPrefix("{") ? String(text.dropFirst()) : text
    let sample = "00000000-0000-0000-0000-000000000000"
    guard digits.utf8.count >= 8, digits.utf8.count <= sample.utf8.count else { return nil }
    // With its missing digits, what begins a GUID is one.
    let whole = canonicalIdentifier("{\(digits)\(sample.dropFirst(digits.utf8.count))}")
    return whole.hasPrefix("{") ? nil : String(whole.prefix(digits.utf8.count))
  }

  /// Whether a subject is meant; ids that only look alike are others.
  func matches(_ subject: Subject) -> Bool {
    guard kind == nil || kind == subject.kind else { return false }
    guard isPrefix else { return subject.id.utf8.elementsEqual(id.utf8) }
    if subject.id.utf8.starts(with: id.utf8) { return true }
    guard let guidBeginning, subject.id.utf8.starts(with: guidBeginning.utf8) else { return false }
    // Only GUIDs lose their braces.
    return !canonicalIdentifier("{\(subject.id)}").hasPrefix("{")
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
