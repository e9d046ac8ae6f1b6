import Model

/// A finding of a check of the whole set, before the page is read again for its place.
struct SetFinding {
  var check: TranslationCheck
  var page: Int
  var pair: Int
  /// Where in the page; `nil` for the beginning of the translation.
  var offset: Int?
  var message: Message
  var subject: String
  /// The text with which it was compared, whose words or place are put into the message.
  var other: (page: Int, pair: Int)?

  init(
    _ check: TranslationCheck, _ variant: String, page: Int32, pair: Int32, offset: Int? = nil,
    _ arguments: KeyValuePairs<String, MessageValue> = [:], subject: String = "",
    other: (page: Int, pair: Int)? = nil
  ) {
    self.check = check
    (self.page, self.pair, self.offset) = (Int(page), Int(pair), offset)
    message = Message("check.\(check.rawValue).\(variant)", arguments)
    self.subject = subject.isEmpty ? variant : subject
    self.other = other
  }
}
