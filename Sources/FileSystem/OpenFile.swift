import Glibc

/// An open file that closes itself.
struct OpenFile: ~Copyable {
  let descriptor: Int32
  let path: String

  /// Opens `path`; `described` names it in errors.
  init(
    _ path: String, flags: Int32, operation: String, described: String? = nil
  ) throws(FileError) {
    descriptor = unsafe openat(AT_FDCWD, path, flags | O_CLOEXEC, 0o644)
    self.path = described ?? path
    if descriptor < 0 { throw FileError(operation, self.path) }
  }

  /// Opens a file for reading that must be one: opening a pipe would wait for its other end.
  static func regular(_ path: String, flags: Int32 = 0) throws(FileError) -> OpenFile {
    let file = try OpenFile(path, flags: O_RDONLY | O_NONBLOCK | flags, operation: "read")
    let status = try file.status()
    guard status.isRegularFile else {
      throw FileError("read", path, code: status.isFolder ? EISDIR : FileError.noFile)
    }
    return file
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The state of the file, its length in bytes for instance.
  func status() throws(FileError) -> stat {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw FileError("read", path) }
    return status
  }

  /// Everything from the current position to the end.
  ///
  /// `limit` is the largest length accepted, in bytes; a longer file fails with `EFBIG`.
  func readAll(limit: Int) throws(FileError) -> [UInt8] {
    let status = try status()
    guard !status.isFolder else { throw FileError("read", path, code: EISDIR) }
    guard status.st_size <= limit else { throw FileError("read", path, code: EFBIG) }
    // A pipe or a file in /proc has no length; a growing file has a wrong one.
    var bytes: [UInt8] = []
    var capacity = max(Int(status.st_size) + 1, 4096)
    var total = 0
    while true {
      if total > limit { throw FileError("read", path, code: EFBIG) }
      var part = 0
      let room = capacity - total
      let chunk = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        repeat {
          part = unsafe read(descriptor, buffer.baseAddress, room)
        } while part < 0
          && errno == EINTR
        count = max(part, 0)
      }
      if part < 0 { throw FileError("read", path) }
      if part == 0 { return bytes }
      total += part
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      if total == capacity { capacity *= 2 }
    }
  }

  /// The next `count` bytes, fewer only at the end of the file.
  func readBlock(count: Int) throws(FileError) -> [UInt8] {
    var isRefused = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let part = unsafe read(
          descriptor, buffer.baseAddress?.advanced(by: filled), count - filled)
        if part < 0, errno == EINTR { continue }
        isRefused = part < 0
        guard part > 0 else { return }
        filled += part
      }
    }
    if isRefused { throw FileError("read", path) }
    return bytes
  }

  /// Writes all of `bytes` at the current position.
  func writeAll(_ bytes: [UInt8]) throws(FileError) {
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe write(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileError("write", path)
      }
      start += count
    }
  }
}
