public import Model

extension Snapshot {
  /// SHA-256 of what a record says, whatever its spacing, the order of its keys and its place.
  ///
  /// Fields that are absent don't take part, so a format with more fields gives the same digest.
  /// Values under keys that the format doesn't know don't take part either.
  public func digest(of record: SubjectRecord) -> String {
    var bytes: [UInt8] = []
    append(table(record.section), record.row, to: &bytes)
    return Digests.sha256(bytes)
  }

  /// SHA-256 of what all records of a section say, in their order.
  public func digest(of section: Section) -> String {
    var digest = IncrementalDigest(.sha256)
    var bytes: [UInt8] = []
    let table = table(section)
    for row in 0..<table.count {
      append(table, row, to: &bytes)
      bytes.append(0x0A)
      if bytes.count > 1 << 16 {
        digest.update(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    digest.update(bytes)
    return digest.finishAsHexadecimal()
  }

  /// The record that a pointer leads to, or leads into.
  public func record(at pointer: RecordPointer) -> SubjectRecord? {
    let parts = pointer.jsonPointer.split(separator: "/", maxSplits: 2)
    guard let section = parts.first.flatMap({ Section(name: $0) }) else { return nil }
    let row = section.isSingle ? 0 : parts.count > 1 ? Int(parts[1]) : nil
    guard let row, (0..<count(section)).contains(row) else { return nil }
    return SubjectRecord(section, row)
  }

  private func append(_ table: Table, _ row: Int, to bytes: inout [UInt8]) {
    guard row < table.count else { return }
    for (position, field) in table.shape.fields.enumerated() {
      let column = table.columns[position]
      let mark = column.mark(row)
      guard mark.state != .absent else { continue }
      bytes += Array(field.name.utf8)
      bytes.append(mark.bits)
      let payload = column.payload(row)
      if mark.state == .value, let child = table.children[position] {
        let first = Int(payload & 0xFFFF_FFFF)
        let count = Int(payload >> 32)
        appendNumber(Int64(count), to: &bytes)
        for row in first..<(first + count) { append(child, row, to: &bytes) }
      } else if mark.state == .value, case .word(let vocabulary) = field.kind,
        vocabulary.words.indices.contains(Int(payload))
      {
        appendText(vocabulary.words[Int(payload)], to: &bytes)
      } else if mark.state == .value, !field.kind.holdsText {
        appendNumber(payload, to: &bytes)
      } else if mark.state != .null {
        appendText(text(Identifier(index: Int32(truncatingIfNeeded: payload))), to: &bytes)
      }
      bytes.append(0)
    }
  }

  private func appendText(_ text: String, to bytes: inout [UInt8]) {
    appendNumber(Int64(text.utf8.count), to: &bytes)
    bytes += Array(text.utf8)
  }

  private func appendNumber(_ number: Int64, to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> Int64(shift)))
    }
  }
}

extension Finding {
  /// SHA-256 of what the subject's record says; `nil` if the subject is no record.
  public func recordDigest(in snapshot: Snapshot) -> String? {
    subject.record.map { snapshot.digest(of: $0) }
  }

  /// SHA-256 of what all records say that the evidence comes from, the subject's own included.
  public func evidenceDigest(in snapshot: Snapshot) -> String {
    let pointed = evaluation.evidence.compactMap { $0.pointer }.compactMap(snapshot.record)
    let records = Set(pointed + [subject.record].compactMap { $0 })
    return Digests.sha256(records.map { snapshot.digest(of: $0) }.sorted().joined(separator: "\n"))
  }
}
