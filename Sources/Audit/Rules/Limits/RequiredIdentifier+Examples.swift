import Model

extension RequiredIdentifier {
  static let reads = [
    "collection.sources", "collection.sources.complete", "collection.sources.section",
    "connections.connectionId", "connections.type", "exports.connectionId", "exports.exportId",
    "exports.mapping", "exports.mapping.source", "exports.mapping.target", "exports.targeting",
    "tables.fields", "tables.fields.fillRate", "tables.fields.name", "tables.name",
  ]

  private static let customer = #"""
    ,"tables":[{"name":"Customer","fields":[{"name":"EMail","fillRate":0.5},
    {"name":"Phone","fillRate":0.49},{"name":"First","fillRate":1},{"name":"Last","fillRate":1},
    {"name":"Street","fillRate":0.9},{"name":"BrazeId","fillRate":0.9},{"name":"AltEmail"},
    {"name":"Percent","fillRate":30},{"name":"Debt","fillRate":-0.1},
    {"name":"Twice","fillRate":0.9},{"name":"Twice","fillRate":0.1}]}]
    """#

  private static func mapped(
    _ type: String, _ fields: [(String, String)], export: String = "", tables: String = customer
  ) -> String {
    let lines = fields.map { #"{"target":"\#($0.0)","source":"\#($0.1)"}"# }
    return LimitExamples.sections(
      type, export: #","mapping":[\#(lines.joined(separator: ","))]\#(export)"#, more: tables)
  }

  static let examples =
    LimitExamples.guards(Reason.self, detached: .detached) + mappings + fields

  private static let mappings = [
    example(.pass, "the identifier is mapped", mapped("adroll", [("email", "Customer.EMail")])),
    example(.pass, "spelt in another way", mapped("adroll", [("E-Mail", "Customer.EMail")])),
    example(.fail, "nothing is mapped", .identifierNotMapped, mapped("adroll", [])),
    example(
      .fail, "something else is mapped", .identifierNotMapped,
      mapped("adroll", [("first_name", "Customer.First")])),
    example(
      .unknown, "a name that looks right", .nameUnverified,
      mapped("adroll", [("email_address", "Customer.EMail")])),
    example(
      .unknown, "nobody looked at the mapping", .mappingAbsent, LimitExamples.sections("adroll")),
    example(
      .notApplicable, "no identifier is demanded", .noIdentifierRule,
      mapped("azure-blob-storage", [("email", "Customer.EMail")])),
    example(
      .pass, "both identifiers of Braze",
      mapped(
        "braze", [("email", "Customer.EMail"), ("braze_customer_id", "Customer.BrazeId")])),
    example(
      .fail, "one of the two that Braze demands", .identifierNotMapped,
      mapped("braze", [("email", "Customer.EMail")])),
    example(
      .pass, "one of several is enough",
      mapped("facebook", [("email", "Customer.EMail"), ("phone", "Customer.Phone")])),
    example(
      .pass, "a name and an address make one identifier",
      mapped(
        "facebook",
        [
          ("first_name", "Customer.First"), ("last_name", "Customer.Last"),
          ("address", "Customer.Street"),
        ])),
    example(
      .fail, "a name without an address", .identifierNotMapped,
      mapped("facebook", [("first_name", "Customer.First"), ("last_name", "Customer.Last")])),
    example(
      .unknown, "another identifier of a profile may do", .nameUnverified,
      mapped("adobe-campaign-standard", [("crm_id", "Customer.BrazeId")])),
    example(
      .pass, "the chosen targeting decides",
      mapped(
        "linkedin-ads", [("email", "Customer.EMail"), ("website", "Customer.Site")],
        export: #","targeting":"contact""#)),
    example(
      .fail, "mapped for the other targeting", .identifierNotMapped,
      mapped(
        "linkedin-ads", [("email", "Customer.EMail")], export: #","targeting":"company""#)),
    example(
      .pass, "no targeting, but only persons are mapped",
      mapped("linkedin-ads", [("email", "Customer.EMail")])),
    example(
      .unknown, "a targeting that can't be read", .targetingUnknown,
      mapped("linkedin-ads", [("email", "Customer.EMail")], export: #","targeting":"zz""#)),
    example(
      .fail, "whatever the targeting, neither is mapped", .identifierNotMapped,
      mapped("linkedin-ads", [("city", "Customer.City")], export: #","targeting":"zz""#)),
    example(
      .unknown, "no targeting, and both are mapped", .targetingUnknown,
      mapped("linkedin-ads", [("email", "Customer.EMail"), ("website", "Customer.Site")])),
    example(
      .fail, "no targeting, and neither is mapped", .identifierNotMapped,
      mapped("linkedin-ads", [("city", "Customer.City")])),
  ]

  private static let fields = [
    example(
      .fail, "a field that doesn't exist", .sourceFieldNotFound,
      mapped("adroll", [("email", "Customer.Mail")])),
    example(
      .unknown, "nobody looked at the tables", .tableUnknown,
      mapped("adroll", [("email", "Customer.EMail")], tables: "")),
    example(
      .fail, "seldom filled", .fillRateLow, mapped("adroll", [("email", "Customer.Phone")])),
    example(
      .unknown, "how often it is filled is not known", .fillRateUnknown,
      mapped("adroll", [("email", "Customer.AltEmail")])),
    example(
      .unknown, "a percentage is no share", .fillRateUnknown,
      mapped("adroll", [("email", "Customer.Percent")])),
    example(
      .unknown, "neither is less than nothing", .fillRateUnknown,
      mapped("adroll", [("email", "Customer.Debt")])),
    example(
      .unknown, "a field that is listed twice, with two rates", .fillRateUnknown,
      mapped("adroll", [("email", "Customer.Twice")])),
    example(
      .pass, "a field of the profile without its table", mapped("adroll", [("email", "EMail")])),
    example(
      .pass, "of two fields for one identifier the better one counts",
      mapped("adroll", [("email", "Customer.Phone"), ("email", "Customer.EMail")])),
  ]
}
