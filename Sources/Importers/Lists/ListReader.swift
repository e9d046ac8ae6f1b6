import Model
import SnapshotReader

/// Reads lists of the user interface, typed or saved as CSV.
struct ListReader {
  let list: ListLabels.List
  /// The language that most headers are in.
  let language: String?
  /// What each column stands for; `nil` for those that are left out.
  private let columns: [String?]

  static func read(
    _ bytes: [UInt8], from start: Int, _ kind: ImportKind, into gathering: inout Gathering
  ) {
    do {
      let table = try CSVTable(bytes, from: start)
      guard let header = table.rows.first else {
        gathering.report(.error, "import.empty", "file", at: 0, "there is nothing in the file")
        return
      }
      guard let reader = ListReader(header, kind, &gathering) else { return }
      for section in reader.list.sections { gathering.open(section) }
      for row in table.rows.dropFirst() {
        if row.count != header.count {
          gathering.report(
            .warning, "import.row", "rows", at: row[0].offset,
            "the row has \(row.count) cells, and the header \(header.count)",
            "cells that hold the separator need quotes")
        }
        reader.read(row, into: &gathering)
      }
    } catch {
      gathering.report(
        .error, error.code, "document", at: error.offset, error.message, error.suggestion)
    }
  }

  /// Tells the list from its headers; `nil`, with an error, if it can't be told.
  private init?(
    _ header: [CSVTable.Cell], _ kind: ImportKind, _ gathering: inout Gathering
  ) {
    let labels = gathering.labels
    let candidates = kind.lists.map { list in
      (list: list, count: header.filter { list.knows($0.text, labels) }.count)
    }
    let best = candidates.map(\.count).max() ?? 0
    let winners = candidates.filter { $0.count == best }
    guard best > 0, winners.count == 1, let winner = winners.first else {
      let other = ListLabels.List.allCases.first { list in
        !kind.lists.contains(list) && header.contains { list.knows($0.text, labels) }
      }
      gathering.report(
        .error, "import.headers", "header", at: header[0].offset,
        best == 0
          ? "none of the headers is that of "
            + (kind.lists.count == 1
              ? "the list of \(kind.lists[0].rawValue)" : "a list that is known")
          : "the headers fit several lists",
        other.map { "they are those of the list of \($0.rawValue); name it ui-\($0.rawValue):FILE" }
          ?? (kind.lists.count == 1
            ? "the first line has to hold them, in one of the languages of docs/import.md"
            : "say which list it is, such as ui-exports:FILE"))
      return nil
    }
    list = winner.list
    var counts: [String: Int] = [:]
    for cell in header {
      for meaning in labels.columns(of: winner.list, labelled: cell.text) {
        counts[meaning.language, default: 0] += 1
      }
    }
    let languages = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    language = languages.first?.key
    var taken: Set<String> = []
    columns = header.map { cell in
      guard let column = winner.list.column(cell.text, labels, languages.first?.key) else {
        gathering.report(
          .warning, "import.column", "columns", at: cell.offset,
          "the column \(quoted(cell.text)) is left out: it is none that the list of "
            + "\(winner.list.rawValue) has")
        return nil
      }
      guard taken.insert(column).inserted else {
        gathering.report(
          .warning, "import.column", "columns", at: cell.offset,
          "the column \(quoted(cell.text)) is left out: another one has the same meaning")
        return nil
      }
      return column
    }
  }

  private func read(_ row: [CSVTable.Cell], into gathering: inout Gathering) {
    var cells: [String: CSVTable.Cell] = [:]
    for (column, cell) in zip(columns, row) {
      if let column { cells[column] = cell }
    }
    let reading = ListRow(
      list: list, language: language, cells: cells, offset: row[0].offset)
    reading.read(into: &gathering)
  }
}

extension ListLabels.List {
  /// The sections that the list fills.
  var sections: [Section] {
    switch self {
    case .connections: [.connections]
    case .exports: [.exports]
    case .enrichments: [.enrichments]
    case .users: [.principals, .roleAssignments]
    }
  }

  func knows(_ header: String, _ labels: ListLabels) -> Bool {
    column(header, labels, nil) != nil
  }

  /// What a header stands for: a label of the interface, or a field of the snapshot by its name.
  fileprivate func column(
    _ header: String, _ labels: ListLabels, _ language: String?
  ) -> String? {
    let known = labels.columns(of: self, labelled: header)
    if let own = known.first(where: { $0.language == language }) ?? known.first {
      return own.meaning
    }
    let fields = sections.first?.shape.fields ?? []
    let field = fields.first { $0.name.lowercased() == header.lowercased() && $0.kind.child == nil }
    return field?.name
  }
}

extension ImportKind {
  fileprivate var lists: [ListLabels.List] {
    switch self {
    case .listOfConnections: [.connections]
    case .listOfExports: [.exports]
    case .listOfEnrichments: [.enrichments]
    case .listOfUsers: [.users]
    default: ListLabels.List.allCases
    }
  }
}
