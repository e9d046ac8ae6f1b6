import Audit
import CustomRules
import SQLite
import Testing

/// What a query may and may not do: it reads the snapshot, and its answer depends on nothing else.
@Suite struct QueryRefusalBoundTests {
  private static let sections =
    #""exports": [{"exportId": "a", "state": "active"}, {"exportId": "b"}]"#

  private func reason(_ sql: String, steps: Int? = nil) throws -> SQLiteError.Reason? {
    let context = try CustomRuleFixture.context(Self.sections)
    do {
      _ = try Query(sql, of: context, limit: 10, steps: steps)
      return nil
    } catch {
      return error.reason
    }
  }

  @Test(arguments: [
    "select 1", "SELECT 1", "  select 1 ; ", "select 1; -- done", "/* a */ select 1", "values (1)",
    "with x as (select 1) select * from x", "select 1 union select 2", "select * from exports",
    "select count(*), max(state) from exports group by state having count(*) > 0",
    "select row_number() over (order by exportId) from exports",
    "select json_extract('{\"a\": 1}', '$.a')", "select value from json_each('[1, 2]')",
    "select fullkey from json_tree('{\"a\": [1]}')",
    "select e.value from exports x, json_each('[\"' || x.exportId || '\"]') e",
    "select printf('%s', exportId), lower(state), abs(-1), sqrt(4) from exports",
    "select 'delete from exports'", "select \"exportId\" from exports",
    "select \"x y\".\"state\" as \"a b\" from \"exports\" \"x y\" order by \"a b\"",
    "select name from sqlite_master",
  ])
  func isAllowed(sql: String) throws { #expect(try reason(sql) == nil) }

  /// A slip in the name of a table or column leads to the right one, wherever SQLite finds it.
  @Test(arguments: [
    ("select 1 from export", "did you mean 'exports'?"),
    ("select 1 from exports_item", "did you mean 'exports_items'?"),
    ("select display_name from exports", "did you mean 'displayName'?"),
    ("select e.stat from Exports e", "did you mean 'state'?"),
    ("select \"createdUtc_day\" from exports", "did you mean 'createdUtc_days'?"),
    // What another table has isn't in this one.
    ("select credential_method from exports", "docs/custom-rules.md lists the tables"),
    ("select nothing at all from exports", nil), ("select random()", nil),
    ("select export(1)", nil),
  ])
  func namesAreSuggested(sql: String, suggestion: String?) throws {
    let context = try CustomRuleFixture.context(Self.sections)
    let error = #expect(throws: SQLiteError.self) { try Query(sql, of: context, limit: 10) }
    #expect(error?.suggestion?.prefix(suggestion?.count ?? 0) == suggestion.map { $0[...] })
  }

  @Test(arguments: [
    "delete from exports", "update exports set state = 'x'", "insert into exports default values",
    "drop table exports", "create table x (a)", "create temp table x as select 1",
    "create view x as select 1", "alter table exports rename to x", "vacuum", "reindex", "analyze",
    "begin", "commit", "savepoint a", "attach ':memory:' as x", "attach '/etc/passwd' as x",
    "detach main",
    "pragma table_info(exports)", "pragma writable_schema = 1",
    "create virtual table x using fts5(a)",
    "replace into exports (exportId) values ('x')",
    "select random()", "select randomblob(4)", "select zeroblob(1000000000)",
    "select sqlite_version()",
    "select date('now')", "select datetime()", "select julianday('now')",
    "select strftime('%s', 'now')",
    "select time()", "select unixepoch()", "select current_timestamp", "select current_date",
    "select current_time", "select load_extension('x')", "select readfile('/etc/passwd')",
    "select writefile('x', 'y')", "select changes()", "select last_insert_rowid()",
    "select total_changes()",
    "select * from pragma_table_info('exports')", "select * from pragma_database_list",
  ])
  func isRefused(sql: String) throws {
    // A function or table that isn't built in isn't there at all.
    let reason = try reason(sql)
    #expect(reason == .forbidden || reason == .statement)
    // Whatever was tried, the tables are as they were.
    let context = try CustomRuleFixture.context(Self.sections)
    #expect(
      try Query("select count(*) from exports", of: context, limit: 1).rows == [[.integer(2)]])
  }

  @Test(arguments: [
    ("", nil as Int?), ("  \n", nil), ("-- nothing", nil), (";", nil), ("select", nil),
    ("selct 1", 0), ("select nope", 7), ("select nope from exports", 7),
    ("select 1 from nope", nil), ("select \"nope\" from exports", 7),
    ("select 1 from exports where \"exportId_stat\" = 'null'", 28), ("select \"text\"", 7),
    ("select 1, from exports", nil), ("select 'a", nil), ("select (1", nil),
    ("select 1; select 2", 9),
    ("select 1;;", nil), ("select 1\0; drop table exports", 8), ("\0", 0), ("select 'a\0b'", 9),
  ])
  func isNoStatement(sql: String, offset: Int?) throws {
    let context = try CustomRuleFixture.context(Self.sections)
    // A second semicolon alone is nothing.
    if sql == "select 1;;" { return #expect(try reason(sql) == nil) }
    do {
      _ = try Query(sql, of: context, limit: 10)
      Issue.record("it was taken")
    } catch {
      #expect(error.reason == .statement, "\(error)")
      if let offset { #expect(error.offset == offset, "\(error)") }
    }
  }

  private static let counting =
    "with recursive n(i) as (select 1 union all select i + 1 from n limit %) select count(*) from n"

  /// The budget counts steps; a query within it isn't stopped, however small the number looks.
  @Test(arguments: [(10, 1, false), (100_000, 10_000, true), (100_000, 10_000_000, false)])
  func aBudget(rows: Int, steps: Int, isStopped: Bool) throws {
    let sql = Self.counting.replacing("%", with: "\(rows)")
    #expect(try reason(sql, steps: steps) == (isStopped ? .steps : nil))
  }

  @Test(arguments: [
    "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n",
    "select count(*) from exports a, exports b, exports c, exports d, exports e, exports f, exports g, "
      + "exports h, exports i, exports j, exports k, exports l, exports m, exports n, exports o, exports p, "
      + "exports q, exports r, exports s, exports t, exports u, exports v, exports w, exports x, exports y",
  ])
  func whatHasNoEndIsStopped(sql: String) throws {
    #expect(try reason(sql, steps: 1_000_000) == .steps)
  }

  /// Values beyond what the memory should hold.
  @Test(arguments: [
    "select replace(hex(printf('%.*c', 3000000, 'x')), '7', 'yyyyyyyy')"
  ])
  func whatIsTooLargeIsRefused(sql: String) throws { #expect(try reason(sql) == .running) }
}
