import Model

/// A finding of a check of the whole set, before words of the texts and names of the pages are added.
struct SetFinding {
  var check: TranslationCheck
  var place: TextPlace
  var message: Message
  var subject: String
  /// The text with which it was compared, whose words or place are put into the message.
  var other: TextPlace?

  init(
    _ check: TranslationCheck, _ variant: String, at place: TextPlace,
    _ arguments: KeyValuePairs<String, MessageValue> = [:], subject: String = "",
    other: TextPlace? = nil
  ) {
    self.check = check
    self.place = place
    message = Message("check.\(check.rawValue).\(variant)", arguments)
    self.subject = subject.isEmpty ? variant : subject
    self.other = other
  }
}
