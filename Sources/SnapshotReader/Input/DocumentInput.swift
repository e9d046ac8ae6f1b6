import Model

/// A document read as a whole.
struct DocumentInput: Sendable {
  let bytes: [UInt8]
  let file: Snapshot.InputFile

  init(bytes: [UInt8], file: Snapshot.InputFile) {
    self.bytes = bytes
    self.file = file
  }

  /// Reads a document; one that the user named may come from a pipe.
  ///
  /// - Throws: Why the file can't be read, `snapshot.limit` if it is too long.
  init(_ path: String, _ limits: ReadLimits, isNamed: Bool = true) throws(InputProblem) {
    var stored = try StoredFile.open(path, limits, isNamed: isNamed)
    var parts: [[UInt8]] = []
    var count = 0
    var size = min(max(stored.storedLength + 1, 64 << 10), limits.documentBytes + 1)
    while true {
      let part = try stored.readPart(size)
      count += part.count
      guard count <= limits.documentBytes else {
        throw InputProblem(
          "snapshot.limit", path, "longer than \(limits.documentBytes) bytes",
          "use a folder with manifest.json and a file for each section")
      }
      let isLast = part.count < size
      parts.append(part)
      if isLast { break }
      size = max(size, 1 << 20)
    }
    bytes = parts.count == 1 ? parts[0] : Array(parts.joined())
    file = stored.finish(nil)
  }
}

extension StoredFile {
  /// The bytes that were read before, and behind them the next: `size` of them, or fewer at the end.
  mutating func readPart(
    _ size: Int, after earlier: [UInt8] = []
  ) throws(InputProblem) -> [UInt8] {
    var problem: InputProblem?
    let length = earlier.count + size
    let part = unsafe [UInt8](unsafeUninitializedCapacity: length) { target, count in
      _ = unsafe target.update(fromContentsOf: earlier)
      do throws(InputProblem) {
        let room = unsafe UnsafeMutableBufferPointer(rebasing: target[earlier.count..<length])
        count = unsafe try earlier.count + read(into: room)
      } catch {
        problem = error
        count = 0
      }
    }
    if let problem { throw problem }
    return part
  }
}
