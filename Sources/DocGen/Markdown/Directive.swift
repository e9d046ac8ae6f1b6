import CommonMark
import Localization

/// A directive of the documentation format at the start of a line: `[!NOTE]`, `[!div class="x"]`,
/// `[!VIDEO address]`.
struct Directive {
  enum Kind: Equatable {
    case alert(Alert)
    /// A box with a title of its own: authors and translators make up keywords.
    case named(title: String, style: Alert)
    case division(classes: String)
    case video(address: String, title: String)
  }

  var kind: Kind
  /// The event to go on with.
  var end: Int
  /// How many bytes of that event, a text, still belong to the directive.
  var skip: Int
  /// The keyword as written where it was translated.
  var translated: String?
  /// The second keyword where two follow each other, which counts, and the event that it begins at.
  var repeated: (word: String, event: Int)?
  /// Whether a blank stands before the keyword, as machine translation leaves it.
  var isSpaced = false
  /// Whether markup follows it on its line.
  var isFollowed = false

  /// Reads a directive whose first text is the event at `start`; `nil` if there is none.
  ///
  /// `titles` are the titles of alerts in the language of the page: translators put them in the
  /// place of keywords. Any word is taken for a title where `takesAnyWord` is true, at the beginning
  /// of a quotation, translations of keywords where `takesKnownWord` is, and a second keyword where
  /// `mayRepeat` is.
  init?(
    at start: Int, _ tree: borrowing MarkdownTree, titles: [String: Alert],
    takesAnyWord: Bool = false, takesKnownWord: Bool = true, mayRepeat: Bool = true
  ) {
    let first = tree[start]
    guard first.kind == .text, first.text.hasPrefix("[") else { return nil }
    var bytes: [UInt8] = []
    var index = start
    while index < tree.count, bytes.count < 400 {
      let event = tree[index]
      // An address inside becomes a link by itself; its text is all that counts.
      guard event.kind == .text || event.kind == .link else { return nil }
      if event.kind == .text {
        if let close = event.text.firstIndex(of: UInt8(ascii: "]")) {
          bytes += event.text[..<close]
          skip = close + 1
          end = index
          if let kind = Self.kind(bytes) {
            self.kind = kind
            if case .video = kind { translated = Self.translatedVideo(bytes) }
          } else {
            let word = String(decoding: bytes.dropFirst(2), as: UTF8.self).trimmingBlanks()
            if let alert = titles[word.lowercased()] {
              kind = .alert(alert)
              translated = word
            } else {
              let isKnown = takesKnownWord && bytes.starts(with: "[!".utf8)
              let style = isKnown ? AlertWords.alert(word) : nil
              guard takesAnyWord || style != nil, let title = Self.title(word, of: bytes) else {
                return nil
              }
              kind = .named(title: title, style: style ?? .note)
              if style != nil { translated = word }
            }
          }
          isSpaced = bytes.count > 2 && bytes[2] <= 32
          finish(tree)
          if mayRepeat { takeRepetition(tree, titles) }
          return
        }
        bytes += event.text
      }
      index += 1
    }
    return nil
  }

  /// Takes a second keyword right behind that of an alert, `[!NOTE]` and `[!DICA] text` on the next
  /// line: tools for translators add one where they don't know the author's.
  private mutating func takeRepetition(_ tree: borrowing MarkdownTree, _ titles: [String: Alert]) {
    guard case .alert = kind, skip == 0, end < tree.count,
      let next = Directive(at: end, tree, titles: titles, mayRepeat: false)
    else { return }
    switch next.kind {
    case .alert(let alert): repeated = (next.translated ?? alert.rawValue.uppercased(), end)
    case .named(let title, _): repeated = (next.translated ?? title, end)
    case .division, .video: return
    }
    (kind, end, skip, translated) = (next.kind, next.end, next.skip, nil)
  }

  /// The title that a word in brackets gives a box; `nil` where it is something else, such as a
  /// directive that isn't complete.
  private static func title(_ word: String, of bytes: [UInt8]) -> String? {
    let first = word.prefix { $0 != " " }.lowercased()
    guard bytes.starts(with: "[!".utf8), !word.isEmpty, word.count <= 40,
      word.allSatisfy({ $0.isLetter || $0 == " " }),
      !words.contains(where: { $0.lowercased() == first })
    else { return nil }
    return word == word.uppercased() ? word.prefix(1) + word.dropFirst().lowercased() : word
  }

  /// Skips the blanks and the line end after the bracket.
  private mutating func finish(_ tree: borrowing MarkdownTree) {
    let text = tree[end].text
    while skip < text.count, text[skip] == 32 { skip += 1 }
    guard skip == text.count else { return }
    (end, skip) = (end + 1, 0)
    if tree[end].kind == .link, tree[end].phase == .exit { end += 1 }
    if tree[end].kind == .softBreak || tree[end].kind == .lineBreak {
      end += 1
    } else {
      isFollowed = tree[end].phase != .exit
    }
  }

  private static func kind(_ bytes: [UInt8]) -> Kind? {
    guard bytes.starts(with: "[!".utf8) else { return nil }
    let words = String(decoding: bytes.dropFirst(2), as: UTF8.self).trimmingBlanks()
    let name = words.prefix { $0 != " " }
    let rest = words.dropFirst(name.count).drop { $0 == " " }
    switch name.lowercased() {
    case "div": return .division(classes: classes(rest))
    case "video": return rest.isEmpty ? nil : video(rest)
    case _ where rest.hasPrefix("https://") || rest.hasPrefix("http://"): return video(rest)
    case _ where joinedAddress(name) != nil:
      return joinedAddress(name).map { video(words[$0.startIndex...]) }
    case let name: return rest.isEmpty ? Alert(rawValue: name).map { .alert($0) } : nil
    }
  }

  /// The address that translation joined with the keyword of a film, as in `VIDEO-https://...`.
  private static func joinedAddress(_ name: Substring) -> Substring? {
    guard let start = name.firstRange(of: "http")?.lowerBound, start > name.startIndex,
      name[start...].hasPrefix("https://") || name[start...].hasPrefix("http://"),
      name[..<start].allSatisfy({ $0.isLetter || "-:：".contains($0) })
    else { return nil }
    return name[start...]
  }

  /// The keyword of a film where it isn't the right one.
  private static func translatedVideo(_ bytes: [UInt8]) -> String? {
    let words = String(decoding: bytes.dropFirst(2), as: UTF8.self).trimmingBlanks()
    var name = String(words.prefix { $0 != " " })
    name.removeLast(joinedAddress(name[...])?.count ?? 0)
    return name.lowercased() == "video" ? nil : name
  }

  /// An address, and the title that may follow it: `https://... title="words"`.
  private static func video(_ text: some StringProtocol) -> Kind {
    let address = text.prefix { $0 != " " }
    var title = String(text.dropFirst(address.count)).trimmingBlanks()
    if title.lowercased().hasPrefix("title=") { title = String(title.dropFirst(6)) }
    return .video(
      address: String(address), title: title.replacing("\"", with: "").trimmingBlanks())
  }

  /// The class names of `class="a b"`, in quotation marks of any kind.
  private static func classes(_ attribute: Substring) -> String {
    let parts = attribute.unicodeScalars.split(whereSeparator: isQuotationMark).map(Substring.init)
    guard parts.count > 1 else { return "" }
    let names = parts[1].split(separator: " ").filter { $0.utf8.allSatisfy(\.isIdentifier) }
    return names.joined(separator: " ")
  }

  private static func isQuotationMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", "“", "”", "„", "‘", "’", "«", "»", "＂": true
    default: false
    }
  }
}

extension Directive {
  /// The word of a paragraph that begins like a directive, `[!WORD]`, and is none.
  static func unknownWord(at start: Int, _ tree: borrowing MarkdownTree) -> String? {
    guard tree[start].kind == .text, tree[start].text.hasPrefix("[") else { return nil }
    var bytes: [UInt8] = []
    var index = start
    while index < tree.count, tree[index].kind == .text, bytes.count < 60 {
      bytes += tree[index].text
      if let close = bytes.firstIndex(of: UInt8(ascii: "]")) {
        let word = bytes[..<close].dropFirst(2).drop { $0 == 32 }
        guard bytes.starts(with: "[!".utf8), !word.isEmpty,
          word.allSatisfy({ $0 > 64 || $0 == 32 })
        else { return nil }
        return String(decoding: word, as: UTF8.self).trimmingBlanks()
      }
      index += 1
    }
    return nil
  }

  /// How a directive that names a file should be written, of a paragraph that begins like one: what
  /// is complete was put in place before.
  static func incompleteForm(at start: Int, _ tree: borrowing MarkdownTree) -> String? {
    var bytes: [UInt8] = []
    var index = start
    while index < tree.count, tree[index].kind == .text, bytes.count < 10 {
      bytes += tree[index].text
      index += 1
    }
    let word = String(decoding: bytes.prefix(10), as: UTF8.self).lowercased()
    if word.hasPrefix("[!include") { return "[!INCLUDE [title](path)]" }
    if word.hasPrefix("[!notebook") { return "[!notebook-language[title](path?name=cell)]" }
    return word.hasPrefix("[!code") ? "[!code-language[title](path)]" : nil
  }

  /// The words of all directives in brackets, for suggestions.
  static let words =
    Alert.allCases.map { $0.rawValue.uppercased() }
    + ["INCLUDE", "VIDEO", "div", "code", "notebook"]
}
