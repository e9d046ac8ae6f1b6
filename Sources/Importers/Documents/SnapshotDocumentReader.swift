import Model
import SnapshotReader

/// Reads a snapshot, or a part of one, as a source among others.
enum SnapshotDocumentReader {
  static func read(_ root: JSONNode, into gathering: inout Gathering) {
    if let schema = root["schema"], schema.text != SnapshotShape.schema {
      gathering.report(
        .error, "import.schema", "schema", at: schema.offset,
        "this is no snapshot of a format that is known", "expected '\(SnapshotShape.schema)'")
      return
    }
    for member in root.members where member.key != "schema" {
      guard let section = Section(name: member.key) else {
        gathering.report(
          .warning, "import.section", member.key, at: member.value.offset,
          "\(quoted(member.key)) is no section of the format; it is kept as it is")
        gathering.unknownSections.append((member.key, member.value))
        continue
      }
      read(member.value, section, &gathering)
    }
  }

  private static func read(
    _ value: JSONNode, _ section: Section, _ gathering: inout Gathering
  ) {
    if value.isNull { return gathering.open(section, isNull: true) }
    let records = section.isSingle ? [value] : value.entries
    guard let records, !section.isSingle || value.isObject else {
      gathering.report(
        .error, "import.section", section.name, at: value.offset,
        "\(section.name) is \(section.isSingle ? "no object" : "no list")")
      return
    }
    guard records.isEmpty || records.contains(where: \.isObject) else {
      gathering.report(
        .error, "import.section", section.name, at: value.offset,
        "\(section.name) holds no objects", "each record is an object")
      return
    }
    gathering.open(section)
    for entry in records {
      guard entry.isObject else {
        gathering.leaveOut(
          section.name, at: entry.offset,
          "expected an object in place of this value; it is left out")
        continue
      }
      var object = entry
      if section == .collection {
        let current = gathering.current
        gathering.earlierSources += (entry["sources"]?.entries ?? []).map { (current, $0) }
        object = JSONNode(
          .object(entry.members.filter { $0.key != "sources" }), at: entry.offset)
      }
      gathering.add(record(object, section, &gathering), to: section)
    }
  }

  private static func record(
    _ object: JSONNode, _ section: Section, _ gathering: inout Gathering
  ) -> ImportedRecord {
    var record = gathering.record(at: object.offset)
    let names = section.shape.fields.map(\.name)
    var seen: Set<String> = []
    func note(_ key: String, _ value: JSONNode) {
      guard !seen.insert(key).inserted else { return }
      gathering.report(
        .warning, "import.duplicate", "\(section.name).\(key)", at: value.offset,
        "\(section.name).\(key) stands twice in one object; the last one is taken")
    }
    for member in object.members {
      note(member.key, member.value)
      let below = names.filter { $0.hasPrefix("\(member.key).") }
      if below.isEmpty || !(member.value.isObject || member.value.isNull) {
        record.set(member.key, member.value)
      } else if member.value.isNull {
        for name in below { record.set(name, member.value) }
      } else {
        for inner in member.value.members {
          note("\(member.key).\(inner.key)", inner.value)
          record.set("\(member.key).\(inner.key)", inner.value)
        }
      }
    }
    record.links.name = record.text("displayName")
    return record
  }
}
