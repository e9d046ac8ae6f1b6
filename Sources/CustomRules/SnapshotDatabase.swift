package import Audit
import Model
package import SQLite

/// A snapshot as tables of SQL; see `docs/custom-rules.md`.
///
/// Only the tables that queries read are filled.
package final class SnapshotDatabase {
  /// The database that the tables lie in.
  package let database: Database
  private let context: AuditContext
  /// By the names of the tables in small letters: SQL doesn't mind in which case they are written.
  private var sources: [String: Source] = [:]
  private var filled: Set<String> = []
  /// The sections that the query prepared last reads, in their order.
  private(set) var readSections: [Section] = []

  /// Where the rows of a table come from.
  private struct Source {
    let table: String
    let section: Section
    /// The column of the list or map; `nil` for the records themselves.
    var list: Int?
  }

  /// Makes the tables of a snapshot; secrets stand in them masked.
  package init(_ context: AuditContext) throws(SQLiteError) {
    self.context = context
    database = try Database()
    for section in Section.allCases {
      sources[section.name.lowercased()] = Source(table: section.name, section: section)
      try database.execute(
        Self.declaration(
          section.name, ["_row INTEGER", "_subject TEXT", "_line INTEGER"], section.shape.fields))
      for (column, field) in section.shape.fields.enumerated() {
        guard let child = field.kind.child else { continue }
        let name = "\(section.name)_\(Self.name(field))"
        sources[name.lowercased()] = Source(table: name, section: section, list: column)
        try database.execute(
          Self.declaration(
            name, ["_row INTEGER", "_subject TEXT", "_position INTEGER"], child.fields))
      }
    }
    try fillFacts()
  }

  private static func name(_ field: FieldShape) -> String { field.name.replacing(".", with: "_") }

  private static func declaration(
    _ table: String, _ keys: [String], _ fields: [FieldShape]
  ) -> String {
    let columns = fields.flatMap { field -> [String] in
      let name = name(field)
      switch field.kind {
      case .records, .values, .map: return ["\"\(name)_count\" INTEGER", "\"\(name)_state\" TEXT"]
      case .instant:
        return ["\"\(name)\" TEXT", "\"\(name)_days\" REAL", "\"\(name)_state\" TEXT"]
      case .service:
        return ["\"\(name)\" TEXT", "\"\(name)_slug\" TEXT", "\"\(name)_state\" TEXT"]
      case .count, .flag: return ["\"\(name)\" INTEGER", "\"\(name)_state\" TEXT"]
      case .number: return ["\"\(name)\" REAL", "\"\(name)_state\" TEXT"]
      default: return ["\"\(name)\" TEXT", "\"\(name)_state\" TEXT"]
      }
    }
    return "CREATE TABLE \"\(table)\" (\((keys + columns).joined(separator: ", ")))"
  }

  /// The clock, and which sections are there.
  private func fillFacts() throws(SQLiteError) {
    try database.execute(
      """
      CREATE TABLE audit (now TEXT, now_days REAL, isAsOf INTEGER);
      CREATE TABLE sections (name TEXT, state TEXT, isComplete INTEGER, count INTEGER);
      CREATE TABLE services (slug TEXT, title TEXT, family TEXT, party TEXT, category TEXT);
      """)
    let now = context.clock.now.map { Instant(microseconds: $0.latest) }
    try insert(
      into: "audit",
      [
        [
          now.map { .text($0.iso8601) } ?? .null, now.map { .real($0.days) } ?? .null,
          .integer(context.clock.isCollectionTime ? 0 : 1),
        ]
      ])
    try insert(
      into: "sections",
      Section.allCases.map { section in
        [
          .text(section.name), .text("\(context.snapshot.state(section))"),
          .integer(context.coverage.isComplete(section) ? 1 : 0),
          .integer(Int64(context.snapshot.count(section))),
        ]
      })
    try insert(
      into: "services",
      context.catalogue.services.map { service in
        [
          .text(service.slug), .text(service.title), .text(service.family.rawValue),
          .text(service.party.rawValue), .text(service.category),
        ]
      })
  }

  private func insert(into table: String, _ rows: [[SQLiteValue]]) throws(SQLiteError) {
    guard let width = rows.first?.count else { return }
    let places = Array(repeating: "?", count: width).joined(separator: ",")
    let statement = try database.prepare("INSERT INTO \"\(table)\" VALUES (\(places))")
    for row in rows {
      for (index, value) in row.enumerated() { statement.bind(index + 1, value) }
      try statement.run()
    }
  }

  /// Prepares a query that can only read, within a budget; fills the tables that it reads.
  ///
  /// - Throws: What is wrong with it, with the table or column that was probably meant.
  package func prepare(_ sql: String, steps: Int) throws(SQLiteError) -> Statement {
    do {
      return try prepared(sql, steps: steps)
    } catch {
      var error = error
      error.suggestion = suggestion(error, in: sql)
      throw error
    }
  }

  private func prepared(_ sql: String, steps: Int) throws(SQLiteError) -> Statement {
    database.lock(steps: steps)
    _ = try database.prepare(sql)
    let tables = Set(database.takeReadTables().map { $0.lowercased() }).sorted()
    database.unlock()
    let read = Set(tables.compactMap { sources[$0]?.section })
    // The table of sections tells something of each of them.
    readSections = Section.allCases.filter { tables.contains("sections") || read.contains($0) }
    for table in tables {
      guard let source = sources[table], filled.insert(table).inserted else { continue }
      try database.execute("BEGIN")
      try fill(source)
      try database.execute("COMMIT")
    }
    database.lock(steps: steps)
    return try database.prepare(sql)
  }

  private func fill(_ source: Source) throws(SQLiteError) {
    let table = context.snapshot.table(source.section)
    let rows = SnapshotRows(context: context)
    let fields = source.list.flatMap { table.children[$0] }?.shape.fields ?? table.shape.fields
    let width = 3 + fields.reduce(0) { $0 + SnapshotRows.width($1.kind) }
    let places = Array(repeating: "?", count: width).joined(separator: ",")
    let statement = try database.prepare("INSERT INTO \"\(source.table)\" VALUES (\(places))")
    for row in 0..<table.count {
      let subject = rows.subject(source.section, row)
      guard let column = source.list, let child = table.children[column] else {
        let line = context.snapshot.pointer(source.section, row)?.line
        let keys: [SQLiteValue] = [
          .integer(Int64(row)), .text(subject), line.map { .integer(Int64($0)) } ?? .null,
        ]
        try insert(keys + rows.values(of: table, row), statement)
        continue
      }
      guard table.columns[column].mark(row).state == .value else { continue }
      let payload = table.columns[column].payload(row)
      let first = Int(payload & 0xFFFF_FFFF)
      for entry in 0..<Int(payload >> 32) {
        let keys: [SQLiteValue] = [
          .integer(Int64(row)), .text(subject), .integer(Int64(entry)),
        ]
        try insert(keys + rows.values(of: child, first + entry), statement)
      }
    }
  }

  private func insert(_ values: [SQLiteValue], _ statement: Statement) throws(SQLiteError) {
    for (index, value) in values.enumerated() { statement.bind(index + 1, value) }
    try statement.run()
  }
}

extension Instant {
  /// Days since 1970-01-01 in UTC.
  var days: Double { Double(microseconds) / Double(Instant.day) }
}
