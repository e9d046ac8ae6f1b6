import Audit
import Foundation
import Localization
import Model
import TestSupport
import Testing

/// The message catalogs: what is asked for is there, what is there is asked for, and all of it is
/// translated.
@Suite struct OwnMessageTests {
  private static let folder = OwnPage.folder.appending(path: "messages").path
  private static let keys = Set(
    (try? MessageCatalog.load(.source, from: folder))?.keys ?? [])
  private static let sources = texts("Sources", ".swift")
  private static let templates = texts("templates", ".mustache")

  private static func texts(_ folder: String, _ suffix: String) -> [String] {
    let root = SharedMaterial.projectFolder.appending(path: folder)
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? []
    return paths.filter { $0.hasSuffix(suffix) }.sorted().compactMap {
      try? String(contentsOf: root.appending(path: $0), encoding: .utf8)
    }
  }

  /// The keys that templates ask for: `words.a.b` of the report, `text.a.b` of the page's frame.
  private static let templateKeys: Set<String> = {
    var found: Set<String> = []
    for template in templates {
      for tag in template.split(separator: "{{").dropFirst() {
        let name = tag.prefix { $0 != "}" }.drop { "#^/{& ".contains($0) }
        for (scope, prefix) in [("words.", "report."), ("text.", "site.")]
        where name.hasPrefix(scope) {
          found.insert(prefix + name.dropFirst(scope.count))
        }
      }
    }
    return found
  }()

  /// The texts in quotation marks that look like keys; what is put into them is `*`.
  private static let literals: Set<String> = {
    var found: Set<String> = []
    for source in sources {
      for line in source.split(separator: "\n") where line.contains("\"") {
        let text = line.replacing(/\\\((?:[^()]|\([^()]*\))*\)/, with: "*")
        for (index, part) in text.split(separator: "\"", omittingEmptySubsequences: false)
          .enumerated()
        where index % 2 == 1 && part.contains(".") && !part.contains(" ") {
          found.insert(String(part))
        }
      }
    }
    return found
  }()

  private static func matches(_ key: String, _ pattern: String) -> Bool {
    guard let star = pattern.firstIndex(of: "*") else { return key == pattern }
    guard key.hasPrefix(pattern[..<star]) else { return false }
    let rest = pattern[pattern.index(after: star)...]
    let tail = key.dropFirst(pattern.distance(from: pattern.startIndex, to: star))
    return rest.isEmpty
      ? !tail.isEmpty
      : tail.indices.contains { matches(String(tail[$0...]), String(rest)) && $0 > tail.startIndex }
  }

  @Test func theSourcesWereRead() {
    #expect(Self.keys.count > 500)
    #expect(Self.templateKeys.count > 50)
    #expect(Self.literals.count > 300)
  }

  @Test func templatesAskForWordsThatExist() {
    for key in Self.templateKeys.subtracting(Self.keys).sorted() {
      // A key with further keys below it is asked for as `.text`, and groups of words by their name.
      let isGroup = Self.keys.contains { $0.hasPrefix("\(key).") }
      let isOwnText = key.hasSuffix(".text") && Self.keys.contains(String(key.dropLast(5)))
      #expect(isGroup || isOwnText, "no message \(key)")
    }
  }

  /// Words that come from enumerations, one for each case.
  @Test func everyCaseHasWords() {
    let words: [String: [String]] = [
      "outcome": Outcome.allCases.map { "\($0)" },
      "severity": FindingSeverity.allCases.map { "\($0)" },
      "truth": Truth.allCases.map { "\($0)" },
      "subject": SubjectKind.allCases.map(\.rawValue) + ConnectionPurpose.vocabulary.words,
      "group": RuleGroup.allCases.map(\.rawValue),
      "section": Section.allCases.map(\.name),
      "state": ActivationState.vocabulary.words,
      "scope": LimitScope.vocabulary.words,
    ]
    for (prefix, names) in words {
      for name in names { #expect(Self.keys.contains("\(prefix).\(name)"), "\(prefix).\(name)") }
    }
  }

  /// Whatever the program asks for by name.
  @Test func theProgramAsksForWordsThatExist() {
    for source in Self.sources {
      for match in source.matches(
        of: /(?:Message|\.text|\.count)\(\s*"([a-z]+\.[A-Za-z0-9.-]+)"/)
      {
        let key = String(match.output.1)
        #expect(Self.keys.contains(key), "no message \(key)")
      }
    }
  }

  @Test func everyMessageIsUsed() {
    let rules = Set(RuleRegistry.all.flatMap { $0.messageKeys })
    let patterns = Self.literals.filter { $0.contains("*") && !$0.hasPrefix("*") }
    let isWord = { (word: String) in Self.sources.contains { $0.contains(word) } }
    for key in Self.keys.sorted() {
      if key.hasPrefix("reason.") || key.hasPrefix("clause.") {
        let isShared = patterns.contains {
          $0.hasPrefix("reason.population.") && Self.matches(key, $0)
        }
        // The reasons of rules of the user's own are the same for all of them.
        let isOfQueries = key.hasPrefix("reason.custom.") && isWord(String(key.dropFirst(14)))
        #expect(rules.contains(key) || isShared || isOfQueries, "no rule uses \(key)")
        continue
      }
      let isUsed =
        Self.literals.contains(key) || Self.templateKeys.contains(key)
        || Self.templateKeys.contains("\(key).text")
        || patterns.contains { pattern in
          Self.matches(key, pattern)
            && key.split(separator: ".").last.map { isWord(String($0)) } == true
        }
      #expect(isUsed, "nothing asks for \(key)")
    }
  }
}
