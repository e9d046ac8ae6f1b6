import Model

/// How large each segment will be if it keeps growing as it did.
struct SegmentTrends: Sendable {
  private let days: Int
  /// The end of the horizon; `nil` if nobody knows what time it is.
  private var end: Int64?
  /// The projections by the segments' rows; `nil`: too few counts.
  private var projections: [Int?] = []

  /// The least number of counts that make a trend.
  private static let fewestPoints = 3

  /// No segment was looked at; `days` is how far a projection reaches.
  init(days: Int) { self.days = days }

  /// The trends of a snapshot's segments, up to some days after the time of the audit.
  init(_ context: AuditContext, days: Int) {
    self.days = days
    end = context.clock.now.map { $0.latest + Int64(days) * Instant.day }
    projections = context.snapshot.rows(Segment.self).map(makeProjection)
  }

  /// Whether no segment has enough counts for a trend.
  var isEmpty: Bool { projections.allSatisfy { $0 == nil } }

  /// The members of a segment at the end of the horizon; `nil` if there are too few counts.
  func projection(of segment: Segment) -> Int? {
    segment.row < projections.count ? projections[segment.row] : makeProjection(of: segment)
  }

  private func makeProjection(of segment: Segment) -> Int? {
    let points = Self.points(of: segment)
    guard points.count >= Self.fewestPoints, let last = points.last else { return nil }
    return Self.projection(of: points, to: end ?? last.time + Int64(days) * Instant.day)
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
