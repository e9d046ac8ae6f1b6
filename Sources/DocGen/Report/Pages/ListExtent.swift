import Model

/// How many of all outcomes a page lists.
struct ListExtent {
  let shown: Int
  let count: Int

  /// Adds what the page says of it, beside its list and at its filter.
  func add(to page: inout TemplateObject, _ wording: Wording) {
    page["isPartial"] = .boolean(shown < count)
    page["all"] = .text("\(count)")
    page["partial"] = note(wording)
  }

  /// How many are listed; `null` if all are.
  func note(_ wording: Wording) -> TemplateValue {
    guard shown < count else { return .null }
    return wording.markup(
      Message("report.rule.more", ["shown": .integer(shown), "count": .integer(count)]))
  }
}
