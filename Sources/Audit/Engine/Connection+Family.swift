import Model

extension Connection {
  /// The family of services that the connection's type belongs to, if it says what it serves.
  var family: Service.Family? {
    switch self[.purposeKind].known {
    case .export?: .destination
    case .enrichment?: .enrichment
    case nil: nil
    }
  }
}
