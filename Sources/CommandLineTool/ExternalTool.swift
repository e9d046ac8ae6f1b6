import Foundation

/// A program that isn't part of Vouch, called with its input and waited for.
struct ExternalTool {
  /// The name, looked for in the folders of `PATH`.
  let name: String
  let environment: Environment

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
    process.environment = environment.variables
    let (input, output, errors) = (input, Pipe(), Pipe())
    let source = Pipe()
    process.standardInput = source
    process.standardOutput = output
    process.standardError = errors
    guard (try? process.run()) != nil else { return nil }
    // What is signed is shorter than what a pipe holds only by chance, so it is fed beside reading.
    let feeder = Thread {
      try? source.fileHandleForWriting.write(contentsOf: input)
      try? source.fileHandleForWriting.close()
    }
    feeder.start()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Ending(
      status: process.terminationStatus, output: Array(printed),
      diagnostics: String(decoding: said, as: UTF8.self))
  }
}
