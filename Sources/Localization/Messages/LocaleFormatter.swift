public import Foundation
public import Model

/// How a language writes numbers, dates and lists, and how it sorts.
///
/// Everything is said explicitly: the calendar is the Gregorian one, also where a region prefers
/// another (Saudi Arabia: Umm al-Qura), because snapshots and documents use it; digits are Latin,
/// also in Arabic, because the documentation's are; the time zone is UTC unless another is given.
/// So the result depends neither on the environment nor on the machine. Locale data is loaded when
/// it is first needed: numbers from 0 to 999 and ISO dates don't need any.
public struct LocaleFormatter: Sendable {
  /// The language.
  public let tag: LocaleTag
  /// The zone in which times are shown.
  public let timeZone: TimeZone
  /// The language as the system's data calls it, with Latin digits.
  let locale: Locale

  /// Prepares for a language; loads nothing.
  public init(_ tag: LocaleTag, timeZone: TimeZone = .gmt) {
    (self.tag, self.timeZone) = (tag, timeZone)
    // In the form of ICU itself: that of BCP 47 (-u-ca-gregory) has its tables read first, which
    // takes as long as making several pages.
    locale = Locale(
      identifier: tag.tag.replacing("-", with: "_") + "@calendar=gregorian;numbers=latn")
  }

  /// A whole number with the language's separators: `6,006`.
  public func number(_ number: Int) -> String {
    (0..<1000).contains(number) ? String(number) : number.formatted(.number.locale(locale))
  }

  /// A number with at most `fractionDigits` digits behind the point: `1,234.57`.
  public func number(_ number: Double, fractionDigits: Int = 2) -> String {
    number.formatted(.number.precision(.fractionLength(0...fractionDigits)).locale(locale))
  }

  /// A share as per cent with at most one digit behind the point; 1 is 100 %.
  ///
  /// The sign goes with the Latin digits, also in Arabic, where the data has the Arabic one.
  public func percent(_ share: Double) -> String {
    share.formatted(.percent.precision(.fractionLength(0...1)).locale(locale))
      .replacing("\u{66A}", with: "%")
  }

  /// A day, with the month as a word: `June 24, 2021`.
  ///
  /// Days before 15 October 1582 are shown as the Julian calendar of their time called them.
  public func date(_ date: CivilDate) -> String {
    let start = Date(timeIntervalSince1970: Double(date.daysSince1970) * 86_400)
    return written(start.formatted(style(date: .long, time: .omitted, timeZone: .gmt)))
  }

  /// A time to the minute in the formatter's zone, without naming the zone.
  public func dateTime(_ instant: Instant) -> String {
    let seconds = (Double(instant.microseconds) / 1_000_000).rounded(.down)
    var style = style(date: .long, time: .shortened, timeZone: timeZone)
    if Self.twoDigitHours.contains(tag.language) { style = style.hour(.twoDigits(amPM: .omitted)) }
    return written(Date(timeIntervalSince1970: seconds).formatted(style))
  }

  /// Languages whose clock shows 06:05, not 6:05; the pattern of date and time together loses that.
  private static let twoDigitHours: Set<String> = [
    "de", "fr", "it", "kk", "nb", "nl", "pl", "pt", "ro", "ru", "sv", "tr", "uk",
  ]

  /// A date as careful writers of the language have it, where the data has something else.
  private func written(_ date: String) -> String {
    switch tag.language {
    case "fr" where date.hasPrefix("1 "): "1er" + date.dropFirst()
    // The month and the year aren't parted.
    case "ar":
      date.firstRange(of: "\u{60C} ").map { date.replacingCharacters(in: $0, with: " ") } ?? date
    default: date
    }
  }

  private func style(
    date: Date.FormatStyle.DateStyle, time: Date.FormatStyle.TimeStyle, timeZone: TimeZone
  ) -> Date.FormatStyle {
    Date.FormatStyle(
      date: date, time: time, locale: locale, calendar: Calendar(identifier: .gregorian),
      timeZone: timeZone)
  }

  /// Texts joined as the language joins them: `a, b, and c`.
  public func list(_ texts: [String]) -> String {
    if texts.count < 2 { return texts.first ?? "" }
    return texts.formatted(.list(type: .and).locale(locale))
  }

  /// Elements of any kind, joined by the words that the language puts between them.
  ///
  /// - Parameters:
  ///   - elements: What is joined.
  ///   - words: Makes an element of the words between two.
  /// - Returns: The elements of all, with words between.
  func list<Element>(
    _ elements: [[Element]], words: (String) -> Element
  ) -> [Element] {
    if elements.count < 2 { return elements.first ?? [] }
    // Each element is a private character while the words are put between.
    let first: UInt32 = 0xF0000
    guard elements.count < 60_000 else { return Array(elements.joined(separator: [words(", ")])) }
    let marks = elements.indices.compactMap { index in
      Unicode.Scalar(first + UInt32(index)).map { String($0) }
    }
    var result: [Element] = []
    var between = ""
    for scalar in list(marks).unicodeScalars {
      guard scalar.value >= first, Int(scalar.value - first) < elements.count else {
        // The marks that isolate texts in Arabic lists are left to whoever shows the elements.
        if !(0x2068...0x2069).contains(scalar.value) { between.unicodeScalars.append(scalar) }
        continue
      }
      if !between.isEmpty { result.append(words(between)) }
      between = ""
      result += elements[Int(scalar.value - first)]
    }
    if !between.isEmpty { result.append(words(between)) }
    return result
  }
}
