/// The words of the user interface's lists in several languages: data, not code.
///
/// A word may mean different things in different lists (the Kazakh word for detached exports is also
/// that for deactivated enrichments), so words are looked up by list and column.
public struct ListLabels: Sendable {
  /// A list of the user interface.
  public enum List: String, Sendable, CaseIterable { case connections, exports, enrichments, users }

  /// A label with the languages in which it has a meaning.
  struct Meaning: Hashable, Sendable {
    let meaning: String
    let language: String
  }

  private var columns: [List: [String: [Meaning]]] = [:]
  private var words: [List: [String: [String: [Meaning]]]] = [:]
  private var services: [String: String] = [:]

  /// No labels.
  public init() {}

  /// A label as it is compared: in small letters, with plain spaces and apostrophes.
  static func key(_ label: String) -> String {
    label.lowercased().replacing("\u{2019}", with: "'").replacing("\u{A0}", with: " ")
      .replacing("\u{202F}", with: " ").trimmingSpaces
  }

  mutating func add(column: String, _ label: String, _ language: String, to list: List) {
    columns[list, default: [:]][Self.key(label), default: []].append(
      Meaning(meaning: column, language: language))
  }

  mutating func add(
    word: String, of column: String, _ label: String, _ language: String, to list: List
  ) {
    words[list, default: [:]][column, default: [:]][Self.key(label), default: []].append(
      Meaning(meaning: word, language: language))
  }

  mutating func add(service: String, _ label: String) { services[Self.key(label)] = service }

  /// What a header may stand for in a list.
  func columns(of list: List, labelled label: String) -> [Meaning] {
    columns[list]?[Self.key(label)] ?? []
  }

  /// What a word means in a column of a list: in the language of the list, else in any other.
  ///
  /// `nil` if it isn't known, or if other languages disagree.
  func word(_ label: String, of column: String, in list: List, language: String?) -> String? {
    let known = words[list]?[column]?[Self.key(label)] ?? []
    if let own = known.first(where: { $0.language == language }) { return own.meaning }
    let meanings = Set(known.map(\.meaning))
    return meanings.count == 1 ? meanings.first : nil
  }

  /// The labels of a column's words, in the order in which they are listed.
  func labels(of column: String, in list: List) -> [String] {
    (words[list]?[column] ?? [:]).keys.sorted()
  }

  /// Labels that mean two things in one language, in one list and column.
  var contradictions: [String] {
    var found: [String] = []
    func check(_ labels: [String: [Meaning]], _ place: String) {
      for (label, meanings) in labels {
        let languages = Dictionary(grouping: meanings, by: \.language)
        for (language, own) in languages where Set(own).count > 1 {
          found.append("\(place): '\(label)' has several meanings in \(language)")
        }
      }
    }
    for (list, labels) in columns { check(labels, "\(list.rawValue).columns") }
    for (list, columns) in words {
      for (column, labels) in columns { check(labels, "\(list.rawValue).words.\(column)") }
    }
    return found.sorted()
  }

  /// The slug of a service with a translated name.
  func service(named label: String) -> String? { services[Self.key(label)] }
}
