import Foundation
import TestSupport
import Testing

private let folder = SharedMaterial.projectFolder
  .appending(path: "Tests/CommandLineToolTests/Transcripts")

private let names =
  ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
  .filter { $0.hasSuffix(".txt") }.sorted()

@Test func thereAreTranscripts() { #expect(names.count >= 5) }

@Test(arguments: names)
func commandsDoWhatTheTranscriptSays(name: String) throws {
  let file = folder.appending(path: name)
  let expected = try String(contentsOf: file, encoding: .utf8)
  let actual = try Transcript(expected).perform(in: TemporaryFolder())
  guard actual != expected else { return }
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
    try Data(actual.utf8).write(to: file, options: .atomic)
    Issue.record("rewrote \(name); read the change, then run again")
  } else {
    Issue.record("\(name): \(firstDifference(expected, actual)); UPDATE_GOLDEN=1 rewrites it")
  }
}
