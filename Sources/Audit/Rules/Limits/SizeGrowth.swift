import Model

/// How large an export will be if its segments keep growing as they did.
struct SizeGrowth {
  /// The size at the end of the horizon.
  var projected = SizeBounds()
  /// Whether any segment has enough counts for a trend.
  var hasTrend = false

  /// The growth of the segments of a size.
  init(_ question: SizeQuestion, _ trends: SegmentTrends, _ context: AuditContext) {
    question.segments.forEachDistinct(by: \.row) { segment in
      var size = SizeBounds(segment, context)
      if let later = trends.projection(of: segment) {
        hasTrend = true
        size.lower = max(later, 0)
        size.upper = size.upper.map { _ in max(later, 0) }
      }
      if question.limit?.scope == .perSegment {
        projected.lower = max(projected.lower, size.lower)
        projected.upper = projected.upper.flatMap { upper in size.upper.map { max(upper, $0) } }
      } else {
        projected.add(size)
      }
    }
  }

  /// Whether the size will pass a limit; without a trend only the present ratio counts.
  func passes(_ limit: Int) -> Truth { hasTrend ? projected.exceeds(limit) : .false }

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
