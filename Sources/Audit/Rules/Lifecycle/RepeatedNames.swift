import Model

/// The display names of a section that stand on more than one record, whatever their case and width.
struct RepeatedNames: Sendable {
  /// Another row with the same name, by row.
  private var others: [Int32: Int32] = [:]

  /// Looks through a section; records with one id are one record.
  ///
  /// Complexity: linear in the number of records.
  init(_ snapshot: Snapshot, _ section: Section) {
    let names = snapshot.table(section).identifiers(of: "displayName")
    let keys = snapshot.keys(of: section)
    // The first row with a name, by the name's hash: texts are compared only where hashes agree.
    var first: [Int: Int32] = [:]
    first.reserveCapacity(names.count)
    for (row, name) in names.enumerated() {
      guard let name, !snapshot.isBlank(name) else { continue }
      let folded = Self.fold(snapshot.text(name))
      let hash = Self.hash(folded)
      guard let known = first[hash] else {
        first[hash] = Int32(row)
        continue
      }
      let isSameRecord =
        keys.indices.contains(row) && keys[row] != nil && keys[row] == keys[Int(known)]
      guard !isSameRecord, let other = names[Int(known)],
        Self.fold(snapshot.text(other)) == folded
      else { continue }
      others[Int32(row)] = known
      if others[known] == nil { others[known] = Int32(row) }
    }
  }

  /// Another row with the name of a row.
  func other(than row: Int) -> Int? { others[Int32(row)].map(Int.init) }

  /// A name without regard to case, to the width of its letters and to the white space around it.
  static func fold(_ name: String) -> String {
    if let plain = foldPlain(name) { return plain }
    let folded = String(String.UnicodeScalarView(name.unicodeScalars.map(\.narrowed))).lowercased()
    guard folded.first?.isWhitespace == true || folded.last?.isWhitespace == true else {
      return folded
    }
    let start = folded.firstIndex { !$0.isWhitespace } ?? folded.endIndex
    let end = folded.lastIndex { !$0.isWhitespace }.map(folded.index(after:)) ?? start
    return String(folded[start..<end])
  }

  /// The folded form of a name of printable ASCII, byte by byte; `nil` of any other.
  private static func foldPlain(_ name: String) -> String? {
    let bytes = name.utf8
    guard bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
    let trimmed = bytes.drop { $0 == 0x20 }
    let length = trimmed.count - trimmed.reversed().prefix { $0 == 0x20 }.count
    return String(unsafeUninitializedCapacity: length) { target in
      for (offset, byte) in trimmed.prefix(length).enumerated() {
        target.initializeElement(
          at: offset, to: (0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      }
      return length
    }
  }

  /// The hash of a text, which is the same however its accents are composed.
  private static func hash(_ text: String) -> Int {
    var hasher = Hasher()
    text.hash(into: &hasher)
    return hasher.finalize()
  }
}
