import Localization
import Model

/// A line of how the share of current texts went, with the numbers beside it.
struct StatusTrendValues {
  let pages: StatusPages
  let locale: LocaleTag
  let words: InterfaceWords

  /// The size of a picture, in its own units.
  private static let (width, height) = (600, 120)

  /// A point of time, in words, with how a locale stood.
  private struct Step {
    var name: String
    var standing: StatusTrend.Standing?
  }

  /// The charts: of the page's own locale, or of all on the page of the source.
  var value: TemplateValue {
    let trend = pages.site.request.statusTrend
    guard !trend.points.isEmpty else { return .null }
    let shown = locale == pages.site.tree.source ? pages.locales : [locale]
    return [
      "charts": .list(
        shown.map { locale in
          var steps = trend.points.map { point in
            Step(
              name: point.date.map { words.date($0) } ?? point.name, standing: point.locales[locale]
            )
          }
          let now = StatusTrend.Standing(StatusTotal(of: locale, in: pages.rows))
          steps.append(Step(name: words["site.status.now"], standing: now))
          return chart(of: locale, steps)
        })
    ]
  }

  private func chart(of other: LocaleTag, _ steps: [Step]) -> TemplateValue {
    let dots = dots(steps)
    return [
      "tag": .text(other.tag), "direction": .text(other.direction),
      "name": .text(pages.site.words[other]?.endonym ?? other.tag),
      "hasLine": .boolean(dots.count > 1),
      "line": .text(dots.map { "\($0.x),\($0.y)" }.joined(separator: " ")),
      "dots": .list(dots.map { ["x": .text("\($0.x)"), "y": .text("\($0.y)")] }),
      "steps": .list(
        steps.map { step in
          [
            "name": .text(step.name),
            "share": .text(step.standing.map { words.percent($0.currentShare) }),
            "units": .text(step.standing.map { words.number($0.units) }),
            "words": .text(step.standing.map { words.number($0.words) }),
          ]
        }),
    ]
  }

  /// Where the points stand; in a right-to-left page the earliest one is at the right.
  private func dots(_ steps: [Step]) -> [(x: Int, y: Int)] {
    steps.enumerated().compactMap { index, step in
      guard let standing = step.standing else { return nil }
      let way = steps.count < 2 ? 0 : index * (Self.width - 20) / (steps.count - 1)
      let place = 10 + way
      return (
        locale.isRightToLeft ? Self.width - place : place,
        10 + (1000 - standing.currentShare) * (Self.height - 20) / 1000
      )
    }
  }
}
