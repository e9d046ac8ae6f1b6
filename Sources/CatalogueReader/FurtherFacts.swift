import Model

extension Service.FurtherFacts {
  /// Reads the facts from the file of a service.
  init(_ fields: inout FieldReader, document: String) {
    self.init()
    isHashedSince = fields.day("hashedSince")
    segmentNames = fields.optionalDated("segmentNames", document: document) { $0.word("value") }
    signInDays = fields.optionalDated("signInDays", document: document) { $0.count("value") }
    preferredCredential = fields.word("preferredCredential", isRequired: false)
    hidesRecipient = fields.flag("hidesRecipient") ?? false
    isOutsideBoundary = fields.flag("outsideBoundary") ?? false
    isInbound = fields.flag("inbound") ?? false
    countries = fields.texts("countries")
  }
}

extension FieldReader {
  /// The dated rows of a key that may be absent.
  mutating func optionalDated<Value: Hashable & Sendable>(
    _ key: String, document: String, _ read: (inout FieldReader) -> Value?
  ) -> [Service.Dated<Value>] {
    guard optional(key) != nil else { return [] }
    return dated(key, document: document, read)
  }
}
