public import Model

/// A translated file that came back: XLIFF 2.x, XLIFF 1.2 or PO.
public struct ExchangeFile: Sendable {
  /// A page of the file.
  public struct Page: Hashable, Sendable {
    /// The path below the locale's folder.
    public var path: String
    /// What the file says of the source: hash, commit and so on.
    public var metadata: [String: String] = [:]
    /// The texts.
    public var texts: [Text] = []
  }

  /// A translated text.
  public struct Text: Hashable, Sendable {
    /// The id, such as `u103`.
    public var id: String
    /// The source as the translator saw it.
    public var source: [UInt8]
    /// The translation; `nil` if there is none yet.
    public var target: [UInt8]?
    /// Whether the translator is done with it.
    public var isFinished: Bool
    /// Where it stands in the file.
    public var location: SourceLocation
  }

  /// The language of the translations; `nil` if the file doesn't say.
  public var locale: LocaleTag?
  /// The pages in the order of the file.
  public var pages: [Page] = []
  /// What is wrong with the file.
  public var diagnostics: [Diagnostic] = []

  /// Reads a file by what it begins with: XML is XLIFF, anything else PO.
  public init(_ bytes: [UInt8], path: String) {
    let start = bytes.first { !$0.isWhitespace && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
    if start == UInt8(ascii: "<") {
      self = XLIFFReader.read(bytes, path: path)
    } else {
      self.init(po: bytes, path: path)
    }
  }

  init() {}

  private init(po bytes: [UInt8], path: String) {
    let file = MessageFile(parsing: bytes, path: path)
    diagnostics = file.diagnostics
    var places: [String: Int] = [:]
    for entry in file.entries {
      guard let mark = entry.key.lastIndex(of: "#"), mark > entry.key.startIndex else {
        diagnostics.report(
          .error, "exchange.id", at: entry.location, "'\(entry.key)' names no text of a page",
          suggestion: "msgctxt is a page and an id, such as 'connections.md#u103'")
        continue
      }
      let page = String(entry.key[..<mark])
      let target = entry.translations.first.flatMap { $0.isEmpty ? nil : Array($0.utf8) }
      let text = Text(
        id: String(entry.key[entry.key.index(after: mark)...]), source: Array(entry.source.utf8),
        target: target, isFinished: entry.isTranslated, location: entry.location)
      if let place = places[page] {
        pages[place].texts.append(text)
      } else {
        places[page] = pages.count
        pages.append(Page(path: page, texts: [text]))
      }
    }
  }
}
