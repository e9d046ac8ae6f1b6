import CZLib
import CZstd

/// How a file is stored, told by its first bytes, not by its name.
enum Compression {
  case none, gzip, zstandard

  /// Tells the compression from the beginning of a file.
  init(_ beginning: ArraySlice<UInt8>) {
    if beginning.starts(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if beginning.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
      self = .zstandard
    } else {
      self = .none
    }
  }
}

/// What one step of a decompressor did.
struct DecompressionStep {
  /// Stored bytes taken.
  var consumed: Int
  /// Bytes given.
  var produced: Int
  /// Whether the stored bytes are broken.
  var isBroken = false
  /// Whether the file may end here.
  var isAtEnd: Bool
}

/// Undoes gzip (several members in a row too) in steps.
@safe struct GzipDecompressor: ~Copyable {
  private let stream: UnsafeMutablePointer<z_stream>
  private let isReady: Bool
  private var hasEnded = false

  init() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // 15 bits of window, and 16 for the gzip form.
    isReady =
      unsafe inflateInit2_(
        stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
  }

  deinit {
    if isReady { unsafe inflateEnd(stream) }
    unsafe stream.deallocate()
  }

  /// Turns some of `input` into some of `output`.
  mutating func step(
    _ input: UnsafeBufferPointer<UInt8>, _ output: UnsafeMutableBufferPointer<UInt8>
  ) -> DecompressionStep {
    if hasEnded, !input.isEmpty {
      // Another member follows.
      hasEnded = unsafe inflateReset(stream) != Z_OK
    }
    unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    unsafe stream.pointee.avail_in = UInt32(input.count)
    unsafe stream.pointee.next_out = output.baseAddress
    unsafe stream.pointee.avail_out = UInt32(output.count)
    let status = unsafe isReady ? inflate(stream, Z_NO_FLUSH) : Z_MEM_ERROR
    hasEnded = status == Z_STREAM_END
    return unsafe DecompressionStep(
      consumed: input.count - Int(stream.pointee.avail_in),
      produced: output.count - Int(stream.pointee.avail_out),
      isBroken: status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR,
      isAtEnd: hasEnded)
  }
}

/// Undoes Zstandard (several frames in a row too) in steps.
@safe struct ZstandardDecompressor: ~Copyable {
  private let stream: OpaquePointer?

  init() { unsafe stream = ZSTD_createDStream() }

  deinit { unsafe _ = ZSTD_freeDStream(stream) }

  /// Turns some of `input` into some of `output`.
  mutating func step(
    _ input: UnsafeBufferPointer<UInt8>, _ output: UnsafeMutableBufferPointer<UInt8>
  ) -> DecompressionStep {
    var source = unsafe ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
    var target = unsafe ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
    guard let stream = unsafe stream else {
      return DecompressionStep(consumed: 0, produced: 0, isBroken: true, isAtEnd: false)
    }
    let rest = unsafe ZSTD_decompressStream(stream, &target, &source)
    return unsafe DecompressionStep(
      consumed: source.pos, produced: target.pos, isBroken: ZSTD_isError(rest) != 0,
      isAtEnd: rest == 0)
  }
}
