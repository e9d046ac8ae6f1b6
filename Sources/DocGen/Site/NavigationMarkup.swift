/// The navigation as markup for the pages of one folder, with the places where a page's own marks
/// are put in.
///
/// Made once and shared by all of them.
struct NavigationMarkup: Sendable {
  /// Where an entry leads.
  struct Link {
    var address: String
    /// The language that the page is shown in where that isn't the reader's.
    var language: String?
    /// Whether the address is elsewhere.
    var isOutside = false
  }

  private var bytes: [UInt8] = []
  /// Behind the address of each entry's link, where the mark of the current page goes.
  private var links: [Int: Int] = [:]
  /// Behind the name of each group's tag, where the mark of an open group goes.
  private var groups: [Int: Int] = [:]

  /// Prepares markup.
  ///
  /// - Parameters:
  ///   - navigation: The entries.
  ///   - view: Which of them are shown.
  ///   - address: How the pages of the folder reach what an entry leads to.
  ///   - more: What stands for a number of entries that are left out.
  init(
    _ navigation: Navigation, view: NavigationView,
    address: (Int) -> Link?, more: (Int) -> String
  ) {
    var html = HTMLBytes(capacity: 4096)
    write(view.visible(navigation, below: nil), navigation, view, address, more, &html)
    bytes = html.bytes
  }

  private mutating func write(
    _ entries: [NavigationView.Entry], _ navigation: Navigation, _ view: NavigationView,
    _ address: (Int) -> Link?, _ more: (Int) -> String,
    _ html: inout HTMLBytes
  ) {
    html.raw("<ul>\n")
    for entry in entries {
      html.raw("<li>")
      switch entry {
      case .more(let count, let page):
        link(page, named: more(count), address, &html, isMarked: false)
      case .item(let number):
        let children = view.visible(navigation, below: number)
        if children.isEmpty {
          link(number, named: navigation.items[number].name, address, &html)
        } else {
          html.raw("<details")
          if navigation.items[number].isExpanded {
            html.raw(" open")
          } else {
            groups[number] = html.count
          }
          html.raw("><summary>")
          html.text(navigation.items[number].name)
          html.raw("</summary>\n")
          write(children, navigation, view, address, more, &html)
          html.raw("</details>")
        }
      case .itself(let number): link(number, named: navigation.items[number].name, address, &html)
      }
      html.raw("</li>\n")
    }
    html.raw("</ul>\n")
  }

  private mutating func link(
    _ number: Int, named name: String, _ address: (Int) -> Link?,
    _ html: inout HTMLBytes, isMarked: Bool = true
  ) {
    guard let target = address(number) else {
      html.raw("<span>")
      html.text(name)
      html.raw("</span>")
      return
    }
    html.raw("<a href=\"")
    html.text(target.address)
    html.raw("\"")
    if isMarked { links[number] = html.count }
    if target.isOutside { html.raw(" class=\"outside\"") }
    if let language = target.language {
      html.raw(" class=\"absent\" data-language=\"")
      html.text(language)
      html.raw("\"")
    }
    html.raw(">")
    html.text(name)
    html.raw("</a>")
  }

  /// The number of bytes.
  var size: Int { bytes.count }

  /// The markup for one page: its entry is marked, and the groups above it are open.
  func marking(_ number: Int?, in navigation: Navigation) -> [UInt8] {
    guard let number else { return bytes }
    var marks: [(offset: Int, text: StaticString)] = (navigation.ancestors(of: number) + [number])
      .compactMap { groups[$0].map { ($0, " open") } }
    if let offset = links[number] { marks.append((offset, " aria-current=\"page\"")) }
    marks.sort { $0.offset < $1.offset }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 64)
    var position = 0
    for mark in marks {
      output += bytes[position..<mark.offset]
      mark.text.withUTF8Buffer { output += $0 }
      position = mark.offset
    }
    output += bytes[position...]
    return output
  }
}
