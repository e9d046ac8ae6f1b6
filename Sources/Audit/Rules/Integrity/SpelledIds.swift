import Model

/// Ids of one section that differ only in case and braces.
struct SpelledIds: Sendable {
  /// The rows with an earlier row that has the same id in another spelling, a section each.
  private var earlier: [Section: [Int: [Int]]] = [:]

  /// Finds such ids.
  ///
  /// Complexity: linear in the ids, but for sections that hold capitals or braces at all, whose ids
  /// are sorted.
  init(_ snapshot: Snapshot) {
    for section in Section.allCases {
      let keys = snapshot.keys(of: section)
      var needsFolding = false
      for case let key? in keys where !needsFolding {
        needsFolding = snapshot.texts.withBytes(key) { bytes in
          bytes.contains { (0x41...0x5A).contains($0) || $0 == 0x7B }
        }
      }
      if needsFolding { find(keys, section, snapshot) }
    }
  }

  private mutating func find(_ keys: IdentifierColumn, _ section: Section, _ snapshot: Snapshot) {
    var hashes: [(hash: UInt64, row: Int32)] = []
    for (row, key) in keys.enumerated() {
      guard let key else { continue }
      hashes.append((snapshot.texts.withBytes(key, Self.foldedHash), Int32(row)))
    }
    hashes.sort { ($0.hash, $0.row) < ($1.hash, $1.row) }
    var start = 0
    while start < hashes.count {
      var end = start + 1
      while end < hashes.count, hashes[end].hash == hashes[start].hash { end += 1 }
      if end - start > 1 {
        group(hashes[start..<end].map { Int($0.row) }, keys, section, snapshot)
      }
      start = end
    }
  }

  private mutating func group(
    _ rows: [Int], _ keys: IdentifierColumn, _ section: Section, _ snapshot: Snapshot
  ) {
    for (position, row) in rows.enumerated() {
      guard let key = keys[row] else { continue }
      let folded = ReferenceResolution.fold(snapshot.text(key))
      let others = rows[..<position].filter { other in
        guard let otherKey = keys[other], otherKey != key else { return false }
        return ReferenceResolution.fold(snapshot.text(otherKey)) == folded
      }
      if !others.isEmpty { earlier[section, default: [:]][row] = others }
    }
  }

  /// The earlier rows whose id is the same but for its spelling.
  func earlier(than record: SubjectRecord) -> [Int] { earlier[record.section]?[record.row] ?? [] }

  /// A hash of the bytes without braces, in lower case (FNV-1a).
  private static func foldedHash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes where byte != 0x7B && byte != 0x7D {
      let folded = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      hash = (hash ^ UInt64(folded)) &* 0x0000_0100_0000_01B3
    }
    return hash
  }
}

/// Consents with the subject and the time of an earlier one.
struct RepeatedConsents: Sendable {
  /// How a consent repeats an earlier one.
  struct Repetition: Sendable {
    /// The row of the earlier one.
    var earlier: Int
    /// Whether one is accepted and the other isn't.
    var isOpposite: Bool
  }

  private struct Moment: Hashable {
    var subject: Identifier
    var kind: RecordSubject?
    var time: Int64
    var isDayOnly: Bool
  }

  private var repetitions: [Int: Repetition] = [:]

  /// Finds such consents; those without a readable subject, state or time repeat nothing.
  init(_ snapshot: Snapshot) {
    var seen: [Moment: [(row: Int, state: ConsentState)]] = [:]
    for consent in snapshot.rows(Consent.self) {
      guard let subject = consent[.subjectId].known, let state = consent[.state].known,
        let time = consent.time(of: state)
      else { continue }
      let moment = Moment(
        subject: subject, kind: consent[.subjectType].known, time: time.microseconds,
        isDayOnly: time.isDayOnly)
      for other in seen[moment] ?? [] {
        let isOpposite = (other.state == .accepted) != (state == .accepted)
        // Two days may hold two times; the same state twice is still the same record.
        guard other.state == state || (isOpposite && !time.isDayOnly) else { continue }
        guard consent[.consentId].known != Consent(snapshot, other.row)[.consentId].known else {
          continue
        }
        if repetitions[consent.row]?.isOpposite != true {
          repetitions[consent.row] = Repetition(earlier: other.row, isOpposite: isOpposite)
        }
      }
      seen[moment, default: []].append((consent.row, state))
    }
  }

  /// How a consent repeats an earlier one, if it does.
  func repetition(of record: SubjectRecord) -> Repetition? {
    record.section == .consents ? repetitions[record.row] : nil
  }
}

extension Consent {
  /// When the row's state came about.
  fileprivate func time(of state: ConsentState) -> Instant? {
    switch state {
    case .accepted: self[.acceptedUtc].known ?? self[.decidedUtc].known
    case .withdrawn: self[.withdrawnUtc].known ?? self[.decidedUtc].known
    case .declined, .expired, .none: self[.decidedUtc].known
    }
  }
}
