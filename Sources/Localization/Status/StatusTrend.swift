public import Model

/// How translations stood at earlier times.
public struct StatusTrend: Hashable, Sendable {
  /// How a locale stood.
  public struct Standing: Hashable, Sendable {
    /// The texts of all pages.
    public var units: Int
    /// The texts whose source was still the same, and that somebody had looked at.
    public var current: Int
    /// The words that were to be translated.
    public var words: Int

    /// A standing from its numbers.
    public init(units: Int, current: Int, words: Int) {
      (self.units, self.current, self.words) = (units, current, words)
    }

    /// How a locale stands by the sum of its pages.
    public init(_ total: StatusTotal) {
      self.init(units: total.units, current: total.current, words: total.words.total)
    }

    /// The share of current texts in thousandths, rounded down; 1000 if there is no text.
    public var currentShare: Int { units == 0 ? 1000 : current * 1000 / units }
  }

  /// A time at which somebody looked.
  public struct Point: Hashable, Sendable {
    /// What the time is called: the name of the file without its extension.
    public var name: String
    /// The day, where the name or the document gives it.
    public var date: CivilDate?
    /// How each locale stood.
    public var locales: [LocaleTag: Standing]

    /// A point from its parts.
    public init(name: String, date: CivilDate?, locales: [LocaleTag: Standing]) {
      (self.name, self.date, self.locales) = (name, date, locales)
    }
  }

  /// The times, the earliest first.
  public var points: [Point]

  /// A trend from its points.
  public init(_ points: [Point] = []) { self.points = points }
}
