import TestSupport
import Testing

@testable import DocGen

/// Pages put together at random in seven languages: the index, read as a browser reads it, has for
/// each word exactly the pages that hold it.
@Suite struct RandomSearchTests {
  /// Words as they are written, and as they are found.
  private static let words: [String: [(written: String, found: [String])]] = [
    "en": [
      ("Export", ["export"]), ("limits", ["limits"]), ("OAuth", ["oauth"]), ("3.5", ["3", "5"]),
      ("e-mail", ["e", "mail"]), ("naïve", ["naive"]), ("C#", ["c"]), ("✔️Yes", ["yes"]),
    ],
    "fr": [
      ("données", ["donnees"]), ("Élève", ["eleve"]), ("l’été", ["l", "ete"]), ("cœur", ["coeur"]),
      ("GARÇON", ["garcon"]), ("où", ["ou"]), ("e\u{301}cole", ["ecole"]),
    ],
    "kk": [
      ("Қазақстан", ["казакстан"]), ("көрсетіңіз", ["корсетиниз"]), ("ҰЙЫМ", ["уиым"]),
      ("әділет", ["адилет"]), ("ғылым", ["гылым"]),
    ],
    "ar": [
      ("الإعدادات", ["الاعدادات", "اعدادات"]), ("مُحَمَّد", ["محمد"]), ("٢٠٢٦", ["2026"]),
      ("على", ["علي"]), ("مرحبـــا", ["مرحبا"]),
    ],
    "he": [
      ("שָׁלוֹם", ["שלומ", "לומ"]), ("הדוחות", ["הדוחות", "דוחות"]), ("מלך", ["מלכ"]),
      ("צה״ל", ["צהל"]),
    ],
    "ja": [
      ("報告書", ["報告", "告書", "書"]), ("東京", ["東京", "京"]), ("データ", ["デー", "ータ", "タ"]),
      ("ＡＢＣ", ["abc"]),
    ],
    "zh": [("数据", ["数据", "据"]), ("导出", ["导出", "出"]), ("报告", ["报告", "告"])],
  ]

  private struct Draft {
    var dice: Dice
    var markdown = ""
    var found: Set<String> = []
    var language: String

    mutating func word() -> String {
      let words = RandomSearchTests.words[language] ?? []
      let word = words[dice.roll(words.count)]
      found.formUnion(word.found)
      return word.written
    }

    /// A word that the page alone has, as often as not.
    mutating func text(_ number: Int) -> String {
      var parts: [String] = []
      for _ in 0...dice.roll(3) { parts.append(word()) }
      if dice.roll(2) == 0 {
        parts.append("rare\(number)")
        found.insert("rare\(number)")
      }
      return parts.joined(separator: " ")
    }

    mutating func addBlock(_ number: Int) {
      let (one, two) = (text(number), text(number))
      switch dice.roll(14) {
      case 0: markdown += "# \(one)\n\n\(two)\n\n"
      case 1: markdown += "- \(one)\n- \(two)\n\n"
      case 2: markdown += "| \(one) | \(two) |\n|---|---|\n| \(one) | x |\n\n"
      case 3: markdown += "> [!NOTE]\n> \(one)\n> \(two)\n\n"
      case 4: markdown += "```\n\(one)\n\(two)\n```\n\n"
      case 5: markdown += "\(one)<br>\(two)\n\n"
      case 6: markdown += "\(one)  \n\(two)\n\n"
      case 7: markdown += "<table><tr><td>\(one)</td><td>\(two)</td></tr></table>\n\n"
      case 8: markdown += "# [\(one)](#tab/a)\n\n\(two)\n\n---\n\n"
      case 9: markdown += "[\(one)](secret.md \"secret\") **\(two)**\n\n"
      case 10: markdown += "<!-- secret --> \(one)\n\n<!-- secret -->\n\n\(two)\n\n"
      case 11: markdown += "![\(one)](secret.png) `\(two)`\n\n"
      case 12: markdown += "<details><summary>\(one)</summary>\n\n\(two)\n\n</details>\n\n"
      default: markdown += unit(101, one, "secret") + " \(two)\n\n"
      }
      if markdown.contains("| x |") { found.insert("x") }
    }
  }

  /// Some pages with what is to be found on each.
  private func pages(_ seed: Int, _ count: Int) -> [(page: SearchPage, found: Set<String>)] {
    let languages = Self.words.keys.sorted()
    return (0..<count).map { number in
      var draft = Draft(
        dice: Dice(seed: seed * 1000 + number),
        language: languages[(seed + number) % languages.count])
      for _ in 0...draft.dice.roll(6) { draft.addBlock(number) }
      return (SearchPage(markdown: draft.markdown), draft.found.union(["t"]))
    }
  }

  @Test(arguments: 0..<40)
  func findsExactlyThePages(_ seed: Int) throws {
    let pages = pages(seed, 30)
    let reader = try SearchReader(pages.map(\.page))
    var expected: [String: Set<Int>] = [:]
    for (number, page) in pages.enumerated() {
      for word in page.found { expected[word, default: []].insert(number) }
    }
    // A formula, the mark of an alert and its like are none of the words.
    #expect(Set(reader.words.map(\.word)) == Set(expected.keys))
    for (word, numbers) in expected { #expect(reader.pages(ofWord: word) == numbers, "\(word)") }
    #expect(reader.pages(with: "secret").isEmpty)
    for (number, page) in reader.pages.enumerated() {
      #expect(page[1] as? String == "T" && page.count == 4, "\(number)")
    }
  }

  @Test("Words stand in the order of UTF-16, and each once")
  func wordsAreInOrder() throws {
    let words = ["z", "é", "ж", "日", "ﬀ", "𐐨", "\u{FFDA}", "a", "zz", "𝒳", "〇", "ｱ"]
    let reader = try SearchReader([SearchPage(markdown: words.joined(separator: " "))])
    let found = reader.words.map(\.word)
    #expect(found == found.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) })
    #expect(Set(found).count == found.count)
  }

  @Test("The same pages make the same bytes, however many are made at once", arguments: 0..<4)
  func bytesAreStable(_ seed: Int) throws {
    let pages = pages(seed, 120).map(\.page)
    let first = try SearchReader(pages, width: 1).files
    #expect(try SearchReader(self.pages(seed, 120).map(\.page), width: 4).files == first)
  }

  @Test("Files of words and texts stay near their size", arguments: [1, 40, 400])
  func filesStaySmall(_ count: Int) throws {
    let pages = (0..<count).map { number in
      let words = (0..<80).map { "word\((number * 37 + $0 * 101) % 9000)" }
      return SearchPage(markdown: words.joined(separator: " "))
    }
    let reader = try SearchReader(pages)
    let limit = SearchIndex.shardSize
    #expect(reader.sizes.allSatisfy { $0 < limit + 4096 }, "\(reader.sizes)")
    #expect(reader.pages.count == count)
    let total = reader.sizes.reduce(0, +)
    #expect(reader.sizes.count <= 2 + 2 * total / limit, "\(reader.sizes)")
  }

  /// Whatever stands in titles, headings and texts, the scripts are scripts.
  @Test(arguments: [
    "\"", "\\", "\\\"", "</script>", "\u{2028}", "\u{2029}", "\u{0}", "\u{1F}", "\u{7F}", "`${x}`",
    "\n",
    "'", "\");alert(1);(\"", "]]>", "<!--", "\u{FFFF}", "😀", "\\u0041", "\t",
  ])
  func hostileTextsAreTexts(_ text: String) throws {
    let page = SearchPage(
      address: "p\(text).html", title: "T\(text)",
      sections: [.init(id: "i\(text)", heading: "H\(text)", text: Array("B\(text)".utf8)[...])])
    let reader = try SearchReader([page])
    let expected = String(text.map { $0 < " " && $0 != "\n" ? " " : $0 })
    #expect(reader.pages[0][1] as? String == "T\(expected)")
    let sections = try #require(reader.pages[0][3] as? [[String]])
    #expect(sections == [["i\(expected)", "H\(expected)", "B\(expected)"]])
  }

  @Test func anIndexOfNothingIsOne() throws {
    let reader = try SearchReader([])
    #expect(reader.pages.isEmpty && reader.words.isEmpty && reader.files.count == 1)
    let empty = try SearchReader([SearchPage(markdown: "")])
    #expect(empty.pages.count == 1 && empty.words.map(\.word) == ["t"])
  }
}
