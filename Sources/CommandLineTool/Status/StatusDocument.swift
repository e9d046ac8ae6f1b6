import Localization
import Model
import SnapshotReader

/// What a document of `vouch status --format json` says of its locales.
struct StatusDocument {
  private(set) var locales: [LocaleTag: StatusTrend.Standing] = [:]
  /// The day of the source's version, where the document names one.
  private(set) var date: CivilDate?
  /// Names that such documents don't have.
  private(set) var warnings: [Diagnostic] = []

  /// Why a document was refused: at least one error.
  struct Refusal: Error {
    let problems: [Diagnostic]
  }

  private static let names = ["schema", "source", "version", "locales", "pages", "trend"]

  private let path: String
  private let bytes: [UInt8]

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - bytes: The document.
  ///   - path: What it is called in places.
  /// - Throws: If it isn't a status, with every problem.
  init(_ bytes: [UInt8], path: String) throws(Refusal) {
    (self.bytes, self.path) = (bytes, path)
    let root: JSONNode
    do throws(JSONNodeParser.Fault) {
      root = try JSONNodeParser().parse(bytes, bytes.indices)
    } catch {
      let place = Self.place(error.offset, bytes, path)
      throw Refusal(problems: [
        Diagnostic(
          .error, "status-history.syntax", at: place, error.message, suggestion: error.suggestion)
      ])
    }
    guard root["schema"]?.text == "vouch-status/1", let entries = root["locales"]?.entries else {
      throw Refusal(problems: [
        problem(
          "schema", at: root["schema"]?.offset ?? root.offset, "this is no status of translations",
          "give what 'vouch status --format json' printed (schema vouch-status/1)")
      ])
    }
    var errors: [Diagnostic] = []
    for entry in entries { take(entry, &errors) }
    if !errors.isEmpty { throw Refusal(problems: errors) }
    date = root["version"]?["date"]?.text.flatMap { CivilDate($0) }
    for member in root.members where !Self.names.contains(member.key) {
      var warning = problem(
        "key", at: member.value.offset, "a status has no '\(member.key)'",
        Suggestion.didYouMean(member.key, among: Self.names))
      warning.severity = .warning
      warnings.append(warning)
    }
  }

  private mutating func take(_ entry: JSONNode, _ errors: inout [Diagnostic]) {
    guard let locale = entry["locale"]?.text.flatMap({ LocaleTag($0) }) else {
      errors.append(
        problem("locale", at: entry.offset, "'locale' is no language", "write fr-fr"))
      return
    }
    func count(_ node: JSONNode?, _ name: String) -> Int? {
      if let count = node?.integer, count >= 0 { return count }
      errors.append(
        problem(
          "number", at: (node ?? entry).offset,
          "'\(name)' of \(locale) is not a whole number of 0 or more", nil))
      return nil
    }
    let words = entry["words"]
    let kinds = ["exact", "fuzzy90", "fuzzy75", "new"].map { count(words?[$0], "words.\($0)") }
    guard let units = count(entry["units"], "units"),
      let current = count(entry["current"], "current"), !kinds.contains(nil)
    else { return }
    guard current <= units else {
      errors.append(
        problem(
          "number", at: entry.offset, "\(locale) has \(current) current texts of \(units)", nil))
      return
    }
    locales[locale] = StatusTrend.Standing(
      units: units, current: current,
      words: kinds.reduce(0) { $0.addingReportingOverflow($1 ?? 0).partialValue })
  }

  private func problem(
    _ code: String, at offset: Int, _ message: String, _ suggestion: String?
  ) -> Diagnostic {
    Diagnostic(
      .error, "status-history.\(code)", at: Self.place(offset, bytes, path), message,
      suggestion: suggestion)
  }

  private static func place(_ offset: Int, _ bytes: [UInt8], _ path: String) -> SourceLocation {
    let before = bytes.prefix(offset)
    let start = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
    return SourceLocation(
      path: path, line: before.count { $0 == 10 } + 1, column: before.count - start + 1)
  }
}
