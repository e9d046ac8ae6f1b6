import TestSupport
import Testing

/// Addresses in YAML are no Markdown: they lead where they say, whatever marks they hold.
@Suite struct YAMLAddressBoundTests {
  /// The address as written, and that of the page; `nil`: no link.
  static let rows: [(written: String, address: String?)] = [
    ("guide.md", "guide.html"), ("./guide.md", "guide.html"), ("guide", "guide.html"),
    ("guide.html", "guide.html"), (" guide.md ", "guide.html"),
    ("guide.md#part", "guide.html#part"),
    ("guide.md?view=x", "guide.html"), ("sub/index.md", "sub/index.html"),
    ("sub/", "sub/index.html"),
    ("sub", "sub/index.html"), ("sub\\index.md", "sub/index.html"),
    (".\\sub\\index.md", "sub/index.html"), ("~/guide.md", "guide.html"),
    ("a b.md", "a%20b.html"), ("a%20b.md", "a%20b.html"), ("a_b_c.md", "a_b_c.html"),
    ("a&b.md", "a%26b.html"), ("(x).md", "%28x%29.html"), ("été.md", "%C3%A9t%C3%A9.html"),
    ("[x].md", "%5Bx%5D.html"), ("a*b*.md", "a%2Ab%2A.html"), ("other.yml", "other.html"),
    ("https://example.com/", "https://example.com/"),
    ("https://example.com/?a=1&b=2", "https://example.com/?a=1&b=2"),
    ("https://example.com/?a=1&copy=2", "https://example.com/?a=1&copy=2"),
    ("https://example.com/?a=&copy;", "https://example.com/?a=&copy;"),
    ("https://example.com/?a=&amp;b", "https://example.com/?a=&amp;b"),
    ("https://example.com/(a)_b_*c*", "https://example.com/(a)_b_*c*"),
    ("https://example.com/a%20b", "https://example.com/a%20b"),
    ("https://example.com/#a/b", "https://example.com/#a/b"),
    ("mailto:a@example.com", "mailto:a@example.com"), ("tel:+123", "tel:+123"),
    ("javascript:alert(1)", nil), ("data:text/html,x", nil), ("vbscript:x", nil), ("gone.md", nil),
    ("", nil), ("#", "#"), ("<guide.md>", nil), ("a<b>.md", nil), ("\"onclick=x", nil),
    ("https://example.com/<b>", "https://example.com/%3Cb%3E"),
    ("https://example.com/\"x\"", "https://example.com/%22x%22"),
  ]

  private static let site = Result {
    var files = [
      "en-us/guide.md": "# Guide\n\n## Part\n", "en-us/sub/index.md": "# Sub\n",
      "en-us/a b.md": "# A\n", "en-us/a_b_c.md": "# A\n", "en-us/a&b.md": "# A\n",
      "en-us/(x).md": "# X\n", "en-us/été.md": "# É\n", "en-us/[x].md": "# X\n",
      "en-us/a*b*.md": "# A\n", "en-us/other.yml": "### YamlMime:Hub\ntitle: O\n",
    ]
    for (number, row) in rows.enumerated() {
      let address = quoted(row.written)
      files["en-us/page\(number).yml"] = """
        ### YamlMime:Hub
        title: T
        highlightedContent:
          items:
          - title: first
            url: \(address)
        tools:
          items:
          - title: second
            url: \(address)
            links:
            - text: third
              url: \(address)
            footerLink:
              text: fourth
              url: \(address)
        """
    }
    return try TestSite(files)
  }

  @Test(arguments: rows.indices)
  func leadsWhereItSays(_ number: Int) throws {
    let site = try Self.site.get()
    let row = Self.rows[number]
    let article = site.article("en-us/page\(number).html")
    for name in ["first", "second", "third", "fourth"] {
      let address = try article.firstMatch(
        of: Regex("<a href=\"([^\"]*)\"[^>]*>\(name)</a>"))?.output[1].substring.map {
          String($0).replacing("&amp;", with: "&")
        }
      #expect(address == row.address, "\(name): \(article)")
      #expect(article.contains(name))
    }
    let problems = site.problems.filter { $0.hasPrefix("en-us/page\(number).yml:") }
    let isSilent = row.address != nil || row.written.isEmpty
    #expect(problems.isEmpty == isSilent, "\(problems)")
  }
}
