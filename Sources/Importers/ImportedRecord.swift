import SnapshotReader

/// Where a value stands: a byte of one of the sources.
struct Place: Hashable, Sendable {
  /// The position of the source among all.
  var source: Int
  /// The byte.
  var offset: Int
}

/// What one source says about one field of one record.
struct ImportedField: Sendable {
  var value: JSONNode
  var place: Place
  /// Whether the source doesn't say it itself, but it follows from what it says.
  var isInferred: Bool
}

/// A record of a section as one source has it.
struct ImportedRecord: Sendable {
  /// The record as a whole.
  let place: Place
  /// Fields by the names of the snapshot's shape; those of nested objects have dotted names.
  var fields: [String: ImportedField] = [:]
  /// What the record says of others by name, until the ids are known.
  var links = Links()

  /// Names that stand for ids in sources without ids.
  struct Links: Sendable {
    /// The record's own display name.
    var name: String?
    /// The display name of its connection.
    var connection: String?
    /// The display name of what ran or is scheduled.
    var target: String?
    /// The job that a run is part of.
    var job: String?
    /// The environment, where the section has no field for it.
    var instanceId: String?
  }

  init(at place: Place) { self.place = place }

  /// The text of a field; `nil` unless it is a text.
  func text(_ field: String) -> String? { fields[field]?.value.text }

  /// Sets a field; an absent value leaves it absent.
  mutating func set(_ field: String, _ value: JSONNode?, isInferred: Bool = false) {
    guard let value else { return }
    fields[field] = ImportedField(
      value: value, place: Place(source: place.source, offset: value.offset),
      isInferred: isInferred)
  }

  /// Sets a field to a text that the source doesn't hold as such.
  ///
  /// `origin` is the value that it comes from.
  mutating func set(
    _ field: String, text: String, from origin: JSONNode? = nil, isInferred: Bool = false
  ) {
    set(
      field, JSONNode(.text(text), at: origin?.offset ?? place.offset), isInferred: isInferred)
  }

  /// Copies members of an object under the names of the snapshot: absent, null and values alike.
  mutating func take(_ names: KeyValuePairs<String, String>, from object: JSONNode) {
    for (theirs, ours) in names { set(ours, object[theirs]) }
  }
}
