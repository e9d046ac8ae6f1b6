public import Concurrency
import Digests
import FileSystem
package import Model

/// Reads snapshots.
public enum SnapshotReader {
  /// Reads a snapshot from a JSON file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - limits: What is refused as too large.
  ///   - width: How many threads read; the result doesn't depend on it.
  /// - Returns: The snapshot, or the reasons why there is none.
  public static func read(
    _ path: String, limits: ReadLimits = ReadLimits(), width: Int = availableProcessorCount()
  ) -> ReadResult {
    do throws(FileError) {
      let bytes = try Files.read(path, limit: limits.documentBytes)
      let file = Snapshot.InputFile(
        path: path, sha256: Digests.sha256(bytes), byteCount: bytes.count)
      return readDocument(bytes, file, .schema, limits, width)
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
    return readDocument(bytes, file, .nothing, ReadLimits(), 1)
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

  private static func readDocument(
    _ bytes: [UInt8], _ file: Snapshot.InputFile, _ requirement: DocumentSplitter.Requirement,
    _ limits: ReadLimits, _ width: Int
  ) -> ReadResult {
    var assembly = SnapshotAssembly()
    let blocks = bytes.withView { view in
      var splitter = DocumentSplitter(bytes, view, path: file.path, file: 0)
      splitter.split(requirement)
      for (section, state) in splitter.states { assembly.note(section, state) }
      assembly.add(splitter.problems)
      assembly.add(unknownValues: splitter.unknownValues, texts: splitter.unknownTexts)
      return splitter.blocks
    }
    for block in blocks { assembly.add(block.read(limits)) }
    return assembly.finish([file])
  }
}

/// Why a piece of a snapshot can't be used.
package struct UnusableFragment: Error, CustomStringConvertible {
  /// The problems, errors among them.
  package let diagnostics: [Diagnostic]

  /// The problems, one in each line.
  package var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
