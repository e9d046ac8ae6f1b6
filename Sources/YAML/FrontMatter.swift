public import Model

/// The metadata at the beginning of a page, and where the page's body begins.
public struct FrontMatter: Hashable, Sendable {
  /// The pairs in the order in which they were written, each key once.
  public var entries: [YAMLEntry] = []
  /// The offset of the body's first byte.
  ///
  /// A byte order mark belongs to neither part.
  public var bodyOffset = 0
  /// The line in which the body begins, counted from 1.
  public var bodyLine = 1
  /// What is wrong with the metadata; the body is usable whatever stands here.
  public var diagnostics: [Diagnostic] = []

  /// Reads the metadata of a page, in time linear in the metadata's length.
  ///
  /// Metadata stands between a first line `---` and a line `---` or `...`. A page without them is
  /// all body. Broken metadata is a diagnostic; the lines of the form `key: value` still count, so
  /// that the page keeps its title.
  ///
  /// - Parameters:
  ///   - bytes: The whole page.
  ///   - path: What the page is called in places.
  /// - Returns: The metadata and where the body begins.
  public static func parse(_ bytes: [UInt8], path: String) -> FrontMatter {
    var result = FrontMatter()
    result.bodyOffset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let fences = Fences(in: bytes, from: result.bodyOffset) else { return result }
    guard let end = fences.end else {
      if fences.looksLikeMetadata {
        result.diagnostics.report(
          .error, "front-matter.unclosed", at: SourceLocation(path: path, line: 1, column: 1),
          "the front matter that begins here has no closing '---'")
      }
      return result
    }
    result.bodyOffset = end.bodyOffset
    result.bodyLine = end.bodyLine
    var lines = LineMetadata(bytes, fences.start..<end.offset, firstLine: 2, path: path)
    lines.parse()
    if lines.isComplete {
      result.entries = lines.entries
      result.diagnostics = lines.diagnostics
    } else {
      result.parse(Array(bytes[..<end.offset]), from: fences.start, path: path, fallback: lines)
    }
    return result
  }

  /// How many values are put into quotation marks at most.
  private static let mostQuoted = 20

  /// Reads the metadata with libyaml.
  ///
  /// A colon and a blank in a value make YAML take it for a mapping, which ends everything; tools write
  /// such values, so they are read as texts, with a warning each.
  private mutating func parse(
    _ bytes: [UInt8], from start: Int, path: String, fallback: LineMetadata
  ) {
    var bytes = bytes
    var warnings: [Diagnostic] = []
    while true {
      do throws(YAMLError) {
        let document = try YAMLDocument(
          parsing: bytes, from: start, firstLine: 2, path: path,
          limits: YAMLLimits(byteCount: 1 << 20, depth: 32, nodeCount: 50_000))
        entries = document.root?.mapping ?? []
        diagnostics = warnings + document.diagnostics
        if let root = document.root, root.mapping == nil, !root.isNull {
          diagnostics.report(
            .error, "front-matter.shape", at: root.location,
            "front matter must be pairs of the form 'key: value'")
        }
        return
      } catch {
        let line = error.diagnostic.location.line
        guard warnings.count < Self.mostQuoted,
          let quoted = Self.quotingValue(of: line, in: bytes, from: start)
        else {
          entries = fallback.entries
          diagnostics = fallback.diagnostics + [error.diagnostic]
          return
        }
        bytes = quoted
        warnings.report(
          .warning, "front-matter.colon", at: error.diagnostic.location,
          "the value has a colon and a blank in it, so it isn't YAML; it is read as a text",
          suggestion: "put it into quotation marks")
      }
    }
  }

  /// The bytes with quotation marks around the value of a line `key: one: two`; `nil` where the line is
  /// something else.
  private static func quotingValue(
    of number: Int, in bytes: [UInt8], from start: Int
  ) -> [UInt8]? {
    let lines = bytes[start...].split(separator: 10, omittingEmptySubsequences: false)
    guard lines.indices.contains(number - 2) else { return nil }
    var line = lines[number - 2]
    if line.last == 13 { line = line.dropLast() }
    let key = line.prefix {
      $0 > 32 && $0 != 58 && !"\"'{}[]&*#?|>-!%@`".utf8.contains($0) || $0 == 45
    }
    guard let first = key.first, first != 45,
      line[key.endIndex...].starts(with: ": ".utf8)
    else { return nil }
    let value = line[(key.endIndex + 2)...].drop { $0 == 32 }
    guard let mark = value.first, !"\"'{}[]&*#?|>-!%@`".utf8.contains(mark) else { return nil }
    let text = Array(value)
    guard zip(text, text.dropFirst()).contains(where: { $0 == 58 && $1 == 32 }) else { return nil }
    var quoted: [UInt8] = [39]
    for byte in text { quoted += byte == 39 ? [39, 39] : [byte] }
    return bytes[..<value.startIndex] + quoted + [39] + bytes[value.endIndex...]
  }

  /// The value of a key; `nil` where there is none.
  ///
  /// Linear in the number of pairs.
  public subscript(key: String) -> YAMLNode? { entries.first { $0.key == key }?.value }

  /// The text of a key; `nil` where there is none, or where it is a list or a mapping.
  public func string(_ key: String) -> String? { self[key]?.string }
}
