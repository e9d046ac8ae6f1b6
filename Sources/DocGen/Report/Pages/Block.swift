import Model

/// A part of a page with a sentence, facts, a chart or a table.
struct Block: Sendable {
  let id: String
  let title: String
  var text: Message?
  /// Where a text or code of the sentence, of facts or of cells leads; `nil`: nowhere.
  var address: @Sendable (String) -> String? = { _ in nil }
  /// What a reader must bear in mind.
  var caution: Message?
  var facts: [(label: Message, value: MessageValue?)] = []
  var chart: BarChart?
  var columns: [Message] = []
  var rows: [Row] = []
  /// Whether a reader may take the rows away as CSV.
  var isExportable = false

  /// How many rows a table has before the next one begins.
  private static let chunk = 250

  /// A row of a table.
  struct Row: Sendable, ExpressibleByArrayLiteral {
    var cells: [Cell]
    /// The place on the page, for links.
    var anchor: String?
    /// Whether something is wrong with what it shows.
    var isBad = false

    init(_ cells: [Cell], anchor: String? = nil, isBad: Bool = false) {
      self.cells = cells
      self.anchor = anchor
      self.isBad = isBad
    }

    init(arrayLiteral cells: Cell...) { self.init(cells) }
  }

  /// The block's values.
  func make(_ wording: Wording) -> TemplateValue {
    let columnNames = columns.map(wording.language.plain)
    let chunks = stride(from: 0, to: rows.count, by: Self.chunk).map { start -> TemplateValue in
      let end = min(start + Self.chunk, rows.count)
      let range = Message(
        "report.rule.chunk", ["from": .integer(start + 1), "to": .integer(end)])
      return [
        "isChunk": .boolean(rows.count > Self.chunk),
        "label": .text("\(title): \(wording.language.plain(range))"),
        "columns": .list(
          columns.enumerated().map { column, name in
            [
              "name": wording.markup(name),
              "isNumber": .boolean(
                rows[start].cells.indices.contains(column)
                  && rows[start].cells[column].isNumber),
            ]
          }),
        "rows": .list(rows[start..<end].map { $0.make(wording, columnNames, address) }),
      ]
    }
    let text = text.map { wording.markup($0, address: address) }
    return [
      "id": .text(id), "name": .text(title), "text": text ?? .null,
      "paragraphs": text.map { [["text": $0]] } ?? [],
      "caution": caution.map(wording.markup) ?? .null, "hasFacts": .boolean(!facts.isEmpty),
      "facts": .list(
        facts.map {
          [
            "name": wording.markup($0.label),
            "value": wording.markup(
              $0.value ?? .message(Message("report.notStated")), address: address),
          ]
        }),
      "chart": chart?.make(wording) ?? .null, "hasRows": .boolean(!rows.isEmpty),
      "isExportable": .boolean(isExportable && !rows.isEmpty),
      "isForm": .boolean(isForm), "isSortable": .boolean(!isForm && rows.count > 1),
      "columns": .list(columns.map { ["name": wording.markup($0)] }), "chunks": .list(chunks),
    ]
  }

  /// Whether all but the names of its rows is written by hand.
  private var isForm: Bool {
    !rows.isEmpty
      && rows.allSatisfy { $0.cells.dropFirst().allSatisfy(\.isBlank) && $0.cells.count > 1 }
  }
}

extension Block.Row {
  fileprivate func make(
    _ wording: Wording, _ columns: [String], _ address: (String) -> String?
  ) -> TemplateValue {
    [
      "anchor": .text(anchor), "isBad": .boolean(isBad),
      "cells": .list(
        cells.enumerated().map { column, cell in
          cell.make(
            wording, label: columns.indices.contains(column) ? columns[column] : nil,
            address: address)
        }),
    ]
  }
}

extension Field {
  /// The field as a value of a report; what nobody looked at, what is empty and what can't be read
  /// are told apart.
  func reported(_ snapshot: Snapshot, _ known: (Value) -> MessageValue) -> MessageValue {
    switch self {
    case .absent: .message(Message("report.field.absent"))
    case .null: .message(Message("report.field.none"))
    case .value(let value): known(value)
    case .unreadable(let text):
      .message(Message("report.field.unreadable", ["text": .code(snapshot.text(text))]))
    }
  }
}
