import Model
import SnapshotReader

/// The answers that aren't about workflows.
extension WebAPIReader {
  /// `InstanceInfo` and `InstanceMetadata`: an environment.
  static func readInstance(_ object: JSONNode, _ gathering: inout Gathering) {
    var record = gathering.record(at: object.offset)
    record.take(
      [
        "instanceId": "instanceId", "name": "name", "instanceType": "instanceType",
        "region": "region", "createdUtc": "createdUtc",
      ], from: object)
    if let region = object["azureRegion"], !region.isNull { record.set("region", region) }
    switch (object["isB2C"]?.flag, object["isB2B"]?.flag) {
    case (true, false): record.set("audience", text: "B2C", from: object["isB2C"])
    case (false, true): record.set("audience", text: "B2B", from: object["isB2B"])
    case (true, true):
      gathering.report(
        .note, "import.left-out", "environment.audience", at: object.offset,
        "environment.audience: the environment serves persons and businesses, which the format "
          + "can't say")
    default: break
    }
    gathering.add(record, to: .environment)
  }

  /// `RoleAssignment`: an assignment, and the principal as far as it is described.
  static func readRoleAssignment(_ object: JSONNode, _ gathering: inout Gathering) {
    var record = gathering.record(at: object.offset)
    record.take(
      ["principalId": "principalId", "principalType": "principalType", "roles": "roles"],
      from: object)
    record.links.instanceId = object["instanceId"]?.text
    gathering.add(record, to: .roleAssignments)
    guard object["principalId"]?.text != nil else { return }
    var principal = gathering.record(at: object.offset)
    principal.take(
      ["principalId": "principalId", "principalType": "principalType"], from: object)
    principal.links.instanceId = object["instanceId"]?.text
    gathering.add(principal, to: .principals)
  }

  /// `RoleDefinition`: no record; only roles outside the vocabulary are worth a word.
  static func readRoleDefinition(_ object: JSONNode, _ gathering: inout Gathering) {
    guard let name = object["roleName"], let text = name.text else { return }
    let known = Role.vocabulary.words
    guard !known.contains(where: { $0.lowercased() == text.lowercased() }) else { return }
    gathering.report(
      .warning, "import.word", "roleName", at: name.offset,
      "\(quoted(text)) is a role that the snapshot format doesn't know",
      "known: \(known.joined(separator: ", "))")
  }

  /// `SegmentMetadata`: a segment with its counts, of which only successful ones are taken.
  static func readSegment(_ object: JSONNode, _ gathering: inout Gathering) {
    var record = gathering.record(at: object.offset)
    record.take(["name": "name", "friendlyName": "displayName", "state": "state"], from: object)
    record.links.instanceId = object["instanceId"]?.text
    if let status = object["evaluationStatus"] {
      if status.isNull || isSuccessful(status) {
        record.set("members", status.isNull ? status : status["entityCount"])
        record.set("countedUtc", status.isNull ? status : status["evaluationDate"])
      } else {
        gathering.report(
          .note, "import.left-out", "segments.members", at: status.offset,
          "segments.members: the last evaluation didn't succeed, so its count isn't taken")
      }
    }
    if let history = object["evaluationStatusHistory"] {
      let counts = history.entries?.filter(isSuccessful).map { entry -> JSONNode in
        let members = [("utc", entry["evaluationDate"]), ("members", entry["entityCount"])]
          .compactMap { name, value in value.map { JSONNode.Member(name, $0) } }
        return JSONNode(.object(members), at: entry.offset)
      }
      record.set("history", counts.map { JSONNode(.list($0), at: history.offset) } ?? history)
    }
    gathering.add(record, to: .segments)
  }

  private static func isSuccessful(_ status: JSONNode) -> Bool {
    status["jobStatus"]?.text?.lowercased() == "completedsuccess"
  }

  /// `EntitySize`: a table with its number of rows.
  static func readTable(_ object: JSONNode, _ gathering: inout Gathering) {
    var record = gathering.record(at: object.offset)
    record.take(["qualifiedEntityName": "name", "rowCount": "rowCount"], from: object)
    record.links.instanceId = object["instanceId"]?.text
    gathering.add(record, to: .tables)
  }

  /// `ResourceMetadata`: a connection.
  static func readConnection(_ object: JSONNode, _ gathering: inout Gathering) {
    var record = gathering.record(at: object.offset)
    record.take(
      [
        "resourceId": "connectionId", "name": "displayName", "description": "description",
        "version": "version", "createdBy": "createdBy", "createdUtc": "createdUtc",
        "updatedBy": "updatedBy", "updatedUtc": "updatedUtc", "instanceId": "instanceId",
        "keyVaultMetadataId": "credential.keyVaultRef",
      ], from: object)
    if let kind = object["kind"] {
      // Kinds that name a way of signing in, not a service.
      let methods = [
        "bearerauthenticationconnection": "token", "sshkeyauthenticationconnection": "sshKey",
        "apikeyauthenticationconnection": "apiKey", "basicauthenticationconnection": "password",
      ]
      if let method = kind.text.flatMap({ methods[$0.lowercased()] }) {
        record.set("credential.method", text: method, from: kind)
      } else {
        record.set("type", kind)
        if let family = gathering.family(ofService: kind.text ?? "") {
          record.set(
            "purposeKind", text: family == .destination ? "export" : "enrichment", from: kind,
            isInferred: true)
        }
      }
    }
    if let secrets = object["mappedSecrets"] {
      let mapping = secrets.isNull ? secrets : secrets["byoKeyVaultFieldMapping"]
      let names = mapping?.members.map(\.value)
      record.set(
        "credential.secretNames",
        mapping.map { $0.isObject ? JSONNode(.list(names ?? []), at: $0.offset) : $0 })
    }
    gathering.add(record, to: .connections)
  }

  /// `TermsOfUse`: the pattern of an agreement, of the environment as a whole.
  static func readTermsOfUse(_ object: JSONNode, _ gathering: inout Gathering) {
    var record = gathering.record(at: object.offset)
    record.set("consentId", text: "terms-of-use", isInferred: true)
    record.set("subjectType", text: "environment", isInferred: true)
    record.take(
      [
        "state": "state", "version": "textVersion", "instanceId": "instanceId",
        "createdUtc": "decidedUtc",
      ], from: object)
    if object["state"]?.text?.lowercased() == "accepted" {
      record.set("acceptedUtc", object["createdUtc"])
    }
    gathering.add(record, to: .consents)
  }
}

extension Gathering {
  /// The family of a service whose name is known in one family only.
  func family(ofService name: String) -> Service.Family? {
    let families = Set(catalogue.services(named: name).map(\.family))
    return families.count == 1 ? families.first : nil
  }
}
