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

  /// Whether a list of a record has entries; missing as for a single field.
  func isStated<Owner: Record>(_ record: Owner, _ key: ListKey<Owner>) -> Truth {
    switch record[key] {
    case .value(let rows): rows.isEmpty ? isNone(in: Owner.section) : .true
    case .null: isNone(in: Owner.section)
    case .absent, .unreadable: .missing
    }
  }

  /// What the absence of a value or a row of a section proves: false if it is complete.
  func isNone(in section: Section) -> Truth { coverage.isComplete(section) ? .false : .missing }

  /// What the catalogue says of a connection's type.
  func service(of connection: Connection) -> ServiceMatch {
    connection[.type].known.map { service($0, connection.family) } ?? .unrecognized
  }
}

extension Connection {
  /// The type as the snapshot writes it, for messages.
  var typeText: MessageValue {
    text(.type).map { .code($0) } ?? .message(Message("value.not-stated"))
  }
}
