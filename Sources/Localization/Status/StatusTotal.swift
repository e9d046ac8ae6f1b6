public import Model

/// What the pages of a locale add up to.
public struct StatusTotal: Hashable, Sendable {
  /// The number of pages, missing ones too.
  public private(set) var pages = 0
  /// The number of pages in each state.
  public private(set) var states: [PageStatus.State: Int] = [:]
  /// The pages that a machine translated.
  public private(set) var machineTranslated = 0
  /// The texts of all pages.
  public private(set) var units = 0
  /// The texts whose source is still the same, and that somebody has looked at.
  public private(set) var current = 0
  /// The texts whose source changed or is gone.
  public private(set) var drifted = 0
  /// The texts without a translation.
  public private(set) var missing = 0
  /// The texts that a memory put in and nobody checked.
  public private(set) var unchecked = 0
  /// The texts of pages that a machine translated.
  public private(set) var machineUnits = 0
  /// What is to be translated.
  public private(set) var words = PageStatus.Words()

  /// Adds up the pages of a locale.
  public init(of locale: LocaleTag, in rows: [PageStatus]) {
    for row in rows where row.locale == locale {
      pages += 1
      states[row.state, default: 0] += 1
      if row.isMachineTranslated == true {
        machineTranslated += 1
        machineUnits += row.units - row.missingUnits
      }
      units += row.units
      current += row.currentUnits
      drifted += row.driftedUnits
      missing += row.missingUnits
      unchecked += row.uncheckedUnits
      words += row.words
    }
  }

  /// The share of current texts in thousandths, rounded down; 1000 if there is no text.
  public var currentShare: Int { units == 0 ? 1000 : current * 1000 / units }
}
