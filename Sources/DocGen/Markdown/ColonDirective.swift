import Localization

/// A `:::` directive that has a line for itself, or stands in running text.
enum ColonDirective: Equatable {
  case row
  /// A column of a row, as wide as some others together.
  case column(span: Int)
  /// A part for one choice of the reader, such as a programming language; empty for all readers.
  case zone(String)
  /// A part for some versions, such as `>= azure-devops-2020`.
  case moniker(String)
  case image(ImageDirective)
  /// A film, which pages link to; its description may follow as a block.
  case video(address: String, title: String, hasDescription: Bool)
  /// A formula as it is written.
  case math([UInt8])
  /// Words in which nothing is markup.
  case text([UInt8])
  /// Tabs that Adobe's documentation has, and one of them.
  case tabs
  case tab(title: String)
  /// A part that unfolds.
  case details(title: String)
  /// A box around a part, with a title or without.
  case box(title: String)
  /// Words that say in which state something is, and where more is said.
  case badge(words: String, address: String?)
  /// Raw HTML that ends before the next line.
  case html([UInt8])
  /// The end of a block of some kind.
  case end(Kind)

  /// The kinds of blocks.
  enum Kind: String, CaseIterable {
    case row, column, zone, moniker, image, video, tabs, details, box

    /// Whether it is written as `:::name`.
    var isWrittenWithColons: Bool { ![.tabs, .details, .box].contains(self) }

    /// How its beginning is written.
    var opening: String {
      switch self {
      case .tabs: ">[!BEGINTABS]"
      case .details: "+++Title"
      case .box: ">[!BEGINSHADEBOX]"
      default: ":::\(rawValue)"
      }
    }

    /// How its end is written.
    var closing: String {
      switch self {
      case .tabs: ">[!ENDTABS]"
      case .details: "+++"
      case .box: ">[!ENDSHADEBOX]"
      default: ":::\(rawValue)-end:::"
      }
    }
  }

  /// What kind of block begins here; `nil` where none does.
  var opened: Kind? {
    switch self {
    case .row: .row
    case .column: .column
    case .zone: .zone
    case .moniker: .moniker
    case .image(let image): image.hasDescription ? .image : nil
    case .video(_, _, let hasDescription): hasDescription ? .video : nil
    case .tabs: .tabs
    case .details: .details
    case .box: .box
    case .math, .text, .tab, .badge, .html, .end: nil
    }
  }

  /// Whether a block ends here.
  var isEnd: Bool { if case .end = self { true } else { false } }

  /// The names of all directives that are written with colons, and the attribute that each needs.
  static let words: [(name: StaticString, attribute: StaticString?)] = [
    ("image-end", nil), ("image", "source"), ("video-end", nil), ("video", "source"),
    ("code", "source"), ("row-end", nil), ("row", nil), ("column-end", nil), ("column", nil),
    ("zone-end", nil), ("zone", nil), ("moniker-end", nil), ("moniker", "range"),
    ("no-loc", nil), ("form", nil),
  ]

  /// Their names, for suggestions.
  static let names = words.map { "\($0.name)" }

  /// Reads a directive by its name and its attributes; `nil` if there is no such directive.
  init?(_ name: String, _ tag: RawTag?) {
    func text(_ attribute: String) -> String {
      String(decoding: tag?[attribute] ?? [], as: UTF8.self).trimmingBlanks()
    }
    switch name {
    case "row": self = .row
    case "column": self = .column(span: min(max(Int(text("span")) ?? 1, 1), 12))
    case "zone":
      let target = text("target").lowercased() == "docs" ? "" : text("target")
      self = .zone(text("pivot").isEmpty ? target : text("pivot"))
    case "moniker": self = .moniker(text("range"))
    case "image": self = .image(ImageDirective(tag))
    case "video":
      self = .video(
        address: text("source"), title: text("title"), hasDescription: text("type") == "complex")
    default:
      guard name.hasSuffix("-end"), let kind = Kind(rawValue: String(name.dropLast(4))),
        kind.isWrittenWithColons
      else { return nil }
      self = .end(kind)
    }
  }
}

/// `:::image type="content" source="a.png" alt-text="words":::`.
struct ImageDirective: Equatable {
  /// What an image is for.
  enum Role: String {
    /// It is part of the content.
    case content
    /// It needs more words than an alternative text has: they stand up to `:::image-end:::`.
    case complex
    /// It is decoration.
    case icon

    /// What the attribute says, in any case; content where it says nothing that is known.
    init(of tag: RawTag?) {
      let word = String(decoding: tag?["type"] ?? [], as: UTF8.self)
      self = Self(rawValue: word.trimmingBlanks().lowercased()) ?? .content
    }
  }

  var role = Role.content
  var source: [UInt8] = []
  var alternative: [UInt8] = []
  /// The large form, or the page that the image links to.
  var link: [UInt8]?
  /// Whether `link` is the same image in large.
  var isLightbox = false
  /// Whether the words that describe it follow as a block.
  var hasDescription = false

  init(_ tag: RawTag?) {
    guard let tag else { return }
    role = Role(of: tag)
    source = Self.value("source", of: tag) ?? []
    alternative = role == .icon ? [] : Self.words(Self.value("alt-text", of: tag) ?? [])
    let large = Self.value("lightbox", of: tag)
    isLightbox = large != nil
    link = large ?? Self.value("link", of: tag)
  }

  /// The value of an attribute without blanks around it; `nil` where nothing is left.
  private static func value(_ name: String, of tag: RawTag) -> [UInt8]? {
    let value = (tag[name] ?? []).drop { $0 <= 32 }
    let end = value.lastIndex { $0 > 32 }
    return end.map { Array(value[...$0]) }
  }

  /// An alternative text without what is no word of it: the marks of names, those of strong words,
  /// and the backslashes that tools for translators put before brackets.
  private static func words(_ text: [UInt8]) -> [UInt8] {
    let text = LabelMark.removed(from: text)
    guard text.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "*") }) else {
      return text
    }
    var words: [UInt8] = []
    var position = 0
    while position < text.count {
      let isEscape = text[position] == UInt8(ascii: "\\")
      if text.hasBytes("**", at: position) {
        position += 2
        continue
      }
      if isEscape, position + 1 < text.count, "()[]*\"".utf8.contains(text[position + 1]) {
        position += 1
      }
      words.append(text[position])
      position += 1
    }
    return words
  }
}
