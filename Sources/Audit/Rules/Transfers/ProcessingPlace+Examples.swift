import Model

extension ProcessingPlace {
  static let reads = [
    "agreements.agreementId", "agreements.impactAssessment", "agreements.region",
    "agreements.service", "agreements.signedUtc", "agreements.transferMechanism",
    "agreements.validFromUtc",
    "agreements.validToUtc",
    "collection.collectedUtc", "collection.sources", "collection.sources.complete",
    "collection.sources.section", "connections.connectionId",
    "connections.credential.keyVaultRef", "connections.target.region", "connections.type",
    "environment.copilot.crossGeo", "environment.copilot.crossGeoAgreedUtc",
    "environment.dataStorage", "environment.instanceId", "environment.region",
    "environment.storageRegion", "keyVaults.keyVaultId", "keyVaults.region",
    "transferRecords.connectionId", "transferRecords.impactAssessment",
    "transferRecords.mechanismReason", "transferRecords.transferMechanism",
    "transferRecords.transferRecordId",
  ]

  private static func document(
    _ region: String?, type: String = "braze", credential: String = #""keyVaultRef":null"#,
    agreements: String = "", records: String = "",
    environment: String = #""region":"northeurope""#
  ) -> String {
    let region = region.map { #","target":{"region":"\#($0)"}"# } ?? ""
    return #""environment":{"instanceId":"i-1",\#(environment)},"#
      + #""connections":[{"connectionId":"c-1","type":"\#(type)","#
      + #""credential":{\#(credential)}\#(region)}],"agreements":[\#(agreements)],"#
      + #""transferRecords":[\#(records)],"keyVaults":[{"keyVaultId":"kv-1","region":"westeurope"},"#
      + #"{"keyVaultId":"kv-2","region":"North Europe"}]"#
  }

  private static func agreement(
    _ mechanism: String, service: String = "braze", to: String = "null", region: String = "null",
    signed: String = #""2025-01-01T00:00:00Z""#, id: String = "a-1"
  ) -> String {
    // An assessment is evidence beside the mechanism; the agreement stands without it too.
    #"{"agreementId":"\#(id)","service":"\#(service)","validFromUtc":"2025-01-01T00:00:00Z","#
      + #""validToUtc":\#(to),"signedUtc":\#(signed),"transferMechanism":\#(mechanism),"region":\#(region),"#
      + #""impactAssessment":"TIA-2025-3"}"#
  }

  private static func record(_ mechanism: String, _ more: String = "") -> String {
    #"{"transferRecordId":"r-1","connectionId":"c-1","transferMechanism":"\#(mechanism)","#
      + #""impactAssessment":"TIA-2025-4"\#(more)}"#
  }

  static let examples =
    mechanismExamples + placeExamples + environmentExamples + [
      onConnection(.pass, "one legal area", document("francecentral")),
      onConnection(.pass, "the name of the area is enough", document("EU")),
      onConnection(
        .unknown, "nobody knows the region of the recipient", .regionUnknown, document(nil)),
      onConnection(
        .unknown, "nobody knows the region of the environment", .regionUnknown,
        document("eastus", environment: #""name":"x""#)),
      onConnection(
        .unknown, "a name that the catalogue doesn't have", .regionUnknown,
        document("ap-south-1")),
      onConnection(
        .unknown, "an advertising service works everywhere", .regionUnknown,
        document("northeurope", type: "criteo")),
      onConnection(
        .pass, "unless an agreement fixes the place",
        document(
          nil, type: "criteo",
          agreements: agreement("null", service: "criteo", region: #""northeurope""#))),
      onConnection(
        .unknown, "two agreements fix places in two areas", .regionUnknown,
        document(
          nil, type: "criteo",
          agreements: agreement("null", service: "criteo", region: #""northeurope""#) + ","
            + agreement("null", service: "criteo", region: #""eastus""#, id: "a-2"))),
      onConnection(
        .notApplicable, "nothing leaves", .nothingLeaves,
        document("eastus", type: "sftp-custom-import")),
      onConnection(
        .unknown, "a type that the catalogue doesn't know", .typeUnknown,
        document("northeurope", type: "acme")),
      onConnection(
        .unknown, "a name that several services share", .typeAmbiguous,
        document("northeurope", type: "ftp")),
      RuleExample(
        .unknown, "the list of connections isn't called complete",
        LimitExamples.PopulationExample.incomplete, on: "connections", document("eu")),
    ]

  private static let mechanismExamples = [
    onConnection(.fail, "another area, and no mechanism", .noMechanism, document("eastus")),
    onConnection(
      .pass, "standard clauses", document("eastus", agreements: agreement(#""standardClauses""#))),
    onConnection(
      .fail, "another record of the agreement has no clauses", .noMechanism,
      document(
        "eastus",
        agreements: agreement(#""standardClauses""#) + "," + agreement(#""none""#))),
    onConnection(
      .fail, "another record of the same entry has no mechanism", .noMechanism,
      document("eastus", records: record("adequacy") + "," + record("none"))),
    onConnection(
      .fail, "standard clauses that nobody signed", .noMechanism,
      document("eastus", agreements: agreement(#""standardClauses""#, signed: "null"))),
    onConnection(
      .unknown, "standard clauses that were signed nobody knows when", .mechanismUnknown,
      document("eastus", agreements: agreement(#""standardClauses""#, signed: #""soon""#))),
    onConnection(
      .fail, "standard clauses that end this instant", .noMechanism,
      document(
        "eastus",
        agreements: agreement(#""standardClauses""#, to: #""2025-06-01T00:00:00Z""#))),
    onConnection(
      .fail, "an agreement without a mechanism", .noMechanism,
      document("eastus", agreements: agreement("null"))),
    onConnection(
      .unknown, "an agreement whose derogation has no reason on record", .mechanismUnknown,
      document("eastus", agreements: agreement(#""derogation""#))),
    onConnection(
      .pass, "a mechanism in the records of processing",
      document("eastus", records: record("adequacy"))),
    onConnection(
      .fail, "a record that states that there is none", .noMechanism,
      document("eastus", records: record("none"))),
    onConnection(
      .pass, "a derogation with its reason",
      document("eastus", records: record("derogation", #","mechanismReason":"asked for""#))),
    onConnection(
      .fail, "a derogation without a reason", .noMechanism,
      document("eastus", records: record("derogation", #","mechanismReason":null"#))),
    onConnection(
      .unknown, "the registers may lack a mechanism", .mechanismUnknown,
      complete: [.connections, .environment], document("eastus")),
    onConnection(
      .unknown, "a mechanism doesn't stand for a region that nobody knows", .regionUnknown,
      document(nil, agreements: agreement(#""standardClauses""#))),
    onConnection(
      .unknown, "nor for one that nobody can place", .regionUnknown,
      document("ap-south-1", agreements: agreement(#""bindingRules""#))),
    onConnection(
      .unknown, "an agreement about an unknown service may hold a mechanism", .mechanismUnknown,
      document("eastus", agreements: agreement("null", service: "acme"))),
    onConnection(
      .unknown, "clauses with somebody, where nobody named who gets the files",
      .mechanismUnknown,
      document(
        "eastus", type: "sftp", agreements: agreement(#""standardClauses""#, service: "sftp"))),
  ]

  private static let placeExamples = [
    onConnection(
      .pass, "storage in the region of the environment",
      document("North Europe", type: "azure-blob-storage")),
    onConnection(
      .fail, "storage in another region of the area", .storageElsewhere,
      document("westeurope", type: "azure-blob-storage")),
    onConnection(
      .unknown, "storage somewhere in the area", .placeUnknown,
      document("eu", type: "azure-blob-storage")),
    onConnection(
      .fail, "the vault lies in another region", .vaultElsewhere,
      document("northeurope", type: "klaviyo", credential: #""keyVaultRef":"kv-1""#)),
    onConnection(
      .pass, "the vault lies in the same region",
      document("northeurope", type: "klaviyo", credential: #""keyVaultRef":"kv-2""#)),
    onConnection(
      .unknown, "a vault that nobody described", .placeUnknown,
      document("northeurope", type: "klaviyo", credential: #""keyVaultRef":"kv-3""#)),
    onConnection(
      .fail, "a region outside the countries that the service covers", .coverageContradicted,
      document("northeurope", type: "experian")),
    onConnection(
      .pass, "a region inside them, under standard clauses",
      document(
        "us", type: "experian",
        agreements: agreement(#""standardClauses""#, service: "experian"))),
  ]

  private static func environment(_ members: String) -> String {
    #""connections":[],"environment":{"instanceId":"i-1","region":"northeurope",\#(members)}"#
  }

  private static let environmentExamples = [
    onConnection(
      .pass, "managed storage, and Copilot stays", on: "i-1",
      environment(#""dataStorage":"managed","copilot":{"crossGeo":false}"#)),
    onConnection(
      .pass, "a lake in the same region, and Copilot with an agreement", on: "i-1",
      environment(
        #""dataStorage":"ownDataLake","storageRegion":"northeurope","#
          + #""copilot":{"crossGeo":true,"crossGeoAgreedUtc":"2025-01-01T00:00:00Z"}"#)),
    onConnection(
      .fail, "a lake in another region", .storageElsewhere, on: "i-1",
      environment(
        #""dataStorage":"ownDataLake","storageRegion":"westeurope","copilot":{"crossGeo":false}"#)),
    onConnection(
      .fail, "Copilot without an agreement", .copilotNotAgreed, on: "i-1",
      environment(
        #""dataStorage":"managed","copilot":{"crossGeo":true,"crossGeoAgreedUtc":null}"#)),
    onConnection(
      .unknown, "the agreement on Copilot is dated after the collection", .copilotUnknown,
      on: "i-1",
      environment(
        #""dataStorage":"managed","copilot":{"crossGeo":true,"#
          + #""crossGeoAgreedUtc":"2031-01-01T00:00:00Z"}"#)),
    onConnection(
      .unknown, "nobody looked at Copilot", .copilotUnknown, on: "i-1",
      environment(#""dataStorage":"managed""#)),
    onConnection(
      .unknown, "nobody looked where the data is kept", .placeUnknown, on: "i-1",
      environment(#""copilot":{"crossGeo":false}"#)),
  ]
}
