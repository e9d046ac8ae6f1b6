import CommandLineTool
import Foundation
import Model
import Synchronization
import TestSupport

/// A transcript: files, command lines, what they print and how they end.
///
/// `== path` begins a file that ends with `==`; `$ vouch ...` is a command line; `1|` and `2|` begin
/// lines of the two streams; `? n` is the exit status; `#` begins a remark. In the output the folder
/// of the test is `DIR`.
struct Transcript {
  private enum Part {
    case remark(String)
    case file(path: String, lines: [String])
    case command(String)
  }

  private let parts: [Part]

  init(_ text: String) {
    var parts: [Part] = []
    var file: (path: String, lines: [String])?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if let open = file {
        if line == "==" {
          parts.append(.file(path: open.path, lines: open.lines))
          file = nil
        } else {
          file?.lines.append(line)
        }
      } else if line.hasPrefix("== ") {
        file = (String(line.dropFirst(3)), [])
      } else if line.hasPrefix("$ ") {
        parts.append(.command(String(line.dropFirst(2))))
      } else if line.isEmpty || line.hasPrefix("#") {
        parts.append(.remark(line))
      }
    }
    while case .remark("") = parts.last { parts.removeLast() }
    self.parts = parts
  }

  /// Carries the transcript out in a folder and writes down what really happened.
  func perform(in folder: TemporaryFolder) throws -> String {
    var lines: [String] = []
    for part in parts {
      switch part {
      case .remark(let line): lines.append(line)
      case .file(let path, let content):
        try folder.write(path, content.joined(separator: "\n") + "\n")
        lines += ["== \(path)"] + content + ["=="]
      case .command(let line):
        lines.append("$ \(line)")
        lines += perform(line, in: folder)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The words of a command line; those in double quotes hold spaces.
  private static func words(_ line: String) -> [String] {
    line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap {
      $0 % 2 == 1 ? [String($1)] : $1.split(separator: " ").map(String.init)
    }
  }

  private func perform(_ line: String, in folder: TemporaryFolder) -> [String] {
    let streams = Streams()
    let words = Array(Self.words(line).dropFirst())
    let environment = Environment(
      workingFolder: folder.path, now: Instant(microseconds: 1_790_812_800_000_000),
      processorCount: 2, variables: ["VOUCH_SHARE": SharedMaterial.projectFolder.path],
      executable: "/nowhere/vouch", isTerminal: false,
      processNumber: Int(ProcessInfo.processInfo.processIdentifier),
      output: { streams.add("1| ", $0) }, diagnostics: { streams.add("2| ", $0) })
    let status = Tool.main(words, in: environment)
    let shown = streams.lines.map { $0.replacing(folder.path, with: "DIR") }
    return shown + ["? \(status.rawValue)"]
  }
}

/// The lines of both streams in the order in which they came.
private final class Streams: Sendable {
  private let stored = Mutex<[String]>([])

  var lines: [String] { stored.withLock { $0 } }

  func add(_ mark: String, _ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    stored.withLock { stored in
      for line in text.hasSuffix("\n") ? lines.dropLast() : lines {
        stored.append((mark + line).replacing(/\s+$/, with: ""))
      }
    }
  }
}
