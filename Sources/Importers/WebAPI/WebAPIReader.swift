import Model
import SnapshotReader

/// Reads answers of the Web API into records.
enum WebAPIReader {
  /// The answer that an object belongs to, told from the keys that no other answer has.
  static func kind(of object: JSONNode) -> ImportKind? {
    let signs: [(keys: [String], kind: ImportKind)] = [
      (["resourceId", "kind"], .webAPIConnections),
      (["principalId", "roles"], .webAPIRoleAssignments),
      (["roleName"], .webAPIRoleDefinitions), (["taskId"], .webAPIJobs),
      (["jobId", "jobStatus"], .webAPIJobs), (["jobId", "tasks"], .webAPIJobs),
      (["operationType", "taskStatus"], .webAPIStatus),
      (["identifier", "lastSuccessfulTimestamp"], .webAPIStatus),
      (["cronSchedules", "operationType"], .webAPISchedules),
      (["cronSchedules", "identifiers"], .webAPISchedules),
      (["evaluationStatus"], .webAPISegments), (["segmentQueryExpression"], .webAPISegments),
      (["isB2B"], .webAPIInstance), (["isB2C"], .webAPIInstance),
      (["provisioningState", "instanceType"], .webAPIInstance),
      (["instanceId", "scaleUnitId"], .webAPIInstances),
      (["instanceId", "platformType"], .webAPIInstances),
      (["instanceId", "instanceType"], .webAPIInstances),
      (["qualifiedEntityName"], .webAPITables),
      (["state", "version", "createdUtc"], .webAPITermsOfUse),
    ]
    return signs.first { $0.keys.allSatisfy(object.has) }?.kind
  }

  /// Whether an object is the answer to a call that failed.
  static func isError(_ object: JSONNode) -> Bool {
    object.has("httpStatusCode") && object.has("errorCode")
  }

  /// Reads an answer: one object, a list of them, or a page of a list.
  static func read(_ root: JSONNode, _ given: ImportKind, into gathering: inout Gathering) {
    let answer = root.answer
    let entries = answer.records
    let isTold = given != .webAPI && given != .auto
    guard let kind = isTold ? given : entries.lazy.compactMap(kind).first else {
      let isFailure = entries.first.map(isError) ?? false
      let words =
        isFailure
        ? ("this is the answer to a call that failed", "collect it again")
        : entries.isEmpty
          ? ("an empty answer doesn't say what it lists", "name it, such as webapi-segments:FILE")
          : (
            "this is no answer of the Web API that is known",
            deeper(in: entries) ?? snapshotPart(root)
              ?? "name its kind before the file, such as webapi-connections:FILE"
          )
      gathering.report(.error, "import.kind", "kind", at: root.offset, words.0, words.1)
      return
    }
    if let next = answer.next {
      gathering.openPages.append(
        (kind: kind, place: Place(source: gathering.current, offset: next.offset)))
    } else if answer.isPaged {
      gathering.lastPages.insert(kind)
    }
    if kind == .webAPIRoleDefinitions {
      gathering.report(
        .note, "import.left-out", "roleName", at: root.offset,
        "role definitions say which roles there are, not who has one: nothing is taken from them",
        "import the role assignments")
    }
    for section in sections(kind) { gathering.open(section, isNull: answer.isNull) }
    let shape = ExpectedShape(kind)
    for entry in entries {
      guard entry.isObject, !isError(entry) else {
        gathering.leaveOut(
          kind.rawValue, at: entry.offset,
          entry.isObject
            ? "the answer to a call that failed stands in place of a record"
            : "expected an object in place of this value; it is left out")
        continue
      }
      guard shape.fits(entry) else {
        let other = self.kind(of: entry).map { "it looks like \($0.rawValue)" }
        gathering.leaveOut(
          kind.rawValue, at: entry.offset,
          "an object that is no answer of the kind \(kind.rawValue) is left out", other)
        continue
      }
      gathering.reportDoubledKeys(of: entry)
      readRecord(entry, kind, &gathering)
    }
  }

  /// What to do about values of which those a level deeper are answers.
  private static func deeper(in entries: [JSONNode]) -> String? {
    for entry in entries {
      for member in entry.members {
        guard let inner = member.value.answer.records.lazy.compactMap(kind).first else { continue }
        return "what lies in \(quoted(member.key)) looks like \(inner.rawValue); "
          + "save that in a file of its own"
      }
      guard let inner = entry.entries?.lazy.compactMap(kind).first else { continue }
      return "the list in this list looks like \(inner.rawValue); save that by itself"
    }
    return nil
  }

  /// What to do about a part of a snapshot that somebody wrote by hand.
  private static func snapshotPart(_ root: JSONNode) -> String? {
    let names = Set(Section.allCases.map(\.name))
    return root.members.contains { names.contains($0.key) }
      ? "a part of a snapshot is named snapshot:FILE" : nil
  }

  /// The sections that an answer lists completely in itself, even if it is empty.
  private static func sections(_ kind: ImportKind) -> [Section] {
    switch kind {
    case .webAPIRoleAssignments: [.roleAssignments]
    case .webAPISegments: [.segments]
    case .webAPITables: [.tables]
    case .webAPISchedules: [.schedules]
    case .webAPIConnections: [.connections]
    case .webAPIJobs: [.runs]
    default: []
    }
  }

  private static func readRecord(
    _ object: JSONNode, _ kind: ImportKind, _ gathering: inout Gathering
  ) {
    switch kind {
    case .webAPIInstances, .webAPIInstance: readInstance(object, &gathering)
    case .webAPIRoleAssignments: readRoleAssignment(object, &gathering)
    case .webAPIRoleDefinitions: readRoleDefinition(object, &gathering)
    case .webAPISegments: readSegment(object, &gathering)
    case .webAPITables: readTable(object, &gathering)
    case .webAPIConnections: readConnection(object, &gathering)
    case .webAPITermsOfUse: readTermsOfUse(object, &gathering)
    case .webAPISchedules: WorkflowReader.readSchedule(object, &gathering)
    case .webAPIStatus: WorkflowReader.readStatus(object, &gathering)
    case .webAPIJobs:
      if object.has("taskId") {
        WorkflowReader.readTask(object, of: nil, &gathering)
      } else {
        WorkflowReader.readJob(object, &gathering)
      }
    default: break
    }
  }
}
