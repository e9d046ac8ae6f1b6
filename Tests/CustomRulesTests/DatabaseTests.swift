import Audit
import CustomRules
import Model
import SQLite
import Testing

private let sections = """
  "collection": {"collectedUtc": "2025-06-01T12:00:00Z", "timeZone": "UTC",
    "sources": [{"section": "connections", "complete": true}]},
  "connections": [
    {"connectionId": "c1", "type": "Microsoft Advertising", "createdUtc": "2025-05-31T12:00:00Z",
     "updatedUtc": "31.02.2025", "updatedBy": null, "allowedRoles": ["admin", "king"],
     "target": {"accountIds": {"cid": "1", "aid": null}}, "version": 3, "migrated": true,
     "credential": {"expiresUtc": "9999-12-31T00:00:00Z", "secretNames": []}},
    {"connectionId": "c2", "type": "ftp", "allowedRoles": null, "version": -1}],
  "tables": [{"name": "T", "fields": [{"name": "F", "fillRate": 0.25}]}],
  "segments": null
  """

@Suite struct SnapshotDatabaseTests {
  private func ask(_ sql: String) throws -> [[SQLiteValue]] {
    try Query(sql, of: try CustomRuleFixture.context(sections), limit: 100).rows
  }

  @Test(arguments: [
    ("updatedBy", "null"), ("updatedUtc", "malformed"), ("createdBy", "absent"),
    ("createdUtc", "value"), ("credential_expiresUtc", "sentinel"), ("target_region", "absent"),
  ])
  func statesAreKeptApart(field: String, state: String) throws {
    let rows = try ask("select \(field), \(field)_state from connections where _row = 0")
    #expect(rows.first?.last == .text(state))
    #expect((rows.first?.first == .null) == (state != "value"))
  }

  @Test func valuesHaveTheirTypes() throws {
    let rows = try ask(
      """
      select type, type_slug, version, migrated, createdUtc, createdUtc_days, allowedRoles_count,
        credential_secretNames_count, _line from connections where connectionId = 'c1'
      """)
    #expect(
      rows.first?.dropLast() == [
        .text("Microsoft Advertising"), .text("microsoft-advertising"), .integer(3), .integer(1),
        .text("2025-05-31T12:00:00Z"), .real(20239.5), .integer(2), .integer(0),
      ])
    #expect(
      try ask(
        "select type_slug, version, version_state, allowedRoles_state from connections where _row = 1"
      )
        == [[.null, .null, .text("malformed"), .text("null")]])
    #expect(try ask("select name, fillRate from tables_fields") == [[.text("F"), .real(0.25)]])
  }

  /// Neither names a column, so that SQLite tells of the table as the query spells it.
  @Test(arguments: ["connections", "Connections", "CONNECTIONS", "main.cOnnections"])
  func tablesAreNamedInAnyCase(table: String) throws {
    #expect(try ask("select count(*) from \(table)") == [[.integer(2)]])
    #expect(try ask("select exists (select 1 from \(table))") == [[.integer(1)]])
    #expect(try ask("select count(*) from \(table)_ALLOWEDroles") == [[.integer(2)]])
    #expect(
      try ask("select count(*) from \(table) a, connections b where a._row = b._row")
        == [[.integer(2)]])
  }

  @Test func listsAndMapsAreTables() throws {
    #expect(
      try ask("select _subject, _position, value, value_state from connections_allowedRoles") == [
        [.text("c1"), .integer(0), .text("admin"), .text("value")],
        [.text("c1"), .integer(1), .null, .text("unrecognized")],
      ])
    #expect(
      try ask("select key, value_state from connections_target_accountIds order by key") == [
        [.text("aid"), .text("null")], [.text("cid"), .text("value")],
      ])
  }

  @Test func theClockAndTheSectionsAreFacts() throws {
    #expect(
      try ask("select now, now_days, isAsOf from audit")
        == [[.text("2025-06-01T12:00:00Z"), .real(20240.5), .integer(0)]])
    #expect(
      try ask(
        "select name, state, isComplete, count from sections where name in ('connections', 'exports', 'segments') order by name"
      ) == [
        [.text("connections"), .text("present"), .integer(1), .integer(2)],
        [.text("exports"), .text("absent"), .integer(0), .integer(0)],
        [.text("segments"), .text("null"), .integer(0), .integer(0)],
      ])
    #expect(
      try ask("select family, party from services where slug = 'mailchimp'")
        == [[.text("destination"), .text("thirdParty")]])
  }

  @Test func secretsAreMasked() throws {
    let secret = "https://contoso.example/?sig=Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MA%3D%3D"
    let context = try CustomRuleFixture.context(
      #""connections": [{"connectionId": "c", "description": "\#(secret)"}]"#)
    let rows = try Query(
      "select description, 'x ' || description from connections", of: context, limit: 5
    ).rows
    #expect(!rows.flatMap { $0 }.contains { $0.description.contains("Zm9v") })
  }

  /// A text that is too long for a query is refused; it doesn't look like none.
  @Test func aLongTextIsNoNull() throws {
    let text = String(repeating: "long ", count: 1_000_000)
    let context = try CustomRuleFixture.context(
      #""connections": [{"connectionId": "c", "description": "\#(text)"}]"#)
    #expect(
      try Query("select connectionId, description_state from connections", of: context, limit: 5)
        .rows == [[.text("c"), .text("value")]])
    let error = #expect(throws: SQLiteError.self) {
      try Query("select description is null from connections", of: context, limit: 5)
    }
    #expect(error?.reason == .running, "\(error as Any)")
  }

  @Test func rowsHaveALimit() throws {
    let context = try CustomRuleFixture.context(sections)
    let query = try Query("select 1 from connections", of: context, limit: 1)
    #expect(query.rows.count == 1 && query.hasMore)
    #expect(!(try Query("select 1 from connections", of: context, limit: 2).hasMore))
  }
}
