import Localization

/// A directive that a piece of a code file takes the place of: `[!code-swift[name](path#tag)]` or
/// `:::code language="swift" source="path" id="tag":::`, or a cell of a notebook,
/// `[!notebook-python[name](path?name=cell)]`.
struct SnippetDirective: Hashable {
  /// The bytes of the directive.
  var range: Range<Int>
  var language: String
  /// The file as written, relative to the file that has the directive.
  var path: String
  /// What is said of it where it can't be shown.
  var title: String
  /// The part between a pair of tags.
  var tag: String?
  /// The lines to show, before highlighting counts them anew; all if `nil`.
  var lines: LineRanges?
  /// The lines to mark, as written.
  var highlight: String?
  /// How many blanks every line loses; by itself as many as all lines have.
  var dedent: Int?
  /// Whether the file is a notebook, whose cells have the code.
  var isNotebook = false

  /// Reads the directive of a line that begins at `start`, behind marks of quotations and lists.
  init?(_ text: [UInt8], at start: Int, before end: Int) {
    if text.hasBytes(":::", at: start) {
      self.init(colons: text, at: start, before: end)
    } else {
      self.init(brackets: text, at: start, before: end)
    }
  }

  /// Reads `:::code language="" source="" range="" id="" highlight="":::`.
  private init?(colons text: [UInt8], at start: Int, before end: Int) {
    var position = start + 3
    while position < end, text[position].isBlank { position += 1 }
    guard Self.isCode(text, at: position), position + 4 < end, text[position + 4].isBlank else {
      return nil
    }
    let close = text.range(of: ":::", in: position..<end)
    let attributes = text[(position + 4)..<(close?.lowerBound ?? end)]
    guard let tag = RawTag(Array("<x".utf8) + attributes + [62]) else { return nil }
    func value(_ name: String) -> String? {
      tag[name].map { String(decoding: $0, as: UTF8.self).trimmingBlanks() }
        .flatMap { $0.isEmpty ? nil : $0 }
    }
    range = start..<(close?.upperBound ?? end)
    path = value("source") ?? ""
    language = value("language") ?? value("lang") ?? ""
    title = value("title") ?? path
    self.tag = value("id")
    lines = value("range").map { LineRanges(askedFor: $0) }
    highlight = value("highlight")
    dedent = value("dedent").flatMap(Self.blanks)
  }

  /// Reads `[!code-lang[name](path?name=tag&range=1-3&highlight=2&dedent=4#L1-L3)]`.
  private init?(brackets text: [UInt8], at start: Int, before end: Int) {
    func begins(_ keyword: String) -> Bool {
      end - start > keyword.utf8.count + 5
        && zip(text[start...], keyword.utf8)
          .allSatisfy { $0 | ((65...90).contains($0) ? 32 : 0) == $1 }
    }
    guard let keyword = ["[!code", "[!notebook"].first(where: begins)?.utf8 else { return nil }
    isNotebook = keyword.count > 6
    let head = text[(start + keyword.count)..<end]
    guard let bracket = head.firstIndex(of: UInt8(ascii: "[")),
      let middle = Self.middle(text, after: bracket, before: end),
      let close = text.range(of: ")]", in: middle.upperBound..<end)
    else { return nil }
    range = start..<close.upperBound
    language = String(decoding: head[..<bracket].drop { $0 == UInt8(ascii: "-") }, as: UTF8.self)
      .trimmingBlanks()
    title = String(decoding: text[(bracket + 1)..<middle.lowerBound], as: UTF8.self)
    var address = String(decoding: text[middle.upperBound..<close.lowerBound], as: UTF8.self)
      .trimmingBlanks()
    if address.hasPrefix("<"), address.hasSuffix(">") {
      address = String(address.dropFirst().dropLast())
    }
    if let quote = address.firstRange(of: " \"") { address = String(address[..<quote.lowerBound]) }
    let cut = address.firstIndex { $0 == "?" || $0 == "#" } ?? address.endIndex
    path = String(address[..<cut])
    read(options: address[cut...])
  }

  /// The brackets between title and path, which may have blanks between them.
  private static func middle(_ text: [UInt8], after start: Int, before end: Int) -> Range<Int>? {
    var position = start
    while let bracket = text.position(of: UInt8(ascii: "]"), in: position..<end) {
      position = bracket + 1
      if let next = text[position..<end].firstIndex(where: { !$0.isBlank }), text[next] == 40 {
        return bracket..<(next + 1)
      }
    }
    return nil
  }

  private mutating func read(options: Substring) {
    let hash = options.firstIndex(of: "#")
    var (start, end): (String?, String?)
    for option in options[..<(hash ?? options.endIndex)].dropFirst().split(separator: "&") {
      let pair = option.split(separator: "=", maxSplits: 1).map(String.init)
      guard pair.count == 2 else { continue }
      switch pair[0].lowercased() {
      case "name": tag = pair[1]
      case "range": lines = LineRanges(askedFor: pair[1])
      case "start": start = pair[1]
      case "end": end = pair[1]
      case "highlight": highlight = pair[1]
      case "dedent": dedent = Self.blanks(pair[1])
      default: break
      }
    }
    if let start { lines = LineRanges(askedFor: "\(start)-\(end ?? "")") }
    guard let hash else { return }
    let fragment = options[options.index(after: hash)...]
    let numbers = fragment.replacing("L", with: "").replacing("l", with: "")
    if fragment.first == "L" || fragment.first == "l", let range = LineRanges(numbers) {
      lines = range
    } else if !fragment.isEmpty {
      tag = String(fragment)
    }
  }

  /// The number of blanks that a text names; `nil` where it names none.
  private static func blanks(_ text: String) -> Int? {
    Int(text).flatMap { $0 >= 0 ? $0 : nil }
  }

  /// Whether the word `code` stands at a place, in any case.
  private static func isCode(_ text: [UInt8], at position: Int) -> Bool {
    position + 4 <= text.count
      && text[position..<(position + 4)].elementsEqual("code".utf8) { $0 | 32 == $1 }
  }

  /// Whether a body may hold one; cheap.
  static func mayOccur(in text: [UInt8]) -> Bool {
    for mark in ["[!", ":::"] as [StaticString] {
      var position = 0
      while let found = text.range(of: mark, in: position..<text.count) {
        position = found.upperBound
        while position < text.count, text[position].isBlank { position += 1 }
        if isCode(text, at: position) { return true }
      }
    }
    return false
  }
}
