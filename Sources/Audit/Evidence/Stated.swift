import Model

extension AuditContext {
  /// Whether a field that a record may lack is filled; blank text counts as none.
  ///
  /// `null` proves that there is none only where the section is called complete.
  func isStated<Owner: Record, Value>(_ record: Owner, _ key: FieldKey<Owner, Value>) -> Truth {
    switch record[key] {
    case .value(let value):
      guard let text = value as? Identifier, snapshot.isBlank(text) else { return .true }
      return coverage.isComplete(Owner.section) ? .false : .missing
    case .null: return coverage.isComplete(Owner.section) ? .false : .missing
    case .absent, .unreadable: return .missing
    }
  }
}

extension Snapshot {
  /// Whether a text holds nothing but white space.
  func isBlank(_ text: Identifier) -> Bool {
    self.text(text).allSatisfy { $0.isWhitespace }
  }
}
