import Foundation
import TestSupport

/// The executable as a user starts it: a process of its own with its own variables and folder.
struct BuiltTool {
  /// How a call ended and what it printed.
  struct Ending {
    let status: Int32
    /// Whether the process was ended by a signal; `status` is then the signal.
    let isSignal: Bool
    let output: String
    let diagnostics: String
  }

  /// The executable beside the tests.
  static let path: String = {
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appending(path: "vouch").path
  }()

  /// The folder that the call starts in.
  var folder: String
  /// Variables besides `PATH` and those that find the built-in files.
  var variables: [String: String] = [:]
  /// A line of shell before the call, such as `ulimit -f 10`.
  var preparation = ""
  /// Who the call is, where the tests may choose: 0 for whoever runs them.
  var user = 0

  /// Calls the tool and waits until it ends.
  func call(_ words: [String]) throws -> Ending {
    let (process, output, diagnostics) = try start(words)
    let printed = String(decoding: output.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return Ending(
      status: process.terminationStatus, isSignal: process.terminationReason == .uncaughtSignal,
      output: printed,
      diagnostics: (try? String(contentsOf: diagnostics, encoding: .utf8)) ?? "")
  }

  /// Starts the tool.
  ///
  /// - Returns: The process, its output, and the file that its diagnostics go to.
  func start(_ words: [String]) throws -> (Process, FileHandle, URL) {
    let diagnostics = FileManager.default.temporaryDirectory
      .appending(path: "vouch-diagnostics-\(UUID().uuidString)")
    try Data().write(to: diagnostics)
    let process = Process()
    var command = [Self.path] + words
    if user != 0 {
      let number = "\(user)"
      command = ["setpriv", "--reuid", number, "--regid", number, "--clear-groups"] + command
    }
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "\(preparation)\nexec \"$@\"", "sh"] + command
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = [
      "PATH": "/usr/bin:/bin", "VOUCH_SHARE": SharedMaterial.projectFolder.path,
    ].merging(variables) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: diagnostics)
    try process.run()
    return (process, output.fileHandleForReading, diagnostics)
  }
}

/// Everything in a folder: the path and the bytes of each file, hidden ones too.
struct Tree: Equatable {
  let files: [String: Data]

  /// Reads a folder; an empty tree if there is none.
  init(_ folder: String) throws {
    var files: [String: Data] = [:]
    for path in (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [] {
      var isFolder: ObjCBool = false
      let file = "\(folder)/\(path)"
      guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      files[path] = try Data(contentsOf: URL(filePath: file))
    }
    self.files = files
  }

  /// The paths that only one of two trees has, or that differ.
  func differences(from other: Tree) -> [String] {
    Set(files.keys).union(other.files.keys).filter { files[$0] != other.files[$0] }.sorted()
  }
}
