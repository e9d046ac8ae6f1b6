import CSQLite

/// A prepared statement.
@safe public final class Statement {
  private let handle: OpaquePointer?
  private let database: Database

  init(_ handle: OpaquePointer?, _ database: Database) {
    unsafe self.handle = handle
    self.database = database
  }

  deinit { unsafe sqlite3_finalize(handle) }

  /// The names of the columns.
  public var columns: [String] {
    (0..<columnCount).map { index in
      unsafe sqlite3_column_name(handle, index).map { unsafe String(cString: $0) } ?? ""
    }
  }

  private var columnCount: Int32 { unsafe sqlite3_column_count(handle) }

  /// Sets a parameter, counted from 1.
  public func bind(_ index: Int, _ value: SQLiteValue) {
    let index = Int32(index)
    switch value {
    case .null, .bytes: _ = unsafe sqlite3_bind_null(handle, index)
    case .integer(let number): _ = unsafe sqlite3_bind_int64(handle, index, number)
    case .real(let number): _ = unsafe sqlite3_bind_double(handle, index, number)
    case .text(let text):
      var text = text
      text.withUTF8 { bytes in
        _ = unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
          unsafe csqlite_bind_text(handle, index, characters.baseAddress, Int32(bytes.count))
        }
      }
    }
  }

  /// Runs a statement without rows, and makes it ready for the next values.
  public func run() throws(SQLiteError) {
    let status = unsafe sqlite3_step(handle)
    guard status == SQLITE_DONE || status == SQLITE_ROW else { throw database.failure() }
    unsafe sqlite3_reset(handle)
  }

  /// Begins the query; rows are read with ``next()``.
  public func start() { database.beginRun() }

  /// The next row; `nil` at the end.
  public func next() throws(SQLiteError) -> [SQLiteValue]? {
    switch unsafe database.step(handle) {
    case SQLITE_DONE: return nil
    case SQLITE_ROW:
      return (0..<columnCount).map { index in
        switch unsafe sqlite3_column_type(handle, index) {
        case SQLITE_INTEGER: return .integer(unsafe sqlite3_column_int64(handle, index))
        case SQLITE_FLOAT: return .real(unsafe sqlite3_column_double(handle, index))
        case SQLITE_TEXT:
          let count = unsafe Int(sqlite3_column_bytes(handle, index))
          let bytes = unsafe UnsafeBufferPointer(
            start: sqlite3_column_text(handle, index), count: count)
          return .text(unsafe String(decoding: bytes, as: UTF8.self))
        case SQLITE_BLOB: return .bytes(count: unsafe Int(sqlite3_column_bytes(handle, index)))
        default: return .null
        }
      }
    default: throw database.failure()
    }
  }
}
