import Foundation
import Glibc
import Model

extension Environment {
  /// The world of the running process: the only place that asks the system for the time.
  public static func process() -> Environment {
    let variables = ProcessInfo.processInfo.environment
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Environment(
      workingFolder: FileManager.default.currentDirectoryPath,
      now: Instant(microseconds: Int64(time.tv_sec) * Instant.second),
      processorCount: ProcessInfo.processInfo.activeProcessorCount, variables: variables,
      executable: (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        ?? CommandLine.arguments[0],
      isTerminal: isatty(2) == 1, processNumber: Int(getpid()), output: { write($0, to: 1) },
      diagnostics: { write($0, to: 2) })
  }
}

/// Writes all of a text; a reader that went away (`vouch rules | head`) ends the process quietly.
private func write(_ text: String, to descriptor: Int32) {
  var text = text
  text.withUTF8 { bytes in
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = Glibc.write(
        descriptor, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
      if written < 0 {
        if errno == EINTR { continue }
        return
      }
      rest = rest.dropFirst(written)
    }
  }
}
