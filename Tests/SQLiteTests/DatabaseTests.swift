import SQLite
import Testing

@Suite struct DatabaseTests {
  private func database() throws -> Database {
    let database = try Database()
    try database.execute(
      "CREATE TABLE t (a INTEGER, b TEXT); INSERT INTO t VALUES (1, 'x'), (2, NULL)")
    return database
  }

  @Test func rowsComeAsValues() throws {
    let database = try database()
    database.lock(steps: 100_000)
    let statement = try database.prepare("SELECT a, b, a * 1.5 AS c, x'00ff' FROM t ORDER BY a")
    #expect(statement.columns == ["a", "b", "c", "x'00ff'"])
    statement.start()
    #expect(try statement.next() == [.integer(1), .text("x"), .real(1.5), .bytes(count: 2)])
    #expect(try statement.next() == [.integer(2), .null, .real(3), .bytes(count: 2)])
    #expect(try statement.next() == nil)
    #expect(database.takeReadTables() == ["t"])
  }

  @Test func parametersAreValues() throws {
    let database = try database()
    let insert = try database.prepare("INSERT INTO t VALUES (?, ?)")
    for (number, text) in [(3, "'; DROP TABLE t"), (4, ""), (5, "é\u{0}x")] {
      insert.bind(1, .integer(Int64(number)))
      insert.bind(2, .text(text))
      try insert.run()
    }
    let statement = try database.prepare("SELECT b FROM t WHERE a > 2 ORDER BY a")
    #expect(try statement.next() == [.text("'; DROP TABLE t")])
    #expect(try statement.next() == [.text("")])
    #expect(try statement.next() == [.text("é\u{0}x")])
  }

  @Test(arguments: [
    "DELETE FROM t", "INSERT INTO t VALUES (9, '')", "UPDATE t SET a = 1", "DROP TABLE t",
    "CREATE TABLE u (a)", "ATTACH 'other.db' AS other", "PRAGMA table_info(t)",
    "SELECT * FROM pragma_table_info('t')", "SELECT random()", "SELECT randomblob(4)",
    "SELECT date('now')", "SELECT datetime()", "SELECT current_timestamp",
    "SELECT julianday('now')",
    "SELECT load_extension('x')", "SELECT sqlite_version()", "SELECT changes()", "VACUUM",
    "BEGIN", "CREATE TEMP VIEW v AS SELECT 1", "REINDEX", "ANALYZE",
  ])
  func onlyReadingIsAllowed(sql: String) throws {
    let database = try database()
    database.lock(steps: 100_000)
    let error = #expect(throws: SQLiteError.self) { try database.prepare(sql) }
    #expect(error?.reason == .forbidden)
    database.unlock()
    #expect(try database.prepare("SELECT count(*) FROM t").next() == [.integer(2)])
  }

  @Test(arguments: [
    ("SELECT a FROM", nil as Int?), ("SELECT nope FROM t", 7), ("SELECT 1; SELECT 2", 9),
    ("", nil), ("-- nothing", nil), ("SELECT 'é', x FROM t", 13),
  ])
  func mistakesHaveTheirPlace(sql: String, offset: Int?) throws {
    let database = try database()
    database.lock(steps: 100_000)
    let error = #expect(throws: SQLiteError.self) { try database.prepare(sql) }
    #expect(error?.reason == .statement)
    if offset != nil { #expect(error?.offset == offset) }
  }

  @Test func aCommentMayFollow() throws {
    let database = try database()
    database.lock(steps: 100_000)
    #expect(try database.prepare("SELECT 1; -- done\n /* really */ ").next() == [.integer(1)])
  }

  @Test(arguments: [
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 3000) "
      + "SELECT count(*) FROM n a, n b, n c",
  ])
  func aBudgetEndsLongQueries(sql: String) throws {
    let database = try database()
    database.lock(steps: 1_000_000)
    let statement = try database.prepare(sql)
    statement.start()
    let error = #expect(throws: SQLiteError.self) { try statement.next() }
    #expect(error?.reason == .steps)
    let next = try database.prepare("SELECT 1")
    next.start()
    #expect(try next.next() == [.integer(1)], "each statement has a budget of its own")
  }

  @Test func textsHaveALimit() throws {
    let database = try database()
    database.lock(steps: 100_000_000)
    let statement = try database.prepare(
      "SELECT length(hex(replace(hex(printf('%.*c', 3000000, 'x')), '7', 'yy')))")
    statement.start()
    let error = #expect(throws: SQLiteError.self) { try statement.next() }
    #expect(error?.reason == .running)
  }
}
