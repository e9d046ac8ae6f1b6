import Model

/// A part of a page with facts, a sentence or a table.
struct Block {
  let id: String
  let title: String
  var text: Message?
  var facts: [(label: Message, value: MessageValue?)] = []
  var columns: [Message] = []
  var rows: [[Cell]] = []

  /// A cell of a table.
  struct Cell {
    let value: MessageValue?
    var href: String?

    init(_ value: MessageValue?, href: String? = nil) {
      self.value = value
      self.href = href
    }

    /// Whether it holds one long word, such as a digest, that may be broken anywhere.
    var isLong: Bool {
      guard case .code(let text) = value else { return false }
      return text.utf8.count > 40
    }
  }

  /// The block's values.
  func make(_ wording: Wording) -> TemplateValue {
    func shown(_ value: MessageValue?) -> TemplateValue {
      wording.markup(value ?? .message(Message("report.notStated")))
    }
    return [
      "id": .text(id), "name": .text(title), "text": text.map(wording.markup) ?? .null,
      "paragraphs": text.map { [["text": wording.markup($0)]] } ?? [],
      "hasFacts": .boolean(!facts.isEmpty),
      "facts": .list(
        facts.map { ["name": wording.markup($0.label), "value": shown($0.value)] }),
      "hasRows": .boolean(!rows.isEmpty),
      "columns": .list(columns.map { ["name": wording.markup($0)] }),
      "rows": .list(
        rows.map { cells in
          [
            "cells": .list(
              cells.enumerated().map { column, cell in
                [
                  "href": .text(cell.href), "value": shown(cell.value),
                  "label": .text(
                    columns.indices.contains(column)
                      ? wording.language.plain(columns[column]) : nil),
                  "isLong": .boolean(cell.isLong),
                ]
              })
          ]
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
