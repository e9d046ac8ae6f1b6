import Concurrency
import Synchronization

/// Reads blocks on several threads and adds them to a snapshot in the order of the input.
///
/// Each thread takes what comes next: adding what was read, reading what was loaded, or loading more.
/// What a block gives doesn't depend on the blocks around it, and blocks are added in their order, so
/// the number of threads can't be seen in the result.
struct BlockPipeline {
  /// Inputs with fewer bytes are not worth a thread.
  private static let smallInput = 128 << 10

  let width: Int

  /// Reads all blocks of a queue.
  func run(_ queue: borrowing Mutex<BlockQueue>, _ assembly: borrowing Mutex<SnapshotAssembly>) {
    var line = BlockLine()
    line.load(queue.withLock { $0.next(BlockLine.loadCount) })
    let isSmall = line.isAtEnd && line.byteCount < Self.smallInput
    let monitor = Monitor(line)
    if isSmall || width == 1 {
      work(monitor, queue, assembly)
    } else {
      (0..<width).concurrentForEach(width: width) { _ in work(monitor, queue, assembly) }
    }
  }

  private func work(
    _ monitor: Monitor<BlockLine>, _ queue: borrowing Mutex<BlockQueue>,
    _ assembly: borrowing Mutex<SnapshotAssembly>
  ) {
    while true {
      switch monitor.wait({ $0.next() }) {
      case .stop: return
      case .load:
        let blocks = queue.withLock { $0.next(BlockLine.loadCount) }
        monitor.change { $0.load(blocks) }
      case .read(let number, let block):
        let rows = block.read()
        monitor.change { $0.finish(rows, number) }
      case .add(let parts):
        assembly.withLock { assembly in
          for rows in parts { assembly.add(rows) }
        }
        monitor.change { $0.added(parts.count) }
      }
    }
  }
}

/// The blocks under way, and what is to be done next.
private struct BlockLine: Sendable {
  /// How many blocks are loaded at a time: fewer than this are the last.
  static let loadCount = 4
  /// How many blocks may be under way.
  private static let limit = 20

  enum Job: Sendable {
    case load
    case read(Int, Block)
    case add([BlockRows])
    case stop
  }

  private(set) var isAtEnd = false
  /// Loaded blocks that nobody reads yet, the next one last.
  private var waiting: [(number: Int, block: Block)] = []
  private var finished: [Int: BlockRows] = [:]
  private var loadedCount = 0
  private var addedCount = 0
  private var isLoading = false
  private var isAdding = false

  /// How many bytes are loaded.
  var byteCount: Int { waiting.reduce(0) { $0 + $1.block.recordBytes } }

  /// What a thread can do; `nil`: nothing as long as the others are at work.
  mutating func next() -> Job? {
    if !isAdding, finished[addedCount] != nil {
      isAdding = true
      var parts: [BlockRows] = []
      while let rows = finished.removeValue(forKey: addedCount + parts.count) {
        parts.append(rows)
      }
      return .add(parts)
    }
    let isScarce = waiting.count < Self.loadCount
    let hasRoom = loadedCount - addedCount + Self.loadCount <= Self.limit
    if isScarce, hasRoom, !isLoading, !isAtEnd {
      isLoading = true
      return .load
    }
    if let next = waiting.popLast() { return .read(next.number, next.block) }
    return isAtEnd && addedCount == loadedCount ? .stop : nil
  }

  mutating func load(_ blocks: [Block]) {
    isLoading = false
    isAtEnd = blocks.count < Self.loadCount
    let numbered = blocks.enumerated().map { (number: loadedCount + $0.offset, block: $0.element) }
    waiting.insert(contentsOf: numbered.reversed(), at: 0)
    loadedCount += blocks.count
  }

  mutating func finish(_ rows: BlockRows, _ number: Int) { finished[number] = rows }

  mutating func added(_ count: Int) {
    isAdding = false
    addedCount += count
  }
}
