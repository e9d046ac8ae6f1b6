import Model

/// CON-07: a consent is for this environment and this service, and whatever else asks for an
/// agreement has one of its own.
///
/// Connections are judged by their consents; each other agreement step is a subject too.
struct ConsentForThisEnvironment: PlainRule {
  enum Clause: String, CaseIterable, Sendable {
    /// There is an accepted consent.
    case accepted
    /// It names this environment.
    case sameEnvironment
    /// It names the service of the connection.
    case sameService
    /// It is not older than the environment, or than its copy.
    case afterCreation
    /// An administrator of the tenant has agreed too, where that is needed.
    case tenantAgreed
  }

  enum Reason: String, CaseIterable, Sendable {
    case noAcceptedConsent = "no-accepted-consent"
    case consentsMissing = "consents-missing"
    case consentsIncomplete = "consents-incomplete"
    case stateUnknown = "state-unknown"
    case underlyingUnknown = "underlying-connection-unknown"
    case otherEnvironment = "other-environment"
    case otherService = "other-service"
    case olderThanEnvironment = "older-than-environment"
    case environmentUnknown = "environment-not-stated"
    case serviceUnknown = "service-unknown"
    case orderUnknown = "order-unknown"
    case stepWithoutConsent = "step-without-consent"
    case noTenantConsent = "no-tenant-consent"
    case tenantConsentUnknown = "tenant-consent-unknown"
  }

  static let description = RuleDescription(
    "CON-07", group: .consent, severity: .high, subject: .connection,
    sections: [.connections, .agreeSurfaces, .consents, .environment], clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["24", "28(3)", "30(1)"]),
      ControlMapping(.iso27701, ["A.7.2.8", "A.7.5.3"]),
      ControlMapping(.iso27001, ["A.5.9", "A.5.14", "A.5.23"]),
      ControlMapping(.nistPrivacy, ["ID.IM-P7", "CM.AW-P4"]),
      ControlMapping(.nist80053, ["CA-3", "CM-12", "PM-5(1)"]),
      ControlMapping(.soc2, ["P6.2", "CC2.1"]),
      ControlMapping(.ccpa, ["1798.100(d)"]),
    ])
  /// The connections and the other agreement steps.
  static let population = Population.rows([.connections, .agreeSurfaces])

  /// One consent that is right in every part suffices.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let step = ConsentedStep(subject, context)
    switch examination.clause(.accepted, step.exist) {
    case .false:
      return step.surface == nil
        ? examination.notApplicable(.noAcceptedConsent) : examination.fail(.stepWithoutConsent)
    case .missing: return examination.unknown(step.doubt)
    case .true: break
    }
    let fits = step.consents.map { ConsentFit($0, step, context) }
    let best = fits.max { $0.weight < $1.weight }
    if let best { show(best.consent, step, &examination) }
    let environment = examination.clause(.sameEnvironment, best?.environment ?? .missing)
    let service = examination.clause(.sameService, best?.service ?? .missing)
    let order = examination.clause(.afterCreation, best?.order ?? .missing)
    let tenant = examination.clause(.tenantAgreed, step.tenantAgreed)
    // There may be another consent that fits.
    if (environment && service && order && tenant) != .true, step.mayHaveMore {
      return examination.unknown(step.doubt)
    }
    if environment == .false { return examination.fail(.otherEnvironment) }
    if service == .false { return examination.fail(.otherService) }
    if order == .false { return examination.fail(.olderThanEnvironment) }
    if tenant == .false { return examination.fail(.noTenantConsent) }
    if environment == .missing { return examination.unknown(.environmentUnknown) }
    if service == .missing { return examination.unknown(.serviceUnknown) }
    if order == .missing { return examination.unknown(.orderUnknown) }
    return tenant == .missing ? examination.unknown(.tenantConsentUnknown) : examination.pass()
  }

  private func show(
    _ consent: Consent, _ step: ConsentedStep, _ examination: inout Examination<Self>
  ) {
    examination.evidence(consent, .instanceId)
    examination.evidence(consent, .service)
    examination.evidence(consent, .acceptedUtc)
    if let surface = step.surface { examination.evidence(surface, .kind) }
    guard let environment = examination.context.environment else {
      return
    }
    examination.evidence(environment, .instanceId)
    examination.evidence(environment, .createdUtc)
    examination.evidence(environment, .copiedUtc)
  }
}

/// A connection, or something else that asks for an agreement, with its accepted consents.
private struct ConsentedStep {
  /// The accepted consents.
  var consents: [Consent] = []
  /// The other agreement step; `nil`: the subject is a connection.
  var surface: AgreeSurface?
  /// The connection whose consents count.
  var connection: Connection?
  /// Whether there may be consents that can't be seen.
  var mayHaveMore = false
  /// Why it is not known which consents there are.
  var doubt = ConsentForThisEnvironment.Reason.stateUnknown
  /// Whether an administrator of the tenant agreed; true where nobody asks for it.
  var tenantAgreed = Truth.true

  init(_ subject: SubjectRecord, _ context: AuditContext) {
    if subject.section == .agreeSurfaces {
      let surface = AgreeSurface(context.snapshot, subject.row)
      self.surface = surface
      add(surface, context)
      return
    }
    let connection = Connection(context.snapshot, subject.row)
    let accepted = AcceptedConsents(connection, context)
    consents = accepted.consents
    mayHaveMore = accepted.gap != nil
    self.connection = connection.consentHolder(context).flatMap {
      context.find(Connection.self, $0)
    }
    switch accepted.gap {
    case .section?: doubt = .consentsMissing
    case .completeness?: doubt = .consentsIncomplete
    case .underlyingConnection?: doubt = .underlyingUnknown
    case .state?, nil: doubt = .stateUnknown
    }
  }

  private mutating func add(_ surface: AgreeSurface, _ context: AuditContext) {
    let coverage = context.coverage
    mayHaveMore = !coverage.isComplete(.consents)
    doubt = coverage.isPresent(.consents) ? .consentsIncomplete : .consentsMissing
    guard let identifier = surface[.surfaceId].known, let kind = surface[.kind].known else {
      (mayHaveMore, doubt) = (true, .stateUnknown)
      return
    }
    // An enrichment of Office data needs the agreement of the tenant's administrator as well.
    let needsTenant = kind == .enrichment
    var byTenant = Truth.false
    for consent in context.consents(of: identifier) {
      let isAbout = consent[.subjectType].known.map { Truth($0 == kind) } ?? .missing
      let isAccepted =
        consent[.state].isNull
        ? .false : consent[.state].known.map { Truth($0 == .accepted) } ?? .missing
      switch isAbout && isAccepted {
      case .false: continue
      case .missing: (mayHaveMore, doubt) = (true, .stateUnknown)
      case .true:
        let capacity = consent[.capacity].known
        if needsTenant {
          byTenant = byTenant || (capacity.map { Truth($0 == .tenantAdministrator) } ?? .missing)
          if capacity == .tenantAdministrator { continue }
        }
        consents.append(consent)
      }
    }
    if needsTenant { tenantAgreed = byTenant }
  }

  /// Whether there is an accepted consent at all.
  var exist: Truth { consents.isEmpty ? (mayHaveMore ? .missing : .false) : .true }
}

/// How far one consent fits.
private struct ConsentFit {
  let consent: Consent
  var environment: Truth
  var service = Truth.true
  var order: Truth

  init(_ consent: Consent, _ step: ConsentedStep, _ context: AuditContext) {
    self.consent = consent
    let home = context.environment
    let stated = consent[.instanceId].known
    environment = .missing
    if let stated, let own = home?[.instanceId].known {
      environment = Truth(
        ReferenceResolution.fold(context.snapshot.text(stated))
          == ReferenceResolution.fold(context.snapshot.text(own)))
    }
    order = Self.order(consent, home, context)
    if step.surface == nil { service = Self.service(consent, step.connection, context) }
  }

  /// How good the fit is: of several consents the best counts.
  var weight: Int {
    let fit = environment && service && order
    return fit == .true ? 2 : fit == .missing ? 1 : 0
  }

  private static func service(
    _ consent: Consent, _ connection: Connection?, _ context: AuditContext
  ) -> Truth {
    guard let stated = consent[.service].known, let type = connection?[.type].known else {
      return .missing
    }
    if stated == type { return .true }
    let family = connection?.family
    switch (context.service(stated, family), context.service(type, family)) {
    case (.known(let left), .known(let right)): return Truth(left.slug == right.slug)
    case (.ambiguous(let candidates), .known(let service)),
      (.known(let service), .ambiguous(let candidates)):
      return candidates.contains { $0.slug == service.slug } ? .missing : .false
    default: return .missing
    }
  }

  /// Whether the consent was given in this environment, not in what it was copied from.
  private static func order(
    _ consent: Consent, _ home: EnvironmentRecord?, _ context: AuditContext
  ) -> Truth {
    guard let home, let agreed = consent[.acceptedUtc].known.map(context.clock.span) else {
      return .missing
    }
    let afterCreation = home[.createdUtc].known.map { agreed >= context.clock.span($0) } ?? .missing
    if let copied = home[.copiedUtc].known {
      return afterCreation && agreed > context.clock.span(copied)
    }
    if home[.copiedUtc].isUnreadable { return afterCreation && .missing }
    let isNoCopy = !context.isStated(home, .copiedFromInstanceId)
    return afterCreation && (isNoCopy == .true ? .true : .missing)
  }
}
