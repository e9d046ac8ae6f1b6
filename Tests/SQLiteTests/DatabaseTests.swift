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

  /// Why a statement doesn't come to its first row.
  private func refusal(
    of sql: String, in database: Database, steps: Int
  ) throws -> SQLiteError? {
    database.lock(steps: steps)
    let statement = try database.prepare(sql)
    statement.start()
    return #expect(throws: SQLiteError.self) { try statement.next() }
  }

  @Test(arguments: [
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 3000) "
      + "SELECT count(*) FROM n a, n b, n c",
  ])
  func aBudgetEndsLongQueries(sql: String) throws {
    let database = try database()
    #expect(try refusal(of: sql, in: database, steps: 1_000_000)?.reason == .steps)
    let next = try database.prepare("SELECT 1")
    next.start()
    #expect(try next.next() == [.integer(1)], "each statement has a budget of its own")
  }

  private static let long = "printf('%4000000d', 1)"
  private static let rows =
    "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 100000) SELECT "

  /// Few steps that make, or go through, long texts.
  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      rows + "sum(length(replace(printf('%4000000d', x), ' ', 'a'))) FROM c",
      rows + "sum(length(t)) FROM c, (SELECT \(long) AS t)",
      rows + "sum(instr(t, 'a')) FROM c, (SELECT \(long) AS t)",
      rows + "sum(instr(t, t)) FROM c, (SELECT \(long) AS t)",
      rows + "count(substr(t, 3999990 + x % 10, 1)) FROM c, (SELECT \(long) AS t)",
      rows + "count(substr(t, -1 - x % 10)) FROM c, (SELECT \(long) AS t)",
      rows + "sum(t LIKE '%a%' || x) FROM c, (SELECT \(long) AS t)",
      rows + "sum(t GLOB '*a' || x) FROM c, (SELECT \(long) AS t)",
      rows + "sum(t LIKE '%a%' || x ESCAPE '!') FROM c, (SELECT \(long) AS t)",
      rows + "count(replace(t, 'a', '')) FROM c, (SELECT \(long) AS t)",
      rows + "count(trim(t, 'bc' || x)) FROM c, (SELECT \(long) AS t)",
      rows + "count(upper(t || x)) FROM c, (SELECT \(long) AS t)",
      rows + "count(hex(substr(t, 1, 1000000 + x))) FROM c, (SELECT \(long) AS t)",
    ])
  func longTextsAreChargedToTheBudget(sql: String) throws {
    #expect(try refusal(of: sql, in: database(), steps: 5_000_000)?.reason == .steps)
  }

  /// Few steps that compare long texts, by each order that SQLite has.
  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      "t = u", "t < u", "t <> u COLLATE NOCASE", "t = u || ' ' COLLATE RTRIM", "t IN (u, '')",
      "nullif(t, u) IS NULL", "max(t, u) = 1", "t BETWEEN u AND u",
      "CASE t WHEN u THEN 1 ELSE 0 END",
    ])
  func comparisonsOfLongTextsAreChargedToTheBudget(comparison: String) throws {
    let texts = "(SELECT printf('%2000000d', 1) AS t, printf('%2000000d', 1) || '' AS u)"
    let sql = Self.rows + "sum((\(comparison)) + x) FROM c, \(texts)"
    #expect(try refusal(of: sql, in: database(), steps: 5_000_000)?.reason == .steps)
  }

  /// Short texts cost what they always did: a step.
  @Test func comparisonsOfShortTextsAreNotCharged() throws {
    let database = try database()
    database.lock(steps: 10_000_000)
    let statement = try database.prepare(
      Self.rows + "count(DISTINCT 'abc' || x), sum('abc' || x < 'abd') FROM c")
    statement.start()
    #expect(try statement.next() == [.integer(100_000), .integer(100_000)])
  }

  @Test func aQueryEndsAtTheSamePlaceEachTime() throws {
    var rows: [Int] = []
    for _ in 0..<2 {
      let database = try database()
      database.lock(steps: 1_000_000)
      let statement = try database.prepare(Self.rows + "printf('%100000d', x) FROM c")
      statement.start()
      var count = 0
      while (try? statement.next()) != nil { count += 1 }
      rows.append(count)
    }
    #expect(rows[0] == rows[1] && (20..<200).contains(rows[0]), "\(rows)")
  }

  @Test(arguments: [
    "WITH RECURSIVE c(x, t) AS (SELECT 1, '' UNION SELECT x + 1, printf('%4000000d', x) FROM c "
      + "LIMIT 400) SELECT count(*) FROM c",
    "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 400) "
      + "SELECT printf('%4000000d', x) AS t FROM c ORDER BY t DESC",
  ])
  func memoryHasALimit(sql: String) throws {
    let database = try database()
    let error = try refusal(of: sql, in: database, steps: 1_000_000_000)
    #expect(error?.reason == .running)
    #expect(error?.message == "the query takes more than 512 MiB of memory")
    let next = try database.prepare("SELECT count(*) FROM t")
    next.start()
    #expect(try next.next() == [.integer(2)], "the next has the memory again")
  }

  /// The functions that count their bytes give what those of SQLite give.
  @Test(
    arguments: [
      ("length('aé漢😀')", .integer(4)), ("length('')", .integer(0)), ("length(NULL)", .null),
      ("length(x'00e9ff')", .integer(3)), ("length(12.5)", .integer(4)),
      ("length(-7)", .integer(2)),
      ("length('a' || char(0) || 'b')", .integer(1)), ("instr('aé漢😀b', '😀')", .integer(4)),
      ("instr('abc', '')", .integer(1)), ("instr('', 'a')", .integer(0)),
      ("instr('', '')", .integer(1)),
      ("instr('abc', 'd')", .integer(0)), ("instr(NULL, 'a')", .null), ("instr('a', NULL)", .null),
      ("instr(x'c3a9c3', x'a9')", .integer(2)), ("instr('é', x'a9')", .integer(0)),
      ("instr(x'c3a962', 'b')", .integer(2)), ("instr(12345, 34)", .integer(3)),
      ("instr('aab', 'ab')", .integer(2)), ("replace('aXbXc', 'X', 'yy')", .text("ayybyyc")),
      ("replace('aaa', 'aa', 'b')", .text("ba")), ("replace('abc', '', 'x')", .text("abc")),
      ("replace('abc', '', NULL)", .text("abc")), ("replace('abc', 'b', NULL)", .null),
      ("replace(NULL, 'a', 'b')", .null), ("replace('abc', 'abc', '')", .text("")),
      ("replace('é漢', '漢', 'x')", .text("éx")), ("replace(1231, 1, 'x')", .text("x23x")),
      ("substr('aé漢😀', 2, 2)", .text("é漢")), ("substr('aé漢😀', -2)", .text("漢😀")),
      ("substr('aé漢😀', -2, -1)", .text("é")), ("substr('abc', 0, 2)", .text("a")),
      ("substring('abc', 9)", .text("")), ("substr('abc', -9, 8)", .text("ab")),
      ("substr('abc', 2, NULL)", .null), ("substr(x'010203', 2)", .bytes(count: 2)),
      ("substr(12345, 2, 3)", .text("234")), ("substr('abc', 2, -5)", .text("a")),
      ("trim('xéaéx', 'éx')", .text("a")), ("ltrim('aab', 'a')", .text("b")),
      ("rtrim('baa', 'a')", .text("b")), ("trim('aaa', 'a')", .text("")),
      ("trim('a', NULL)", .null), ("trim('aba', '')", .text("aba")), ("trim(' a ')", .text("a")),
      ("instr(cast(x'8080' AS text), cast(x'80' AS text))", .integer(0)),
      ("'Äb' LIKE 'Ä_'", .integer(1)), ("'ABC' LIKE 'a%c'", .integer(1)),
      ("'abc' LIKE 'b%'", .integer(0)), ("NULL LIKE 'a'", .null),
      ("'a%' LIKE 'a!%' ESCAPE '!'", .integer(1)), ("'ab' LIKE 'a!%' ESCAPE '!'", .integer(0)),
      ("'a%' LIKE 'a%%' ESCAPE '%'", .integer(1)), ("'ab' LIKE 'a%%' ESCAPE '%'", .integer(0)),
      ("'ab' LIKE 'a__' ESCAPE '_'", .integer(0)), ("'a_' LIKE 'A__' ESCAPE '_'", .integer(1)),
      ("'a!é' LIKE '%!!_' ESCAPE '!'", .integer(1)), ("'a' LIKE 'a!' ESCAPE '!'", .integer(0)),
      ("'é_x' LIKE '_漢_%' ESCAPE '漢'", .integer(1)), ("'a' LIKE 'a' ESCAPE NULL", .null),
      ("NULL LIKE 'a' ESCAPE '!'", .null),
      ("'a' || char(1) LIKE 'a' || char(1) ESCAPE '!'", .integer(1)),
      ("'a' = 'A' COLLATE NOCASE", .integer(1)), ("'a' = 'á' COLLATE NOCASE", .integer(0)),
      ("'a' = 'a  ' COLLATE RTRIM", .integer(1)), ("'a' = ' a' COLLATE RTRIM", .integer(0)),
      ("'a' < 'aa'", .integer(1)), ("'B' < 'a'", .integer(1)), ("'Z' < 'é'", .integer(1)),
      ("'B' < 'a' COLLATE NOCASE", .integer(0)),
      ("'abc' GLOB 'a[bx]?'", .integer(1)), ("'ABC' GLOB 'a*'", .integer(0)),
      ("'abc' NOT LIKE NULL", .null), ("like('a%', 'abc')", .integer(1)),
      ("typeof(replace(1231, 5, 'x'))", .text("text")),
      ("typeof(replace(7, '', 'x'))", .text("integer")),
    ] as [(String, SQLiteValue)])
  func functionsOfTexts(call: String, expected: SQLiteValue) throws {
    let database = try database()
    database.lock(steps: 100_000)
    #expect(try database.prepare("SELECT \(call)").next() == [expected])
  }

  /// A pattern that may be compared with each place of a long text.
  @Test(arguments: ["LIKE", "GLOB"]) func patternsHaveALimit(word: String) throws {
    let database = try database()
    database.lock(steps: 1_000_000)
    for (length, isAllowed) in [(900, true), (1_001, false)] {
      let statement = try database.prepare(
        "SELECT printf('%100d', 1) \(word) printf('%.\(length)c', 'x')")
      let row = Result { try statement.next() }
      #expect(((try? row.get()) != nil) == isAllowed)
    }
    let long = try database.prepare(
      "SELECT printf('%4000000d', 1) \(word) printf('%.900c', 'x')")
    #expect(throws: SQLiteError.self) { try long.next() }
  }

  @Test(arguments: ["''", "'ab'", "'é!'"]) func anEscapeIsOneCharacter(escape: String) throws {
    let database = try database()
    database.lock(steps: 100_000)
    let statement = try database.prepare("SELECT 'a' LIKE 'a' ESCAPE \(escape)")
    #expect(throws: SQLiteError.self) { try statement.next() }
  }

  @Test func textsHaveALimit() throws {
    let database = try database()
    database.lock(steps: 100_000_000)
    let statement = try database.prepare(
      "SELECT length(hex(replace(hex(printf('%.*c', 2000000, 'x')), '7', 'yy')))")
    statement.start()
    let error = #expect(throws: SQLiteError.self) { try statement.next() }
    #expect(error?.reason == .running)
  }
}
