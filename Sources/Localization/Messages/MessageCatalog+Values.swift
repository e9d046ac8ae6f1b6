public import Model

extension MessageCatalog {
  /// A value alone, in the form of the language.
  public func message(of value: MessageValue) -> LocalizedMessage {
    LocalizedMessage(pieces: pieces(of: value), language: locale, isFallback: false)
  }

  /// A value in the form of the language.
  ///
  /// Lengths of time keep the unit in which they are given: 90 minutes are not an hour and a half.
  func pieces(of value: MessageValue) -> [LocalizedMessage.Piece] {
    switch value {
    case .text(let text): [.text(text)]
    case .code(let text): [.code(text)]
    case .integer(let number): [.words(formatter.number(number))]
    case .number(let number): [.words(formatter.number(number))]
    case .share(let share): [.words(formatter.percent(share))]
    case .instant(let instant): pieces(of: instant)
    case .days(let count): [.message(message("format.days", ["count": .integer(count)]))]
    case .minutes(let count): [.message(message("format.minutes", ["count": .integer(count)]))]
    case .seconds(let count): [.message(message("format.seconds", ["count": .integer(count)]))]
    case .list(let values): formatter.list(values.map { pieces(of: $0) }, words: { .words($0) })
    case .message(let inner): [.message(message(inner))]
    }
  }

  /// A time: the day alone if no more is known, otherwise the minute in UTC.
  private func pieces(of instant: Instant) -> [LocalizedMessage.Piece] {
    if instant.isDayOnly { return [.words(formatter.date(instant.date))] }
    let time = assemble("format.utc") { name in
      name == "time" ? [.words(formatter.dateTime(instant))] : nil
    }
    return time.isFallback ? [.message(time)] : time.pieces
  }
}
