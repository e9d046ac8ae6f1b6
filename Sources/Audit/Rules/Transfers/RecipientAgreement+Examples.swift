import Model

extension RecipientAgreement {
  static let reads = [
    "agreements.agreementId", "agreements.kind", "agreements.purpose", "agreements.recipient",
    "agreements.reviewedUtc", "agreements.service", "agreements.signedUtc",
    "agreements.validFromUtc", "agreements.validToUtc", "collection.collectedUtc",
    "collection.sources", "collection.sources.complete", "collection.sources.section",
    "connections.connectionId", "connections.purpose", "connections.target.finalRecipient",
    "connections.type",
  ]

  private static func agreement(
    service: String = "klaviyo", kind: String = #""processorContract""#,
    signed: String = #""2025-01-01T00:00:00Z""#, from: String = #""2025-01-01T00:00:00Z""#,
    to: String = #""2026-01-01T00:00:00Z""#, purpose: String = #""Mailings""#,
    reviewed: String = #""2024-06-01T00:00:00Z""#, recipient: String = #""Klaviyo""#,
    id: String = "a-1"
  ) -> String {
    #"{"agreementId":"\#(id)","recipient":\#(recipient),"service":"\#(service)","#
      + #""purpose":\#(purpose),"kind":\#(kind),"signedUtc":\#(signed),"validFromUtc":\#(from),"#
      + #""validToUtc":\#(to),"reviewedUtc":\#(reviewed)}"#
  }

  private static func document(
    _ agreements: String..., type: String = "klaviyo", purpose: String? = #""Mailings""#,
    more: String = ""
  ) -> String {
    let purpose = purpose.map { #","purpose":\#($0)"# } ?? ""
    return #""connections":[{"connectionId":"c-1","type":"\#(type)"\#(purpose)\#(more)}],"#
      + #""agreements":[\#(agreements.joined(separator: ","))]"#
  }

  private static let northwind = #""Northwind""#

  static let examples =
    contents + [
      onConnection(.pass, "in force, and reviewed exactly 365 days ago", document(agreement())),
      onConnection(.pass, "without an end", document(agreement(to: "null"))),
      onConnection(
        .fail, "a blank is no purpose", .noPurpose, document(agreement(purpose: #"" ""#))),
      onConnection(
        .fail, "nor is a mark of punctuation", .noPurpose,
        document(agreement(purpose: #""?""#), purpose: #""-""#)),
      onConnection(
        .unknown, "a purpose of the connection that says nothing", .purposeUnclear,
        document(agreement(), purpose: #""-""#)),
      onConnection(
        .pass, "an alias of the service, and the purpose in the same words",
        document(
          agreement(service: "Brevo"), type: "sendinblue", purpose: #""mailings""#)),
      onConnection(
        .pass, "of two agreements the better one counts",
        document(agreement(to: #""2025-02-01T00:00:00Z""#), agreement(id: "a-2"))),
      onConnection(
        .fail, "of two records of one agreement the worse one counts", .notInForce,
        document(agreement(to: #""2025-02-01T00:00:00Z""#), agreement())),
      onConnection(
        .fail, "whichever of them stands first", .notSigned,
        document(agreement(), agreement(signed: "null"))),
      onConnection(
        .pass, "Microsoft Advertising is outside the boundary",
        document(agreement(service: "microsoftAds"), type: "microsoft-advertising")),
      onConnection(
        .pass, "the recipient behind a host",
        document(
          agreement(service: "sftp", recipient: northwind), type: "sftp",
          more: #","target":{"finalRecipient":"northwind"}"#)),
      onConnection(
        .fail, "an agreement with another recipient behind a host", .noAgreement,
        document(
          agreement(service: "sftp", recipient: northwind), type: "sftp",
          more: #","target":{"finalRecipient":"Fabrikam"}"#)),
      onConnection(
        .unknown, "nobody named the recipient behind a host", .recipientUnknown,
        document(
          agreement(service: "sftp", recipient: northwind), type: "sftp",
          more: #","target":{"finalRecipient":null}"#)),
      onConnection(
        .unknown, "nobody can read with whom the agreement is", .recipientUnknown,
        document(
          agreement(service: "sftp", recipient: "7"), type: "sftp",
          more: #","target":{"finalRecipient":"Northwind"}"#)),
      onConnection(
        .fail, "whoever the recipient is, the agreement has ended", .notInForce,
        document(
          agreement(service: "sftp", to: #""2025-02-01T00:00:00Z""#, recipient: northwind),
          type: "sftp")),
      onConnection(
        .fail, "an agreement with nobody", .noAgreement,
        document(
          agreement(service: "sftp", recipient: "null"), type: "sftp",
          more: #","target":{"finalRecipient":"Northwind"}"#)),
      onConnection(.fail, "no agreement", .noAgreement, document(agreement(service: "braze"))),
      onConnection(
        .notApplicable, "storage of one's own", .notDue, document(type: "azure-blob-storage")),
      onConnection(
        .unknown, "the register may lack one", .registerIncomplete, complete: [.connections],
        document()),
      onConnection(
        .unknown, "there is no register", .registerMissing,
        #""connections":[{"connectionId":"c-1","type":"klaviyo"}]"#),
      onConnection(
        .unknown, "an agreement about a service that nobody knows", .agreementUnplaced,
        document(agreement(service: "Klavyio Inc."))),
      onConnection(
        .unknown, "a host of one's own or of somebody else", .partyUnclear,
        document(type: "sftp-custom-import")),
      onConnection(
        .unknown, "an agreement that ended with what may be a host of one's own", .partyUnclear,
        document(
          agreement(service: "sftp-custom-import", to: #""2025-02-01T00:00:00Z""#),
          type: "sftp-custom-import")),
      onConnection(
        .unknown, "a type that the catalogue doesn't know", .typeUnknown, document(type: "acme")),
      onConnection(
        .unknown, "a name that several services share", .typeAmbiguous, document(type: "ftp")),
      RuleExample(
        .unknown, "the list of connections isn't called complete",
        LimitExamples.PopulationExample.incomplete, on: "connections", document()),
    ]

  private static let contents = [
    onConnection(.fail, "no kind", .notSigned, document(agreement(kind: "null"))),
    onConnection(.fail, "no signature", .notSigned, document(agreement(signed: "null"))),
    onConnection(
      .fail, "signed after the audit", .notSigned,
      document(agreement(signed: #""2025-06-01T00:00:01Z""#))),
    onConnection(
      .unknown, "signed before the audit and after the collection", .factsMissing,
      asOf: "2025-12-01T00:00:00Z",
      document(
        agreement(signed: #""2025-11-01T00:00:00Z""#, reviewed: #""2025-05-01T00:00:00Z""#))),
    onConnection(
      .fail, "ends this instant", .notInForce, document(agreement(to: #""2025-06-01T00:00:00Z""#))),
    onConnection(
      .pass, "ends a second later", document(agreement(to: #""2025-06-01T00:00:01Z""#))),
    onConnection(
      .pass, "begins this instant", document(agreement(from: #""2025-06-01T00:00:00Z""#))),
    onConnection(
      .fail, "begins a second later", .notInForce,
      document(agreement(from: #""2025-06-01T00:00:01Z""#))),
    onConnection(.fail, "no purpose", .noPurpose, document(agreement(purpose: #""""#))),
    onConnection(
      .fail, "reviewed a second too long ago", .reviewOverdue, asOf: "2025-06-01T00:00:01Z",
      document(agreement())),
    onConnection(
      .unknown, "reviewed after the collection, which can't be true", .factsMissing,
      document(agreement(reviewed: #""2099-01-01T00:00:00Z""#))),
    onConnection(.fail, "never reviewed", .reviewOverdue, document(agreement(reviewed: "null"))),
    onConnection(
      .unknown, "null proves nothing where the register isn't called complete", .factsMissing,
      complete: [.connections], document(agreement(kind: "null"))),
    onConnection(
      .unknown, "ended, and the register may have another one", .anotherPossible,
      complete: [.connections], document(agreement(to: #""2025-02-01T00:00:00Z""#))),
    onConnection(
      .unknown, "the purpose in other words", .purposeUnclear,
      document(agreement(), purpose: #""Newsletters""#)),
    onConnection(
      .unknown, "nobody looked for the purpose of the connection", .purposeUnclear,
      document(agreement(), purpose: nil)),
    onConnection(
      .unknown, "the connection has no purpose that the agreement could cover", .purposeUnclear,
      document(agreement(), purpose: "null")),
    onConnection(
      .unknown, "nobody can read the purpose of the connection", .purposeUnclear,
      document(agreement(), purpose: "7")),
    onConnection(
      .fail, "whatever the purpose, the agreement has ended", .notInForce,
      document(agreement(to: #""2025-02-01T00:00:00Z""#), purpose: nil)),
    onConnection(
      .unknown, "nobody looked whether the agreement names a purpose", .factsMissing,
      complete: [.connections], document(agreement(purpose: "null"))),
    onConnection(
      .unknown, "nobody looked when it ends", .factsMissing,
      document(#"{"service":"klaviyo","kind":"standardTerms","purpose":"Mailings"}"#)),
    onConnection(
      .unknown, "only the day of its end is known, and it is today", .factsMissing,
      asOf: "2025-06-01T12:00:00Z",
      document(agreement(to: #""2025-06-01""#, reviewed: #""2025-01-01T00:00:00Z""#))),
  ]
}
