import Model
import SnapshotReader

/// One row of a list, by the meaning of its columns.
///
/// A column that isn't there leaves its field absent; an empty cell says that there is none.
struct ListRow {
  let list: ListLabels.List
  let language: String?
  let cells: [String: CSVTable.Cell]
  let offset: Int

  func read(into gathering: inout Gathering) {
    switch list {
    case .connections: readConnection(&gathering)
    case .exports: readExport(&gathering)
    case .enrichments: readEnrichment(&gathering)
    case .users: readUser(&gathering)
    }
  }

  /// The text of a cell; `nil` if it is empty or its column isn't there.
  private func text(_ column: String) -> String? {
    guard let text = cells[column]?.text, !text.isEmpty else { return nil }
    return text
  }

  /// The value of a cell; `nil` if its column isn't there.
  private func node(_ column: String) -> JSONNode? {
    cells[column].map {
      JSONNode($0.text.isEmpty ? .null : .text($0.text), at: $0.offset)
    }
  }

  /// A record with the cells of columns that are called like fields of the section.
  private func record(_ section: Section, _ gathering: inout Gathering) -> ImportedRecord {
    var record = gathering.record(at: offset)
    for field in section.shape.fields {
      guard let cell = cells[field.name] else { continue }
      // A record without an id in its column is known by its name, as in a list without the column.
      if cell.text.isEmpty, case .key = field.kind { continue }
      record.set(field.name, value(cell, field.kind, gathering))
    }
    record.links.name = text("displayName")
    return record
  }

  private func value(
    _ cell: CSVTable.Cell, _ kind: FieldShape.Kind, _ gathering: Gathering
  ) -> JSONNode {
    let written = JSONNode(.text(cell.text), at: cell.offset)
    guard !cell.text.isEmpty else { return JSONNode(.null, at: cell.offset) }
    switch kind {
    case .instant:
      let time = gathering.dateOrder.flatMap { ListTime.read(cell.text, $0) }
      return time.map { JSONNode(.text($0), at: cell.offset) } ?? written
    case .count:
      return ListTime.count(cell.text).map { JSONNode(.number("\($0)"), at: cell.offset) }
        ?? written
    case .flag:
      switch cell.text.lowercased() {
      case "true": return JSONNode(.flag(true), at: cell.offset)
      case "false": return JSONNode(.flag(false), at: cell.offset)
      default: return written
      }
    default: return written
    }
  }

  /// The meaning of a word; unknown words are reported, and stay as they are.
  private func word(_ column: String, _ gathering: inout Gathering) -> String? {
    guard let cell = cells[column], !cell.text.isEmpty else { return nil }
    return word(cell.text, of: column, at: cell.offset, &gathering)
  }

  private func word(
    _ text: String, of column: String, at offset: Int, _ gathering: inout Gathering
  ) -> String? {
    let labels = gathering.labels
    if let word = labels.word(text, of: column, in: list, language: language) { return word }
    let known = labels.labels(of: column, in: list)
    gathering.report(
      .warning, "import.word", "\(list.rawValue).\(column)", at: offset,
      "\(list.rawValue).\(column): \(quoted(text)) is no word of the list that is known",
      Suggestion.nearest(to: text, among: known).map { "the nearest is '\($0)'" })
    return nil
  }

  private func readConnection(_ gathering: inout Gathering) {
    var record = record(.connections, &gathering)
    if let cell = cells["access"] {
      let parts = cell.text.split { $0 == "," || $0 == ";" }.map { String($0).trimmingSpaces }
      var roles: [String] = []
      for part in parts {
        let word = word(part, of: "access", at: cell.offset, &gathering) ?? part
        // Administrators have access to every connection.
        for role in word == "contributor" ? ["admin", word] : [word] where !roles.contains(role) {
          roles.append(role)
        }
      }
      let list = roles.map { JSONNode(.text($0), at: cell.offset) }
      record.set("allowedRoles", JSONNode(parts.isEmpty ? .null : .list(list), at: cell.offset))
    }
    if record.fields["purposeKind"] == nil, let type = text("type"),
      let family = gathering.family(ofService: gathering.labels.service(named: type) ?? type)
    {
      record.set(
        "purposeKind", text: family == .destination ? "export" : "enrichment",
        from: node("type"), isInferred: true)
    }
    gathering.add(record, to: .connections)
  }

  private func readExport(_ gathering: inout Gathering) {
    var record = record(.exports, &gathering)
    takeConnection(into: &record, gathering)
    let status = word("status", &gathering)
    takeState(status, into: &record)
    gathering.add(record, to: .exports)
    let time = cells["refreshed"].map { value($0, .instant, gathering) }
    if let status, RunStatus(rawValue: status) != nil {
      addRun(status, time, .export, record, &gathering)
    }
    // Whatever came after it, the list shows when the export succeeded last.
    if status != RunStatus.successful.rawValue, time?.text != nil {
      addRun(RunStatus.successful.rawValue, time, .export, record, &gathering)
    }
    if let mode = word("schedule", &gathering) ?? text("schedule") {
      var schedule = gathering.record(at: offset)
      schedule.set("targetKind", text: RunTarget.export.rawValue, isInferred: true)
      schedule.set("targetId", record.fields["exportId"]?.value)
      schedule.set("mode", text: mode, from: node("schedule"))
      schedule.links.target = text("displayName")
      gathering.add(schedule, to: .schedules)
    }
    addConnectionType(record, &gathering)
  }

  private func readEnrichment(_ gathering: inout Gathering) {
    var record = record(.enrichments, &gathering)
    takeConnection(into: &record, gathering)
    let status = word("status", &gathering)
    takeState(status, into: &record)
    gathering.add(record, to: .enrichments)
    if let status, RunStatus(rawValue: status) != nil {
      addRun(status, record.fields["lastRefreshedUtc"]?.value, .enrichment, record, &gathering)
    }
  }

  /// Whether the column of the connection says that there is none.
  private func isNoConnection(_ text: String, _ gathering: Gathering) -> Bool {
    gathering.labels.word(text, of: "connection", in: list, language: language) == "none"
  }

  private func takeConnection(into record: inout ImportedRecord, _ gathering: Gathering) {
    guard let cell = cells["connection"] else { return }
    if cell.text.isEmpty || isNoConnection(cell.text, gathering) {
      record.set("connectionId", JSONNode(.null, at: cell.offset))
    } else {
      record.links.connection = cell.text
    }
  }

  private func takeState(_ status: String?, into record: inout ImportedRecord) {
    switch status {
    case "active", "inactive": record.set("state", text: status ?? "", from: node("status"))
    case "detached":
      record.set("connectionId", JSONNode(.null, at: cells["status"]?.offset ?? offset))
      record.links.connection = nil
    case nil: record.set("state", text("status") == nil ? nil : node("status"))
    default: break
    }
  }

  /// The run that the status speaks of; the time is that of the last success.
  private func addRun(
    _ status: String, _ time: JSONNode?, _ target: RunTarget, _ item: ImportedRecord,
    _ gathering: inout Gathering
  ) {
    var run = gathering.record(at: offset)
    run.set("targetKind", text: target.rawValue, isInferred: true)
    run.set("targetId", item.fields[target == .export ? "exportId" : "enrichmentId"]?.value)
    run.set("status", text: status, from: node("status"))
    if status == RunStatus.successful.rawValue, time?.text != nil { run.set("endUtc", time) }
    run.links.target = text("displayName")
    gathering.addRun(run)
  }

  /// What the list of exports says of a connection in passing.
  private func addConnectionType(_ export: ImportedRecord, _ gathering: inout Gathering) {
    guard let name = export.links.connection, let type = node("connectionType"),
      type.text != nil
    else { return }
    var hint = gathering.record(at: offset)
    hint.set("purposeKind", text: "export", isInferred: true)
    hint.set("type", type, isInferred: true)
    hint.links.name = name
    gathering.hint(hint, of: .connections)
  }

  private func readUser(_ gathering: inout Gathering) {
    var principal = record(.principals, &gathering)
    let name = node("name").flatMap { $0.text == nil ? nil : $0 }
    guard let known = principal.fields["principalId"]?.value ?? name else {
      gathering.leaveOut(
        "users without a name", at: offset, code: "import.row",
        "a user without a name and without an id is left out")
      return
    }
    if let name, let text = name.text {
      principal.set(text.contains("@") ? "upn" : "displayName", name)
      principal.links.name = text
    }
    let type = word("principalType", &gathering) ?? self.text("principalType")
    if let type { principal.set("principalType", text: type, from: node("principalType")) }
    gathering.add(principal, to: .principals)
    guard let cell = cells["role"] else { return }
    var assignment = gathering.record(at: offset)
    assignment.set("principalId", known)
    assignment.set("principalType", principal.fields["principalType"]?.value)
    var roles: [JSONNode] = []
    for part in cell.text.split(whereSeparator: { $0 == "," || $0 == ";" }) {
      let label = String(part).trimmingSpaces
      let role = word(label, of: "role", at: cell.offset, &gathering) ?? label
      roles.append(JSONNode(.text(role), at: cell.offset))
    }
    assignment.set(
      "roles", JSONNode(cell.text.isEmpty ? .null : .list(roles), at: cell.offset))
    gathering.add(assignment, to: .roleAssignments)
  }
}
