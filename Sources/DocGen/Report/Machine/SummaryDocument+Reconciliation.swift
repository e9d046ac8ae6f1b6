import Model

extension SummaryDocument {
  /// Writes what became of the records.
  static func write(
    _ reconciliation: Reconciliation, _ result: AuditResult, to json: inout JSONWriter
  ) {
    json.member("addsUp", reconciliation.addsUp)
    json.arrayMember("sections", of: reconciliation.sections) { json, line in
      write(line, result, to: &json)
    }
    json.arrayMember("rules", of: reconciliation.rules) { item, line in
      item.member("id", line.rule)
      item.member("subjects", line.subjects)
      item.member("outcomes", line.outcomes)
      item.member("addsUp", line.addsUp)
    }
  }

  private static func write(
    _ line: SectionBalance, _ result: AuditResult, to json: inout JSONWriter
  ) {
    json.member("section", line.section.name)
    json.member("addsUp", line.addsUp)
    json.member("stated", line.stated)
    json.member("read", line.read)
    json.member("evaluated", line.evaluated)
    json.member("notApplicable", line.notApplicable)
    json.member("unknown", line.unknown)
    json.member("rejected", line.rejected)
    json.member("repeated", line.repeated)
    json.objectMember("totals") { totals in
      for total in line.totals {
        totals.objectMember(total.field) { item in
          item.member("sum", total.sum)
          item.member("records", total.count)
        }
      }
    }
    json.member("first", line.first?.iso8601)
    json.member("last", line.last?.iso8601)
    json.arrayMember("sources", of: line.sources) { item, claim in
      item.member("uri", claim.address.map(result.masked))
      item.member("sha256", claim.sha256.map(result.masked))
      item.member("recordCount", claim.recordCount)
    }
    json.member("sha256", line.file?.sha256)
  }
}
