import FileSystem
import Model

/// What the search index has to know of one page: its words, and the text that results show.
struct SearchPage: Sendable {
  /// The page as an entry of a script: address, title, language, sections.
  let entry: [UInt8]
  /// The page's words: for each a byte with its length, its bytes and a byte with its class.
  let terms: [UInt8]

  /// A part of what there is to find: what stands below a heading.
  struct Section {
    /// The id of its place on the page, if it has one.
    var id = ""
    var heading = ""
    var text: ArraySlice<UInt8>
  }

  /// Collects what there is to find on a page.
  ///
  /// - Parameters:
  ///   - rendered: The page with its text.
  ///   - page: Its title and description.
  ///   - path: Its place below the locale's folder.
  ///   - locale: The language of the readers, to tell a page that is shown in another.
  ///   - keywords: Other words for the page, such as the contents give in `displayName`.
  init(
    _ rendered: RenderedPage, of page: ContentPage, at path: RelativePath, for locale: LocaleTag,
    keywords: [String] = []
  ) {
    var sections: [Section] = []
    var start = 0
    var heading: RenderedPage.Heading?
    func close(_ end: Int) {
      let text = rendered.text[start..<max(start, end)].trimmingLineEnds
      guard heading != nil || !text.isEmpty else { return }
      sections.append(Section(id: heading?.id ?? "", heading: heading?.text ?? "", text: text))
    }
    for next in rendered.headings {
      close(next.textStart)
      heading = next
      start = min(rendered.text.count, next.textStart + next.text.utf8.count)
    }
    close(rendered.text.count)
    self.init(
      address: path.replacingExtension(with: "html").description, title: page.displayTitle,
      language: page.locale == locale ? nil : page.locale.tag, sections: sections,
      keywords: (page.description.map { [$0] } ?? []) + keywords)
  }

  /// Collects what there is to find in something, such as a rule of a report.
  ///
  /// - Parameters:
  ///   - address: Its page, below the folder that the index is for.
  ///   - title: What results show first.
  ///   - language: The language of its words where that isn't the reader's.
  ///   - sections: What it says.
  ///   - keywords: Other words for it.
  init(
    address: String, title: String, language: String? = nil, sections: [Section],
    keywords: [String] = []
  ) {
    var counter = WordCounter()
    counter.add(title.utf8, .title)
    for keyword in keywords { counter.add(keyword.utf8, .description) }
    let size = sections.reduce(0) { $0 + $1.text.count }
    var script = ScriptText(capacity: size + size / 8 + 200)
    script.raw("[")
    script.string(address.addressEncoded.utf8)
    script.raw(",")
    script.string(title.utf8)
    script.raw(language.map { ",\"\($0)\",[" } ?? ",0,[")
    for (number, section) in sections.enumerated() {
      script.raw(number == 0 ? "[" : ",[")
      script.string(section.id.utf8)
      script.raw(",")
      script.string(section.heading.utf8)
      script.raw(",")
      script.string(section.text)
      script.raw("]")
      counter.add(section.heading.utf8, .heading)
      counter.add(section.text, .text)
    }
    script.raw("]]")
    entry = script.bytes
    terms = Self.packed(counter)
  }

  private static func packed(_ counter: WordCounter) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(counter.terms.count * 10)
    for number in 0..<counter.terms.count {
      let term = counter.terms[number]
      bytes.append(UInt8(term.count))
      bytes += term
      bytes.append(weightClass(counter.weights[number]))
    }
    return bytes
  }

  /// How much a word says about a page, from 0 for a single mention to 7.
  static func weightClass(_ weight: Int) -> UInt8 {
    switch weight {
    case ..<2: 0
    case 2...3: 1
    case 4...7: 2
    case 8...11: 3
    case 12...15: 4
    case 16...23: 5
    case 24...31: 6
    default: 7
    }
  }
}

extension ArraySlice<UInt8> {
  /// The bytes without line feeds and blanks around them.
  fileprivate var trimmingLineEnds: ArraySlice<UInt8> {
    guard let first = firstIndex(where: { $0 > 32 }), let last = lastIndex(where: { $0 > 32 })
    else {
      return []
    }
    return self[first...last]
  }
}

extension SearchIndex.Page {
  /// A page that is new to the index.
  init(_ page: SearchPage) {
    self.init(terms: page.terms[...], textLength: page.entry.count, text: page.entry)
  }
}

/// A script of literals being written.
struct ScriptText {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Writes code as it is.
  mutating func raw(_ code: String) { bytes += code.utf8 }

  /// Writes code as it is.
  mutating func raw(_ code: StaticString) { code.withUTF8Buffer { bytes += $0 } }

  /// Writes what is a literal already.
  mutating func literal(_ literal: some Collection<UInt8>) { bytes += literal }

  /// Writes over what is there already.
  mutating func replace(at start: Int, with code: String) {
    bytes.replaceSubrange(start..<start + code.utf8.count, with: code.utf8)
  }

  /// Writes text as a literal of text.
  mutating func string(_ text: some Sequence<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 10: raw("\\n")
      case ..<32: bytes.append(32)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
