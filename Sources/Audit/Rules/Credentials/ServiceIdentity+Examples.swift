import Model

extension ServiceIdentity {
  static let reads = [
    "collection.sources", "collection.sources.complete", "collection.sources.section",
    "connections.connectionId", "connections.credential.deputyPrincipalId",
    "connections.credential.exportUserPrincipalId", "connections.credential.method",
    "connections.credential.ownerPrincipalId", "connections.type", "exports.connectionId",
    "principals.enabled", "principals.groupMembers", "principals.principalId",
    "principals.principalType", "principals.serviceAccount",
  ]

  private static let people =
    #","principals":[{"principalId":"app","principalType":"app","enabled":true},"#
    + #"{"principalId":"svc","principalType":"user","enabled":true,"serviceAccount":true},"#
    + #"{"principalId":"ann","principalType":"user","enabled":true,"serviceAccount":false},"#
    + #"{"principalId":"bob","principalType":"user","enabled":true},"#
    + #"{"principalId":"grp","principalType":"group","enabled":true},"#
    + group("own", ["ann"]) + group("none", []) + group("all", ["ann", "bob"])
    + group("gone", ["ann", "off"]) + group("far", ["ann", "eve"]) + group("deep", ["all"])
    + group("shut", ["bob"], isEnabled: false)
    + #"{"principalId":"dim","principalType":"user","serviceAccount":true},"#
    + #"{"principalId":"off","principalType":"user","enabled":false,"serviceAccount":true}]"#
    + #","exports":[{"connectionId":"c-1"}]"#

  private static func group(
    _ name: String, _ members: [String], isEnabled: Bool = true
  ) -> String {
    let listed = members.map { "\"\($0)\"" }.joined(separator: ",")
    return #"{"principalId":"\#(name)","principalType":"group","enabled":\#(isEnabled),"#
      + #""groupMembers":[\#(listed)]},"#
  }

  private static func document(_ type: String, _ credential: String) -> String {
    #""connections":[{"connectionId":"c-1","type":"\#(type)","#
      + #""credential":{\#(credential)}}]\#(people)"#
  }

  /// A connection whose type demands an export user.
  private static func user(_ name: String, deputy: String? = nil, owner: String? = nil) -> String {
    let deputy = deputy.map { #","deputyPrincipalId":\#($0)"# } ?? ""
    let owner = owner.map { #","ownerPrincipalId":"\#($0)""# } ?? ""
    return document(
      "klaviyo", #""method":"apiKey","exportUserPrincipalId":"\#(name)"\#(deputy)\#(owner)"#)
  }

  /// A person whose deputy is a group.
  private static let groups = [
    onConnection(
      .pass, "a group with somebody else in it as deputy", user("ann", deputy: #""all""#)),
    onConnection(
      .fail, "a group of the person alone", .noDeputy, user("ann", deputy: #""own""#)),
    onConnection(.fail, "a group of nobody", .noDeputy, user("ann", deputy: #""none""#)),
    onConnection(
      .fail, "a group whose other member left", .noDeputy, user("ann", deputy: #""gone""#)),
    onConnection(
      .fail, "a group that is switched off", .noDeputy, user("ann", deputy: #""shut""#)),
    onConnection(
      .unknown, "a group whose members nobody listed", .deputyUnknown,
      user("ann", deputy: #""grp""#)),
    onConnection(
      .unknown, "a group with somebody whom nobody listed", .deputyUnknown,
      user("ann", deputy: #""far""#)),
    onConnection(
      .unknown, "a group in which a group may have somebody", .deputyUnknown,
      user("ann", deputy: #""deep""#)),
  ]

  static let examples =
    methods + groups + [
      onConnection(.pass, "the export user is an application", user("app")),
      onConnection(.pass, "the export user is a service account", user("svc")),
      onConnection(.pass, "a person with a deputy", user("ann", deputy: #""bob""#)),
      onConnection(.fail, "a person without a deputy", .noDeputy, user("ann", deputy: "null")),
      onConnection(
        .fail, "a person is no deputy of their own", .noDeputy, user("ann", deputy: #""ann""#)),
      onConnection(.fail, "a deputy who left", .noDeputy, user("ann", deputy: #""off""#)),
      onConnection(
        .unknown, "a deputy whom nobody listed", .deputyUnknown, user("ann", deputy: #""eve""#)),
      onConnection(.unknown, "nobody looked for a deputy", .deputyUnknown, user("ann")),
      onConnection(
        .unknown, "null proves nothing where the section isn't called complete", .deputyUnknown,
        complete: [], user("ann", deputy: "null")),
      onConnection(
        .unknown, "nobody looked whether the account is a person's", .deputyUnknown,
        user("bob", deputy: "null")),
      onConnection(
        .unknown, "a group is no account", .deputyUnknown, user("grp", deputy: "null")),
      onConnection(.fail, "the export user left", .accountDisabled, user("off")),
      onConnection(
        .fail, "the export user left, and the owner is an application", .accountDisabled,
        user("off", owner: "app")),
      onConnection(
        .fail, "the owner left, and the export user is an application", .accountDisabled,
        user("app", owner: "off")),
      onConnection(
        .pass, "the owner has no deputy, and the export user is an application",
        user("app", deputy: "null", owner: "ann")),
      onConnection(
        .unknown, "nobody listed the owner, who may have left", .accountNotListed,
        user("app", owner: "eve")),
      onConnection(.unknown, "whether the account may sign in", .enabledUnknown, user("dim")),
      onConnection(.unknown, "an account that nobody listed", .accountNotListed, user("eve")),
      onConnection(
        .unknown, "the export user counts, not the owner", .accountUnknown,
        document("klaviyo", #""method":"apiKey","ownerPrincipalId":"app""#)),
      onConnection(
        .unknown, "nobody named an account", .accountUnknown,
        document("klaviyo", #""method":"apiKey""#)),
      RuleExample(
        .unknown, "the list of connections isn't called complete",
        LimitExamples.PopulationExample.incomplete, on: "connections", user("app")),
    ]

  private static let methods = [
    onConnection(
      .pass, "a service principal", document("azure-blob-storage", #""method":"servicePrincipal""#)),
    onConnection(
      .pass, "a managed identity, whatever the type",
      document("acme", #""method":"managedIdentity""#)),
    onConnection(
      .notApplicable, "nothing signs in", .nothingSignsIn, document("sftp", #""method":"none""#)),
    onConnection(
      .pass, "a key of a service account, for a type without export users",
      document("sftp", #""method":"sshKey","ownerPrincipalId":"svc""#)),
    onConnection(
      .unknown, "a key without an owner", .accountUnknown,
      document("sftp", #""method":"sshKey","ownerPrincipalId":null"#)),
    onConnection(
      .fail, "a password where a key is possible", .weakMethod, severity: .low,
      document("sftp", #""method":"password","ownerPrincipalId":"svc""#)),
    onConnection(
      .pass, "a password where nothing else is possible",
      document("salesforce", #""method":"password","ownerPrincipalId":"svc""#)),
    onConnection(
      .fail, "an account key where a service principal is possible", .weakMethod, severity: .low,
      document("azure-blob-storage", #""method":"accountKey""#)),
    onConnection(
      .fail, "a shared access signature where a service principal is possible", .weakMethod,
      severity: .low, document("azure-blob-storage", #""method":"sharedAccessSignature""#)),
    onConnection(
      .unknown, "nobody looked how the connection signs in: perhaps with a password",
      .methodUnknown, document("sftp", #""ownerPrincipalId":"svc""#)),
    onConnection(
      .pass, "nobody looked how the connection signs in, where no way is better than another",
      document("salesforce", #""ownerPrincipalId":"svc""#)),
    onConnection(
      .unknown, "the owner counts, not the export user", .accountUnknown,
      document("sftp", #""method":"sshKey","exportUserPrincipalId":"svc""#)),
    onConnection(
      .unknown, "a type that the catalogue doesn't know", .typeUnknown,
      document("acme", #""method":"apiKey","ownerPrincipalId":"svc""#)),
  ]
}
