import Concurrency
import Model
import Synchronization

/// Reads blocks on several threads and adds them to a snapshot in the order of the input.
///
/// Work goes in waves: while the blocks of one wave are read, those of the wave before are added
/// and those of the next are loaded. What a block gives doesn't depend on the blocks around it, so
/// the number of threads can't be seen in the result.
struct BlockPipeline {
  /// How many blocks a wave has.
  private static let waveCount = 8
  /// Waves with fewer bytes are not worth a thread.
  private static let smallWave = 128 << 10

  private enum Job: Sendable {
    case add([BlockRows])
    case load
    case read(Block)
  }

  private enum Outcome: Sendable {
    case added
    case loaded([Block])
    case rows(BlockRows)
  }

  let width: Int

  /// Reads all blocks of a queue.
  func run(_ queue: borrowing Mutex<BlockQueue>, _ assembly: borrowing Mutex<SnapshotAssembly>) {
    var wave = queue.withLock { $0.next(Self.waveCount) }
    var finished: [BlockRows] = []
    while !wave.isEmpty || !finished.isEmpty {
      let size = wave.reduce(0) { $0 + $1.recordBytes }
      let isSmall = size < Self.smallWave
      let jobs = [.add(finished), .load] + wave.map(Job.read)
      finished = []
      wave = []
      let outcomes =
        width == 1 || isSmall
        ? jobs.map { perform($0, queue, assembly) }
        : jobs.concurrentMap(width: width) { perform($0, queue, assembly) }
      for outcome in outcomes {
        switch outcome {
        case .added: break
        case .loaded(let blocks): wave = blocks
        case .rows(let rows): finished.append(rows)
        }
      }
    }
  }

  private func perform(
    _ job: Job, _ queue: borrowing Mutex<BlockQueue>,
    _ assembly: borrowing Mutex<SnapshotAssembly>
  ) -> Outcome {
    switch job {
    case .add(let parts):
      assembly.withLock { assembly in
        for rows in parts { assembly.add(rows) }
      }
      return .added
    case .load: return .loaded(queue.withLock { $0.next(Self.waveCount) })
    case .read(let block): return .rows(block.read())
    }
  }
}
