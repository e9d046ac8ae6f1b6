import Model

/// How large an export will be if its segments keep growing as they did.
struct SizeGrowth {
  /// The size at the end of the horizon.
  var projected = SizeBounds()
  /// Whether any segment has enough counts for a trend.
  var hasTrend = false

  /// The least number of counts that make a trend.
  private static let fewestPoints = 3

  /// The growth of the segments of a size over a number of days after their newest counts.
  init(_ question: SizeQuestion, days: Int, _ context: AuditContext) {
    var seen: Set<Int> = []
    for segment in question.segments where seen.insert(segment.row).inserted {
      let points = Self.points(of: segment)
      var size = SizeBounds(.init(segment: segment), context)
      if points.count >= Self.fewestPoints, let last = points.last {
        hasTrend = true
        let later = Self.projection(of: points, to: last.time + Int64(days) * Instant.day)
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

  /// The counts of a segment, the earlier ones and the present one, the oldest first.
  private static func points(of segment: Segment) -> [(time: Int64, members: Int)] {
    var points: [(time: Int64, members: Int)] = []
    if let history = segment[.history].known {
      for offset in 0..<history.count {
        guard let time = history.field(offset, "utc", Instant.self).known,
          let members = history.field(offset, "members", Int.self).known
        else { continue }
        points.append((time.microseconds, members))
      }
    }
    if let time = segment[.countedUtc].known, let members = segment[.members].known {
      points.append((time.microseconds, members))
    }
    points.sort { $0.time < $1.time }
    return points.enumerated().filter {
      $0.offset == 0 || points[$0.offset - 1].time < $0.element.time
    }
    .map(\.element)
  }

  /// Where the straight line nearest to all points (least squares) is at a time.
  private static func projection(of points: [(time: Int64, members: Int)], to time: Int64) -> Int {
    let start = points[0].time
    let count = Double(points.count)
    let days = points.map { Double($0.time - start) / Double(Instant.day) }
    let sizes = points.map { Double($0.members) }
    let meanDay = days.reduce(0, +) / count
    let meanSize = sizes.reduce(0, +) / count
    var (product, square) = (0.0, 0.0)
    for (day, size) in zip(days, sizes) {
      product += (day - meanDay) * (size - meanSize)
      square += (day - meanDay) * (day - meanDay)
    }
    let slope = square > 0 ? product / square : 0
    let later = Double(time - start) / Double(Instant.day)
    let projected = meanSize + slope * (later - meanDay)
    return Int(min(max(projected.rounded(), 0), 1e15))
  }
}
