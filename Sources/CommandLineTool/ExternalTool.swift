import Foundation
import Glibc
import Synchronization

/// A program that isn't part of Vouch, called with its input and waited for.
struct ExternalTool {
  /// The name, looked for in the folders of `PATH`.
  let name: String
  let environment: Environment
  /// The variables that the program sees; `nil` for all of the environment's.
  var variables: [String: String]?

  /// How a call ended.
  struct Ending {
    let status: Int32
    let output: [UInt8]
    let diagnostics: String
  }

  /// Calls the program.
  ///
  /// - Returns: How it ended; `nil` if there is no such program.
  func call(_ words: [String], input: [UInt8]) -> Ending? {
    let folders = (environment.variables["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    guard
      let path = folders.map({ "\($0)/\(name)" }).first(
        where: FileManager.default.isExecutableFile)
    else { return nil }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = words
    process.currentDirectoryURL = URL(filePath: environment.workingFolder)
    process.environment = variables ?? environment.variables
    let (output, errors) = (Pipe(), Pipe())
    let source = Pipe()
    process.standardInput = source
    process.standardOutput = output
    process.standardError = errors
    guard (try? process.run()) != nil else { return nil }
    // All three streams move at the same time, or one of them waits for another for ever.
    let feeder = Thread {
      // A program that ends before it has read everything is no reason to end.
      var signals = sigset_t()
      sigemptyset(&signals)
      sigaddset(&signals, SIGPIPE)
      pthread_sigmask(SIG_BLOCK, &signals, nil)
      try? source.fileHandleForWriting.write(contentsOf: input)
      try? source.fileHandleForWriting.close()
    }
    let said = Mutex(Data())
    let isHeard = DispatchSemaphore(value: 0)
    let listener = Thread {
      let data = errors.fileHandleForReading.readDataToEndOfFile()
      said.withLock { $0 = data }
      isHeard.signal()
    }
    feeder.start()
    listener.start()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    isHeard.wait()
    process.waitUntilExit()
    return Ending(
      status: process.terminationStatus, output: Array(printed),
      diagnostics: String(decoding: said.withLock { $0 }, as: UTF8.self))
  }
}
