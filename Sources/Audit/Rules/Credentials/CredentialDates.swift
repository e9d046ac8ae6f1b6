import Model

/// The dates of a credential, or of the API keys of the environment.
struct CredentialDates {
  /// Whether there is something that ages; missing where the method isn't known.
  private(set) var ages = Truth.true
  /// For how many days the provider lets a sign-in live, if it says so.
  private(set) var signInDays: Int?
  /// What the catalogue says of the provider; `nil` for the API keys of the environment.
  private(set) var provider: ServiceMatch?
  /// Whether the age is judged by the last change of the connection, for want of a date.
  private(set) var isBound = false
  /// When each part was changed last; `nil`: not known.
  private var changes: [TimeSpan?] = []
  private var signIn: TimeSpan?
  private var expiry = Field<TimeSpan>.null

  /// The dates of the two API keys of an environment.
  init(_ environment: EnvironmentRecord, _ examination: inout Examination<CredentialAge>) {
    for key in [
      FieldKey<EnvironmentRecord, Instant>.apiKeysPrimaryRotatedUtc, .apiKeysSecondaryRotatedUtc,
    ] {
      examination.evidence(environment, key)
      changes.append(examination.happened(environment[key]))
    }
  }

  /// The dates of the credential of a connection.
  init(_ connection: Connection, _ examination: inout Examination<CredentialAge>) {
    let context = examination.context
    examination.evidence(connection, .type)
    examination.evidence(connection, .credentialMethod)
    examination.evidence(connection, .credentialLastRotatedUtc)
    examination.evidence(connection, .credentialLastAuthenticatedUtc)
    examination.evidence(connection, .credentialExpiresUtc)
    let method = connection[.credentialMethod].known
    ages = method.map { Truth($0.needsSecret) } ?? .missing
    signIn = examination.happened(connection[.credentialLastAuthenticatedUtc])
    let rotated = connection[.credentialLastRotatedUtc]
    var change = examination.happened(rotated)
    if method == .oauth, let signIn {
      // A new sign-in gives a new token.
      change = change.map { $0.earliest > signIn.earliest ? $0 : signIn } ?? signIn
    }
    if rotated.known == nil, !rotated.isUnreadable, let method, method != .oauth {
      change = Self.lastEdit(connection, &examination)
      isBound = change != nil
    }
    changes = [change]
    let match = context.service(of: connection)
    provider = match
    signInDays = match.service?.further.signInDays.on(context.clock.snapshotDay)?.value
    expiry = connection[.credentialExpiresUtc].map { examination.span($0) }
    if case .null = expiry, !context.coverage.isComplete(.connections) { expiry = .absent }
  }

  /// When the connection was last saved, or made: no credential is younger than that unless it was
  /// changed at a time of its own, which nobody recorded.
  private static func lastEdit(
    _ connection: Connection, _ examination: inout Examination<CredentialAge>
  ) -> TimeSpan? {
    examination.evidence(connection, .createdUtc)
    examination.evidence(connection, .updatedUtc)
    guard let created = connection[.createdUtc].known.map({ examination.span($0) }) else {
      return nil
    }
    switch connection[.updatedUtc] {
    case .value(let updated):
      let updated = examination.span(updated)
      return updated.latest < created.latest ? created : updated
    case .null where examination.context.coverage.isComplete(.connections): return created
    case .null, .absent, .unreadable: return nil
    }
  }

  /// Whether everything was changed within a number of days.
  ///
  /// The last edit of the connection bounds the age from below: it can only show that a credential
  /// is too old.
  func rotated(_ now: TimeSpan?, within days: Int) -> Truth {
    changes.reduce(.true) { all, change in
      guard let change, let now else { return all && .missing }
      let isYoung = now <= change.moved(by: Int64(days) * Instant.day)
      return all && (isBound && isYoung == .true ? .missing : isYoung)
    }
  }

  /// Whether it is known who may end a sign-in.
  private var isProviderKnown: Bool { provider.map { $0.service != nil } ?? true }

  /// Whether the sign-in is not older than the provider allows.
  func signInValid(_ now: TimeSpan?) -> Truth {
    guard let signInDays else { return isProviderKnown ? .true : .missing }
    guard let signIn, let now else { return .missing }
    return now <= signIn.moved(by: Int64(signInDays) * Instant.day)
  }

  /// Whether the sign-in is younger than a number of days.
  func signInLasts(_ now: TimeSpan?, from days: Int) -> Truth {
    guard signInDays != nil else { return isProviderKnown ? .true : .missing }
    guard let signIn, let now else { return .missing }
    return now < signIn.moved(by: Int64(days) * Instant.day)
  }

  /// Whether the credential is valid for more than a number of days.
  func unexpired(_ now: TimeSpan?, for days: Int) -> Truth {
    switch expiry {
    case .null: return .true
    case .absent, .unreadable: return .missing
    case .value(let end):
      return now.map { $0.moved(by: Int64(days) * Instant.day) < end } ?? .missing
    }
  }
}
