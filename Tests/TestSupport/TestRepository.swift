import Foundation

/// A small Git repository in a temporary folder, with fixed authors and dates.
public final class TestRepository: Sendable {
  /// Where it lies.
  public let folder: TemporaryFolder

  /// Makes a repository without a commit, on the branch `main`.
  public init() throws {
    folder = try TemporaryFolder()
    try git("init", "-q", "-b", "main")
  }

  /// Calls Git in the repository.
  ///
  /// - Parameters:
  ///   - words: The words of the call.
  ///   - day: The days after 2026-01-01 that commits are dated with.
  /// - Returns: What it prints, without the last line end.
  /// - Throws: If it ends with anything but 0.
  @discardableResult public func git(_ words: String..., day: Int = 0) throws -> String {
    try call(words, day: day)
  }

  /// Calls Git with a list of words.
  @discardableResult public func call(_ words: [String], day: Int = 0) throws -> String {
    var text = String(decoding: try output(["git"] + words, day: day), as: UTF8.self)
    if text.hasSuffix("\n") { text.removeLast() }
    return text
  }

  /// The bytes that a line of shell prints in the repository.
  public func shell(_ line: String) throws -> [UInt8] {
    try output(["sh", "-c", line], day: 0)
  }

  private func output(_ words: [String], day: Int) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = URL(filePath: folder.path)
    let date = "\(1_767_225_600 + day * 86_400) +0000"
    process.environment = [
      "PATH": "/usr/bin:/bin", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.com", "GIT_AUTHOR_DATE": date,
      "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.com",
      "GIT_COMMITTER_DATE": date, "LC_ALL": "C",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(words: words, status: process.terminationStatus)
    }
    return Array(printed)
  }

  /// A call that failed.
  public struct Failure: Error {
    let words: [String]
    let status: Int32
  }

  /// Writes files and commits them; `nil` removes one.
  ///
  /// - Returns: The id of the commit.
  /// - Throws: If a file can't be written or Git fails.
  @discardableResult public func commit(
    _ files: [String: String?], day: Int = 0
  ) throws -> String {
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      if let text {
        try folder.write(path, text)
      } else {
        try FileManager.default.removeItem(atPath: "\(folder.path)/\(path)")
      }
    }
    try git("add", "-A")
    try git("commit", "-q", "--allow-empty", "-m", "day \(day)", day: day)
    return try git("rev-parse", "HEAD")
  }
}
