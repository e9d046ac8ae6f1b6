import FileSystem
import Model

/// A number with its English noun, for the summary lines of the terminal.
func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}

extension OutcomeTotals {
  /// The outcomes with their numbers, the worst first, for the summary lines of the terminal.
  var listed: String {
    [Outcome.fail, .unknown, .accepted, .pass, .notApplicable].map {
      "\(self[$0]) \($0 == .notApplicable ? "not applicable" : "\($0)")"
    }.joined(separator: ", ")
  }
}

extension StagedTree.Summary {
  /// What happened to the files of an output, for the summary lines of the terminal.
  func line(_ output: String) -> String {
    "Wrote \(output): \(counted(written, "file")) changed, \(unchanged) unchanged, \(removed) removed"
  }
}
