import Model

/// Horizontal bars of counts by outcome, drawn as SVG; the table beside it has the numbers.
///
/// Bars are scaled to the largest one. Words stand outside of the picture, so that they keep their
/// size on a phone.
struct BarChart: Sendable {
  /// A bar with its name.
  struct Bar: Sendable {
    let name: MessageValue
    /// The parts, in the order in which they stand; the name of a part is its class.
    let parts: [(tone: String, count: Int)]

    var total: Int { parts.reduce(0) { $0 + $1.count } }

    init(_ name: MessageValue, parts: [(tone: String, count: Int)]) {
      self.name = name
      self.parts = parts
    }

    /// A bar with a part an outcome.
    init(_ name: MessageValue, _ totals: OutcomeTotals) {
      self.init(name, parts: TotalsContext.order.map { ("\($0)", totals[$0]) })
    }
  }

  /// What it shows.
  let title: Message
  let bars: [Bar]
  /// The tones with their words; none for bars of one tone.
  var legend: [(tone: String, word: Message)] = []

  /// A chart of outcomes with its legend.
  static func outcomes(_ title: Message, _ bars: [Bar]) -> Self {
    Self(
      title: title, bars: bars,
      legend: TotalsContext.order.map { ("\($0)", Message("outcome.\($0)")) })
  }

  /// How many units a full bar is wide.
  private static let width = 1000.0

  func make(_ wording: Wording) -> TemplateValue {
    let largest = bars.map(\.total).max() ?? 0
    guard wording.form == .html, largest > 0 else { return .null }
    let isRightToLeft = wording.language.locale.direction == "rtl"
    return [
      "title": wording.markup(title),
      "legend": .list(
        legend.filter { entry in
          bars.contains { $0.parts.contains { $0.tone == entry.tone && $0.count > 0 } }
        }.map { ["tone": .text($0.tone), "word": wording.markup($0.word)] }),
      "bars": .list(
        bars.map { bar in
          [
            "name": wording.markup(bar.name),
            "total": .text(wording.language.integer(bar.total)),
            "pieces": .list(pieces(bar, largest, isRightToLeft)),
          ]
        }),
    ]
  }

  /// Where the parts of a bar stand; in a right-to-left page the first one is at the right.
  private func pieces(_ bar: Bar, _ largest: Int, _ isRightToLeft: Bool) -> [TemplateValue] {
    var start = 0
    return bar.parts.filter { $0.count > 0 }.map { part in
      let scale = Self.width / Double(largest)
      let from = (Double(start) * scale).rounded()
      start += part.count
      let to = max((Double(start) * scale).rounded(), from + 4)
      return [
        "tone": .text(part.tone),
        "x": .integer(Int(isRightToLeft ? Self.width - to : from)),
        "width": .integer(Int(to - from)),
      ]
    }
  }
}
