public import Model

/// An exceptions file that was read and found to be in order.
public struct ExceptionFile: Sendable {
  /// The file as the report names it.
  public private(set) var path: String
  /// SHA-256 of the file.
  public let sha256: String
  /// The zone whose days count, by its IANA name.
  public let timeZone: String
  /// How many subjects a pattern may match before it is called too broad.
  public let broadAbove: Int
  let days: ZonedDays
  let entries: [Entry]

  /// An exception with what it names.
  struct Entry: Sendable {
    let exception: GrantedException
    let rules: RuleSelection
    let subjects: SubjectPattern
  }

  /// The exceptions, in the order of the file.
  public var exceptions: [GrantedException] { entries.map(\.exception) }

  /// The same file as the report names it; places keep the path that it was read with.
  public func renamed(_ path: String) -> ExceptionFile {
    var file = self
    file.path = path
    return file
  }

  /// Reads an exceptions file.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - path: What it is called in places.
  ///   - further: Rules besides the shipped ones that exceptions may name.
  /// - Returns: The file, unless anything is wrong with it; every problem of it.
  public static func read(
    _ bytes: [UInt8], path: String, further: [RuleDescription] = []
  ) -> (file: ExceptionFile?, problems: [Diagnostic]) {
    var reader = ExceptionFileReader(path: path, further: further)
    let file = reader.read(bytes)
    return (reader.problems.isEmpty ? file : nil, reader.problems.sorted())
  }
}
