import TestSupport
import Testing

/// Inclusions of which machine translation left little.
@Suite struct DamagedInclusionTests {
  private func site(_ translation: String, source: String) throws -> TestSite {
    var files = [
      "en-us/page.md": "# Page\n\n\(source)\n", "zh-cn/page.md": "# 页\n\n\(translation)\n",
      "en-us/a.png": "png",
    ]
    for locale in ["en-us", "zh-cn"] {
      files["\(locale)/includes/shop-md.md"] = "the shop\n"
      files["\(locale)/includes/mailbox.md"] = "the mailbox\n"
      files["\(locale)/includes/notice.md"] = "This is a notice.\n"
    }
    return try TestSite(files)
  }

  /// The file that is still named, or the title, says what was included.
  @Test(arguments: [
    ("甲 [! INCLUDE [shop--... /.. /Includes/shop-MD.MD)] 乙", "甲 the shop 乙"),
    ("甲 [! INCLUDE [shop--.. /.. /includes/shop-MD.MD]) 乙", "甲 the shop 乙"),
    ("甲 [! INCLUDE [] (~ / includes/shop-md.md) [](~/includes/shop-md.md)] 乙", "甲 the shop 乙"),
    ("甲 \\[! INCLUDE[shop\\_md](includes/shop-md.md)] 乙", "甲 the shop 乙"),
    ("甲 [!包括 [shop] (.../ Token/shop-md.md)] 乙", "甲 the shop 乙"),
    ("甲 [!INCLURE [boutique] (inclut/Mailbox. MD)] 乙", "甲 the mailbox 乙"),
    ("甲 [!INCLUDE [shop]（includes/shop-md.md）] 乙", "甲 the shop 乙"),
    ("甲 [! Includepostbox] 乙", "甲 the mailbox 乙"),
    ("甲 [!INCLUDE postbox 乙", "甲  postbox 乙"),
    ("甲 ([! INCLUDE [x--... /shop-md.md)])", "甲 (the shop)"),
    ("甲 [! INCLUDE [nothing--... /none.md)] 乙", "甲 nothing 乙"),
    ("甲 [! INCLUDE] 乙", "甲  乙"),
  ])
  func readsWhatIsStillNamed(line: String, expected: String) throws {
    let site = try site(
      line,
      source:
        "One [!INCLUDE [shop](includes/shop-md.md)] and [!INCLUDE [postbox](includes/mailbox.md)].")
    let article = site.article("zh-cn/page.html")
    #expect(article.contains("<p>\(expected)</p>"), "\(article)")
    #expect(
      site.problems.contains {
        $0.hasPrefix("zh-cn/page.md:3:1: warning: ") && $0.hasSuffix("[directive.damaged]")
      }, "\(site.problems)")
  }

  /// One that is alone on its line and names nothing is the one in its place.
  @Test(arguments: [
    ("[!包括 通知]", true), ("[!INCLUDE 通知]", true), ("通知 [!包括 通知]", false),
    ("通知 [!包括 [通知] (包括/通知的 md) ]", true), ("[!包括 [通知] (包括/通知的 md) ]", true),
  ])
  func readsTheOneInItsPlace(line: String, isFound: Bool) throws {
    let site = try site(
      "甲 [!INCLUDE [shop](includes/shop-md.md)]\n\n\(line)",
      source:
        "One [!INCLUDE [shop](includes/shop-md.md)]\n\n[!INCLUDE [notice](includes/notice.md)]")
    let article = site.article("zh-cn/page.html")
    #expect(article.contains("This is a notice.</p>") == isFound, "\(article)")
  }

  /// In another order the place says nothing.
  @Test func takesNoOtherPlace() throws {
    let site = try site(
      "[!包括 通知]\n\n甲 [!INCLUDE [shop](includes/shop-md.md)]",
      source:
        "One [!INCLUDE [shop](includes/shop-md.md)]\n\n[!INCLUDE [notice](includes/notice.md)]")
    #expect(!site.article("zh-cn/page.html").contains("notice"))
  }

  /// Blocks go where a unit is nothing but an inclusion, by the unit's own source too.
  @Test(arguments: [
    ("[! Pojmi [] (includes/list.md) [](includes/list.md)]", true),
    ("[!INCLUDE [list](includes/list.md)]", true), ("[!包括 清单]", true),
    ("[!INCLUDE [list](includes/list.md)] 乙", false),
  ])
  func makesBlocksOfUnits(target: String, isBlock: Bool) throws {
    let unit =
      "<span data-ttu-id=\"5f47e-116\">\(target)</span><span class=\"sxs-lookup\">"
      + "<span data-stu-id=\"5f47e-116\">[!INCLUDE [list](includes/list.md)]</span></span>"
    let site = try TestSite([
      "en-us/page.md": "# Page\n\nNew.\n", "en-us/includes/list.md": "* one\n* two\n",
      "zh-cn/includes/list.md": "* one\n* two\n",
      "zh-cn/page.md": "# 页\n\n\(unit)\n\n- \(unit)\n",
    ])
    let article = site.article("zh-cn/page.html")
    #expect(article.contains("<li>one</li>\n<li>two</li>") == isBlock, "\(article)")
    #expect(article.contains("<ul>\n<li>\n<ul>\n<li>one") == isBlock, "\(article)")
    #expect(!article.contains("[!"), "\(article)")
  }

  @Test(arguments: [
    ("[! Pojmi [] (includes/notice.md) [](includes/notice.md)]", "<p>This is a notice.</p>"),
    ("甲 [!INCLUDE [] (includes/notice.md) [](includes/notice.md)] 乙", "甲 This is a notice. 乙"),
    ("甲 [!INCLUDE [x](includes/notice.md) [](a.png)] 乙", "甲 This is a notice. "),
  ])
  func readsRepeatedPaths(line: String, expected: String) throws {
    let article = try site(line, source: "Text.").article("zh-cn/page.html")
    #expect(article.contains(expected), "\(article)")
  }

  @Test func readsDescriptionsOfImages() throws {
    let article = try site(
      "![[! INCLUDe [Shop] (includes/Shop-MD. MD)] 图](a.png)",
      source: "![[!INCLUDE [shop](includes/shop-md.md)] picture](a.png)"
    ).article("zh-cn/page.html")
    #expect(article.contains("alt=\"the shop 图\""), "\(article)")
  }

  @Test func readsUnits() throws {
    let source = "**Where:** [!INCLUDE[shop](includes/shop-md.md)"
    let article = try site(
      "<span data-ttu-id=\"5f47e-116\">**哪里:** [!包括[shop](includes/shop-md.md)</span>"
        + "<span class=\"sxs-lookup\"><span data-stu-id=\"5f47e-116\">\(source)</span></span>",
      source: source + "]"
    ).article("zh-cn/page.html")
    #expect(article.contains("<strong>哪里:</strong> the shop<"), "\(article)")
  }

  /// Text that isn't an inclusion, and code, stay as they are.
  @Test(arguments: [
    "`[! INCLUDE [shop--... /shop-md.md)]`", "`[! Includepostbox]`",
  ])
  func leavesCode(line: String) throws {
    let site = try site(line, source: "[!INCLUDE [shop](includes/shop-md.md)]")
    #expect(
      site.article("zh-cn/page.html").contains("<code>\(line.dropFirst().dropLast())</code>"))
    #expect(site.problems.isEmpty)
  }

  @Test(arguments: ["[!abc] 和 [!a-z]", "模式 [!abc", "![图](a.png) 和 [a]!"])
  func leavesText(line: String) throws {
    let site = try site(line, source: "One [!INCLUDE [shop](includes/shop-md.md)] two")
    let article = site.article("zh-cn/page.html")
    #expect(!article.contains("the shop"), "\(article)")
    #expect(!site.problems.contains { $0.hasSuffix("[directive.damaged]") }, "\(site.problems)")
  }

  /// A page in place of a file is a link, with the keyword translated too.
  @Test(arguments: [
    "[!INCLUDE[页](/product/page)。", "[!包括[页](/product/page)。", "[! Inclure[页](/product/page)。",
  ])
  func readsPagesAsLinks(line: String) throws {
    let article = try site(line, source: "One").article("zh-cn/page.html")
    #expect(article.contains(">页</a>。</p>") && !article.contains("[!"), "\(article)")
  }
}
