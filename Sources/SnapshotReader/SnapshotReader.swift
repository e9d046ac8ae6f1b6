public import Concurrency
import Digests
import FileSystem
package import Model
import Synchronization

/// Reads snapshots.
public enum SnapshotReader {
  /// Reads a snapshot from a JSON file, or from a folder with `manifest.json` and a file of records,
  /// one in each line, for each section (`exports.ndjson`).
  ///
  /// Each file may be compressed with gzip or Zstandard. Sections' files are read in blocks, so that
  /// memory holds the snapshot, not the files.
  ///
  /// - Parameters:
  ///   - path: The file or folder; `-` is standard input.
  ///   - limits: What is refused as too large.
  ///   - width: How many threads read; the result doesn't depend on it.
  /// - Returns: The snapshot, or the reasons why there is none.
  public static func read(
    _ path: String, limits: ReadLimits = ReadLimits(), width: Int = availableProcessorCount()
  ) -> ReadResult {
    do throws(InputProblem) {
      if path != "-", Files.isFolder(path) {
        return try SnapshotFolder(path).read(limits, width)
      }
      let document = try DocumentInput(path, limits)
      return read(document, .schema, [], limits, width)
    } catch {
      return ReadResult(snapshot: nil, diagnostics: [error.diagnostic])
    }
  }

  /// Reads a piece of a snapshot, such as the example of a rule: a document with only the sections
  /// that matter, which needs no `schema`.
  package static func read(fragment: String, path: String = "fragment.json") -> ReadResult {
    let bytes = Array(fragment.utf8)
    let file = Snapshot.InputFile(
      path: path, sha256: Digests.sha256(bytes), byteCount: bytes.count)
    return read(DocumentInput(bytes: bytes, file: file), .nothing, [], ReadLimits(), 1)
  }

  /// The snapshot of a fragment, as ``read(fragment:path:)`` reads it.
  ///
  /// - Throws: The diagnostics, if the fragment can't be used.
  package static func snapshot(fromFragment fragment: String) throws(UnusableFragment) -> Snapshot {
    let result = read(fragment: fragment)
    guard let snapshot = result.snapshot else {
      throw UnusableFragment(diagnostics: result.diagnostics)
    }
    return snapshot
  }

  /// Reads a document and the files of sections beside it.
  static func read(
    _ document: DocumentInput, _ requirement: DocumentSplitter.Requirement,
    _ sectionFiles: [BlockQueue.SectionFile], _ limits: ReadLimits, _ width: Int,
    _ earlier: Problems = Problems()
  ) -> ReadResult {
    var assembly = SnapshotAssembly()
    assembly.add(earlier)
    let blocks = document.bytes.withView { view in
      var splitter = DocumentSplitter(document.bytes, view, path: document.file.path, file: 0)
      splitter.split(requirement)
      assembly.add(splitter)
      return splitter.blocks
    }
    for file in sectionFiles { assembly.note(file) }
    if requirement == .schema { assembly.requireSections(document.file.path) }
    let queue = Mutex(BlockQueue(blocks, sectionFiles, limits))
    let shared = Mutex(assembly)
    BlockPipeline(width: max(width, 1)).run(queue, shared)
    return shared.withLock { assembly in
      let files = queue.withLock { queue in
        assembly.add(queue.problems)
        return queue.files
      }
      return assembly.finish([document.file] + files)
    }
  }
}

/// Why a piece of a snapshot can't be used.
package struct UnusableFragment: Error, CustomStringConvertible {
  /// The problems, errors among them.
  package let diagnostics: [Diagnostic]

  /// The problems, one in each line.
  package var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
