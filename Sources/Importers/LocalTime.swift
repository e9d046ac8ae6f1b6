import Foundation
import Model

/// The clocks of a time zone.
struct LocalTime: Sendable {
  private let zone: TimeZone

  /// The clocks of a zone of the IANA database, such as `America/New_York`, or of `Z`; `nil` if there
  /// is none of that name.
  init?(zone name: String) {
    guard let zone = TimeZone(identifier: name.uppercased() == "Z" ? "UTC" : name) else {
      return nil
    }
    self.zone = zone
  }

  /// The instant at which the clocks show a time that was read as if they showed UTC.
  ///
  /// Times whose zone was written, and days, stay as they are. Of the two instants at which clocks
  /// that are put back show the same, the later one; a time that they leave out counts as if they
  /// were not put forward.
  func instant(_ time: Instant) -> Instant {
    guard time.isZoneAssumed, !time.isDayOnly else { return time }
    let candidates = [-Instant.day, Instant.day].map { distance in
      time.microseconds - offset(at: time.microseconds + distance)
    }
    let possible = candidates.filter { $0 + offset(at: $0) == time.microseconds }
    return Instant(microseconds: possible.max() ?? candidates[0])
  }

  /// How far the clocks are ahead of UTC at an instant, in microseconds.
  private func offset(at microseconds: Int64) -> Int64 {
    let seconds = (Double(microseconds) / Double(Instant.second)).rounded(.down)
    return Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: seconds))) * Instant.second
  }
}
