import Model

extension FinalRecipient {
  static let reads = [
    "agreements.agreementId", "agreements.kind", "agreements.recipient", "agreements.signedUtc",
    "agreements.validFromUtc", "agreements.validToUtc", "collection.collectedUtc",
    "collection.sources", "collection.sources.complete", "collection.sources.section",
    "connections.connectionId", "connections.target.finalRecipient",
    "connections.target.ownRecipient", "connections.target.readers",
    "connections.target.retentionRule", "connections.type", "connections.viaConnectionId",
  ]

  private static let closed = #","retentionRule":"30 days","readers":["app"]"#
  private static let northwind = #""finalRecipient":"Northwind""#

  private static func document(
    _ target: String, type: String = "azure-blob-storage", more: String = "",
    recipient: String = "NORTHWIND", signed: String = #""2025-01-01T00:00:00Z""#,
    to: String = "null"
  ) -> String {
    #""connections":[{"connectionId":"c-1","type":"\#(type)","target":{\#(target)}\#(more)},"#
      + #"{"connectionId":"c-2","target":{"retentionRule":"7 days","readers":[]}}],"#
      + #""agreements":[{"agreementId":"a-1","recipient":"\#(recipient)","kind":"standardTerms","#
      + #""signedUtc":\#(signed),"validFromUtc":"2025-01-01T00:00:00Z","validToUtc":\#(to)}]"#
  }

  static let examples = [
    onConnection(
      .pass, "named, under agreement, with a closed container", document(northwind + closed)),
    onConnection(
      .pass, "a list of nobody is a list",
      document(northwind + #","retentionRule":"30 days","readers":[]"#)),
    onConnection(
      .unknown, "a reader whose name can't be read", .containerUnknown,
      document(northwind + #","retentionRule":"30 days","readers":["app",42]"#)),
    onConnection(
      .unknown, "a reader without a name", .containerUnknown,
      document(northwind + #","retentionRule":"30 days","readers":[""]"#)),
    onConnection(.pass, "a team of one's own", document(#""ownRecipient":true"#)),
    onConnection(.pass, "a host is no container of one's own", document(northwind, type: "sftp")),
    onConnection(
      .pass, "the container of the connection that it goes through",
      document(northwind, type: "inmobi", more: #","viaConnectionId":"c-2""#)),
    onConnection(
      .unknown, "nobody looked at the container that InMobi pulls from", .containerUnknown,
      document(northwind, type: "inmobi")),
    onConnection(
      .fail, "no agreement with the recipient", .noAgreement,
      document(northwind + closed, recipient: "Fabrikam")),
    onConnection(
      .fail, "the agreement ends this instant", .notInForce,
      document(northwind + closed, to: #""2025-06-01T00:00:00Z""#)),
    onConnection(
      .pass, "it ends a second later", document(northwind + closed, to: #""2025-06-01T00:00:01Z""#)),
    onConnection(
      .fail, "nobody signed the agreement", .notInForce,
      document(northwind + closed, signed: "null")),
    onConnection(
      .unknown, "nobody can read when it was signed", .agreementUnknown,
      document(northwind + closed, signed: #""soon""#)),
    onConnection(
      .unknown, "it has ended, and the register may have another one", .agreementUnknown,
      complete: [.connections], document(northwind + closed, to: #""2025-02-01T00:00:00Z""#)),
    onConnection(
      .unknown, "the container of a connection that nobody listed", .containerUnknown,
      document(northwind + closed, type: "inmobi", more: #","viaConnectionId":"c-3""#)),
    onConnection(
      .unknown, "nobody can read whose container it is", .containerUnknown,
      document(northwind + closed, type: "inmobi", more: #","viaConnectionId":7"#)),
    onConnection(
      .fail, "not one's own, and no retention rule", .noRetention,
      document(northwind + #","ownRecipient":false,"retentionRule":null,"readers":[]"#)),
    onConnection(
      .fail, "no list of readers", .noReaders,
      document(northwind + #","retentionRule":"30 days","readers":null"#)),
    onConnection(
      .unknown, "nobody named the recipient", .recipientUnknown,
      document(#""endpoint":"northwind.example""#, type: "sftp")),
    onConnection(
      .unknown, "neither a blank nor a dash is a name", .recipientUnknown,
      document(#""finalRecipient":" -""#, recipient: "-")),
    onConnection(
      .unknown, "null is no name", .recipientUnknown, document(#""finalRecipient":null"#)),
    onConnection(
      .unknown, "the register may lack the agreement", .agreementUnknown, complete: [.connections],
      document(northwind + closed, recipient: "Fabrikam")),
    onConnection(
      .notApplicable, "the type names the recipient", .notHidden,
      document(northwind, type: "mailchimp")),
    onConnection(
      .unknown, "a type that the catalogue doesn't know", .typeUnknown,
      document(northwind, type: "acme")),
    onConnection(
      .unknown, "a name that several services share", .typeAmbiguous,
      document(northwind, type: "ftp")),
    RuleExample(
      .unknown, "the list of connections isn't called complete",
      LimitExamples.PopulationExample.incomplete, on: "connections", document("")),
  ]
}
