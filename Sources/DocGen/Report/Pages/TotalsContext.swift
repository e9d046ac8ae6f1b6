import Model

/// Counts as templates show them.
enum TotalsContext {
  /// The order in which outcomes are shown: what needs somebody first.
  static let order: [Outcome] = [.fail, .unknown, .accepted, .pass, .notApplicable]

  /// One value an outcome: `outcome`, `word`, `count`, `isZero`.
  static func cells(_ totals: OutcomeTotals, _ language: ReportLanguage) -> TemplateValue {
    .list(
      order.map { outcome in
        [
          "outcome": .text("\(outcome)"), "word": .text(language.word(outcome)),
          "count": .text(language.integer(totals[outcome])),
          "isZero": .boolean(totals[outcome] == 0),
        ]
      })
  }

  /// The counts with the population.
  static func make(_ totals: OutcomeTotals, _ language: ReportLanguage) -> TemplateValue {
    [
      "cells": cells(totals, language),
      "population": .text(language.integer(totals.population)),
    ]
  }
}
