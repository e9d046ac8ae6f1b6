import Model

extension AllowedKinds {
  static let reads = [
    "collection.sources", "collection.sources.complete", "collection.sources.section",
    "connections.connectionId", "connections.target.softDeleteEnabled", "connections.type",
    "environment.audience", "exports.connectionId", "exports.exportId", "exports.fileType",
    "exports.items", "exports.items.kind", "exports.items.name", "exports.mapping",
    "exports.mapping.source", "exports.mapping.target", "tables.name", "tables.source",
  ]

  private static func items(
    _ type: String, _ items: String, export: String = "", connection: String = "",
    more: String = ""
  ) -> String {
    LimitExamples.sections(
      type, connection: connection, export: export, items: "[\(items)]", more: more)
  }

  private static let segment = #"{"kind":"segment","name":"A"}"#
  private static let table = #"{"kind":"table","name":"Purchases"}"#

  private static func mapped(_ source: String) -> String {
    #","mapping":[{"target":"email","source":"\#(source)"}]"#
  }

  static let examples =
    LimitExamples.guards(Reason.self, detached: .detached) + [
      example(.pass, "segments to a destination for segments", items("adroll", segment)),
      example(.fail, "a table to it", .tableNotAllowed, items("adroll", segment + "," + table)),
      example(.pass, "tables to a storage account", items("azure-blob-storage", table)),
      example(
        .pass, "the table of customers, too",
        items("azure-blob-storage", #"{"kind":"customer","name":"Customer"}"#)),
      example(
        .fail, "a segment to a storage account", .segmentNotAllowed,
        items("azure-blob-storage", segment)),
      example(.pass, "both to SFTP", items("sftp", segment + "," + table)),
      example(
        .fail, "a connector has no exports", .connectorHasNoExports, items("power-bi", segment)),
      example(
        .unknown, "nobody looked at the items", .itemsUnknown,
        LimitExamples.sections("adroll", items: "null")),
      example(
        .unknown, "the kind of an item is not known", .itemKindUnknown,
        items("adroll", #"{"name":"A"}"#)),
      example(
        .unknown, "the kind of an item is a word that nobody knows", .itemKindUnknown,
        items("adroll", #"{"kind":"audience","name":"A"}"#)),
      example(
        .pass, "a field of the profile", items("adroll", segment, export: mapped("Customer.EMail"))),
      example(
        .fail, "a projected attribute", .projectedAttribute,
        items("adroll", segment, export: mapped("Purchases.LastStore"))),
      example(
        .fail, "a projected attribute, and a table is sent too", .projectedAttribute,
        items("sftp", segment + "," + table, export: mapped("Stores.City"))),
      example(
        .pass, "a field of the table that is sent too",
        items("sftp", segment + "," + table, export: mapped("purchases.Total"))),
      example(
        .unknown, "nobody can read which table is sent too", .mappingUnclear,
        items("sftp", segment + #",{"kind":"table","name":7}"#, export: mapped("Purchases.Total"))),
      example(
        .unknown, "nobody can read what is mapped", .mappingUnclear,
        items("adroll", segment, export: #","mapping":"EMail""#)),
      example(
        .unknown, "nobody can read one of the mapped fields", .mappingUnclear,
        items("adroll", segment, export: #","mapping":[{"target":"email","source":7}]"#)),
      example(
        .unknown, "nor an entry that is no object", .mappingUnclear,
        items("adroll", segment, export: #","mapping":[5]"#)),
      example(
        .fail, "another one is a projected attribute", .projectedAttribute,
        items(
          "adroll", segment,
          export: #","mapping":[{"source":7},{"source":"Purchases.LastStore"}]"#)),
      example(
        .pass, "business accounts map their contacts",
        items(
          "adroll", segment, export: mapped("Contact.EMail"),
          more: #","environment":{"instanceId":"i-1","audience":"B2B"}"#)),
      example(.pass, "a CSV file", items("sftp", table, export: #","fileType":"CSV""#)),
      example(
        .pass, "a CSV file, spelt as the end of its name",
        items("sftp", table, export: #","fileType":".csv ""#)),
      example(
        .pass, "a blank type says nothing", items("sftp", table, export: #","fileType":" ""#)),
      example(
        .unknown, "nobody can read the type of the file", .settingUnclear,
        items("sftp", table, export: #","fileType":42"#)),
      example(
        .unknown, "nobody can read whether soft delete is on", .settingUnclear,
        items(
          "azure-blob-storage", table, connection: #","target":{"softDeleteEnabled":"off"}"#)),
      example(
        .unknown, "nobody can read where a table comes from", .settingUnclear,
        items(
          "azure-synapse-analytics", table, more: #","tables":[{"name":"Purchases","source":7}]"#)),
      example(
        .fail, "another file", .fileTypeNotAllowed,
        items("sftp", table, export: #","fileType":"parquet""#)),
      example(
        .fail, "soft delete is on", .softDeleteOn,
        items(
          "azure-blob-storage", table, connection: #","target":{"softDeleteEnabled":true}"#)),
      example(
        .pass, "soft delete is off",
        items(
          "azure-blob-storage", table, connection: #","target":{"softDeleteEnabled":false}"#)),
      example(
        .fail, "a table from a Common Data Model folder", .commonDataModelSource,
        items(
          "azure-synapse-analytics", table,
          more: #","tables":[{"name":"Purchases","source":"cdm"}]"#)),
      example(
        .pass, "a table from elsewhere",
        items(
          "azure-synapse-analytics", table,
          more: #","tables":[{"name":"Purchases","source":"powerQuery"}]"#)),
    ]
}
