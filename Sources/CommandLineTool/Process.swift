import FileSystem
import Foundation
import Glibc
import Model
import Synchronization

extension Environment {
  /// The world of the running process: the only place that asks the system for the time.
  public static func process() -> Environment {
    let variables = ProcessInfo.processInfo.environment
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let output = StandardOutput()
    var environment = Environment(
      workingFolder: FileManager.default.currentDirectoryPath,
      now: Instant(microseconds: Int64(time.tv_sec) * Instant.second),
      processorCount: ProcessInfo.processInfo.activeProcessorCount, variables: variables,
      executable: (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        ?? CommandLine.arguments[0],
      isTerminal: isatty(2) == 1, processNumber: Int(getpid()), output: { output.write($0) },
      diagnostics: { _ = write($0, to: 2) })
    environment.outputFailure = { output.failure }
    return environment
  }
}

/// The results of the process, and why they could not all be written.
private final class StandardOutput: Sendable {
  private let code = Mutex<Int32>(0)

  /// Why something is missing in the output; `nil` if nothing is.
  var failure: FileError? {
    let code = code.withLock { $0 }
    return code == 0 ? nil : FileError("write", "standard output", code: code)
  }

  /// Writes all of a text, unless an earlier one could not be written.
  func write(_ text: String) {
    code.withLock { code in
      if code == 0 { code = CommandLineTool.write(text, to: 1) }
    }
  }
}

/// Writes all of a text; a reader that went away (`vouch rules | head`) ends the process quietly.
///
/// - Returns: 0, or the number of the error that kept the rest from being written.
private func write(_ text: String, to descriptor: Int32) -> Int32 {
  var text = text
  return text.withUTF8 { bytes in
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = Glibc.write(
        descriptor, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
      if written < 0 {
        let code = errno
        guard code == EINTR || (code == EAGAIN && waits(for: descriptor)) else { return code }
        continue
      }
      rest = rest.dropFirst(written)
    }
    return 0
  }
}

/// Waits until a descriptor that doesn't block takes more; `false` if that can't be waited for.
private func waits(for descriptor: Int32) -> Bool {
  var state = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
  return poll(&state, 1, -1) > 0 || errno == EINTR
}
