import DocGen
import Model
import TestSupport
import Testing

/// Files that a page includes in another language than its own: what says so, and where nothing can.
@Suite struct ForeignInclusionTests {
  /// What is in another language says so, but in a paragraph, which no block may divide.
  @Test(arguments: [
    ("ا [!INCLUDE [x](a.md)] ب\n", "<p>ا <bdi lang=\"en-US\" dir=\"ltr\">Plum</bdi> ب</p>"),
    ("ا\n[!INCLUDE [x](a.md)]\nب\n", "<p>ا\nPlum\nب</p>"),
    ("ا\n[!INCLUDE [x](outer.md)]\nب\n", "<p>ا\nPlum\nب</p>"),
    ("> [!INCLUDE [x](a.md)]\n", "<blockquote>\n<div lang=\"en-US\" dir=\"ltr\">\n<p dir="),
    (
      "1. ا\n\n   [!INCLUDE [x](a.md)]\n\n2. ب\n",
      "<p>ا</p>\n<div lang=\"en-US\" dir=\"ltr\">\n<p dir=\"ltr\">Plum</p>\n</div>\n</li>"
    ),
    ("[!INCLUDE [x](own.md)]\n", "<p>ج</p>"), ("[!INCLUDE [x](empty.md)]\n\nب\n", "<p>ب</p>"),
    ("![ا [!INCLUDE [x](a.md)] ب](i.png)\n", "alt=\"ا Plum ب\""),
  ])
  func haveTheirLanguage(page: String, expected: String) throws {
    let site = try TestSite([
      "en-us/page.md": "# P\n", "en-us/a.md": "[!INCLUDE [x](b.md)]\n", "en-us/b.md": "Plum\n",
      "en-us/own.md": "Own\n", "en-us/empty.md": "---\nms.x: y\n---\n", "en-us/i.png": "png",
      "ar-sa/page.md": "---\ntitle: ا\n---\n\(page)", "ar-sa/own.md": "ج\n",
      "ar-sa/outer.md": "[!INCLUDE [x](a.md)]\n",
    ])
    let html = site.article("ar-sa/page.html")
    #expect(html.contains(expected), "\(html)")
    #expect(html.split(separator: "lang=").count <= 3, "\(html)")
  }

  /// Tags stand around a block unless they would cut a list of the page, or something ends behind it;
  /// `@` is the inclusion.
  @Test(
    arguments: [
      ("tabs that the page ends", "@\n\n---\n\nب\n", tabs, false),
      ("tabs that a rule ends", "@\n\nب\n", "\(tabs)\n\n---", true),
      ("tabs that no rule ends", "@\n\nب\n", "\(tabs)\n---", false),
      ("a zone that the page ends", "@\n\n::: zone-end\n", "::: zone pivot=\"p\"\n\nPlum", false),
      ("the end of a zone", "::: zone pivot=\"p\"\n\n@\n", "Plum\n\n::: zone-end", false),
      ("a whole zone", "@\n", "::: zone pivot=\"p\"\n\nPlum\n\n::: zone-end", true),
      ("a zone in code", "@\n", "```\n::: zone pivot=\"p\"\n```", true),
      ("an image", "@\n", ":::image type=\"content\" source=\"i.png\" alt-text=\"Plum\":::", true),
      ("a part that the page ends", "@\n\n</details>\n", "<details>\n\nPlum", false),
      ("a part that unfolds", "@\n", "<details>\n\nPlum\n\n</details>", true),
      ("a numbered item between others", "1. ا\n\n@\n\n1. ب\n", "1. Plum", false),
      ("an item behind a paragraph of one", "1. ا\n\n   ت\n\n@\n", "1. Plum", false),
      ("a paragraph and an item before others", "ا\n\n@\n\n1. ب\n", "Plum\n\n1. Fig", false),
      ("an item that goes on in the page", "@\n\n   ب\n", "1. Plum", false),
      ("an item in a quotation", "> 1. ا\n>\n> @\n", "1. Plum", false),
      ("a paragraph between items", "1. ا\n\n@\n\n1. ب\n", "Plum", true),
      ("a list between paragraphs", "ا\n\n@\n\nب\n", "- Plum\n- Fig", true),
    ], ["a.md", "outer.md"])
  func standInTagsThatDoNoHarm(
    _ row: (name: String, page: String, text: String, isMarked: Bool), _ file: String
  ) throws {
    let site = try TestSite([
      "en-us/page.md": "# P\n", "en-us/a.md": "\(row.text)\n", "en-us/i.png": "png",
      "en-us/outer.md": "[!INCLUDE [x](a.md)]\n",
      "ar-sa/page.md": row.page.replacing("@", with: "[!INCLUDE [x](\(file))]"),
    ])
    let text =
      row.isMarked ? "<div lang=\"en-US\" dir=\"ltr\">\n\n\(row.text)\n\n</div>" : row.text
    #expect(site["ar-sa/page.md"] == row.page.replacing("@", with: text), "\(row.name)")
  }

  private static let tabs = "# [Alpha](#tab/a)\n\nPlum\n\n# [Beta](#tab/b)\n\nFig"

  /// Values have no tags; what only looks like one has.
  @Test(arguments: [
    (":::image type=\"content\" source=\"i.png\" alt-text=\"ا @ ب\":::\n", false),
    ("<img src=\"i.png\" alt='ا @'>\n", false),
    ("<a href=\"page.md\" title = \"l'ا @ ب\">ج</a>\n", false),
    ("[ا](page.md \"ب @\")\n", false), ("[ا][b]\n\n[b]: page.md 'ب @'\n", false),
    ("ا $a @ b$\n", false), ("---\ntitle: ا @\n---\nب\n", false),
    ("ا \"@\" ب\n", true), ("<b title=\"ا\">@</b>\n", true), ("[ا @](page.md \"ب\")\n", true),
    ("[ا](page.md \"ب\") \"@\"\n", true), ("ا 5 $ @\n", true),
  ])
  func haveNoTagsInValues(page: String, isMarked: Bool) throws {
    let site = try TestSite([
      "en-us/page.md": "# P\n", "en-us/a.md": "Plum\n", "en-us/i.png": "png",
      "ar-sa/page.md": page.replacing("@", with: "[!INCLUDE [x](a.md)]"),
      "ar-sa/own.md": "و [!INCLUDE [x](a.md)]\n",
      "ar-sa/other.md": page.replacing("@", with: "[!INCLUDE [x](own.md)]"),
    ])
    let text = isMarked ? "<bdi lang=\"en-US\" dir=\"ltr\">Plum</bdi>" : "Plum"
    #expect(site["ar-sa/page.md"] == page.replacing("@", with: text))
    #expect(site["ar-sa/other.md"] == page.replacing("@", with: "و \(text)"))
  }

  /// Behind such a block lines are those of the page again.
  @Test func leavePlacesRight() throws {
    let include = "[!INCLUDE [x](a.md)]"
    let site = try TestSite([
      "en-us/page.md": "# P\n", "en-us/a.md": "Plum\n\n[a](none.md)\n",
      "ar-sa/page.md": "ا\n\n\(include)\n\n[b](gone.md)\n\n> \(include)\n\n[c](lost.md)\n",
    ])
    let places = site.summary.diagnostics.filter { $0.code == "link.broken" }.map {
      "\($0.location.path.split(separator: "/").suffix(2).joined(separator: "/")):\($0.location.line)"
    }
    #expect(
      Set(places) == ["en-us/a.md:3", "ar-sa/page.md:5", "ar-sa/page.md:9"], "\(site.problems)")
  }
}
