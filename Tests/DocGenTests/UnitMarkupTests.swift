import TestSupport
import Testing

/// Marks in units that machine translation damaged: what they were is read in the unit's own source.
@Suite struct UnitMarkupTests {
  private static func site(
    _ target: String, _ source: String, page: String? = nil
  ) throws -> TestSite {
    var files = [
      "ko-kr/page.md": "# 쪽\n\n\(unit(102, target, source))\n", "ko-kr/a.png": "png",
      "ko-kr/b.md": "# 다른\n",
    ]
    files["en-us/page.md"] = page
    return try TestSite(files)
  }

  static let damaged: [(target: String, source: String, expected: String)] = [
    ("[글] (b.md)을", "See [text](b.md)", "<a href=\"b.html\">글</a>을"),
    ("[글](b. md)", "[text](b.md)", "<a href=\"b.html\">글</a>"),
    ("** 관리 ** 를", "**Manage** it", "<strong>관리</strong> 를"),
    ("“속성”\\*\\*\\*\\*.", "**Properties**.", "“속성”."),
    ("「속성」\\*\\*.", "*Properties*.", "「속성」."), ("[속성]\\*\\* 글", "*Properties*", "[속성] 글"),
    ("가 \\*\\* 나", "a *b*", "가  나"), ("가 ****, 나", "a **b**, c", "가 , 나"),
    ("1& nbsp;GB", "1&nbsp;GB", "1\u{A0}GB"), ("가< br/ >나", "a<br/>b", "가<br>나"),
    ("! [그림] (a.png)", "![pic](a.png)", "alt=\"그림\""), ("**관리 를", "**Manage**", "관리 를"),
    ("**관리 (a)**und", "**Manage (a)** it", "<strong>관리 (a)</strong>und"),
    ("<xref：A.B>, \\<XRef: A.C >", "<xref:A.B>, <xref:A.C>", "B, C"),
    ("가 &AMP;#124; 나 & # 124;", "a &#124; b", "가 | 나 |"),
    ("\\ (가 \\)", "\\(a\\)", "(가 )"),
    ("@no__t-0 속성", "The `id` property", "<code>id</code> 속성"),
    ("`a` 또는 @No__t-1.", "`a` or `b`", "<code>a</code> 또는 <code>b</code>."),
    ("@ no__t 1, @no__t-0", "`a`, `b`", "<code>b</code>, <code>a</code>"),
    ("`a` 의 @no__t", "`b` of `a`", "<code>a</code> 의 <code>b</code>"),
    ("`a` 의 @no__t-9를", "`b` of `a`", "<code>a</code> 의 <code>b</code>를"),
  ]

  /// Without a source page, with one that has another text now, and with one that has the marks on
  /// purpose.
  @Test(
    arguments: damaged, [nil, "# Page\n\nNew.\n", "# Page\n\n5 \\* 3, 2 ** 3 **** \\ (a) **b\n"])
  func readsTheSourceOfTheUnit(
    _ row: (target: String, source: String, expected: String), page: String?
  ) throws {
    let site = try Self.site(row.target, row.source, page: page)
    let article = site.article("ko-kr/page.html").replacing("&nbsp;", with: "\u{A0}")
    #expect(article.contains(row.expected), "\(article)")
    #expect(site.problems.contains { $0.contains("[markup.damaged]") }, "\(site.problems)")
  }

  /// Placeholders of which nothing tells what they stand for stay, and are reported at their place.
  @Test(arguments: [
    ("가 @no__t 나", "a `b` c `d`", 1), ("가 @no__t-0 나", "a b", 1),
    ("가 `@no__t-0` 나", "a `@no__t-0` b", 0),
  ])
  func reportsPlaceholdersThatCannotBeFilled(target: String, source: String, count: Int) throws {
    let site = try Self.site(target, source)
    #expect(site.article("ko-kr/page.html").contains("@no__t"))
    let column = "<span data-ttu-id=\"a1b2c-102\">가 ".utf8.count + 1
    #expect(site.problems.count { $0.contains("[markup.damaged]") } == count, "\(site.problems)")
    #expect(
      count == 0 || site.problems.contains { $0.hasPrefix("ko-kr/page.md:3:\(column): warning") },
      "\(site.problems)")
  }

  /// Outside of units no source tells it.
  @Test func reportsPlaceholdersOutsideUnits() throws {
    let site = try TestSite([
      "en-us/page.md": "# Page\n\nThe `id`.\n", "ko-kr/page.md": "# 쪽\n\n> 가 @No__t-0.\n",
    ])
    #expect(
      site.problems.contains {
        $0.hasPrefix("ko-kr/page.md:3:7: warning") && $0.hasSuffix("[markup.damaged]")
      }, "\(site.problems)")
  }

  /// What the unit's source has is meant.
  @Test(arguments: [
    ("가 \\*\\*\\*\\* 나", "a \\*\\*\\*\\* b"), ("[가]\\*\\* 나", "[a]\\*\\* b"),
    ("[가]\\*\\* 나", "[a]** *b*"), ("[가]\\*\\* 나", "[a] b"), ("“\\*\\*” *나*", "`**` *b*"),
    ("가 ** 나 ** 다", "2 ** 3 ** 4 **b**"), ("**가 나", "**a b"), ("[글] (c.md)", "[text](b.md)"),
    ("\\ (가)", "\\ (a) \\(b)"),
  ])
  func leavesWhatTheUnitHas(target: String, source: String) throws {
    let site = try Self.site(
      target, source, page: "# Page\n\n**A** *b* \\(a\\).\n")
    #expect(!site.problems.contains { $0.contains("[markup.damaged]") }, "\(site.problems)")
  }

  /// Each unit of a line by its own source; what stands in the sources stays as it is.
  @Test func asksTheUnitOfThePlace() throws {
    let first = unit(102, "“속성”\\*\\*\\*\\*.", "**Properties**.")
    let second = unit(103, "5 \\* 3 “값”\\*\\*\\*\\*", "5 \\* 3 [a] (b.md)")
    let site = try TestSite(["ko-kr/page.md": "# 쪽\n\n\(first) \(second)\n"])
    let article = site.article("ko-kr/page.html")
    #expect(article.contains(">“속성”.<") && article.contains("“값”****<"), "\(article)")
    #expect(article.contains(">5 * 3 [a] (b.md)<"), "\(article)")
  }

  /// Without units and a source page nothing says what was meant.
  @Test(arguments: ["[글] (b.md) ** 가 **", "“속성”\\*\\*\\*\\*", "**가", "** 가"])
  func leavesPagesWithoutSources(text: String) throws {
    let site = try TestSite(["ko-kr/page.md": "# 쪽\n\n\(text)\n"])
    #expect(!site.problems.contains { $0.contains("[markup.damaged]") }, "\(site.problems)")
  }

  @Test func readsSnippets() throws {
    let unit = unit(102, "[! code-C [기본] (.. /x. c)]", "[!code-c[Main](x.c)]")
    let site = try TestSite(["ko-kr/page.md": "# 쪽\n\n\(unit)\n", "ko-kr/x.c": "int a;\n"])
    #expect(site.article("ko-kr/page.html").contains("int a;"), "\(site.problems)")
  }

  /// A long code for each of many placeholders would make a page of any size.
  @Test(.timeLimit(.minutes(5))) func placeholdersMakeNoPageOfAnySize() throws {
    let unit = unit(
      102, String(repeating: "@no__t-0 ", count: 20_000),
      "`\(String(repeating: "a", count: 50_000))`")
    let site = try TestSite(["ko-kr/page.md": "# 쪽\n\n\(unit)\n"])
    #expect(site["ko-kr/page.html"].utf8.count < 10_000_000)
  }

  /// What takes the square of its size would take minutes here.
  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      "<span data-ttu-id=\"a-1\">", "[! nota] ", "](a.png) ![", "[ `a` ] （x：", "\\ (", "& # 1",
      "<span data-ttu-id=\"a-1\">** a", "<b><span data-ttu-id=\"a-1\">a</b>",
    ])
  func readsPagesInOneGo(part: String) throws {
    let end = "</span><span class=\"sxs-lookup\"><span data-stu-id=\"a-1\">a</span></span>"
    for divider in ["", end, "\n"] {
      let part = part + divider
      let page = "# 쪽\n\n" + String(repeating: part, count: 100_000 / part.utf8.count) + end + "\n"
      let site = try TestSite(["ko-kr/page.md": page, "en-us/page.md": page])
      #expect(site.article("ko-kr/page.html").contains("<h1"))
    }
  }
}
