import Model

/// A file that was read.
struct ImportSource: Sendable {
  /// The path as the user wrote it.
  let name: String
  /// The kind as `collection.sources` calls it.
  var kind: SourceKind
  /// SHA-256 of the file as stored, in hexadecimal.
  let sha256: String
  /// What it holds of each section.
  var contributions: [Section: Contribution] = [:]
  private let lineStarts: [Int]

  /// What a source holds of a section.
  struct Contribution: Sendable {
    /// How many records.
    var recordCount = 0
    /// Whether the source says `null`: somebody looked, and there is nothing to list.
    var isNull = false
    /// The period that the source covers.
    var window: ClosedRange<Instant>?
  }

  init(name: String, kind: SourceKind, sha256: String, bytes: [UInt8]) {
    self.name = name
    self.kind = kind
    self.sha256 = sha256
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
    lineStarts = starts
  }

  /// The place of a byte.
  func location(_ offset: Int) -> SourceLocation {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return SourceLocation(path: name, line: low + 1, column: offset - lineStarts[low] + 1)
  }

  /// Widens the period that the source covers for a section.
  mutating func cover(_ section: Section, _ time: Instant) {
    let window = contributions[section]?.window
    let start = min(window?.lowerBound ?? time, time)
    let end = max(window?.upperBound ?? time, time)
    contributions[section, default: Contribution()].window = start...end
  }
}
