import Model

/// The ids that one record uses, and whether they lead to records.
struct RecordReferences {
  /// Whether all of them do.
  var resolved = Truth.true
  /// Whether the record belongs to the environment of the snapshot.
  var isHome = Truth.true
  /// What the first id that leads nowhere should have named.
  var reason = ReferencesResolve.Reason.targetNotFound
  /// Why it is not known whether an id leads anywhere.
  var doubt = ReferencesResolve.Reason.sectionIncomplete
  /// Where the deciding id was looked for.
  var searched: [Section] = []
  /// Whether the record is a run of something that has been removed since.
  var isTargetRemoved = false
  /// The deciding id, as written.
  var missingText = ""
  private var places: [(text: String, pointer: RecordPointer?)] = []

  init(_ record: SubjectRecord, _ resolution: ReferenceResolution, _ context: AuditContext) {
    context.snapshot.forEachCell(of: record) { cell in
      if cell.field.name == "instanceId", !cell.field.kind.isKey {
        checkEnvironment(cell, resolution, context)
      } else if case .reference = cell.field.kind {
        check(cell, resolution, context)
      }
    }
  }

  private mutating func checkEnvironment(
    _ cell: RecordCell, _ resolution: ReferenceResolution, _ context: AuditContext
  ) {
    guard let text = cell.text else { return }
    let answer = cell.state == .value ? resolution.isHome(text) : .missing
    if answer != .true { places.append((context.snapshot.text(text), cell.pointer)) }
    isHome = isHome && answer
  }

  private mutating func check(
    _ cell: RecordCell, _ resolution: ReferenceResolution, _ context: AuditContext
  ) {
    guard let text = cell.text else { return }
    guard cell.state == .value else {
      note(cell, text, .missing, .referenceUnclear, [], context)
      return
    }
    let targets = resolution.targets(of: cell)
    guard !targets.isEmpty, !resolution.resolves(text, in: targets, context) else { return }
    let incomplete = targets.filter { !context.coverage.isComplete($0) }
    guard incomplete.isEmpty else {
      note(cell, text, .missing, .sectionIncomplete, incomplete, context)
      return
    }
    // What ran may have been removed since.
    if cell.record.section == .runs, cell.field.name == "targetId" {
      isTargetRemoved = true
      return
    }
    note(cell, text, .false, Self.reason(cell, targets), targets, context)
  }

  private mutating func note(
    _ cell: RecordCell, _ text: Identifier, _ truth: Truth, _ reason: ReferencesResolve.Reason,
    _ sections: [Section], _ context: AuditContext
  ) {
    places.append((context.snapshot.text(text), cell.pointer))
    let isDecisive = truth == .false ? resolved != .false : resolved == .true
    if isDecisive {
      missingText = context.snapshot.text(text)
      searched = sections
      if truth == .false { self.reason = reason } else { doubt = reason }
    }
    resolved = resolved && truth
  }

  private static func reason(
    _ cell: RecordCell, _ targets: [Section]
  ) -> ReferencesResolve.Reason {
    switch (cell.record.section, cell.field.name) {
    case (.consents, "subjectId"): return .subjectNotFound
    case (.runs, "targetId"), (.schedules, "targetId"): return .targetNotFound
    default: break
    }
    switch targets.first {
    case .principals?: return .principalNotFound
    case .keyVaults?: return .keyVaultNotFound
    case .segments?, .tables?: return .itemNotFound
    default: return .connectionNotFound
    }
  }

  func show<Examined: Rule>(_ examination: inout Examination<Examined>) {
    for place in places {
      examination.evidence(.missingId, .code(place.text), at: place.pointer)
      examination.evidence(.place, place.pointer.map { .code($0.jsonPointer) }, at: place.pointer)
    }
    if !searched.isEmpty {
      examination.evidence(.searched, .list(searched.map { .code($0.name) }))
    }
  }
}
