import Digests
import FileSystem
import Glibc
import Model

/// Why an input file can't be read further.
struct InputProblem: Error {
  let diagnostic: Diagnostic

  init(_ error: FileError) { diagnostic = error.diagnostic }

  init(_ code: String, _ path: String, _ message: String, _ suggestion: String? = nil) {
    diagnostic = Diagnostic(
      .error, code, at: SourceLocation(path: path), message, suggestion: suggestion)
  }
}

/// The bytes of an input file as they are stored, with their digest, and as they were before they
/// were compressed.
@safe struct StoredFile: ~Copyable {
  /// The path for diagnostics; `-` is standard input.
  let path: String
  /// Length of the stored file in bytes; 0 where the system doesn't know it.
  let storedLength: Int
  /// Bytes given so far.
  private(set) var producedCount = 0

  private let descriptor: Descriptor
  private let expansion: Int
  private let compression: Compression
  private var gzip: GzipDecompressor?
  private var zstandard: ZstandardDecompressor?
  private var digest = IncrementalDigest(.sha256)
  private var storedCount: Int
  /// Stored bytes that wait to be decompressed.
  private var buffer: [UInt8]
  private var bufferStart = 0
  private var isAtEndOfFile: Bool
  /// Whether the compressed data may end where it stands now.
  private var mayEnd = true

  private static let bufferSize = 256 << 10

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: The file; `-` is standard input.
  ///   - limits: What is refused as too large.
  ///   - isNamed: Whether the user named it, and it may be a pipe; one that lies in a folder might
  ///     never end.
  /// - Returns: The file, at its beginning.
  /// - Throws: What the system says.
  static func open(
    _ path: String, _ limits: ReadLimits, isNamed: Bool = true
  ) throws(InputProblem) -> StoredFile {
    let descriptor = Descriptor(path, isNamed: isNamed)
    let status = try descriptor.status(path)
    guard isNamed || status.st_mode & S_IFMT == S_IFREG else {
      throw InputProblem(FileError("read", path, code: FileError.noFile))
    }
    let beginning = try descriptor.read(bufferSize, path)
    return StoredFile(path, descriptor, Int(status.st_size), beginning, limits)
  }

  private init(
    _ path: String, _ descriptor: consuming Descriptor, _ length: Int, _ beginning: [UInt8],
    _ limits: ReadLimits
  ) {
    self.path = path
    self.descriptor = descriptor
    storedLength = length
    buffer = beginning
    storedCount = beginning.count
    isAtEndOfFile = beginning.isEmpty
    expansion = limits.expansion
    compression = Compression(beginning[...])
    gzip = compression == .gzip ? GzipDecompressor() : nil
    zstandard = compression == .zstandard ? ZstandardDecompressor() : nil
    digest.update(beginning)
  }

  /// The length of all that the file will give, as far as it can be told.
  var expectedLength: Int? {
    if compression == .none { return storedLength > 0 ? storedLength : nil }
    let consumed = storedCount - (buffer.count - bufferStart)
    guard storedLength > 0, consumed > 0 else { return nil }
    return Int(Double(producedCount) * Double(storedLength) / Double(consumed))
  }

  /// Fills `target` as far as there are bytes.
  ///
  /// - Returns: The number of bytes; less than the room there is only at the end.
  mutating func read(
    into target: UnsafeMutableBufferPointer<UInt8>
  ) throws(InputProblem) -> Int {
    var filled = 0
    while filled < target.count {
      if compression == .none, bufferStart == buffer.count {
        // Stored as it is: no detour through the buffer.
        let room = unsafe UnsafeMutableBufferPointer(rebasing: target[filled...])
        let count = unsafe try descriptor.read(into: room, path)
        guard count > 0 else { break }
        unsafe digest.update(Span(_unsafeElements: UnsafeBufferPointer(rebasing: room[..<count])))
        storedCount += count
        filled += count
        continue
      }
      if bufferStart == buffer.count, !isAtEndOfFile { try fill() }
      let room = unsafe UnsafeMutableBufferPointer(rebasing: target[filled...])
      let step = unsafe advance(into: room)
      if step.isBroken {
        throw InputProblem(
          "snapshot.compression", path, "the compressed data is broken",
          "collect or copy the file again")
      }
      bufferStart += step.consumed
      filled += step.produced
      if step.consumed > 0 || step.produced > 0 { mayEnd = step.isAtEnd }
      if step.produced == 0, step.consumed == 0, isAtEndOfFile, bufferStart == buffer.count {
        if !mayEnd {
          throw InputProblem(
            "snapshot.truncated", path, "the compressed data ends too early",
            "collect or copy the file again")
        }
        break
      }
    }
    producedCount += filled
    if producedCount > 16 << 20, producedCount / max(storedCount, 1) > expansion {
      throw InputProblem(
        "snapshot.limit", path, "every stored byte gives more than \(expansion) bytes",
        "decompress the file first if it is to be trusted")
    }
    return filled
  }

  /// What the snapshot says of the file, once it is read to its end.
  consuming func finish(_ section: Section?) -> Snapshot.InputFile {
    Snapshot.InputFile(
      path: path, sha256: digest.finishAsHexadecimal(), byteCount: storedCount, section: section)
  }

  /// Reads the next stored bytes.
  private mutating func fill() throws(InputProblem) {
    buffer = try descriptor.read(Self.bufferSize, path)
    bufferStart = 0
    isAtEndOfFile = buffer.isEmpty
    storedCount += buffer.count
    digest.update(buffer)
  }

  /// Moves bytes from the buffer to `target`.
  private mutating func advance(
    into target: UnsafeMutableBufferPointer<UInt8>
  ) -> DecompressionStep {
    unsafe buffer.withUnsafeBufferPointer { buffer in
      let input = unsafe UnsafeBufferPointer(rebasing: buffer[bufferStart...])
      if let step = unsafe gzip?.step(input, target) { return step }
      if let step = unsafe zstandard?.step(input, target) { return step }
      let count = min(input.count, target.count)
      _ = unsafe target.update(fromContentsOf: input.prefix(count))
      return DecompressionStep(consumed: count, produced: count, isAtEnd: true)
    }
  }
}

/// An open file that closes itself.
private struct Descriptor: ~Copyable {
  private let number: Int32

  /// Opens a file, where `-` is standard input.
  ///
  /// Only for what the user named is waited.
  init(_ path: String, isNamed: Bool) {
    let flags = O_RDONLY | O_CLOEXEC | (isNamed ? 0 : O_NONBLOCK)
    number = unsafe path == "-" ? dup(0) : Glibc.open(path, flags)
  }

  deinit { if number >= 0 { close(number) } }

  /// The state of the file; a folder is refused.
  func status(_ path: String) throws(InputProblem) -> stat {
    guard number >= 0 else { throw InputProblem(FileError("read", path)) }
    var status = stat()
    guard unsafe fstat(number, &status) == 0 else { throw InputProblem(FileError("read", path)) }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw InputProblem(FileError("read", path, code: EISDIR))
    }
    return status
  }

  /// The next bytes, at most `size`; none at the end of the file.
  func read(_ size: Int, _ path: String) throws(InputProblem) -> [UInt8] {
    var count = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { target, length in
      count = unsafe read(into: target)
      length = max(count, 0)
    }
    guard count >= 0 else { throw InputProblem(FileError("read", path)) }
    return bytes
  }

  /// The next bytes, at most as many as there is room; none at the end of the file.
  func read(
    into target: UnsafeMutableBufferPointer<UInt8>, _ path: String
  ) throws(InputProblem) -> Int {
    let count = unsafe read(into: target)
    guard count >= 0 else { throw InputProblem(FileError("read", path)) }
    return count
  }

  private func read(into target: UnsafeMutableBufferPointer<UInt8>) -> Int {
    while true {
      let count = unsafe Glibc.read(number, target.baseAddress, target.count)
      if count >= 0 || errno != EINTR { return count }
    }
  }
}
