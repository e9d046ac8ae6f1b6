package import Model

/// Problems found so far, a few of each kind with their places and the number of the others.
///
/// A million bad records must not give a million lines: of each kind (code and field) the first
/// ``shownCount`` are kept.
package struct Problems: Sendable {
  /// How many problems of one kind are shown.
  package static let shownCount = 5

  /// No problems.
  package init() {}

  private struct Kind: Hashable {
    let code: String
    let subject: String
  }

  private struct Entry {
    let severity: Diagnostic.Severity
    var shown: [Diagnostic] = []
    var count = 0
    /// Where the first one is that isn't shown.
    var next: SourceLocation?
    /// What is counted, for kinds that are reported once; empty for the others.
    let counted: String
  }

  private var kinds: [Kind] = []
  private var entries: [Kind: Entry] = [:]

  /// Whether there is a problem that makes the input unusable.
  package var hasErrors: Bool { entries.values.contains { $0.severity == .error } }

  /// Notes a problem.
  ///
  /// `subject` is the field or section that it is about. If the kind is to be reported once,
  /// `counted` says what to count, such as `records`. Where the problem is and how it is worded is
  /// asked only if it is shown.
  package mutating func add(
    _ severity: Diagnostic.Severity, _ code: String, _ subject: String, counted: String = "",
    at location: () -> SourceLocation, _ words: () -> (message: String, suggestion: String?)
  ) {
    let kind = Kind(code: code, subject: subject)
    if entries[kind] == nil {
      kinds.append(kind)
      entries[kind] = Entry(severity: severity, counted: counted)
    }
    let isShown = { (entry: Entry) in
      entry.shown.count < (entry.counted.isEmpty ? Self.shownCount : 1)
    }
    guard var entry = entries[kind] else { return }
    entry.count += 1
    if isShown(entry) {
      let (message, suggestion) = words()
      entry.shown.report(severity, code, at: location(), message, suggestion: suggestion)
    } else if entry.next == nil {
      entry.next = location()
    }
    entries[kind] = entry
  }

  /// Notes an error of a file as a whole or at a place.
  package mutating func add(
    error code: String, at location: SourceLocation, _ message: String, suggestion: String? = nil
  ) {
    add(.error, code, location.path, at: { location }, { (message, suggestion) })
  }

  /// Notes a problem of a file.
  package mutating func add(_ diagnostic: Diagnostic) {
    add(
      diagnostic.severity, diagnostic.code, diagnostic.location.path, at: { diagnostic.location },
      { (diagnostic.message, diagnostic.suggestion) })
  }

  /// Takes over the problems of a later part of the input, whose lines count from `lineOffset`.
  mutating func append(contentsOf other: Problems, lineOffset: Int) {
    func moved(_ location: SourceLocation) -> SourceLocation {
      var location = location
      if location.line > 0 { location.line += lineOffset }
      return location
    }
    for kind in other.kinds {
      guard let part = other.entries[kind] else { continue }
      if entries[kind] == nil { kinds.append(kind) }
      var entry = entries[kind] ?? Entry(severity: part.severity, counted: part.counted)
      let room = (entry.counted.isEmpty ? Self.shownCount : 1) - entry.shown.count
      for (index, var diagnostic) in part.shown.enumerated() {
        diagnostic.location = moved(diagnostic.location)
        if index < room {
          entry.shown.append(diagnostic)
        } else if entry.next == nil {
          entry.next = diagnostic.location
        }
      }
      if entry.next == nil { entry.next = part.next.map(moved) }
      entry.count += part.count
      entries[kind] = entry
    }
  }

  /// All problems in the order of their places; kinds with more than are shown end with their
  /// number.
  package func diagnostics() -> [Diagnostic] {
    var all: [Diagnostic] = []
    for kind in kinds {
      guard let entry = entries[kind] else { continue }
      if !entry.counted.isEmpty, entry.count > 1, var only = entry.shown.first {
        only.message += " (in \(entry.count) \(entry.counted), here first)"
        all.append(only)
        continue
      }
      all += entry.shown
      if let next = entry.next {
        let hidden = entry.count - entry.shown.count
        all.report(
          entry.severity, kind.code, at: next,
          "\(kind.subject): \(hidden) more of this kind from here on")
      }
    }
    return all.sorted()
  }
}
