import Model
import SnapshotReader

/// Finds the ids of connections, exports and enrichments that a source only calls by their names.
struct ItemNames {
  static let keys: KeyValuePairs<Section, String> = [
    .connections: "connectionId", .exports: "exportId", .enrichments: "enrichmentId",
  ]
  private var ids: [Section: [String: [String]]] = [:]

  /// What a name stands for.
  enum Match {
    case one(String)
    case several([String])
    case none
  }

  /// Gives records without an id that of their namesake, or one made of their name.
  init(_ gathering: inout Gathering) {
    for (section, key) in Self.keys {
      for records in [gathering.records[section], gathering.hints[section]] {
        for record in records ?? [] {
          guard let id = record.text(key), let name = Self.name(record) else { continue }
          add(id, name, section)
        }
      }
      name(section, key, &gathering)
      for position in (gathering.hints[section] ?? []).indices {
        guard let hint = gathering.hints[section]?[position], hint.fields[key] == nil,
          let name = Self.name(hint), case .one(let id) = find(name, section)
        else { continue }
        gathering.hints[section]?[position].set(key, text: id, isInferred: true)
      }
    }
  }

  private static func name(_ record: ImportedRecord) -> String? {
    record.text("displayName") ?? record.links.name
  }

  private mutating func add(_ id: String, _ name: String, _ section: Section) {
    var known = ids[section]?[name] ?? []
    if !known.contains(id) { known.append(id) }
    ids[section, default: [:]][name] = known
  }

  private mutating func name(_ section: Section, _ key: String, _ gathering: inout Gathering) {
    let totals = Self.uses(of: gathering.records[section] ?? [], without: key)
    let names = Set(totals.values.flatMap(\.keys))
    // By source: the second of a name in one list is the second in another list.
    var numbers: [Int: [String: Int]] = [:]
    for position in (gathering.records[section] ?? []).indices {
      guard var record = gathering.records[section]?[position], record.fields[key] == nil,
        let name = Self.name(record)
      else { continue }
      let source = record.place.source
      var number = (numbers[source]?[name] ?? 0) + 1
      // Another record may have the numbered name for its own.
      while number > 1, names.contains("\(name) (\(number))") { number += 1 }
      numbers[source, default: [:]][name] = number
      let total = totals[source]?[name] ?? 1
      let place = record.fields["displayName"]?.place ?? record.place
      switch find(name, section) {
      case .one(let id) where total == 1:
        record.set(key, text: id, isInferred: true)
        if !id.hasPrefix("ui:") {
          gathering.report(
            .note, "import.matched", "\(section.name).\(key)", at: place,
            "\(section.name).\(key): \(quoted(name)) has the id \(quoted(id)) in another source")
        }
      case .several(let found) where total == 1:
        gathering.report(
          .warning, "import.name", "\(section.name).\(key)", at: place,
          "\(section.name).\(key): \(quoted(name)) is the name of \(found.count) records, so "
            + "which one is meant is not guessed", "add a column with the id")
        record.set(key, text: "ui:\(name)", isInferred: true)
      default:
        let id = number == 1 ? "ui:\(name)" : "ui:\(name) (\(number))"
        if total > 1 {
          gathering.report(
            .warning, "import.name", "\(section.name).\(key)", at: place,
            "\(section.name).\(key): \(quoted(name)) stands \(total) times in one list",
            "add a column with the id")
        }
        record.set(key, text: id, isInferred: true)
        add(id, name, section)
      }
      gathering.records[section]?[position] = record
    }
  }

  /// How often each source has a name among its records without an id.
  private static func uses(
    of records: [ImportedRecord], without key: String
  ) -> [Int: [String: Int]] {
    var uses: [Int: [String: Int]] = [:]
    for record in records where record.fields[key] == nil {
      guard let name = name(record) else { continue }
      uses[record.place.source, default: [:]][name, default: 0] += 1
    }
    return uses
  }

  /// What a name stands for in a section.
  func find(_ name: String, _ section: Section) -> Match {
    guard let found = ids[section]?[name], let first = found.first else { return .none }
    return found.count == 1 ? .one(first) : .several(found)
  }

  /// Sets the connections of exports and enrichments that were told by name.
  func linkConnections(_ gathering: inout Gathering) {
    for section in [Section.exports, .enrichments] {
      for position in (gathering.records[section] ?? []).indices {
        guard var record = gathering.records[section]?[position],
          let name = record.links.connection, record.fields["connectionId"] == nil
        else { continue }
        switch find(name, .connections) {
        case .one(let id): record.set("connectionId", text: id)
        case .several(let found):
          gathering.report(
            .warning, "import.name", "\(section.name).connectionId", at: record.place,
            "\(section.name).connectionId: \(quoted(name)) is the name of \(found.count) "
              + "connections, so which one is meant is not guessed")
        case .none:
          record.set("connectionId", text: "ui:\(name)", isInferred: true)
          gathering.report(
            .warning, "import.name", "\(section.name).connectionId", at: record.place,
            "\(section.name).connectionId: no connection is called \(quoted(name))",
            "import the list of connections too")
        }
        gathering.records[section]?[position] = record
      }
    }
  }
}
