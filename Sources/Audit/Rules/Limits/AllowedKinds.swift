import Model

/// LIM-04: an export carries only kinds of data that its destination takes.
struct AllowedKinds: PlainRule {
  enum Clause: String, CaseIterable, Sendable, DestinationClause {
    /// The export has a connection.
    case attached
    /// Every item is of a kind that the destination takes.
    case kinds
    /// Only fields of the customer profile are mapped in exports of segments.
    case fields
    /// Files have a type that the destination takes.
    case fileType
    /// Soft delete is off at a storage account that demands it.
    case softDelete
    /// No table comes from a folder that the destination can't take.
    case tableSource
  }

  enum Reason: String, CaseIterable, Sendable, DestinationReason {
    case detached
    case connectionUnknown = "connection-unknown"
    case connectionMissing = "connection-missing"
    case typeUnknown = "type-unknown"
    case typeAmbiguous = "type-ambiguous"
    case connectorHasNoExports = "connector-has-no-exports"
    case segmentNotAllowed = "segment-not-allowed"
    case tableNotAllowed = "table-not-allowed"
    case projectedAttribute = "projected-attribute"
    case fileTypeNotAllowed = "file-type-not-allowed"
    case softDeleteOn = "soft-delete-on"
    case commonDataModelSource = "common-data-model-source"
    case itemsUnknown = "items-unknown"
    case itemKindUnknown = "item-kind-unknown"
    case mappingUnclear = "mapping-unclear"
    case settingUnclear = "setting-unclear"
  }

  static let description = RuleDescription(
    "LIM-04", group: .limits, severity: .high, subject: .export,
    sections: [.exports, .connections, .tables], clauses: clauseNames,
    controls: [
      ControlMapping(.gdpr, ["5(1)(b)", "5(1)(c)"]),
      ControlMapping(.iso27701, ["A.7.4.1", "A.7.4.2"]),
      ControlMapping(.iso27001, ["A.5.14", "A.8.12"]),
      ControlMapping(.nistPrivacy, ["CT.DM-P2", "CT.PO-P2"]),
      ControlMapping(.nist80053, ["AC-4", "SI-12(1)"]),
      ControlMapping(.soc2, ["PI1.2", "C1.1", "P4.1"]),
      ControlMapping(.ccpa, ["1798.100(c)"]),
    ])
  /// The exports.
  static let population = Population.rows([.exports])

  /// The kinds of the items decide; further restrictions fail only where they are known.
  func judge(_ subject: SubjectRecord, _ examination: inout Examination<Self>) -> Verdict {
    let context = examination.context
    let export = Export(context.snapshot, subject.row)
    let (connection, service): (Connection, Service)
    switch examination.destination(of: export) {
    case .verdict(let verdict): return verdict
    case .known(let of, let known): (connection, service) = (of, known)
    }
    let content = ExportContent(export, connection, service, context)
    content.show(&examination, export, connection)
    let title = MessageValue.text(service.title)
    let kinds = examination.clause(.kinds, content.kinds)
    let fields = examination.clause(.fields, content.fields)
    let fileType = examination.clause(.fileType, content.fileType)
    let softDelete = examination.clause(.softDelete, content.softDelete)
    let tableSource = examination.clause(.tableSource, content.tableSource)
    if kinds == .false {
      if service.payload == .connector {
        return examination.fail(.connectorHasNoExports, ["service": title])
      }
      return examination.fail(
        service.payload == .segments ? .tableNotAllowed : .segmentNotAllowed,
        ["service": title, "item": .code(content.wrongItem)])
    }
    if fields == .false {
      return examination.fail(.projectedAttribute, ["field": .code(content.projectedField)])
    }
    if fileType == .false {
      return examination.fail(
        .fileTypeNotAllowed, ["service": title, "type": .code(export.text(.fileType) ?? "")])
    }
    if softDelete == .false { return examination.fail(.softDeleteOn, ["service": title]) }
    if tableSource == .false {
      return examination.fail(
        .commonDataModelSource, ["service": title, "item": .code(content.folderTable)])
    }
    if kinds == .missing {
      return examination.unknown(content.areItemsKnown ? .itemKindUnknown : .itemsUnknown)
    }
    if fields == .missing { return examination.unknown(.mappingUnclear) }
    if (fileType && softDelete && tableSource) == .missing {
      return examination.unknown(
        .settingUnclear, ["service": title, "field": .code(content.unreadableFact ?? "")])
    }
    return examination.pass()
  }
}
