import Model

/// TRF-04: targets run by the platform's provider or by the customer belong to the organization of
/// the environment.
struct SameOrganization: PlainRule {
  enum Clause: String, CaseIterable, Sendable {
    /// The target is a Microsoft service or storage of one's own.
    case ownParty
    /// The organization of the target is known.
    case known
    /// It is that of the environment.
    case same
  }

  enum Reason: String, CaseIterable, Sendable, ServiceReason {
    case otherParty = "other-party"
    case typeUnknown = "type-unknown"
    case typeAmbiguous = "type-ambiguous"
    case tenantUnknown = "tenant-unknown"
    case tenantContradicted = "tenant-contradicted"
    case hostNotResolved = "host-not-resolved"
    case environmentTenantUnknown = "environment-tenant-unknown"
    case otherOrganization = "other-organization"
  }

  static let description = RuleDescription(
    "TRF-04", group: .transfers, severity: .high, subject: .connection,
    sections: [.connections, .environment], clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["28", "32(1)(b)", "44"]),
      ControlMapping(.iso27701, ["A.7.5.4", "6.10.2.1"]),
      ControlMapping(.iso27001, ["A.5.14", "A.5.20", "A.5.23"]),
      ControlMapping(.nistPrivacy, ["ID.IM-P7", "PR.AC-P4"]),
      ControlMapping(.nist80053, ["AC-20", "AC-21", "CA-3", "SC-7"]),
      ControlMapping(.soc2, ["CC6.6", "CC6.7", "CC9.2"]),
      ControlMapping(.ccpa, ["1798.100(d)"]),
    ])
  /// The connections.
  static let population = Population.rows([.connections])

  /// A host name proves nothing, unless the environment lists the organization of the host; then it
  /// proves as much as what is stated of the target.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let connection = Connection(context.snapshot, subject.row)
    let match = context.service(of: connection)
    examination.evidence(connection, .type)
    guard let service = match.service else {
      return examination.unknown(Reason(match), ["type": connection.typeText])
    }
    let isOwn = service.party == .microsoft || service.party == .customerStorage
    guard examination.clause(.ownParty, isOwn) == .true else {
      return examination.notApplicable(.otherParty)
    }
    examination.evidence(connection, .targetTenantId)
    if let environment = context.environment { examination.evidence(environment, .tenantId) }
    let host = connection.text(.targetEndpoint).flatMap(Self.host)
    // An id that can't be read may be that of another organization than the host's.
    let isUnreadable = connection[.targetTenantId].isUnreadable
    let targets =
      isUnreadable
      ? []
      : [
        Self.organization(connection[.targetTenantId].known, context),
        host.flatMap { Self.organization(ofHost: $0, context) },
      ].compactMap(\.self)
    guard examination.clause(.known, !targets.isEmpty) == .true else {
      return host.flatMap { host in
        isUnreadable ? nil : examination.unknown(.hostNotResolved, ["host": .code(host)])
      } ?? examination.unknown(.tenantUnknown)
    }
    let own = Self.organization(context.environment?[.tenantId].known, context)
    let answers = Set(targets.map { $0 == own })
    let isSame =
      own == nil || answers.count > 1 ? Truth.missing : Truth(answers.contains(true))
    switch examination.clause(.same, isSame) {
    case .true: return examination.pass()
    case .false: return examination.fail(.otherOrganization)
    case .missing where own == nil: return examination.unknown(.environmentTenantUnknown)
    case .missing: return examination.unknown(.tenantContradicted, ["host": .code(host ?? "")])
    }
  }

  /// The name of an organization as it is compared; `nil` if nothing is in it.
  ///
  /// Neither blanks around it nor the case of a domain's letters make it another one.
  private static func organization(_ id: Identifier?, _ context: AuditContext) -> String? {
    guard let id, !context.snapshot.isBlank(id) else { return nil }
    let text = context.snapshot.text(id).drop(while: \.isWhitespace)
    let blanks = text.reversed().prefix(while: \.isWhitespace).count
    return canonicalIdentifier(String(text.dropLast(blanks))).lowercased()
  }

  /// The host of an address such as `https://contoso.example/path`; `nil` for anything else.
  ///
  /// What stands before `@` is a name to sign in with, whatever it looks like.
  private static func host(_ endpoint: String) -> String? {
    var rest = endpoint[...]
    if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
    rest = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    if let sign = rest.lastIndex(of: "@") {
      // Some readers take a backslash for the end of the host.
      guard !rest[..<sign].contains("\\") else { return nil }
      rest = rest[rest.index(after: sign)...]
    }
    let name = rest.prefix { $0 != ":" }.lowercased()
    let isHost =
      name.contains(".")
      && name.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E
      }
    return isHost ? name : nil
  }

  /// The organization that the environment lists for a host; `nil` if it lists none, or several.
  private static func organization(ofHost host: String, _ context: AuditContext) -> String? {
    guard let rows = context.environment?[.knownHosts].known else { return nil }
    var found: Set<String?> = []
    for offset in 0..<rows.count {
      guard let name = rows.field(offset, "host", Identifier.self).known,
        context.snapshot.text(name).lowercased() == host
      else { continue }
      found.insert(organization(rows.field(offset, "tenantId", Identifier.self).known, context))
    }
    return found.count == 1 ? found.first.flatMap(\.self) : nil
  }
}
