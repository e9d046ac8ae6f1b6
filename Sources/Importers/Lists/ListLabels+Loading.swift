import FileSystem
public import Model
import YAML

extension ListLabels {
  /// What loading gave.
  public struct Loaded: Sendable {
    /// The labels; `nil` if anything was wrong.
    public let labels: ListLabels?
    /// What was wrong.
    public let diagnostics: [Diagnostic]
  }

  /// Reads labels from a file.
  ///
  /// The file has a mapping a list with `columns` (by their meaning) and `words` (by column and
  /// meaning), and one of `services` (by slug); each meaning has the labels of some languages.
  public static func load(_ path: String) -> Loaded {
    let document: YAMLDocument
    do {
      document = try YAMLDocument(parsing: try Files.readNamed(path, limit: 1 << 20), path: path)
    } catch let error as FileError {
      return Loaded(labels: nil, diagnostics: [error.diagnostic])
    } catch let error as YAMLError {
      return Loaded(labels: nil, diagnostics: [error.diagnostic])
    } catch {
      let problem = Diagnostic(
        .error, "labels.failed", at: SourceLocation(path: path), "\(error)")
      return Loaded(labels: nil, diagnostics: [problem])
    }
    var labels = ListLabels()
    var problems = document.diagnostics
    for entry in document.root?.mapping ?? [] {
      if entry.key == "services" {
        labels.take(entry.value) { labels, service, label, _ in
          labels.add(service: service, label)
        }
      } else if let list = List(rawValue: entry.key) {
        for part in entry.value.mapping ?? [] {
          switch part.key {
          case "columns":
            labels.take(part.value) { $0.add(column: $1, $2, $3, to: list) }
          case "words":
            for column in part.value.mapping ?? [] {
              labels.take(column.value) { $0.add(word: $1, of: column.key, $2, $3, to: list) }
            }
          default: problems.append(unknown(part, ["columns", "words"]))
          }
        }
      } else {
        problems.append(unknown(entry, List.allCases.map(\.rawValue) + ["services"]))
      }
    }
    problems += labels.contradictions.map {
      Diagnostic(.error, "labels.ambiguous", at: SourceLocation(path: path), $0)
    }
    let isSound = !problems.contains { $0.severity == .error }
    return Loaded(labels: isSound ? labels : nil, diagnostics: problems)
  }

  private static func unknown(_ entry: YAMLEntry, _ known: [String]) -> Diagnostic {
    Diagnostic(
      .error, "labels.unknown", at: entry.location, "unknown key '\(entry.key)'",
      suggestion: "known are \(known.joined(separator: ", "))")
  }

  private mutating func take(
    _ meanings: YAMLNode,
    _ add: (inout ListLabels, _ meaning: String, _ label: String, _ language: String) -> Void
  ) {
    for meaning in meanings.mapping ?? [] {
      for language in meaning.value.mapping ?? [] {
        for label in language.value.strings { add(&self, meaning.key, label, language.key) }
      }
    }
  }
}
