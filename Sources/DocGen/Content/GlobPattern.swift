/// A pattern for paths as `docfx.json` has them: `**/*.md`, `articles/{a,b}/*.yml`.
///
/// `*` and `?` stand for what isn't a slash, `**` (and more asterisks) for any number of folders,
/// `**.md` for `**/*.md`, brackets for one of several characters (`[a-c_]`, `[!x]`), braces for one
/// of several texts. A pattern that ends with `/` or `**` takes everything below. The case of letters
/// doesn't matter. A file whose name begins with a dot is only found by a pattern that has the dot.
/// So DocFX reads them (its `GlobMatcher`, 2023).
struct GlobPattern: Hashable, Sendable {
  /// Each way to choose from the braces, in parts between slashes.
  private let choices: [[[UInt8]]]
  /// How many choices braces may make.
  private static let choiceLimit = 256

  init(_ pattern: String) {
    var text = pattern.lowercased().replacing("\\", with: "/")
    if text.hasPrefix("./") { text.removeFirst(2) }
    if text.hasPrefix("/") { text.removeFirst() }
    if text.hasSuffix("/") { text += "**" }
    choices = Self.expanded(text).map { choice in
      choice.utf8.split(separator: UInt8(ascii: "/")).flatMap { Self.spelledOut(Array($0)) }
    }
  }

  /// A part of a pattern; two where asterisks for folders stand before the rest of a name.
  private static func spelledOut(_ part: [UInt8]) -> [[UInt8]] {
    let stars = part.prefix { $0 == UInt8(ascii: "*") }.count
    guard stars > 1 else { return [part] }
    let folders = Array("**".utf8)
    return stars == part.count ? [folders] : [folders, Array(part[(stars - 1)...])]
  }

  /// A path in parts, to be asked for by several patterns.
  static func parts(of path: String) -> [[UInt8]] {
    path.lowercased().utf8.split(separator: UInt8(ascii: "/")).map(Array.init)
  }

  /// Whether a path is meant, which ``parts(of:)`` made.
  func matches(_ path: [[UInt8]]) -> Bool {
    choices.contains { Self.matches($0, path) }
  }

  /// Matches parts, going back to the last `**` where the rest doesn't fit.
  private static func matches(_ pattern: [[UInt8]], _ path: [[UInt8]]) -> Bool {
    var (here, there) = (0, 0)
    var retry: (pattern: Int, path: Int)?
    while there < path.count {
      if here < pattern.count, pattern[here].elementsEqual("**".utf8) {
        here += 1
        retry = (here, there)
      } else if here < pattern.count, matches(pattern[here][...], path[there][...]) {
        (here, there) = (here + 1, there + 1)
      } else if let last = retry {
        retry = (last.pattern, last.path + 1)
        (here, there) = (last.pattern, last.path + 1)
      } else {
        return false
      }
    }
    return here == pattern.count
  }

  /// Matches one part, going back to the last `*` where the rest doesn't fit.
  private static func matches(_ pattern: ArraySlice<UInt8>, _ part: ArraySlice<UInt8>) -> Bool {
    let star = UInt8(ascii: "*")
    if part.first == UInt8(ascii: "."), pattern.first == star || pattern.first == UInt8(ascii: "?")
    {
      return false
    }
    var (here, there) = (pattern.startIndex, part.startIndex)
    var retry: (pattern: Int, part: Int)?
    while there < part.endIndex {
      if here < pattern.endIndex, pattern[here] == star {
        retry = (here + 1, there)
        here += 1
      } else if here < pattern.endIndex,
        let next = end(of: pattern[here...], taking: part[there])
      {
        (here, there) = (next, there + 1)
      } else if let last = retry {
        retry = (last.pattern, last.part + 1)
        (here, there) = (last.pattern, last.part + 1)
      } else {
        return false
      }
    }
    return pattern[here...].allSatisfy { $0 == star }
  }

  /// Where a pattern goes on behind its first character, question mark or bracket, if that takes a
  /// byte; a bracket that nothing closes is a character.
  private static func end(of pattern: ArraySlice<UInt8>, taking byte: UInt8) -> Int? {
    let start = pattern.startIndex
    guard pattern[start] == UInt8(ascii: "["),
      let close = pattern.dropFirst(2).firstIndex(of: UInt8(ascii: "]"))
    else {
      let fits = pattern[start] == byte || pattern[start] == UInt8(ascii: "?")
      return fits ? start + 1 : nil
    }
    var members = pattern[(start + 1)..<close]
    let isNegated = "!^".utf8.contains(members[start + 1])
    if isNegated { members = members.dropFirst() }
    var isMember = false
    while let first = members.popFirst() {
      var last = first
      if members.count > 1, members.first == UInt8(ascii: "-") {
        last = members[members.startIndex + 1]
        members = members.dropFirst(2)
      }
      isMember = isMember || (first <= byte && byte <= last)
    }
    return isMember != isNegated ? close + 1 : nil
  }

  /// The texts that braces stand for.
  private static func expanded(_ pattern: String) -> [String] {
    var done: [String] = []
    var open = [pattern]
    while let text = open.popLast(), done.count + open.count < choiceLimit {
      guard let close = text.firstIndex(of: "}"),
        let brace = text[..<close].lastIndex(of: "{")
      else {
        done.append(text)
        continue
      }
      let words = text[text.index(after: brace)..<close].split(
        separator: ",", omittingEmptySubsequences: false)
      open += words.map { word in
        String(text[..<brace]) + String(word) + String(text[text.index(after: close)...])
      }
    }
    return done
  }
}
