/// The contents of a page: its headings of the second and third level.
struct HeadingList {
  /// Whether the page has a title of its own.
  let hasTitle: Bool
  /// Whether there are enough headings to need a list.
  let isWorthwhile: Bool
  /// The list's entries.
  let markup: [UInt8]

  /// Makes the list of a page's headings.
  init(_ headings: [RenderedPage.Heading]) {
    hasTitle = headings.contains { $0.level == 1 }
    let listed = headings.filter { ($0.level == 2 || $0.level == 3) && !$0.text.isEmpty }
    isWorthwhile = listed.count > 1
    var html = HTMLBytes(capacity: listed.count * 80)
    for heading in isWorthwhile ? listed : [] {
      html.raw(heading.level == 2 ? "<li><a href=\"#" : "<li class=\"level-3\"><a href=\"#")
      html.address(heading.id)
      html.raw("\"")
      if let direction = heading.direction {
        html.raw(" dir=\"")
        html.text(direction)
        html.raw("\"")
      }
      html.raw(">")
      html.text(heading.text)
      html.raw("</a></li>\n")
    }
    markup = html.bytes
  }
}
