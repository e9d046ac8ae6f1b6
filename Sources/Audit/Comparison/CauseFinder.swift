import Model

/// Tells from what two runs recorded why a finding differs.
///
/// What can't have changed is ruled out by digests. If several things changed that each may be why,
/// all are named: the reports alone don't tell more.
struct CauseFinder {
  let before: RunFacts
  let after: RunFacts

  /// Why a finding that both runs have differs.
  func ofChange(_ old: RecordedFinding, _ new: RecordedFinding) -> [ChangeCause] {
    let isSameWithoutExceptions =
      old.originalOutcome == new.originalOutcome && old.severity == new.severity
      && old.reason == new.reason
    var causes = isSameWithoutExceptions ? [] : ofDifference(old, new)
    // An exception matters only where both runs have something to accept.
    if old.originalOutcome.isOpen, new.originalOutcome.isOpen,
      (old.outcome == .accepted) != (new.outcome == .accepted)
    {
      causes.append(.exception)
      // The same exceptions begin and end as time goes by.
      if before.exceptions == after.exceptions, before.clock != after.clock,
        !causes.contains(.clock)
      {
        causes.append(.clock)
      }
    }
    return causes
  }

  /// Why only one of the runs lists a finding; a sampled one may have it and not list it.
  func ofAppearance(_ finding: RecordedFinding, isSampled: Bool) -> [ChangeCause] {
    guard let old = before.rules[finding.rule], let new = after.rules[finding.rule],
      isSameEnvironment
    else { return [.scope] }
    if finding.kind == SubjectKind.section.rawValue { return [.scope] }
    let section = section(of: finding)
    let hasOtherScope = section.map(self.hasOtherScope) ?? false
    // A section that one run lacks has other records for that.
    if hasOtherScope, let section, before.sections[section]?.state != after.sections[section]?.state
    {
      return [.scope]
    }
    var causes: [ChangeCause] = []
    let sections = Set(old.sections + new.sections + [section].compactMap { $0 })
    if sections.contains(where: { before.sections[$0]?.sha256 != after.sections[$0]?.sha256 }) {
      causes.append(.data)
    }
    if old.sha256 != new.sha256 { causes.append(.rule) }
    // Which subjects there are, neither parameters nor the catalogue nor time decide.
    if isSampled {
      if !old.isSet(as: new) { causes.append(.parameter) }
      if before.catalogue != after.catalogue { causes.append(.catalogue) }
    }
    if hasOtherScope { causes.append(.scope) }
    guard causes.isEmpty else { return causes }
    return isSampled ? ofDistantDifference(sections) : [.data]
  }

  private func ofDifference(_ old: RecordedFinding, _ new: RecordedFinding) -> [ChangeCause] {
    guard let oldRule = before.rules[old.rule], let newRule = after.rules[new.rule] else {
      return [.scope]
    }
    var causes: [ChangeCause] = []
    if old.recordDigest != new.recordDigest || old.evidenceDigest != new.evidenceDigest {
      causes.append(.data)
    }
    if oldRule.sha256 != newRule.sha256 { causes.append(.rule) }
    if !oldRule.isSet(as: newRule) { causes.append(.parameter) }
    if before.catalogue != after.catalogue { causes.append(.catalogue) }
    let sections = Set(oldRule.sections + newRule.sections)
    if !isSameEnvironment || sections.contains(where: hasOtherScope) {
      causes.append(.scope)
    }
    return causes.isEmpty ? ofDistantDifference(sections) : causes
  }

  /// Why a finding differs although the records it names, the rule and its surroundings are the same.
  private func ofDistantDifference(_ sections: Set<String>) -> [ChangeCause] {
    var causes: [ChangeCause] = []
    if before.clock != after.clock { causes.append(.clock) }
    if sections.contains(where: { before.sections[$0] != after.sections[$0] }) {
      causes.append(.data)
    }
    if causes.isEmpty, before.toolVersion != after.toolVersion { causes.append(.rule) }
    if causes.isEmpty, before.inputs != after.inputs { causes.append(.data) }
    return causes
  }

  /// Whether both runs are on one environment; ids are the same whatever their case.
  private var isSameEnvironment: Bool {
    before.environment?.lowercased() == after.environment?.lowercased()
  }

  /// Whether a section was collected in another way.
  private func hasOtherScope(_ name: String) -> Bool {
    guard let old = before.sections[name], let new = after.sections[name] else {
      return before.sections[name] != after.sections[name]
    }
    return !old.hasSameScope(as: new)
  }

  /// The section that supplies the subject.
  private func section(of finding: RecordedFinding) -> String? {
    guard let kind = SubjectKind(rawValue: finding.kind) else { return nil }
    switch kind {
    case .section: return finding.id
    case .record, .identifier:
      return finding.id.split(whereSeparator: { "/#".contains($0) }).first.map(String.init)
    default: return Section.allCases.first { SubjectKind($0) == kind }?.name
    }
  }
}
