import Foundation
import Model

/// A snapshot with a text of the test's choice in every field that the format knows.
struct HostileSnapshot {
  /// Makes the next text.
  private let text: (Int) -> String
  private var count = 0

  private init(_ text: @escaping (Int) -> String) { self.text = text }

  /// The document: each section has a record with the text in every field whatever its kind, and
  /// one that is right otherwise, so that it gets pages and is referred to.
  ///
  /// - Parameter text: Gives the text for a number; each number is used once.
  /// - Returns: The document, and how many texts are in it.
  /// - Throws: If the document can't be written as JSON.
  static func make(_ text: @escaping (Int) -> String) throws -> (document: String, count: Int) {
    var maker = HostileSnapshot(text)
    var document: [String: Any] = ["schema": SnapshotShape.schema]
    for section in Section.allCases {
      let right = maker.record(section.shape, isRight: true)
      document[section.name] =
        section.isSingle ? right : [right, maker.record(section.shape, isRight: false)]
    }
    let data = try JSONSerialization.data(withJSONObject: document, options: [.sortedKeys])
    return (String(decoding: data, as: UTF8.self), maker.count)
  }

  private mutating func next() -> String {
    count += 1
    return text(count)
  }

  private mutating func record(_ shape: RecordShape, isRight: Bool) -> [String: Any] {
    var record: [String: Any] = [:]
    for field in shape.fields {
      set(value(field.kind, isRight), field.name.split(separator: ".").map(String.init), &record)
    }
    return record
  }

  private func set(_ value: Any, _ path: [String], _ record: inout [String: Any]) {
    guard path.count > 1 else {
      record[path[0]] = value
      return
    }
    var nested = record[path[0]] as? [String: Any] ?? [:]
    set(value, Array(path.dropFirst()), &nested)
    record[path[0]] = nested
  }

  private mutating func value(_ kind: FieldShape.Kind, _ isRight: Bool) -> Any {
    switch kind {
    case .records(let shape): [record(shape, isRight: isRight)]
    case .values(let shape): [value(shape.fields[0].kind, isRight)]
    case .map: [next(): next()]
    case .key where isRight, .reference where isRight: "right"
    case .word(let vocabulary) where isRight: vocabulary.words[0]
    case .instant where isRight: "2026-01-02T03:04:05Z"
    case .count where isRight: 7
    case .number where isRight: 0.5
    case .flag where isRight: true
    default: next()
    }
  }
}
