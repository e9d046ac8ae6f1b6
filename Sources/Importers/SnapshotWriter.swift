import Model
import SnapshotReader

/// Writes the snapshot with the provenance of each section.
struct SnapshotWriter {
  let merge: SnapshotMerge
  let request: ImportRequest

  func bytes() -> [UInt8] {
    var json = JSONWriter(indentation: 1)
    json.object { root in
      root.member("schema", SnapshotShape.schema)
      for section in Section.allCases {
        if section == .collection {
          root.objectMember(section.name, writeCollection)
        } else {
          write(section, to: &root)
        }
      }
      for (name, value) in merge.gathering.unknownSections {
        root.key(name)
        value.write(to: &root)
      }
    }
    json.newline()
    return json.bytes
  }

  private func write(_ section: Section, to root: inout JSONWriter) {
    let records = merge.merged[section] ?? []
    let contributions = merge.gathering.sources.compactMap { $0.contributions[section] }
    guard !records.isEmpty || !contributions.isEmpty else { return }
    root.key(section.name)
    if records.isEmpty, contributions.allSatisfy(\.isNull) { return root.null() }
    if section.isSingle, let record = records.first {
      root.object { write(record, section, to: &$0) }
    } else if section.isSingle {
      root.null()
    } else {
      root.array { list in
        for record in records {
          list.objectElement { write(record, section, to: &$0) }
        }
      }
    }
  }

  private func write(
    _ record: ImportedRecord, _ section: Section, to object: inout JSONWriter
  ) {
    let shape = section.shape.fields.map(\.name)
    let known = shape.filter { record.fields[$0] != nil }
    let unknown = record.fields.keys.filter { !shape.contains($0) }.sorted()
    var written: Set<Substring> = []
    for name in known + unknown {
      let head = name.prefix { $0 != "." }
      guard head.count < name.count else {
        write(record, name, as: name, to: &object)
        continue
      }
      guard written.insert(head).inserted else { continue }
      object.objectMember(String(head)) { inner in
        for name in known + unknown where name.hasPrefix("\(head).") {
          write(record, name, as: String(name.dropFirst(head.count + 1)), to: &inner)
        }
      }
    }
  }

  private func write(
    _ record: ImportedRecord, _ name: String, as key: String, to object: inout JSONWriter
  ) {
    guard let field = record.fields[name] else { return }
    object.key(key)
    field.value.write(to: &object)
  }

  private func writeCollection(_ object: inout JSONWriter) {
    var record = merge.merged[.collection]?.first ?? ImportedRecord(at: Place(source: 0, offset: 0))
    for (name, value) in [
      ("collectedUtc", request.collectedUtc), ("collectedBy", request.collectedBy),
      ("timeZone", request.timeZone), ("tool", "vouch import"),
      ("toolVersion", request.toolVersion),
    ] {
      if let value { record.set(name, text: value) }
    }
    write(record, .collection, to: &object)
    object.arrayMember("sources") { list in
      for claim in SourceClaims(merge: merge, complete: request.complete).all {
        list.objectElement { writeClaim(claim, to: &$0) }
      }
    }
  }

  private func writeClaim(_ claim: [JSONNode.Member], to object: inout JSONWriter) {
    for member in claim {
      object.key(member.key)
      member.value.write(to: &object)
    }
  }
}
