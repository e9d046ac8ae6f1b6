import Model

extension SameOrganization {
  static let reads = [
    "collection.sources", "collection.sources.complete", "collection.sources.section",
    "connections.connectionId", "connections.target.endpoint", "connections.target.tenantId",
    "connections.type", "environment.knownHosts", "environment.knownHosts.host",
    "environment.knownHosts.tenantId", "environment.tenantId",
  ]

  private static func document(
    _ target: String, type: String = "azure-blob-storage",
    environment: String = #""tenantId":"t-1""#
  ) -> String {
    #""environment":{\#(environment)},"#
      + #""connections":[{"connectionId":"c-1","type":"\#(type)","target":{\#(target)}}]"#
  }

  private static let hosts =
    #""tenantId":"t-1","knownHosts":[{"host":"other.example","tenantId":"t-2"},"#
    + #"{"host":"Contoso.crm4.example","tenantId":"t-1"}]"#

  static let examples = [
    onConnection(.pass, "one organization", document(#""tenantId":"t-1""#)),
    onConnection(
      .fail, "another organization", .otherOrganization, document(#""tenantId":"t-2""#)),
    onConnection(
      .pass, "the environment lists the organization of the host",
      document(
        #""endpoint":"https://contoso.crm4.example:443/api""#, type: "dynamics365-sales",
        environment: hosts)),
    onConnection(
      .unknown, "a name to sign in with that looks like a listed host", .hostNotResolved,
      document(
        #""endpoint":"https://contoso.crm4.example:x@fabrikam.example/""#,
        type: "dynamics365-sales", environment: hosts)),
    onConnection(
      .pass, "a listed host behind a name to sign in with",
      document(
        #""endpoint":"https://ada:x@contoso.crm4.example/api""#, type: "dynamics365-sales",
        environment: hosts)),
    onConnection(
      .unknown, "a host that readers of addresses don't agree on", .tenantUnknown,
      document(
        #""endpoint":"https://fabrikam.example\\@contoso.crm4.example/""#,
        type: "dynamics365-sales", environment: hosts)),
    onConnection(
      .fail, "the listed host belongs to another organization", .otherOrganization,
      document(#""endpoint":"other.example""#, type: "dynamics365-sales", environment: hosts)),
    onConnection(
      .unknown, "the organization of the host is not the one that is stated", .tenantContradicted,
      document(
        #""tenantId":"t-1","endpoint":"other.example""#, type: "dynamics365-sales",
        environment: hosts)),
    onConnection(
      .fail, "whichever is right, it is another one", .otherOrganization,
      document(
        #""tenantId":"t-3","endpoint":"other.example""#, type: "dynamics365-sales",
        environment: hosts)),
    onConnection(
      .unknown, "an organization that nobody can read, and a host of one's own", .tenantUnknown,
      document(
        #""tenantId":7,"endpoint":"contoso.crm4.example""#, type: "dynamics365-sales",
        environment: hosts)),
    onConnection(
      .unknown, "a host that nobody listed", .hostNotResolved,
      document(#""endpoint":"contoso.crm4.example""#, type: "dynamics365-sales")),
    onConnection(
      .unknown, "a host that is listed with two organizations", .hostNotResolved,
      document(
        #""endpoint":"contoso.crm4.example""#, type: "dynamics365-sales",
        environment: hosts.replacing("other.example", with: "contoso.crm4.example"))),
    onConnection(
      .unknown, "no organization and no host", .tenantUnknown, document(#""tenantId":null"#)),
    onConnection(
      .unknown, "an endpoint that is no address", .tenantUnknown,
      document(#""endpoint":"AccountName=x;Key=y.z""#)),
    onConnection(
      .unknown, "the organization of the environment is not known", .environmentTenantUnknown,
      document(#""tenantId":"t-1""#, environment: #""name":"x""#)),
    onConnection(
      .notApplicable, "a third party", .otherParty, document(#""tenantId":"t-2""#, type: "braze")),
    onConnection(
      .unknown, "a type that the catalogue doesn't know", .typeUnknown,
      document(#""tenantId":"t-1""#, type: "acme")),
    onConnection(
      .unknown, "a name that several services share", .typeAmbiguous,
      document(#""tenantId":"t-1""#, type: "blob")),
    RuleExample(
      .unknown, "the list of connections isn't called complete",
      LimitExamples.PopulationExample.incomplete, on: "connections", document("")),
  ]
}
