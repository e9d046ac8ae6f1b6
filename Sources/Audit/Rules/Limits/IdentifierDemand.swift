import Model

/// The identifiers that a destination demands, beside what an export maps.
///
/// The three answers go together: of several ways to meet the demand, the one that comes furthest
/// counts.
struct IdentifierDemand {
  /// The demanded identifiers, for messages.
  var names: [String] = []
  /// Whether enough are mapped.
  var mapped = Truth.missing
  /// Whether the mapped fields exist.
  var exists = Truth.missing
  /// Whether they are filled often enough.
  var filled = Truth.missing
  /// Why the mapping doesn't tell.
  var mappingReason = RequiredIdentifier.Reason.mappingAbsent
  /// The field that decides against the export, or leaves it open.
  var weakest: MappedField?
  /// Whether an id is mapped that makes new profiles where the destination doesn't know it.
  var isForeignIdMapped = false
  private var fields: [MappedField] = []

  init(
    _ export: Export, _ service: Service, _ minimumFill: Double, _ context: AuditContext
  ) {
    names = service.identifiers.flatMap(\.fields)
    guard let mapping = export[.mapping].known else { return }
    fields = (0..<mapping.count).map { MappedField(mapping, $0, export, context) }
    if fields.isEmpty, !context.coverage.isComplete(.exports) { return }
    guard let demanded = demanded(of: service, export) else {
      mappingReason = .targetingUnknown
      return
    }
    names = demanded
    let answers = demanded.map { name in
      Answer(name, fields, minimumFill)
    }
    let answer: Answer? =
      service.identifierRule == .all
      ? answers.min { $0.rank < $1.rank } : answers.max { $0.rank < $1.rank }
    guard let answer else { return }
    mapped = answer.mapped
    mappingReason = .nameUnverified
    exists = answer.exists
    filled = answer.filled
    weakest = answer.weakest
    isForeignIdMapped =
      service.constraints.contains(.foreignIdCreatesProfiles)
      && demanded.contains { $0 != "email" && Answer($0, fields, 0).mapped == .true }
  }

  /// All that the answers depend on besides the tables: the service and what is mapped.
  static func key(_ export: Export, _ service: Service) -> [Int64]? {
    guard let mapping = export[.mapping].known else { return nil }
    var key = [Int64(Int(bitPattern: ObjectIdentifier(service)))]
    switch export[.targeting] {
    case .value(let targeting): key.append(targeting == .contact ? 1 : 2)
    case .unreadable: key.append(3)
    case .absent, .null: key.append(0)
    }
    for offset in 0..<mapping.count {
      key.append(mapping.field(offset, "target", Identifier.self).memoKey)
      key.append(mapping.field(offset, "source", Identifier.self).memoKey)
    }
    return key
  }

  /// The identifiers that count: of alternatives, those of the chosen targeting.
  ///
  /// Where no targeting is chosen, the mapping tells which is meant, unless it mixes both. One that
  /// can't be read may be any; what meets none of them meets that one neither.
  private func demanded(of service: Service, _ export: Export) -> [String]? {
    guard service.identifierRule == .alternatives else {
      return service.identifiers.flatMap(\.fields)
    }
    if let chosen = export[.targeting].known {
      return service.identifiers.first { $0.name == chosen.rawValue }?.fields
    }
    let met = service.identifiers.filter { set in
      set.fields.contains { Answer($0, fields, 0).mapped != .false }
    }
    switch met.count {
    case 0: return service.identifiers.flatMap(\.fields)
    case 1: return export[.targeting].isUnreadable ? nil : met[0].fields
    default: return nil
    }
  }

  func show<Examined: Rule>(_ examination: inout Examination<Examined>, _ export: Export) {
    guard examination.isRecording else { return }
    examination.evidence(export, .targeting)
    for field in fields {
      examination.evidence(
        .mappedField, .list([.code(field.target ?? ""), .code(field.source ?? "")]),
        at: export.pointer)
      if let rate = field.fillRate {
        examination.evidence(.fillRate, .share(rate), at: field.table?.pointer)
      }
    }
  }
}

/// How far one identifier is met.
private struct Answer {
  var mapped = Truth.false
  var exists = Truth.missing
  var filled = Truth.missing
  var weakest: MappedField?

  init(_ name: String, _ fields: [MappedField], _ minimumFill: Double) {
    // A profile may be known by identifiers that the documents don't name.
    if name.hasPrefix("other_"), fields.contains(where: { $0.isNamed("email") == .false }) {
      mapped = .missing
    }
    let ways = IdentifierNames.ways(to: name)
    for way in ways {
      let found = way.map { part in
        fields.filter { $0.isNamed(part) == .true }.max {
          $0.rank(minimumFill) < $1.rank(minimumFill)
        }
      }
      guard found.allSatisfy({ $0 != nil }) else {
        let looksRight = way.allSatisfy { part in
          fields.contains { $0.isNamed(part) != .false }
        }
        if looksRight, mapped == .false { mapped = .missing }
        continue
      }
      let weakest = found.compactMap { $0 }.min { $0.rank(minimumFill) < $1.rank(minimumFill) }
      guard let weakest,
        mapped != .true || weakest.rank(minimumFill) > (self.weakest?.rank(minimumFill) ?? -1)
      else { continue }
      mapped = .true
      exists = weakest.exists
      filled = weakest.isFilled(minimumFill)
      self.weakest = weakest
    }
  }

  /// How far the identifier is met, the best being the largest.
  ///
  /// A name that may be right is worth more than one that is useless.
  var rank: Int {
    switch mapped {
    case .false: 0
    case .missing: 3
    case .true:
      switch exists && filled {
      case .false: exists == .false ? 1 : 2
      case .missing: 4
      case .true: 5
      }
    }
  }
}
