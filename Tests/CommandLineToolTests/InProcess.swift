import CommandLineTool
import Foundation
import Model
import Synchronization
import TestSupport

/// The tool as a call within the tests: faster than a process of its own, and as far as it goes the
/// same.
struct InProcess: Sendable {
  /// How a call ended and what it printed.
  struct Ending {
    let status: ExitStatus
    let output: String
    let diagnostics: String

    /// The codes of the problems, in the order of their lines.
    var codes: [String] {
      diagnostics.split(separator: "\n").compactMap { line in
        guard line.hasSuffix("]"), let open = line.lastIndex(of: "[") else { return nil }
        return String(line[line.index(after: open)...].dropLast())
      }
    }
  }

  private final class Printed: Sendable {
    let text = Mutex("")
  }

  /// An environment in which nothing depends on the machine.
  static func environment(
    _ folder: TemporaryFolder, variables: [String: String] = [:],
    output: @escaping @Sendable (String) -> Void = { _ in },
    diagnostics: @escaping @Sendable (String) -> Void = { _ in }
  ) -> Environment {
    Environment(
      workingFolder: folder.path, now: Instant(microseconds: 1_790_812_800_000_000),
      processorCount: 2,
      variables: ["VOUCH_SHARE": SharedMaterial.projectFolder.path].merging(variables) { $1 },
      executable: "/nowhere/vouch", isTerminal: false,
      processNumber: Int(ProcessInfo.processInfo.processIdentifier), output: output,
      diagnostics: diagnostics)
  }

  /// Calls the tool in a folder.
  static func call(
    _ words: [String], in folder: TemporaryFolder, variables: [String: String] = [:]
  ) -> Ending {
    let (output, diagnostics) = (Printed(), Printed())
    let status = Tool.main(
      words,
      in: environment(
        folder, variables: variables,
        output: { text in output.text.withLock { $0 += text } },
        diagnostics: { text in diagnostics.text.withLock { $0 += text } }))
    return Ending(
      status: status, output: output.text.withLock { $0 },
      diagnostics: diagnostics.text.withLock { $0 })
  }
}
