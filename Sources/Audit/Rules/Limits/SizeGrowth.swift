import Model

/// How large an export will be if its segments keep growing as they did.
struct SizeGrowth {
  /// The size at the end of the horizon.
  var projected: SizeBounds
  /// Whether any segment has enough counts for a trend.
  var hasTrend: Bool

  /// The growth of what the scope of the limit counts.
  ///
  /// `totals` are those at the end of the horizon: what other exports send may grow too.
  init(
    _ question: SizeQuestion, _ export: Export, _ account: (Connection, Service),
    _ totals: TotalsByChoice, _ trends: SegmentTrends, _ context: AuditContext
  ) {
    (projected, hasTrend) = trends.size(of: export, context)
    switch question.limit?.scope {
    case .perSegment?:
      projected = hasTrend ? trends.largest(question.items, context) : question.size
    case .total? where export.mayCount(context.clock):
      let total = totals.total(of: account.0, account.1, context)
      let own = projected.lower
      projected = total.size
      projected.lower = max(projected.lower, own)
      projected.upper = SizeBounds.sum(projected.upper, total.possible)
      hasTrend = hasTrend || question.segments.contains { trends.projection(of: $0) != nil }
    case .total?, .perExport?, .unstated?, nil: break
    }
  }

  /// Whether the size will pass a limit; without a trend it stays what it is.
  func passes(_ limit: Int) -> Truth { projected.exceeds(limit) }

  /// Shows the projected size, or that there are too few counts.
  func show<Examined: Rule>(_ examination: inout Examination<Examined>) {
    guard hasTrend else {
      examination.note(.trendTooShort)
      return
    }
    examination.evidence(.projectedAtLeast, .integer(projected.lower))
    examination.evidence(.projectedAtMost, projected.upper.map { .integer($0) })
  }
}

extension SegmentTrends {
  /// The size of an export at the end of the horizon, and whether anything in it has a trend;
  /// without one it is what it is now.
  func size(of export: Export, _ context: AuditContext) -> (size: SizeBounds, hasTrend: Bool) {
    let items = ExportItems(export, context)
    var size = SizeBounds()
    var hasTrend = false
    items?.forEachDistinct(by: \.name) { item in
      let (part, grows) = self.size(of: item, context)
      size.add(part)
      hasTrend = hasTrend || grows
    }
    if hasTrend { return (size, true) }
    return (SizeBounds(items, recorded: RecordedCount(export, context), context), false)
  }

  /// The size of the largest item at the end of the horizon.
  fileprivate func largest(_ items: ExportItems?, _ context: AuditContext) -> SizeBounds {
    var largest = SizeBounds()
    guard let items else { return SizeBounds(upper: nil, doubt: .countMissing) }
    for item in items {
      let (size, _) = size(of: item, context)
      largest.lower = max(largest.lower, size.lower)
      largest.upper = largest.upper.flatMap { upper in size.upper.map { max(upper, $0) } }
    }
    return largest
  }

  private func size(
    of item: ExportItems.Item, _ context: AuditContext
  ) -> (size: SizeBounds, hasTrend: Bool) {
    var size = SizeBounds(item, context)
    guard let segment = item.segment, let later = projection(of: segment) else {
      return (size, false)
    }
    size.lower = later
    size.upper = size.upper.map { _ in later }
    return (size, true)
  }
}
