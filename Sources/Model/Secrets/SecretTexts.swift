/// The texts of a snapshot that are, or may be, secrets: what no renderer may print.
///
/// Texts that look like secrets anywhere come from the scanner; random texts count only where their
/// field is named like a secret or holds free data.
public struct SecretTexts: Sendable {
  private let matches: [Identifier: SecretMatch]
  /// The texts themselves.
  private let written: Set<String>
  private let snapshot: Snapshot

  /// The secrets among the texts of a snapshot.
  ///
  /// - Parameters:
  ///   - snapshot: The snapshot.
  ///   - shaped: The texts that the scanner found, as ``scan(_:_:)`` gives them for all texts of
  ///     the pool; `nil` scans them here.
  public init(_ snapshot: Snapshot, shaped: [Identifier: SecretMatch]? = nil) {
    self.snapshot = snapshot
    var matches = shaped ?? Self.scan(snapshot.texts, 0..<snapshot.texts.count)
    for cell in NamedSecrets.cells(of: snapshot) {
      if let known = matches[cell.text], known.certainty >= cell.match.certainty { continue }
      matches[cell.text] = cell.match
    }
    self.matches = matches
    written = Set(matches.keys.map(snapshot.text))
  }

  /// The texts that look like secrets wherever they stand, among a part of a pool.
  ///
  /// Parts can be scanned on several threads. Complexity: linear in their length.
  public static func scan(_ texts: TextPool, _ part: Range<Int>) -> [Identifier: SecretMatch] {
    var found: [Identifier: SecretMatch] = [:]
    for index in part {
      let identifier = Identifier(index: Int32(index))
      if let match = texts.withBytes(identifier, SecretScanner.match) { found[identifier] = match }
    }
    return found
  }

  /// Whether the snapshot holds nothing that looks like a secret.
  public var isEmpty: Bool { matches.isEmpty }

  /// Whether one of them is a secret without doubt.
  public var holdCertainOne: Bool { matches.values.contains { $0.certainty == .certain } }

  /// The texts that look like secrets, in no order.
  public var identifiers: some Collection<Identifier> { matches.keys }

  /// What a text looks like; `nil` if it may be printed.
  public subscript(_ text: Identifier) -> SecretMatch? { matches[text] }

  /// A text as a renderer may print it: masked if it is, or may be, a secret.
  public func printable(_ text: Identifier) -> String {
    matches[text] == nil ? snapshot.text(text) : SecretScanner.masked(snapshot.text(text))
  }

  /// A text as a renderer may print it, whether it stands in the snapshot or was made from it.
  public func printable(_ text: String) -> String {
    let isSecret = written.contains(text) || SecretScanner.match(text) != nil
    return isSecret ? SecretScanner.masked(text) : text
  }
}
