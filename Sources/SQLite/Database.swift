import CSQLite
import CSQLiteGuard

/// A database in memory, for one thread.
///
/// It is filled without restrictions, then locked: what is prepared while it is locked can only read,
/// and only with functions whose answers depend on nothing but the data.
@safe public final class Database {
  /// How many bytes a text, or any other value, of a query may have.
  public static let valueLimit = 4 << 20
  /// How many bytes a query may hold in memory, besides the tables and as much again as they take.
  public static let memoryLimit = 512 << 20
  /// The bytes that cost as much of the budget as a step of SQLite's machine.
  public static let bytesPerStep = 16

  private let handle: OpaquePointer?
  private let watch = Watch()
  private static let isGuarded = sqlite_guard_start()

  /// An empty database.
  public init() throws(SQLiteError) {
    guard Self.isGuarded else {
      throw SQLiteError(reason: .running, message: "SQLite can't be guarded", offset: nil)
    }
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
    let status = unsafe sqlite3_open_v2(":memory:", &opened, flags, nil)
    unsafe handle = opened
    guard status == SQLITE_OK else {
      throw SQLiteError(reason: .running, message: "SQLite has no memory", offset: nil)
    }
    try execute(
      "PRAGMA temp_store = MEMORY; PRAGMA journal_mode = OFF; PRAGMA trusted_schema = OFF")
    // Else a misspelt column in quotes would be a text, which compares with everything.
    guard unsafe csqlite_refuse_quoted_strings(handle) == SQLITE_OK else { throw failure() }
    guard unsafe sqlite_guard_add_functions(handle) == SQLITE_OK else { throw failure() }
    unsafe sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, 1 << 20)
    unsafe sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
    unsafe sqlite3_limit(handle, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000)
    // The tables of JSON are declared when they are first named, which a locked database refuses.
    _ = try prepare("SELECT 1 FROM json_each('[]'), json_tree('[]')")
  }

  deinit { unsafe sqlite3_close_v2(handle) }

  /// Runs statements that the program itself wrote.
  public func execute(_ sql: String) throws(SQLiteError) {
    guard unsafe sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure() }
  }

  /// Prepares one statement.
  ///
  /// - Throws: Also if something follows the statement.
  public func prepare(_ sql: String) throws(SQLiteError) -> Statement {
    watch.begin()
    if let end = sql.utf8.firstIndex(of: 0) {
      // SQLite would read no further, and run less than a reader sees.
      throw SQLiteError(
        reason: .statement, message: "the statement holds a NUL character",
        offset: sql.utf8.distance(from: sql.startIndex, to: end))
    }
    var prepared: OpaquePointer?
    let bytes = Array(sql.utf8CString)
    let (status, used) = unsafe bytes.withUnsafeBufferPointer { text in
      var tail: UnsafePointer<CChar>?
      let status = unsafe sqlite3_prepare_v2(
        handle, text.baseAddress, Int32(text.count), &prepared, &tail)
      let used = unsafe tail.flatMap { end in unsafe text.baseAddress.map { unsafe end - $0 } }
      return (status, used ?? 0)
    }
    let statement = unsafe Statement(prepared, self)
    guard status == SQLITE_OK else { throw failure() }
    guard unsafe prepared != nil else {
      throw SQLiteError(reason: .statement, message: "there is no statement", offset: nil)
    }
    // Some statements, such as VACUUM, ask for nothing that could be refused.
    guard !watch.isLocked || watch.isSelect else {
      throw SQLiteError(reason: .forbidden, message: "a query may only read", offset: nil)
    }
    try refuseRest(of: sql, from: used)
    return statement
  }

  private func refuseRest(of sql: String, from used: Int) throws(SQLiteError) {
    let rest = String(decoding: sql.utf8.dropFirst(used), as: UTF8.self)
    var second: OpaquePointer?
    let status = unsafe sqlite3_prepare_v2(handle, rest, -1, &second, nil)
    let isEmpty = unsafe second == nil && status == SQLITE_OK
    unsafe sqlite3_finalize(second)
    guard isEmpty else {
      throw SQLiteError(
        reason: .statement, message: "something follows the first statement", offset: used)
    }
  }

  /// Lets statements only read, with a budget for each, until ``unlock()``.
  ///
  /// A step of SQLite's machine may make, or go through, megabytes. So the budget counts both:
  /// ``bytesPerStep`` bytes of such work are one step more.
  public func lock(steps: Int) {
    watch.limit = steps
    watch.isLocked = true
    unsafe sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, Int32(Self.valueLimit))
    let context = unsafe Unmanaged.passUnretained(watch).toOpaque()
    unsafe sqlite3_set_authorizer(handle, authorize, context)
    unsafe sqlite3_progress_handler(handle, Watch.stride, progress, context)
  }

  /// Lets the program write again.
  public func unlock() {
    watch.isLocked = false
    // A longer value is in the table then, and not readable; else it would look like none.
    unsafe sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, Int32.max)
    unsafe sqlite3_set_authorizer(handle, nil, nil)
    unsafe sqlite3_progress_handler(handle, 0, nil, nil)
  }

  /// The tables that the statements prepared since the last lock or call read, in byte order; some
  /// are spelled as in the table's declaration, others as in the statement.
  public func takeReadTables() -> [String] {
    defer { watch.tables = [] }
    return watch.tables.sorted()
  }

  /// Why the last call failed.
  func failure() -> SQLiteError {
    let code = unsafe sqlite3_errcode(handle)
    let offset = unsafe Int(sqlite3_error_offset(handle))
    let place = offset >= 0 ? offset : nil
    if let denied = watch.denied {
      return SQLiteError(reason: .forbidden, message: denied, offset: place)
    }
    if code == SQLITE_INTERRUPT {
      return SQLiteError(
        reason: .steps, message: "the query takes more than \(watch.limit) steps", offset: nil)
    }
    if code == SQLITE_NOMEM, watch.isLocked {
      let most = (watch.limitOfMemory - watch.held) >> 20
      return SQLiteError(
        reason: .running, message: "the query takes more than \(most) MiB of memory", offset: nil)
    }
    let message = unsafe sqlite3_errmsg(handle).map { unsafe String(cString: $0) } ?? "failed"
    return SQLiteError(
      reason: code == SQLITE_ERROR ? .statement : .running, message: message, offset: place)
  }

  /// Begins counting the steps of a statement.
  func beginRun() { watch.begin() }

  /// Goes on with a statement; with one of a locked database only as far as its budget goes.
  func step(_ statement: OpaquePointer?) -> Int32 {
    guard watch.isLocked else { return unsafe sqlite3_step(statement) }
    watch.workBefore = sqlite_guard_work()
    sqlite_guard_limit(watch.limitOfMemory)
    defer {
      sqlite_guard_limit(.max)
      watch.work = watch.workSoFar
      watch.workBefore = sqlite_guard_work()
    }
    return unsafe sqlite3_step(statement)
  }
}

/// What the callbacks of SQLite note and count.
final class Watch {
  /// How many steps pass between two looks at the budget.
  static let stride: Int32 = 1_000
  var limit = 0
  var steps = 0
  /// The bytes made or gone through before the step that goes on.
  var work: UInt64 = 0
  /// The thread's count of such bytes when that step began.
  var workBefore: UInt64 = 0
  /// The bytes that were held when the statement began.
  var held: Int64 = 0
  var denied: String?
  var isLocked = false
  /// Whether the statement is one that selects.
  var isSelect = false
  var tables: Set<String> = []

  func begin() {
    steps = 0
    work = 0
    workBefore = sqlite_guard_work()
    held = sqlite_guard_held()
    denied = nil
    isSelect = false
  }

  /// The bytes made or gone through since the statement began.
  var workSoFar: UInt64 { work + (sqlite_guard_work() &- workBefore) }

  /// How many bytes may be held.
  var limitOfMemory: Int64 { held + Int64(Database.memoryLimit) + max(held, 0) }

  /// Whether the budget is used up.
  var isSpent: Bool { steps + Int(workSoFar) / Database.bytesPerStep > limit }
}

private func authorize(
  _ context: UnsafeMutableRawPointer?, _ action: Int32, _ first: UnsafePointer<CChar>?,
  _ second: UnsafePointer<CChar>?, _: UnsafePointer<CChar>?, _: UnsafePointer<CChar>?
) -> Int32 {
  guard let context = unsafe context else { return SQLITE_DENY }
  let watch = unsafe Unmanaged<Watch>.fromOpaque(context).takeUnretainedValue()
  let first = unsafe first.map { unsafe String(cString: $0) } ?? ""
  let second = unsafe second.map { unsafe String(cString: $0) } ?? ""
  switch action {
  case SQLITE_SELECT, SQLITE_RECURSIVE:
    watch.isSelect = true
    return SQLITE_OK
  case SQLITE_READ:
    watch.tables.insert(first)
    return SQLITE_OK
  case SQLITE_FUNCTION where AllowedFunctions.contains(second): return SQLITE_OK
  case SQLITE_FUNCTION: watch.denied = "the function '\(second)' is not allowed"
  case SQLITE_ATTACH: watch.denied = "attaching another database is not allowed"
  case SQLITE_PRAGMA: watch.denied = "PRAGMA is not allowed"
  default: watch.denied = "a query may only read"
  }
  return SQLITE_DENY
}

private func progress(_ context: UnsafeMutableRawPointer?) -> Int32 {
  guard let context = unsafe context else { return 1 }
  let watch = unsafe Unmanaged<Watch>.fromOpaque(context).takeUnretainedValue()
  watch.steps += Int(Watch.stride)
  return watch.isSpent ? 1 : 0
}
