public import Model

extension SubjectKind {
  /// The kind of a section's records, if they have one of their own.
  public init?(_ section: Section) {
    switch section {
    case .environment: self = .environment
    case .connections: self = .connection
    case .exports: self = .export
    case .enrichments: self = .enrichment
    case .principals: self = .principal
    case .segments: self = .segment
    case .schedules: self = .schedule
    case .runs: self = .run
    case .deletions: self = .deletion
    case .agreeSurfaces: self = .agreeSurface
    default: return nil
    }
  }
}

extension Subject {
  /// A record as a subject.
  ///
  /// A qualified id names the section too, for rules that judge records of any section.
  package init(
    _ record: SubjectRecord, kind: SubjectKind, isQualified: Bool, _ snapshot: Snapshot
  ) {
    let keys = snapshot.keys(of: record.section)
    let id: String
    if let key = keys.isEmpty ? nil : keys[record.row] {
      id = isQualified ? "\(record.section.name)/\(snapshot.text(key))" : snapshot.text(key)
    } else {
      id = record.section.isSingle ? record.section.name : "\(record.section.name)#\(record.row)"
    }
    self.init(
      kind, id: id,
      name: snapshot.text(of: record, "displayName").flatMap { $0.isBlank ? nil : $0 },
      pointer: snapshot.pointer(record.section, record.row), record: record)
  }
}

extension Snapshot {
  /// The text of a record's field; `nil` unless there is such a field with a value.
  package func text(of record: SubjectRecord, _ field: String) -> String? {
    let names = table(record.section).identifiers(of: field)
    guard names.indices.contains(record.row), let name = names[record.row] else { return nil }
    return text(name)
  }
}
