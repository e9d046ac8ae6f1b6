import Foundation
public import Testing

/// Compares text with a golden file under `Tests/<target>/Golden`.
///
/// A missing or different file is a failure; `UPDATE_GOLDEN=1` rewrites it and still fails the
/// test, so that nothing is ever recorded silently.
public func expectGolden(
  _ actual: String, _ name: String, file: String = #filePath,
  at place: Testing.SourceLocation = #_sourceLocation
) {
  let folder = URL(filePath: file).deletingLastPathComponent().appending(path: "Golden")
  let path = folder.appending(path: name)
  let expected = try? String(contentsOf: path, encoding: .utf8)
  if expected == actual { return }
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
    do {
      try FileManager.default.createDirectory(
        at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: path, options: .atomic)
      Issue.record("rewrote \(name); read the change, then run again", sourceLocation: place)
    } catch {
      Issue.record("cannot write \(name): \(error)", sourceLocation: place)
    }
    return
  }
  let difference = firstDifference(expected ?? "", actual)
  Issue.record(
    "\(name) differs: \(difference); UPDATE_GOLDEN=1 rewrites it", sourceLocation: place)
}

/// Describes the first line in which two texts differ.
public func firstDifference(_ expected: String, _ actual: String) -> String {
  let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
  for (index, pair) in zip(old, new).enumerated() where pair.0 != pair.1 {
    return "line \(index + 1): expected '\(pair.0)', got '\(pair.1)'"
  }
  return "expected \(old.count) lines, got \(new.count)"
}
