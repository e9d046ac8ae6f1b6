public import Model

/// A message catalog as its file says: the PO format of gettext.
///
/// Comments and entries marked obsolete are left out. `msgctxt` is the key of a message.
public struct MessageFile: Sendable {
  /// A message and its translation.
  public struct Entry: Hashable, Sendable {
    /// What the program asks for.
    public var key: String
    /// The English text.
    public var source: String
    /// The English text for other counts than 1; `nil` if the message doesn't depend on a count.
    public var sourcePlural: String?
    /// The translation, one text for each form; empty texts aren't translated yet.
    public var translations: [String]
    /// Whether a translator has yet to check the translation.
    public var isFuzzy: Bool
    /// Where the entry begins.
    public var location: SourceLocation

    /// Whether the translation may be shown.
    public var isTranslated: Bool {
      !isFuzzy && !translations.isEmpty && translations.allSatisfy { !$0.isEmpty }
    }
  }

  /// The messages in the order of the file, each key once.
  public internal(set) var entries: [Entry] = []
  /// Which form a count uses; the English rule where the header doesn't say.
  public internal(set) var pluralRule = PluralRule.english
  /// What is wrong with the file; what is right in it is usable.
  public internal(set) var diagnostics: [Diagnostic] = []

  /// Reads a file in one pass.
  ///
  /// - Parameters:
  ///   - bytes: The file, UTF-8.
  ///   - path: What it is called in places.
  public init(parsing bytes: [UInt8], path: String) {
    var parser = MessageFileParser(path: path)
    parser.parse(bytes)
    diagnostics = parser.diagnostics
    var seen: [String: Int] = [:]
    for entry in parser.entries {
      if entry.key.isEmpty, entry.source.isEmpty {
        readHeader(entry)
      } else if entry.key.isEmpty {
        report("message.key", "this message has no msgctxt", at: entry.location)
      } else if let line = seen.updateValue(entry.location.line, forKey: entry.key) {
        report("message.duplicate", "'\(entry.key)' is also on line \(line)", at: entry.location)
      } else {
        check(entry)
        entries.append(entry)
      }
    }
  }

  private mutating func readHeader(_ entry: Entry) {
    for line in (entry.translations.first ?? "").split(separator: "\n") {
      let sides = line.split(separator: ":", maxSplits: 1).map(String.init)
      guard sides.count == 2 else { continue }
      switch sides[0].lowercased() {
      case "plural-forms":
        guard let rule = PluralRule(header: sides[1]) else {
          report("message.plural", "this Plural-Forms header can't be read", at: entry.location)
          continue
        }
        pluralRule = rule
      case "content-type" where !sides[1].lowercased().contains("utf-8"):
        report("message.encoding", "the catalog must be UTF-8", at: entry.location)
      default: continue
      }
    }
  }

  private mutating func check(_ entry: Entry) {
    guard entry.sourcePlural != nil, entry.isTranslated else { return }
    let expected = pluralRule.formCount
    if entry.translations.count != expected {
      report(
        "message.plural",
        "'\(entry.key)' has \(entry.translations.count) forms, but its language has \(expected)",
        at: entry.location)
    }
  }

  private mutating func report(_ code: String, _ message: String, at location: SourceLocation) {
    diagnostics.report(.error, code, at: location, message)
  }
}
