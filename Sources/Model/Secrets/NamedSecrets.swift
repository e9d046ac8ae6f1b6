/// Texts that are suspicious for the name of their field: random text under free keys, and whatever
/// stands under a key such as `password`.
enum NamedSecrets {
  /// A text with what its field makes of it.
  typealias Cell = (text: Identifier, match: SecretMatch)

  /// The suspicious texts of a snapshot.
  static func cells(of snapshot: Snapshot) -> [Cell] {
    var cells: [Cell] = []
    for section in Section.allCases { add(snapshot.table(section), snapshot, &cells) }
    var names: [Identifier: String] = [:]
    for value in snapshot.unknownValues {
      let name =
        names[value.path] ?? snapshot.text(value.path).split(separator: ".").last.map(String.init)
        ?? ""
      names[value.path] = name
      add(value.value, named: name, snapshot, &cells)
    }
    return cells
  }

  private static func add(_ table: Table, _ snapshot: Snapshot, _ cells: inout [Cell]) {
    for (position, field) in table.shape.fields.enumerated() {
      guard let child = table.children[position], child.count > 0 else { continue }
      switch field.kind {
      case .map:
        for row in 0..<child.count {
          guard let key = text(child, 0, row), let value = text(child, 1, row) else { continue }
          add(value, named: snapshot.text(key), snapshot, &cells)
        }
      case .values, .records:
        // Lists of the names of secrets, where a value may have slipped in.
        if field.name.lowercased().contains("secret") {
          for row in 0..<child.count {
            guard let name = text(child, 0, row), isRandom(name, snapshot) else { continue }
            cells.append((name, SecretMatch(.randomText, .likely)))
          }
        }
        add(child, snapshot, &cells)
      default: break
      }
    }
  }

  private static func text(_ table: Table, _ column: Int, _ row: Int) -> Identifier? {
    guard table.shape.fields[column].kind.holdsText else { return nil }
    let column = table.columns[column]
    guard column.mark(row).state == .value else { return nil }
    return Identifier(index: Int32(truncatingIfNeeded: column.payload(row)))
  }

  private static func add(
    _ text: Identifier, named name: String, _ snapshot: Snapshot, _ cells: inout [Cell]
  ) {
    let words = name.lowercased().filter { $0.isLetter || $0.isNumber }
    if isRandom(text, snapshot) {
      let certainty: SecretCertainty = secretNames.contains(words) ? .certain : .likely
      cells.append((text, SecretMatch(.randomText, certainty)))
    } else if passwordNames.contains(words), snapshot.texts.withBytes(text, { $0.count > 3 }) {
      cells.append((text, SecretMatch(.namedPassword, .likely)))
    }
  }

  private static func isRandom(_ text: Identifier, _ snapshot: Snapshot) -> Bool {
    snapshot.texts.withBytes(text, SecretScanner.isRandom)
  }

  /// Names that only a secret has, without case and punctuation.
  private static let secretNames: Set<String> = passwordNames.union([
    "key", "secret", "token", "apikey", "apitoken", "apisecret", "accesskey", "accesstoken",
    "accountkey", "authkey", "authtoken", "bearertoken", "clientkey", "clientsecret",
    "connectionstring", "privatekey", "refreshtoken", "sastoken", "secretkey", "secretvalue",
    "sharedkey", "sharedaccesskey", "storagekey", "subscriptionkey",
  ])

  private static let passwordNames: Set<String> = ["password", "pwd", "passwd", "passphrase"]
}
