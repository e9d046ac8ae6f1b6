import Model

/// The counts of all segments with their times, laid out for looking up a million times.
struct SegmentCounts: Sendable {
  private struct Count: BitwiseCopyable, Sendable {
    let time: Int64
    let members: Int
  }

  private let counts: FixedList<Count>
  /// Where the counts of each segment end, by its row.
  private let ends: FixedList<Int>
  /// The times of the first and the last count; `nil` if there is none.
  private let times: ClosedRange<Int64>?

  /// The counts of a snapshot; of segments of business accounts there are none, since contacts are
  /// sent.
  init(_ snapshot: Snapshot) {
    var counts: [Count] = []
    var ends: [Int] = []
    ends.reserveCapacity(snapshot.count(.segments))
    let isOfBusinesses = snapshot.environment?[.audience].known == .businesses
    let usual = isOfBusinesses ? SegmentBase.account : .customer
    for segment in snapshot.rows(Segment.self) {
      if segment[.base].known ?? usual != .account { counts += Self.counts(of: segment) }
      ends.append(counts.count)
    }
    let order = { (left: Count, right: Count) in left.time < right.time }
    if let first = counts.min(by: order), let last = counts.max(by: order) {
      times = first.time...last.time
    } else {
      times = nil
    }
    self.counts = FixedList(counts)
    self.ends = FixedList(ends)
  }

  /// The present count, then those of the history in their order.
  private static func counts(of segment: Segment) -> [Count] {
    var counts: [Count] = []
    if let counted = segment[.countedUtc].known, let members = segment[.members].known {
      counts.append(Count(time: counted.microseconds, members: members))
    }
    guard let history = segment[.history].known else { return counts }
    for offset in 0..<history.count {
      guard let counted = history.field(offset, "utc", Instant.self).known,
        let members = history.field(offset, "members", Int.self).known
      else { continue }
      counts.append(Count(time: counted.microseconds, members: members))
    }
    return counts
  }

  /// Whether any segment may have a count that is near enough to a time.
  ///
  /// Snapshots keep runs for longer than counts: of most runs this says that there is no need to look
  /// for their segments.
  func mayHold(near time: Instant, within window: Int64) -> Bool {
    guard let times else { return false }
    return time.microseconds >= times.lowerBound - window
      && time.microseconds <= times.upperBound + window
  }

  /// The members of the segment at a row at the count that is nearest to a time; `nil` if none is
  /// near enough.
  ///
  /// Of two equally near counts the present one, then the earlier of the history is taken.
  func members(of segment: Int, near time: Instant, within window: Int64) -> Int? {
    var nearest = (distance: Int64.max, members: 0)
    for position in (segment == 0 ? 0 : ends[segment - 1])..<ends[segment] {
      let count = counts[position]
      let distance = abs(count.time - time.microseconds)
      if distance <= window, distance < nearest.distance { nearest = (distance, count.members) }
    }
    return nearest.distance == .max ? nil : nearest.members
  }
}
