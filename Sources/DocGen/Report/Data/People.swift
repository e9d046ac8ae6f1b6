import Model

/// The people, groups and applications behind the ids that the report shows.
struct People: Sendable {
  /// The page that names them, below the folder of the report, without its suffix.
  static let path = "registers/people"

  private let byText: [String: Int]

  init(_ snapshot: Snapshot) {
    var byText: [String: Int] = [:]
    for (row, principal) in snapshot.rows(Principal.self).enumerated() {
      guard let id = principal[.principalId].known.map({ snapshot.text($0) }) else { continue }
      byText[id] = byText[id] ?? row
    }
    self.byText = byText
  }

  /// The place of a person on the key page.
  static func anchor(_ row: Int) -> String { "person-\(row + 1)" }

  /// The address of a person by the id as the snapshot writes it, if the key page names it.
  func href(_ id: String, _ wording: Wording, toReport: String) -> String? {
    byText[id].map { toReport + wording.page(Self.path, anchor: Self.anchor($0)) }
  }

  /// A mail address with the first letter of its name alone, so that the page doesn't list addresses.
  static func masked(_ mail: String) -> String {
    guard let at = mail.lastIndex(of: "@"), let first = mail.first, first != "@" else {
      return mail
    }
    return "\(first)…\(mail[at...])"
  }
}
