import Model

extension FieldsNeeded {
  static let reads = [
    "collection.sources", "collection.sources.complete", "collection.sources.section",
    "connections.connectionId", "connections.type", "exports.approvedFields",
    "exports.connectionId", "exports.exportId", "exports.fields", "exports.items",
    "exports.items.kind", "exports.items.name", "exports.mapping", "exports.mapping.source",
    "exports.mapping.target", "tables.fields", "tables.fields.classification",
    "tables.fields.name", "tables.name",
  ]

  private static let tables = #"""
    ,"tables":[{"name":"Customer","fields":[{"name":"EMail","classification":"contact"},
    {"name":"Street","classification":"location"},{"name":"Notes","classification":"freeText"},
    {"name":"Points","classification":"general"},{"name":"City"}]},
    {"name":"Orders","fields":[{"name":"Total","classification":"general"}]}]
    """#

  private static func mapped(_ fields: [(String, String)], _ export: String = "") -> String {
    let lines = fields.map { #"{"target":"\#($0.0)","source":"\#($0.1)"}"# }
    return LimitExamples.sections(
      "omnisend", [("A", #""members":1"#)],
      export: #","mapping":[\#(lines.joined(separator: ","))]\#(export)"#, more: tables)
  }

  private static func whole(_ export: String, type: String = "azure-blob-storage") -> String {
    LimitExamples.sections(
      type, export: export, items: #"[{"kind":"table","name":"Orders"}]"#, more: tables)
  }

  private static let email = ("email", "Customer.EMail")

  static let examples =
    LimitExamples.guards(Reason.self, detached: .detached) + [
      example(.pass, "the identifier alone", mapped([email])),
      example(
        .pass, "a documented optional field, spelt in another way, that was approved",
        mapped([email, ("Address", "Customer.Street")], #","approvedFields":["Street"]"#)),
      example(
        .fail, "a field of a delicate class that nobody approved", .delicateField,
        mapped([email, ("address", "Customer.Street")], #","approvedFields":null"#)),
      example(
        .unknown, "nobody looked whether the delicate field was approved", .approvalUnknown,
        mapped([email, ("address", "Customer.Street")])),
      example(
        .fail, "a field that the documents don't name", .fieldNotNeeded,
        mapped([email, ("points", "Customer.Points")], #","approvedFields":["other"]"#)),
      example(
        .pass, "approved by its name at the destination",
        mapped([email, ("points", "Customer.Points")], #","approvedFields":["points"]"#)),
      example(
        .unknown, "nobody looked whether it was approved", .approvalUnknown,
        mapped([email, ("points", "Customer.Points")])),
      example(
        .unknown, "a name that contains a documented one", .approvalUnknown,
        mapped([email, ("country_code", "Customer.Points")])),
      example(
        .unknown, "a field without a class", .unclassified,
        mapped([email, ("city", "Customer.City")])),
      example(
        .unknown, "an export of a segment without any list of fields", .fieldListMissing,
        LimitExamples.sections("omnisend", [("A", #""members":1"#)], more: tables)),
      example(
        .unknown, "a list of fields that can't be read beside a mapping", .fieldListMissing,
        mapped([email], #","fields":"Points","approvedFields":[]"#)),
      example(
        .pass, "a list of fields in place of a mapping",
        LimitExamples.sections(
          "sftp", [("A", #""members":1"#)],
          export: #","fields":["EMail"],"approvedFields":["Customer.EMail"]"#, more: tables)),
      example(
        .pass, "a listed field whose own name the documents have",
        LimitExamples.sections(
          "omnisend", [("A", #""members":1"#)],
          export: #","fields":["EMail"],"approvedFields":[]"#, more: tables)),
      example(
        .pass, "a listed field that is mapped goes out under the name there",
        mapped([("email", "Customer.Points")], #","fields":["Points"],"approvedFields":[]"#)),
      example(
        .unknown, "a listed field whose name can't be read", .approvalUnknown,
        mapped([email], #","fields":[5],"approvedFields":["other"]"#)),
      example(
        .unknown, "a field with a blank name", .approvalUnknown,
        mapped([email, (" ", "Customer.Points")], #","approvedFields":["other"]"#)),
      example(
        .unknown, "nobody recorded where the field goes", .approvalUnknown,
        LimitExamples.sections(
          "omnisend", [("A", #""members":1"#)],
          export: #","mapping":[{"source":"Customer.Points"}],"approvedFields":["other"]"#,
          more: tables)),
      example(
        .unknown, "an approved field whose name can't be read", .approvalUnknown,
        mapped([email, ("points", "Customer.Points")], #","approvedFields":["other",5]"#)),
      example(
        .unknown, "documented, but nobody looked whether whole tables go out", .approvalUnknown,
        LimitExamples.sections(
          "braze", export: #","fields":["email"],"approvedFields":[]"#, items: "null",
          more: tables)),
      example(
        .unknown, "nobody looked whether whole tables go out, mapped or not", .fieldListMissing,
        LimitExamples.sections(
          "sftp", export: #","mapping":[{"target":"email","source":"Customer.EMail"}]"#,
          items: "null", more: tables)),
      example(
        .unknown, "what goes out is a word that nobody knows, so it may be a whole table",
        .approvalUnknown,
        LimitExamples.sections(
          "omnisend", export: #","fields":["EMail"],"approvedFields":[]"#,
          items: #"[{"kind":"audience","name":"A"}]"#, more: tables)),
      example(
        .unknown, "a whole table without a list of fields", .fieldListMissing,
        whole(#","mapping":[{"target":"email"}],"approvedFields":["Total"]"#)),
      example(
        .unknown, "a whole table with an empty list of fields", .fieldListMissing,
        whole(#","fields":[],"approvedFields":["Total"]"#)),
      example(
        .pass, "a table with an approved list",
        whole(#","fields":["Total"],"approvedFields":["Total"]"#)),
      example(
        .fail, "a table whose list nobody approved", .listNotApproved,
        whole(#","fields":["Total"],"approvedFields":null"#)),
      example(
        .unknown, "nobody looked whether the list was approved", .approvalUnknown,
        whole(#","fields":["Total"]"#)),
    ]
}
