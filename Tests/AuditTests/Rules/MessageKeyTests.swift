import Foundation
import Model
import TestSupport
import Testing

@testable import Audit

/// Whatever a rule can say has English words.
@Suite struct MessageKeyTests {
  /// The keys and texts of the English catalog, without reading more of the format than needed.
  private static let english: [String: String] = {
    let path = SharedMaterial.projectFolder.appending(path: "content/messages/en-us.po")
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    var messages: [String: String] = [:]
    for entry in text.split(separator: "\n\n") {
      let lines = entry.split(separator: "\n").map(String.init)
      guard let context = lines.first(where: { $0.hasPrefix("msgctxt ") }) else { continue }
      messages[String(context.dropFirst(9).dropLast())] = lines.filter {
        !$0.hasPrefix("msgctxt") && !$0.hasPrefix("msgstr")
      }.joined()
    }
    return messages
  }()

  @Test(arguments: RuleRegistry.all.map(RuleCase.init))
  func reasonsAndClausesHaveWords(_ test: RuleCase) {
    for key in test.rule.messageKeys { #expect(Self.english[key] != nil, "no message \(key)") }
  }

  @Test func sharedKeysHaveWords() {
    let keys =
      Note.allCases.map { "note.\($0.rawValue)" }
      + EvidenceLabel.allCases.map { "evidence.\($0.rawValue)" }
      + PopulationReason.allCases.map(\.key) + ["value.absent"]
    for key in keys { #expect(Self.english[key] != nil, "no message \(key)") }
  }

  /// Every placeholder of a message is filled, and every evidence label has words.
  @Test(arguments: ExampleCase.all)
  func findingsCanBeSaid(_ test: ExampleCase) throws {
    let evaluation = try test.finding().evaluation
    for message in ([evaluation.reason].compactMap(\.self) + evaluation.notes) {
      let text = try #require(Self.english[message.key], "no message \(message.key)")
      let names = Set(text.matches(of: /\{([a-zA-Z]+)\}/).map { String($0.output.1) })
      #expect(
        names.isSubset(of: message.arguments.map(\.name)),
        "\(message.key) needs \(names), given \(message.arguments.map(\.name))")
    }
    for piece in evaluation.evidence {
      #expect(Self.english[piece.label] != nil, "no message \(piece.label)")
    }
  }
}
