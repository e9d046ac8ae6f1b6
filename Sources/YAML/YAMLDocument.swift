public import Model

/// One YAML document.
public struct YAMLDocument: Hashable, Sendable {
  /// The value of the document; `nil` if there is none, as in an empty file.
  public var root: YAMLNode?
  /// Problems that didn't keep it from being read, such as duplicate keys.
  public var diagnostics: [Diagnostic]

  /// Reads a file of one document.
  ///
  /// - Parameters:
  ///   - bytes: The text, UTF-8, with or without a byte order mark.
  ///   - path: What the file is called in places.
  ///   - limits: How much it may demand.
  /// - Throws: If it isn't YAML or goes beyond a limit.
  public init(
    parsing bytes: [UInt8], path: String, limits: YAMLLimits = YAMLLimits()
  ) throws(YAMLError) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    try self.init(parsing: bytes, from: start, firstLine: 1, path: path, limits: limits)
  }

  /// Reads what begins at the offset `start` of a file, which is the beginning of a line.
  init(
    parsing bytes: [UInt8], from start: Int, firstLine: Int, path: String, limits: YAMLLimits
  ) throws(YAMLError) {
    guard bytes.count - start <= limits.byteCount else {
      throw YAMLError(
        .limit, "longer than \(limits.byteCount) bytes",
        at: SourceLocation(path: path, line: firstLine))
    }
    let events = YAMLEvents(bytes, from: start, firstLine: firstLine, path: path)
    var builder = YAMLBuilder(events: events, limits: limits)
    root = try builder.document()
    diagnostics = builder.diagnostics
  }
}
