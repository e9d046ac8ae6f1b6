import Model

/// Counts as templates show them.
enum TotalsContext {
  /// The order in which outcomes are shown: what needs somebody first.
  static let order: [Outcome] = [.fail, .unknown, .accepted, .pass, .notApplicable]

  /// Where the rows behind a count are: `list` with the outcome as a query, which the filter of
  /// the list reads; without a script the link leads to the whole list.
  static func link(_ list: String, _ outcome: Outcome) -> String {
    let place = list.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    return "\(place[0])?outcome=\(outcome)" + (place.count > 1 ? "#\(place[1])" : "")
  }

  /// One value an outcome: `outcome`, `word`, `count`, `isZero`, `href`.
  static func cells(
    _ totals: OutcomeTotals, _ language: ReportLanguage, list: (Outcome) -> String?
  ) -> TemplateValue {
    .list(
      order.map { outcome in
        [
          "outcome": .text("\(outcome)"), "word": .text(language.word(outcome)),
          "count": .text(language.integer(totals[outcome])),
          "isZero": .boolean(totals[outcome] == 0),
          "href": .text(totals[outcome] == 0 ? nil : list(outcome).map { link($0, outcome) }),
        ]
      })
  }

  /// The cells of the outcomes that there are.
  static func counted(
    _ totals: OutcomeTotals, _ language: ReportLanguage, of outcomes: [Outcome] = order
  ) -> TemplateValue {
    .list(
      outcomes.filter { totals[$0] > 0 }.map { outcome in
        [
          "outcome": .text("\(outcome)"), "word": .text(language.word(outcome)),
          "count": .text(language.integer(totals[outcome])),
        ]
      })
  }

  /// The counts with the population; `list` names the page and place that list the subjects of an
  /// outcome, if any does.
  static func make(
    _ totals: OutcomeTotals, _ language: ReportLanguage, list: (Outcome) -> String? = { _ in nil }
  ) -> TemplateValue {
    [
      "cells": cells(totals, language, list: list),
      "population": .text(language.integer(totals.population)),
    ]
  }
}
