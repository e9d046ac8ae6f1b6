import Model

/// The privacy texts that administrators have been shown over time, the oldest first.
///
/// Source: the history of the documentation pages on connections and on each service, read on
/// 2026-08-18.
enum PrivacyTextEra: String, CaseIterable, Comparable {
  /// A text of its own in each article of a third party.
  case E1
  /// The agreement step was added to Azure and Dynamics 365 types.
  case E2
  /// One text for all services, naming third parties and other Microsoft products.
  case E3
  /// The customer is told to obtain consent to use the data; the compliance boundary is gone.
  case E4

  /// The day on which the text appeared; `nil`: it is the first.
  private var firstDay: CivilDate? {
    switch self {
    case .E1: nil
    case .E2: CivilDate("2022-07-05")
    case .E3: CivilDate("2022-07-20")
    case .E4: CivilDate("2023-12-21")
    }
  }

  /// What a time says about the text in force.
  enum Dating {
    case era(PrivacyTextEra)
    /// The time may lie on the day of a change, on which either text may have been shown.
    case boundary
  }

  /// The text in force at a time.
  static func dating(_ time: TimeSpan) -> Dating {
    var found = PrivacyTextEra.E1
    for era in allCases {
      guard let day = era.firstDay else { continue }
      let start = Instant(day).microseconds
      if time.earliest >= start + Instant.day {
        found = era
      } else if time.latest >= start {
        return .boundary
      }
    }
    return .era(found)
  }

  /// The text with a name such as `E4`, in either case.
  init?(name: String) { self.init(rawValue: name.uppercased()) }

  /// Orders texts by time.
  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The name of the text and what it brought.
  var words: MessageValue { .message(Message("privacy-text.\(rawValue)")) }
}
