import Digests
import Glibc
public import Model
import Synchronization

/// Reads records again where they stand, to tell the digests of their bytes.
///
/// Digests are made for the records that a report lists, not for the millions that it counts. Files
/// that are compressed are kept uncompressed from the first question on.
@safe public final class RecordDigests: Sendable {
  private enum Source: Sendable {
    case file(Int32)
    case bytes([UInt8])
    case unreadable
  }

  private let paths: [String: String]
  private let sources = Mutex<[String: Source]>([:])

  /// Digests of records in files, whose paths are given by the paths that pointers have.
  public init(_ paths: [String: String]) { self.paths = paths }

  deinit {
    sources.withLock { sources in
      for case .file(let descriptor) in sources.values { close(descriptor) }
    }
  }

  /// SHA-256 of the bytes of a record; `nil` if they can't be read any more.
  public func digest(of pointer: RecordPointer) -> String? {
    guard let path = paths[pointer.path], path != "-", pointer.length > 0, pointer.offset >= 0
    else { return nil }
    let source = sources.withLock { sources -> Source in
      if let known = sources[path] { return known }
      let opened = Self.open(path)
      sources[path] = opened
      return opened
    }
    switch source {
    case .file(let descriptor):
      let bytes = Self.read(descriptor, offset: pointer.offset, length: pointer.length)
      return bytes.count == pointer.length ? Digests.sha256(bytes) : nil
    case .bytes(let bytes):
      let end = pointer.offset + pointer.length
      return end <= bytes.count ? Digests.sha256(Array(bytes[pointer.offset..<end])) : nil
    case .unreadable: return nil
    }
  }

  private static func open(_ path: String) -> Source {
    // A pipe that gave the snapshot has nothing more, and to open it again might wait for ever.
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return .unreadable }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      return .unreadable
    }
    guard Compression(read(descriptor, offset: 0, length: 4)[...]) != .none else {
      return .file(descriptor)
    }
    close(descriptor)
    guard let file = try? WholeFile(path) else { return .unreadable }
    return .bytes(file.bytes)
  }

  /// As many bytes as there are, at most `length`.
  private static func read(_ descriptor: Int32, offset: Int, length: Int) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: length) { target, count in
      while count < length {
        let room = unsafe UnsafeMutableBufferPointer(rebasing: target[count...])
        let step = unsafe pread(descriptor, room.baseAddress, room.count, off_t(offset + count))
        if step < 0, errno == EINTR { continue }
        guard step > 0 else { break }
        count += step
      }
    }
  }
}
