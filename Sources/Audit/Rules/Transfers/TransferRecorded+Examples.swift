import Model

extension TransferRecorded {
  static let reads = [
    "collection.sources", "collection.sources.complete", "collection.sources.section",
    "connections.connectionId", "connections.purpose", "connections.type",
    "enrichments.connectionId", "enrichments.enrichmentId", "enrichments.mapping",
    "enrichments.purpose", "enrichments.removedUtc", "exports.connectionId", "exports.exportId",
    "exports.fields", "exports.mapping", "exports.purpose", "exports.removedUtc",
    "runs.recordCount", "runs.recordCountSource", "runs.startUtc", "runs.status", "runs.targetId",
    "runs.targetKind",
    "transferRecords.categories", "transferRecords.connectionId", "transferRecords.purpose",
    "transferRecords.recipient", "transferRecords.retention", "transferRecords.subjects",
    "transferRecords.transferMechanism", "transferRecords.transferRecordId",
  ]

  private static let entry = #""startUtc":"2025-05-01T00:00:00Z","recordCount":10"#
  private static let mapping = #","mapping":[{"target":"email"}]"#

  private static func record(
    _ purpose: String = "Mailings", recipient: String = #""Klaviyo""#,
    categories: String = #"["mail address"]"#, subjects: String = #"["customers"]"#,
    mechanism: String = #""none""#, retention: String = #""90 days""#, id: String = "t-1"
  ) -> String {
    #"{"transferRecordId":"\#(id)","connectionId":"c-1","purpose":"\#(purpose)","#
      + #""recipient":\#(recipient),"categories":\#(categories),"subjects":\#(subjects),"#
      + #""transferMechanism":\#(mechanism),"retention":\#(retention)}"#
  }

  private static func document(
    _ records: String..., purpose: String = #","purpose":"mailings""#, export: String = mapping,
    enrichments: String = "", runs: String = entry, type: String = "klaviyo"
  ) -> String {
    #""connections":[{"connectionId":"c-1","type":"\#(type)"\#(purpose)}],"#
      + #""exports":[{"exportId":"e-1","connectionId":"c-1"\#(export)}],"#
      + #""enrichments":[\#(enrichments)],"runs":[{"targetId":"e-1",\#(runs)}],"#
      + #""transferRecords":[\#(records.joined(separator: ","))]"#
  }

  static let examples =
    recordExamples + runExamples + [
      onConnection(
        .notApplicable, "nothing leaves", .nothingLeaves, document(type: "sftp-custom-import")),
      onConnection(
        .unknown, "there is no register", .registerMissing,
        #""connections":[{"connectionId":"c-1"}]"#),
      RuleExample(
        .unknown, "the list of connections isn't called complete",
        LimitExamples.PopulationExample.incomplete, on: "connections", document(record())),
    ]

  private static let recordExamples = [
    onConnection(.pass, "the purpose is recorded, and all is filled", document(record())),
    onConnection(
      .pass, "each export has a purpose of its own, and a record",
      document(record("Campaigns"), export: mapping + #","purpose":"Campaigns""#)),
    onConnection(.fail, "no record at all", .noRecord, document()),
    onConnection(
      .fail, "a purpose of an export without a record", .purposeNotRecorded,
      document(record(), export: mapping + #","purpose":"Campaigns""#)),
    onConnection(
      .unknown, "an export whose purpose can't be read", .purposeUnknown,
      document(record(), export: mapping + #","purpose":["resale"]"#)),
    onConnection(
      .unknown, "an enrichment whose purpose can't be read", .purposeUnknown,
      document(
        record(),
        enrichments: #"{"enrichmentId":"n-1","connectionId":"c-1","purpose":["resale"]}"#)),
    onConnection(
      .pass, "a removed export serves no purpose",
      document(
        record(),
        export: mapping + #","purpose":"Campaigns","removedUtc":"2025-05-02T00:00:00Z""#)),
    onConnection(
      .fail, "a purpose of an enrichment without a record", .purposeNotRecorded,
      document(
        record(),
        enrichments: #"{"enrichmentId":"n-1","connectionId":"c-1","purpose":"Demographics"}"#)),
    onConnection(
      .pass, "a removed enrichment serves no purpose",
      document(
        record(),
        enrichments: #"{"enrichmentId":"n-1","connectionId":"c-1","purpose":"Demographics","#
          + #""removedUtc":"2025-05-02T00:00:00Z"}"#)),
    onConnection(
      .unknown, "the register may lack the record", .registerIncomplete,
      complete: [.connections, .runs], document()),
    onConnection(
      .unknown, "a record that doesn't tell its connection may be this one's",
      .registerIncomplete, document(#"{"transferRecordId":"t-2","purpose":"Mailings"}"#)),
    onConnection(
      .unknown, "a record that doesn't tell its purpose may be of this one", .purposeUnknown,
      document(#"{"transferRecordId":"t-2","connectionId":"c-1"}"#)),
    onConnection(
      .fail, "a record that doesn't tell its purpose, and is incomplete for any",
      .purposeNotRecorded,
      document(#"{"transferRecordId":"t-2","connectionId":"c-1","retention":null}"#)),
    onConnection(
      .pass, "of two records of a purpose one is complete",
      document(record(retention: "null"), record(id: "t-2"))),
    onConnection(
      .fail, "of two entries with one id the worse one counts", .recordIncomplete,
      document(record(), record(retention: "null"))),
    onConnection(
      .unknown, "nobody stated the purpose", .purposeUnknown, document(record(), purpose: "")),
    onConnection(
      .unknown, "a blank is no purpose", .purposeUnknown,
      document(record(" "), purpose: #","purpose":" ""#)),
    onConnection(
      .unknown, "nor is a mark of punctuation, whatever the record has", .purposeUnknown,
      document(record("?"), purpose: #","purpose":"-""#)),
    onConnection(
      .unknown, "nobody said that these are all exports", .purposeUnknown,
      complete: [.connections, .runs, .transferRecords], document(record())),
    onConnection(
      .unknown, "an export of unknown connection may serve another purpose", .purposeUnknown,
      document(record(), export: mapping + #"},{"exportId":"e-2","purpose":"Other""#)),
    onConnection(
      .unknown, "records can't name a connection without an id", .registerIncomplete,
      on: "connections#0", document().replacing(#""connectionId":"c-1","type""#, with: #""type""#)),
    onConnection(
      .unknown, "the register may lack the record of this purpose", .purposeUnknown,
      complete: [.connections, .runs], document(record("Campaigns"))),
    onConnection(
      .fail, "no recipient", .recordIncomplete, document(record(recipient: "null"))),
    onConnection(
      .fail, "no recipient, and an export of unknown connection may serve another purpose",
      .recordIncomplete,
      document(
        record(recipient: "null"), export: mapping + #"},{"exportId":"e-2","purpose":"Other""#)),
    onConnection(.fail, "no categories", .recordIncomplete, document(record(categories: "[]"))),
    onConnection(
      .fail, "categories that say nothing", .recordIncomplete,
      document(record(categories: #"[""," "]"#))),
    onConnection(
      .unknown, "subjects that can't be read", .recordUnclear,
      document(record(subjects: "[42]"))),
    onConnection(.fail, "no subjects", .recordIncomplete, document(record(subjects: "null"))),
    onConnection(.fail, "no mechanism", .recordIncomplete, document(record(mechanism: "null"))),
    onConnection(.fail, "no retention", .recordIncomplete, document(record(retention: "null"))),
    onConnection(
      .unknown, "nobody looked at the retention", .recordUnclear,
      document(
        #"{"connectionId":"c-1","purpose":"Mailings","recipient":"Klaviyo","#
          + #""categories":["mail address"],"subjects":["customers"],"transferMechanism":"none"}"#)),
  ]

  private static let runExamples = [
    onConnection(
      .unknown, "a run without its number", .disclosureIncomplete,
      document(record(), runs: #""startUtc":"2025-05-01T00:00:00Z","recordCount":null"#)),
    onConnection(
      .unknown, "a run without its time", .disclosureIncomplete,
      document(record(), runs: #""recordCount":10"#)),
    onConnection(
      .unknown, "nobody looked which fields were sent", .disclosureIncomplete,
      document(record(), export: "")),
    onConnection(
      .pass, "the fields stand in a list of their own",
      document(record(), export: #","fields":["EMail"]"#)),
    onConnection(
      .pass, "a skipped run sent nothing", document(record(), runs: #""status":"skipped""#)),
    onConnection(
      .pass, "a number that was derived",
      document(record(), runs: entry + #","recordCountSource":"derived""#)),
    onConnection(
      .unknown, "the log may lack runs", .disclosureIncomplete,
      complete: [.connections, .exports, .transferRecords], document(record())),
    onConnection(
      .unknown, "a removed export of unknown connection ran", .disclosureIncomplete,
      document(
        record(),
        export: mapping + #"},{"exportId":"e-2","removedUtc":"2025-05-02T00:00:00Z""#,
        runs: entry + #"},{"targetId":"e-2",\#(entry)"#)),
    onConnection(
      .unknown, "a run that doesn't tell what ran", .disclosureIncomplete,
      document(record(), runs: entry + #"},{\#(entry)"#)),
    onConnection(
      .pass, "such a run is one of a segment",
      document(record(), runs: entry + #"},{"targetKind":"segment",\#(entry)"#)),
    onConnection(
      .unknown, "a run of an enrichment whose fields nobody knows", .disclosureIncomplete,
      document(
        record(), enrichments: #"{"enrichmentId":"n-1","connectionId":"c-1"}"#,
        runs: entry + #"},{"targetId":"n-1",\#(entry)"#)),
    onConnection(
      .pass, "a run of an enrichment with its fields",
      document(
        record(), enrichments: #"{"enrichmentId":"n-1","connectionId":"c-1"\#(mapping)}"#,
        runs: entry + #"},{"targetId":"n-1",\#(entry)"#)),
  ]
}
