/// The kinds of alerts: those of Microsoft's documentation, then those that Adobe's has besides.
enum Alert: String, CaseIterable {
  case note, tip, important, warning, caution
  case admin, administration, availability, prerequisites, morelikethis, success, error, info

  /// The kind that has a title in the reader's language, in any case.
  init?(titled title: String, _ words: MarkdownOptions.Words) {
    let title = title.lowercased()
    guard let alert = Self.allCases.first(where: { $0.title(words).lowercased() == title }) else {
      return nil
    }
    self = alert
  }

  /// The kind that it looks like.
  var style: Alert {
    switch self {
    case .note, .tip, .important, .warning, .caution: self
    case .admin, .administration, .availability, .prerequisites, .morelikethis, .info: .note
    case .success: .tip
    case .error: .caution
    }
  }

  /// The title of a page: in the language of its text where that has one, otherwise in that of the
  /// interface.
  func title(_ options: MarkdownOptions) -> (words: String, isOfPage: Bool) {
    guard options.words.locale != nil, let own = AlertTitles.title(self, in: options.locale) else {
      return (title(options.words), options.words.locale == nil)
    }
    return (own, true)
  }

  /// The title in the language of the interface.
  func title(_ words: MarkdownOptions.Words) -> String {
    switch self {
    case .note: words.note
    case .tip: words.tip
    case .important: words.important
    case .warning: words.warning
    case .caution: words.caution
    case .admin, .administration: words.administration
    case .availability: words.availability
    case .prerequisites: words.prerequisites
    case .morelikethis: words.moreLikeThis
    case .success: words.success
    case .error: words.error
    case .info: words.information
    }
  }
}
