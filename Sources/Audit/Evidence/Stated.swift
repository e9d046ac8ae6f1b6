import Model

extension AuditContext {
  /// Whether a field that a record may lack is filled; blank text counts as none.
  ///
  /// `null` proves that there is none only where the section is called complete.
  func isStated<Owner: Record>(_ record: Owner, _ key: FieldKey<Owner, Identifier>) -> Truth {
    switch record[key] {
    case .value(let text): snapshot.isBlank(text) ? isNone(in: Owner.section) : .true
    case .null: isNone(in: Owner.section)
    case .absent, .unreadable: .missing
    }
  }

  /// Whether a field that is no text is filled; missing as for a text.
  func isStated<Owner: Record, Value>(_ record: Owner, _ key: FieldKey<Owner, Value>) -> Truth {
    switch record[key] {
    case .value: .true
    case .null: isNone(in: Owner.section)
    case .absent, .unreadable: .missing
    }
  }

  /// Whether a list of texts has an entry that can be seen; missing as for a single field, or if all
  /// that there is can't be read.
  func isStated<Owner: Record>(_ record: Owner, _ key: ListKey<Owner>) -> Truth {
    switch record[key] {
    case .value(let rows):
      let entries = rows.values(Identifier.self)
      if entries.contains(where: { $0.known.map { !snapshot.isBlank($0) } ?? false }) {
        return .true
      }
      return entries.contains { $0.isUnreadable } ? .missing : isNone(in: Owner.section)
    case .null: return isNone(in: Owner.section)
    case .absent, .unreadable: return .missing
    }
  }

  /// Whether a purpose is stated in words: blanks and punctuation alone say nothing.
  func isWorded<Owner: Record>(_ record: Owner, _ key: FieldKey<Owner, Identifier>) -> Truth {
    guard let text = record.text(key), text.isWordless else { return isStated(record, key) }
    return isNone(in: Owner.section)
  }

  /// What the absence of a value or a row of a section proves: false if it is complete.
  func isNone(in section: Section) -> Truth { coverage.isComplete(section) ? .false : .missing }

  /// What the catalogue says of a connection's type.
  func service(of connection: Connection) -> ServiceMatch {
    connection[.type].known.map { service($0, connection.family) } ?? .unrecognized
  }
}

extension String {
  /// Whether a text has neither letters nor digits nor other signs than punctuation.
  var isWordless: Bool { isBlank || Regions.fold(self).isEmpty }
}

extension Connection {
  /// The type as the snapshot writes it, for messages.
  var typeText: MessageValue {
    text(.type).map { .code($0) } ?? .message(Message("value.not-stated"))
  }
}
