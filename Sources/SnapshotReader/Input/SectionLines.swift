import Model

/// The lines of one section's file, in blocks.
struct SectionLines: ~Copyable {
  /// How many bytes are read for a block.
  static let blockBytes = 256 << 10

  private let section: Section
  private let file: Int
  private let limits: ReadLimits
  private var stored: StoredFile
  private var carry: [UInt8] = []
  private var offset = 0
  private var isAtEnd = false

  /// Opens the file of a section.
  init(
    _ section: Section, _ path: String, file: Int, _ limits: ReadLimits
  ) throws(InputProblem) {
    self.section = section
    self.file = file
    self.limits = limits
    stored = try StoredFile.open(path, limits, isNamed: false)
  }

  /// The next whole lines; `nil` at the end of the file.
  mutating func next() throws(InputProblem) -> Block? {
    var bytes = carry
    carry = []
    while !isAtEnd {
      let count = bytes.count
      bytes = try stored.readPart(Self.blockBytes, after: bytes)
      isAtEnd = bytes.count - count < Self.blockBytes
      guard stored.producedCount <= limits.sectionBytes else {
        throw InputProblem(
          "snapshot.limit", stored.path, "longer than \(limits.sectionBytes) bytes")
      }
      if isAtEnd { break }
      if let newline = bytes.lastIndex(of: 0x0A) {
        carry = Array(bytes[(newline + 1)...])
        bytes.removeLast(bytes.count - newline - 1)
        break
      }
      guard bytes.count <= limits.recordBytes else {
        throw InputProblem(
          "snapshot.limit", stored.path,
          "a line longer than \(limits.recordBytes) bytes, from byte \(offset) on")
      }
    }
    guard !bytes.isEmpty else { return nil }
    if offset == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      // A byte order mark says nothing here; spaces in its place keep the columns right.
      for index in 0..<3 { bytes[index] = 0x20 }
    }
    defer { offset += bytes.count }
    return Block(
      section: section, path: stored.path, file: file, bytes: bytes, layout: .lines,
      offset: offset, line: 1, expectedBytes: stored.expectedLength)
  }

  /// What the snapshot says of the file, once it is read to its end.
  consuming func finish() -> Snapshot.InputFile { stored.finish(section) }
}
