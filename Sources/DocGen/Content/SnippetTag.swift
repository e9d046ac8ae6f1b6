import Localization

/// A mark that begins or ends a part of a code file, alone on its line in a comment: `// <name>`,
/// `<!-- </name> -->`, `#region name`.
///
/// The line must hold nothing else: `/// <summary>`, elements of XML and text behind a tag are code.
struct SnippetTag {
  /// The lower-case name; `nil` for the end of a region, which has none.
  var name: String?
  var isEnd: Bool
  var isRegion: Bool
  /// Whether it stands in a comment; what doesn't is an element unless somebody asks for its name.
  var isComment: Bool

  /// The longest line that is looked at, in bytes.
  private static let longestLine = 300
  /// What begins a comment, longer ones first, and what ends it where something must.
  private static let comments: [(begin: StaticString, end: StaticString)] = [
    ("<!--", "-->"), ("<%--", "--%>"), ("{/*", "*/}"), ("//", ""), ("--", ""), ("/*", "*/"),
    ("(*", "*)"), ("@*", "*@"), ("rem ", ""), ("#", ""), ("'", ""), (";", ""), ("%", ""),
  ]

  /// Reads a line; `nil` where it has no such mark.
  init?(_ line: [UInt8]) {
    // A tag has the one, a region the other; most lines have neither.
    guard line.count < Self.longestLine,
      line.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "#") }),
      let start = line.firstIndex(where: { $0 > 32 }), let last = line.lastIndex(where: { $0 > 32 })
    else { return nil }
    let text = Array(line[start...last])
    let lower = text.map { (65...90).contains($0) ? $0 + 32 : $0 }
    if let region = Self.region(text, lower) {
      self = region
      return
    }
    for comment in Self.comments where lower.hasBytes(comment.begin, at: 0) {
      guard let inner = Self.inner(lower, comment) else { return nil }
      self.init(inTag: lower[inner], isComment: true)
      return
    }
    self.init(inTag: lower[...], isComment: false)
  }

  /// What stands in a comment, without blanks around it; `nil` where the comment isn't ended.
  private static func inner(
    _ text: [UInt8], _ comment: (begin: StaticString, end: StaticString)
  ) -> Range<Int>? {
    let end = text.count - comment.end.utf8CodeUnitCount
    let start = comment.begin.utf8CodeUnitCount
    guard end >= start, text.hasBytes(comment.end, at: end) else { return nil }
    guard let first = text[start..<end].firstIndex(where: { $0 > 32 }),
      let last = text[start..<end].lastIndex(where: { $0 > 32 })
    else { return nil }
    return first..<last + 1
  }

  /// A tag that is all of a text: `<name>` or `</name>`.
  private init?(inTag text: ArraySlice<UInt8>, isComment: Bool) {
    guard text.count > 2, text.first == UInt8(ascii: "<"), text.last == UInt8(ascii: ">") else {
      return nil
    }
    var name = text.dropFirst().dropLast()
    isEnd = name.first == UInt8(ascii: "/")
    if isEnd { name = name.dropFirst() }
    let isName = name.allSatisfy { $0.isIdentifier || $0 == UInt8(ascii: ".") || $0 >= 128 }
    guard !name.isEmpty, isName else { return nil }
    self.name = String(decoding: name, as: UTF8.self)
    isRegion = false
    self.isComment = isComment
  }

  private init(region name: String?) {
    self.name = name
    isEnd = name == nil
    isRegion = true
    isComment = true
  }

  /// The mark of a region that a line is: of C# and its like in any case, behind the mark of a comment
  /// or not; of Python and shells in small letters.
  private static func region(_ text: [UInt8], _ lower: [UInt8]) -> SnippetTag? {
    let marks: [StaticString] = ["<!--", "//", "--", "/*", "'", ";", "%"]
    let mark = marks.first { lower.hasBytes($0, at: 0) }
    var start = mark?.utf8CodeUnitCount ?? 0
    while start < text.count, text[start].isBlank { start += 1 }
    let isSpaced = text.hasBytes("# region", at: start) || text.hasBytes("# endregion", at: start)
    let begins: [StaticString] =
      ["#region", "#pragma region"] + (isSpaced ? ["# region"] : [])
    let ends: [StaticString] =
      ["#endregion", "#end region", "#pragma endregion"] + (isSpaced ? ["# endregion"] : [])
    func rest(behind words: [StaticString]) -> ArraySlice<UInt8>? {
      for word in words where lower.hasBytes(word, at: start) {
        let rest = lower[(start + word.utf8CodeUnitCount)...]
        if rest.first.map({ $0 <= 32 || $0 == UInt8(ascii: "\"") }) ?? true { return rest }
      }
      return nil
    }
    if rest(behind: ends) != nil { return SnippetTag(region: nil) }
    return rest(behind: begins).map { rest in
      // Visual Basic has the name in quotation marks.
      var name = String(decoding: rest, as: UTF8.self).replacing("\"", with: "")
      for end in ["-->", "*/"] where name.hasSuffix(end) { name.removeLast(end.count) }
      return SnippetTag(region: name.trimmingBlanks())
    }
  }
}
