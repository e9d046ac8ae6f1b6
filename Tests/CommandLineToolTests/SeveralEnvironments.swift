import Foundation
import TestSupport
import Testing

/// A folder with the snapshots of four environments, to be audited at once or one by one.
struct SeveralEnvironments {
  static let names = ["north", "south", "east", "west"]
  static let options = [
    "--rules", "LIF-01,DQ-01", "--as-of", "2026-10-01T00:00:00Z", "--locale", "ar-sa",
    "--fail-on", "medium", "--format", "json,ndjson,csv,junit",
  ]
  static let pages = ["--format", "html,markdown"]

  /// The options with others, which take the place of those that may be given once only.
  static func options(_ more: [String]) -> [String] {
    let replaced = ["--as-of", "--fail-on"].filter(more.contains)
    let pairs = stride(from: 0, to: options.count, by: 2).map { options[$0...$0 + 1] }
    return pairs.filter { !replaced.contains($0[$0.startIndex]) }.flatMap { $0 } + more
  }

  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for (position, name) in Self.names.enumerated() {
      try folder.write("\(name).json", Self.snapshot(name, detached: position))
    }
  }

  /// A snapshot with some exports that were detached long ago, and one that was not.
  static func snapshot(_ name: String, id: String? = nil, detached: Int) -> String {
    let exports = (0...detached).map { number in
      """
      {"exportId": "e-\(number)", "connectionId": null,
       "detachedUtc": "\(number == 0 ? "2026-09-20" : "2025-01-01")T00:00:00Z"}
      """
    }
    return """
      {
        "schema": "connections-snapshot/1",
        "environment": {"instanceId": "\(id ?? "Instance \(name)")", "name": "The \(name)",
          "instanceType": "production"},
        "collection": {"collectedUtc": "2026-09-30T06:00:00Z", "collectedBy": "a@b.example",
          "tool": "hand", "toolVersion": "1", "timeZone": "UTC",
          "sources": [{"section": "exports", "kind": "manual", "recordCount": \(exports.count),
            "complete": true}]},
        "exports": [\(exports.joined(separator: ",\n"))]
      }

      """
  }

  func call(_ words: [String]) throws -> BuiltTool.Ending {
    try BuiltTool(folder: folder.path).call(words)
  }

  /// Audits all snapshots at once.
  func audit(_ more: [String] = [], to output: String) throws -> BuiltTool.Ending {
    try call(
      ["audit"] + Self.names.map { "\($0).json" } + Self.options(more) + ["-o", output])
  }

  /// Audits each snapshot by itself, into a folder of its own.
  ///
  /// - Returns: How each audit ended, in the order of the names.
  @discardableResult
  func makeParts(_ more: [String] = []) throws -> [BuiltTool.Ending] {
    try Self.names.map { name in
      try call(["audit", "\(name).json", "-o", "part-\(name)"] + Self.options(more))
    }
  }

  /// Merges what ``makeParts(_:)`` made.
  func merge(to output: String) throws -> BuiltTool.Ending {
    try call(["merge"] + Self.names.map { "part-\($0)" } + ["-o", output])
  }

  func tree(_ path: String) throws -> Tree { try Tree("\(folder.path)/\(path)") }

  func json(_ path: String) throws -> [String: Any] {
    let text = try #require(folder.text(path), "\(path)")
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }
}
