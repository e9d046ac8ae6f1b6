internal import CMarkGuard

/// What one document may cost, counted in bytes and markers.
///
/// Nothing is timed: whether a document is refused doesn't depend on how busy the machine is.
public struct MarkdownLimits: Hashable, Sendable {
  /// The longest document, in bytes.
  public var inputBytes = 8 << 20
  /// Memory that any document may take while it is parsed, in bytes.
  public var memoryBase = 16 << 20
  /// Memory that each byte of the document adds to that.
  ///
  /// Published pages take 10 to 30 bytes.
  public var memoryPerByte = 400
  /// The most memory for any document, in bytes.
  public var memoryMost = 256 << 20
  /// Container markers (`>`, `-`, `1.`) at the start of one line.
  public var lineMarkers = 200
  /// Brackets, declarations or closing parentheses in one block; a quarter of it is the limit on
  /// the columns of a table.
  public var blockOpeners = 20_000
  /// Nodes inside each other.
  public var depth = 200

  /// The limits that fit honest pages many times over.
  public static let standard = MarkdownLimits()

  /// Makes the standard limits, to be changed.
  public init() {}

  var guardLimits: cmark_guard_limits {
    cmark_guard_limits(
      input_bytes: inputBytes, memory_base: memoryBase, memory_per_byte: memoryPerByte,
      memory_most: memoryMost,
      line_markers: UInt32(clamping: lineMarkers), block_openers: UInt32(clamping: blockOpeners),
      depth: UInt32(clamping: depth))
  }
}

/// Why a document was not parsed.
public enum MarkdownRefusal: Error, Hashable, Sendable {
  /// It is longer than the limit.
  case tooLong
  /// Parsing would take more memory than the limit.
  case tooMuchMemory
  /// It has more markers on a line, or in a block, than the limit.
  case tooManyMarkers
  /// Its nodes are nested deeper than the limit.
  case tooDeep

  init?(_ outcome: cmark_guard_outcome) {
    switch outcome {
    case CMARK_GUARD_PARSED: return nil
    case CMARK_GUARD_TOO_LONG: self = .tooLong
    case CMARK_GUARD_TOO_MANY_MARKERS: self = .tooManyMarkers
    case CMARK_GUARD_TOO_DEEP: self = .tooDeep
    default: self = .tooMuchMemory
    }
  }
}

extension MarkdownRefusal: CustomStringConvertible {
  /// What is wrong with the document, as part of a sentence.
  public var description: String {
    switch self {
    case .tooLong: "the page is too long"
    case .tooMuchMemory: "the page takes too much memory to parse, most likely for a huge table"
    case .tooManyMarkers: "a line or block has too many quote marks, list markers or brackets"
    case .tooDeep: "quotations, lists or emphasis are nested too deeply"
    }
  }
}
