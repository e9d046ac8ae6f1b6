public import Model

/// Which sections hold everything that exists, and which time their logs cover.
///
/// Completeness is claimed only by `complete: true` in `collection.sources`, never inferred.
public struct Coverage: Sendable {
  /// Whether each section is there and holds everything that exists, by its raw value.
  private var complete = Array(repeating: false, count: Section.allCases.count)
  /// Whether a source of each section states when its period begins.
  private var stating = Array(repeating: false, count: Section.allCases.count)
  /// The start of the period that each section's logs cover, where all sources state it.
  private var starts: [TimeSpan?] = Array(repeating: nil, count: Section.allCases.count)
  /// How long before the collection the logs of each section surely end, in microseconds; 0 if they
  /// may last until then.
  private var gaps = Array(repeating: Int64(0), count: Section.allCases.count)
  /// How long before the collection a log may end, in microseconds: logs are exported by the day.
  private(set) var latestEnd = Instant.day
  private let states: [Snapshot.SectionState]

  /// The logged period of one source; a missing end is not known.
  public struct Window: Hashable, Sendable {
    /// The start.
    public var start: TimeSpan?
    /// The end.
    public var end: TimeSpan?
  }

  /// The coverage that a snapshot claims.
  public init(_ snapshot: Snapshot, isZoneSettled: Bool) {
    states = snapshot.states
    guard let collection = snapshot.rows(CollectionRecord.self).first,
      let sources = collection[.sources].known
    else { return }
    var claimed: Set<Section> = []
    var incomplete: Set<Section> = []
    var windows: [Section: [Window]] = [:]
    var unreadable: Set<Section> = []
    for offset in 0..<sources.count {
      guard let name = sources.field(offset, "section", Identifier.self).known,
        let section = Section(name: snapshot.text(name))
      else { continue }
      switch sources.field(offset, "complete", Bool.self).known {
      case true?: claimed.insert(section)
      case false?: incomplete.insert(section)
      case nil: break
      }
      func time(_ field: String) -> TimeSpan? {
        sources.field(offset, field, Instant.self).known.map {
          TimeSpan($0, isZoneSettled: isZoneSettled)
        }
      }
      if sources.field(offset, "windowStartUtc", Instant.self).isUnreadable {
        unreadable.insert(section)
      }
      windows[section, default: []].append(
        Window(start: time("windowStartUtc"), end: time("windowEndUtc")))
    }
    for section in claimed.subtracting(incomplete) {
      complete[section.rawValue] = isPresent(section)
    }
    let collected = collection[.collectedUtc].known.map {
      TimeSpan($0, isZoneSettled: isZoneSettled)
    }
    for (section, windows) in windows {
      gaps[section.rawValue] = collected.map { Self.gap(from: windows, to: $0) } ?? 0
      stating[section.rawValue] =
        unreadable.contains(section) || windows.contains { $0.start != nil }
      if isPresent(section) { starts[section.rawValue] = Self.start(of: windows) }
    }
  }

  /// The same coverage, if logs may end so many microseconds before the collection.
  func allowing(end latestEnd: Int64) -> Coverage {
    var other = self
    other.latestEnd = latestEnd
    return other
  }

  /// Whether a section is there and holds everything that exists.
  public func isComplete(_ section: Section) -> Bool {
    complete[section.rawValue]
  }

  /// Whether a section is there.
  public func isPresent(_ section: Section) -> Bool {
    if case .absent = states[section.rawValue] { return false }
    return true
  }

  /// Whether a source of a section states when its period begins.
  public func statesWindow(of section: Section) -> Bool {
    stating[section.rawValue] || isOver(section)
  }

  /// The start of the period that the logs of a section cover without a gap up to their end.
  ///
  /// `nil` if a source doesn't state its period, or if they end too early.
  public func windowStart(of section: Section) -> TimeSpan? {
    isOver(section) ? nil : starts[section.rawValue]
  }

  /// Whether logs surely end so long before the collection that they don't tell what ran since.
  private func isOver(_ section: Section) -> Bool { gaps[section.rawValue] > latestEnd }

  /// How long before the collection logs surely end; one without a stated end lasts.
  private static func gap(from windows: [Window], to collected: TimeSpan) -> Int64 {
    let ends = windows.compactMap(\.end?.latest)
    guard ends.count == windows.count, let last = ends.max() else { return 0 }
    return max(0, collected.earliest - last)
  }

  private static func start(of windows: [Window]) -> TimeSpan? {
    var bounds: [(start: TimeSpan, end: TimeSpan)] = []
    for window in windows {
      guard let start = window.start else { return nil }
      guard let end = window.end else {
        if windows.count == 1 { return start }
        return nil
      }
      bounds.append((start, end))
    }
    bounds.sort { ($0.end.latest, $0.start.latest) > ($1.end.latest, $1.start.latest) }
    var start = bounds[0].start
    for bound in bounds.dropFirst() where bound.end.earliest >= start.earliest {
      if bound.start.latest < start.latest { start = bound.start }
    }
    return start
  }
}
