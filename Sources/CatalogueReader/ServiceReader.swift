import Model
import YAML

/// Reads the facts of one service from the file that describes it.
enum ServiceReader {
  /// The service of a file, as far as it can be read, and what is wrong.
  static func read(
    _ node: YAMLNode, slug: String, family: Service.Family
  ) -> (service: Service?, diagnostics: [Diagnostic]) {
    var fields = FieldReader(node)
    let title = fields.text("title")
    let aliases = fields.texts("aliases")
    let category = fields.text("category")
    let party: Service.Party? = fields.word("party")
    let document = fields.text("document") ?? ""
    let documentDate = fields.day("documentDate", isRequired: true) ?? ""
    _ = fields.text("documentVersion", isRequired: false)
    let payload: Service.Payload? = fields.word("payload")
    let (rule, identifiers) = readIdentifiers(&fields)
    let optionalFields = fields.texts("optionalFields")
    let isHashed = fields.flag("hashed")
    let supportsKeyVault = fields.flag("keyVault") ?? false
    let needsExportUser = fields.flag("exportUser") ?? false
    let hasContractCap = fields.flag("contractCap") ?? false
    let constraints: [Service.Constraint] = fields.words("constraints")
    let successor = fields.text("successor", isRequired: false)
    let limits = fields.dated("limits", document: document) { readLimits(&$0) }
    let maturity: [Service.Dated<Service.Maturity>] =
      fields.dated("maturity", document: document) { $0.word("value") }
    let lifecycle: [Service.Dated<Service.Lifecycle>] =
      fields.dated("lifecycle", document: document) { $0.word("value") }
    let consentStep: [Service.Dated<Service.ConsentStep>] =
      fields.dated("consentStep", document: document) { $0.word("value") }
    let consentStepSince = fields.day("consentStepSince")
    let further = Service.FurtherFacts(&fields, document: document)
    let diagnostics = fields.finish()
    guard let title, let category, let party, let payload else { return (nil, diagnostics) }
    let service = Service(
      slug: slug, title: title, aliases: aliases, family: family, category: category,
      party: party, limits: limits, maturity: maturity, lifecycle: lifecycle,
      consentStep: consentStep, consentStepDocumentedSince: consentStepSince, payload: payload,
      identifierRule: rule, identifiers: identifiers, optionalFields: optionalFields,
      isHashed: isHashed, supportsKeyVault: supportsKeyVault, needsExportUser: needsExportUser,
      hasContractCap: hasContractCap, constraints: Set(constraints), further: further,
      successor: successor,
      source: "\(document), \(documentDate)")
    return (service, diagnostics)
  }

  private static func readLimits(_ fields: inout FieldReader) -> Service.Limits? {
    let kind: Service.LimitKind? = fields.word("kind")
    let limits = Service.Limits(
      maximum: fields.count("maximum"), otherMaximum: fields.count("otherMaximum"),
      scope: fields.word("scope", isRequired: false), kind: kind ?? .none,
      minimum: fields.count("minimum"), durationMinutes: fields.count("minutes"),
      isFewHours: fields.flag("fewHours") ?? false,
      unit: fields.text("unit", isRequired: false) ?? "profiles")
    if kind == .limit, limits.maximum == nil {
      fields.problem("missing-key", "'maximum' is missing; a limit needs it")
    }
    if let other = limits.otherMaximum, other <= limits.maximum ?? 0 {
      fields.problem("bad-number", "'otherMaximum' must be above 'maximum'")
    }
    return kind.map { _ in limits }
  }

  private static func readIdentifiers(
    _ fields: inout FieldReader
  ) -> (Service.IdentifierRule, [Service.IdentifierSet]) {
    guard let node = fields.required("identifiers") else { return (.none, []) }
    var inner = FieldReader(node)
    defer { fields.add(inner.finish()) }
    let rule: Service.IdentifierRule = inner.word("rule") ?? .none
    let names = inner.texts("fields")
    if let sets = inner.optional("sets") {
      if sets.mapping?.isEmpty ?? true {
        inner.problem("shape", "'sets' must have the names of sets as keys", at: sets)
      }
      let alternatives = (sets.mapping ?? []).map { entry in
        Service.IdentifierSet(
          name: entry.key, fields: inner.strings(of: entry.value, named: entry.key))
      }
      return (rule, alternatives)
    }
    if rule != .none, names.isEmpty {
      inner.problem("missing-key", "'fields' is missing; the rule '\(rule.rawValue)' needs it")
    }
    return (rule, names.isEmpty ? [] : [Service.IdentifierSet(name: "", fields: names)])
  }
}
