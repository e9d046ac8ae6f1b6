import Model
import SnapshotReader

/// Principals go by their object id where a source tells it, otherwise by their sign-in name.
struct PrincipalNames {
  private var ids: [String: Set<String>] = [:]

  init(_ gathering: Gathering) {
    for record in gathering.records[.principals] ?? [] {
      guard let id = record.text("principalId") else { continue }
      for name in [record.text("upn"), record.text("displayName"), record.links.name] {
        guard let name else { continue }
        ids[name.lowercased(), default: []].insert(id)
      }
    }
  }

  /// The object id behind a name, if it is one principal's.
  func id(of name: String) -> String? {
    guard let found = ids[name.lowercased()], found.count == 1 else { return nil }
    return found.first
  }

  /// Gives principals without an id one, and replaces the names in references.
  func apply(to gathering: inout Gathering) {
    for (section, records) in gathering.records {
      let columns = section.shape.fields.filter(\.refersToPrincipals).map(\.name)
      gathering.records[section] = records.map { record in
        var record = record
        if section == .principals, record.fields["principalId"] == nil,
          let name = record.text("upn") ?? record.links.name
        {
          record.set("principalId", text: id(of: name) ?? name)
        }
        for column in columns {
          guard let value = record.fields[column]?.value else { continue }
          record.fields[column]?.value = resolved(value)
        }
        return record
      }
    }
  }

  private func resolved(_ value: JSONNode) -> JSONNode {
    switch value.content {
    case .text(let name): id(of: name).map { JSONNode(.text($0), at: value.offset) } ?? value
    case .list(let entries): JSONNode(.list(entries.map(resolved)), at: value.offset)
    default: value
    }
  }
}

extension FieldShape {
  /// Whether the field, or each entry of its list, names a principal.
  fileprivate var refersToPrincipals: Bool {
    switch kind {
    case .reference(let sections): sections.contains(.principals)
    case .values(let shape):
      shape.fields.contains {
        if case .reference(let sections) = $0.kind { sections.contains(.principals) } else { false }
      }
    default: false
    }
  }
}
