import Digests
import Localization
import Model

/// A problem of content as `vouch check` gives it to other tools.
struct CheckFinding {
  /// The problem; its message may be in another language than English.
  private(set) var diagnostic: Diagnostic
  /// SHA-256 of what identifies it, the first 32 digits: the same on every run.
  private(set) var fingerprint: String
  /// The locale of a translation.
  var locale: LocaleTag?
  /// The number of the unit that it is about.
  var unit: Int?
  /// Why it is right as it is, if somebody said so.
  var reason: String?

  /// A problem of a page or of the site.
  init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
    fingerprint = Self.fingerprint(of: diagnostic)
  }

  private static func fingerprint(of diagnostic: Diagnostic) -> String {
    let subject = "\(diagnostic.location.path)\u{1F}\(diagnostic.message)"
    return String(Digests.sha256("\(diagnostic.code)\u{1F}\(subject)").prefix(32))
  }

  /// The finding with its path as it was given, so that it is the same on every machine.
  func relative(to folder: String) -> CheckFinding {
    var finding = self
    finding.diagnostic = diagnostic.relative(to: folder)
    // That of a check of translations doesn't hang on where the folder lies.
    if fingerprint == Self.fingerprint(of: diagnostic) {
      finding.fingerprint = Self.fingerprint(of: finding.diagnostic)
    }
    return finding
  }

  /// What a check of translations found.
  init(_ finding: TranslationFinding, in catalog: MessageCatalog, reason: String? = nil) {
    diagnostic = finding.diagnostic(in: catalog)
    fingerprint = finding.fingerprint
    (locale, unit, self.reason) = (finding.locale, finding.number, reason)
  }
}

extension Diagnostic {
  /// The problem with a path below a folder instead of an absolute one.
  func relative(to folder: String) -> Diagnostic {
    guard location.path.hasPrefix("\(folder)/") else { return self }
    var problem = self
    problem.location.path.removeFirst(folder.count + 1)
    return problem
  }
}

/// All that `vouch check` found, in the order of places.
struct CheckResult {
  var findings: [CheckFinding] = []
  /// What suppressions cover; it doesn't count.
  var suppressed: [CheckFinding] = []

  mutating func sort() {
    findings.sort { $0.diagnostic < $1.diagnostic }
    suppressed.sort { $0.diagnostic < $1.diagnostic }
  }

  /// The codes of all findings, in byte order.
  var codes: [String] { Set((findings + suppressed).map(\.diagnostic.code)).sorted() }
}
