import Model

/// The blocks of an input, one after the other: those of its document first, then those of the
/// sections' files.
struct BlockQueue: ~Copyable {
  /// A file that holds one section.
  struct SectionFile: Sendable {
    let section: Section
    let path: String
    /// Position in the snapshot's list of files.
    let file: Int
  }

  /// The files that were read to their end or as far as possible.
  private(set) var files: [Snapshot.InputFile] = []
  /// Why files could not be read.
  private(set) var problems = Problems()

  private let limits: ReadLimits
  private var blocks: ArraySlice<Block>
  private var sectionFiles: ArraySlice<SectionFile>
  private var lines: SectionLines?

  init(_ blocks: [Block], _ sectionFiles: [SectionFile], _ limits: ReadLimits) {
    self.blocks = blocks[...]
    self.sectionFiles = sectionFiles[...]
    self.limits = limits
  }

  /// The next blocks: fewer than `count` only at the end.
  mutating func next(_ count: Int) -> [Block] {
    var next: [Block] = []
    while next.count < count {
      if let block = blocks.popFirst() {
        next.append(block)
      } else if let block = nextFromFiles() {
        next.append(block)
      } else {
        break
      }
    }
    return next
  }

  private mutating func nextFromFiles() -> Block? {
    while true {
      do throws(InputProblem) {
        if var open = lines.take() {
          if let block = try open.next() {
            lines = consume open
            return block
          }
          files.append(open.finish())
        }
        guard let file = sectionFiles.popFirst() else { return nil }
        lines = try SectionLines(file.section, file.path, file: file.file, limits)
      } catch {
        problems.add(error.diagnostic)
      }
    }
  }
}
