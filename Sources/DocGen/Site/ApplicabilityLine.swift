import Localization
import Model

/// Says below the title of a page which products or versions it is about.
struct ApplicabilityLine {
  private let names: [String]
  private let words: InterfaceWords

  /// The line of some names; none where there are none.
  init(_ names: [String], _ words: InterfaceWords) { (self.names, self.words) = (names, words) }

  /// An article with the line behind its title.
  func added(to article: [UInt8]) -> [UInt8] {
    guard !names.isEmpty, let title = article.range(of: "</h1>", in: 0..<article.count) else {
      return article
    }
    var html = HTMLBytes(capacity: article.count + 200)
    html.markup(article[..<title.upperBound])
    html.raw("\n<p class=\"applies\"><span")
    if let locale = words.markdownWords.locale {
      html.raw(" lang=\"")
      html.text(locale.tag)
      html.raw("\" dir=\"")
      html.text(locale.direction)
      html.raw("\"")
    }
    html.raw(">")
    html.text(words.markdownWords.appliesTo)
    html.raw("</span> ")
    for (number, name) in names.enumerated() {
      if number > 0 { html.text(words.markdownWords.listSeparator) }
      html.raw("<bdi>")
      html.text(name)
      html.raw("</bdi>")
    }
    html.raw("</p>")
    html.markup(article[title.upperBound...])
    return html.bytes
  }
}
