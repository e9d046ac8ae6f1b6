import Testing

@testable import Localization

/// Where sentences end, in every script and beside markup.
@Suite struct SentenceBoundTests {
  private func sentences(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return SentenceScanner.sentences(of: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test(
    arguments: [
      ("", []), ("  \n", []), ("A", ["A"]), ("A b.", ["A b."]), (" A b. ", ["A b."]), (".", ["."]),
      ("A b. C d.", ["A b.", "C d."]), ("A b.  C d.", ["A b.", "C d."]),
      ("A b.\nC d.", ["A b.", "C d."]),
      ("A b.\r\nC d.", ["A b.", "C d."]), ("A b.\tC d.", ["A b.", "C d."]),
      ("A b! C d? E", ["A b!", "C d?", "E"]),
      ("A b?! C", ["A b?!", "C"]), ("A b... C d.", ["A b...", "C d."]),
      ("A b. c d.", ["A b. c d."]),
      ("A b.C d.", ["A b.C d."]), ("A 1.5 b. C", ["A 1.5 b.", "C"]),
      ("Version 2. Next", ["Version 2.", "Next"]),
      ("A b. 2 c.", ["A b.", "2 c."]), ("A b: C d.", ["A b: C d."]), ("A b; C d.", ["A b; C d."]),
      ("A b.) C d.", ["A b.)", "C d."]), ("A \"b.\" C d.", ["A \"b.\"", "C d."]),
      ("A “b.” C", ["A “b.”", "C"]),
      ("See a.md. B", ["See a.md.", "B"]),
      ("https://a.example/b. C", ["https://a.example/b.", "C"]),
    ] as [(String, [String])])
  func endsWithItsMark(_ text: String, _ expected: [String]) {
    #expect(sentences(text) == expected)
  }

  @Test(
    arguments: [
      ("`a. B` c. D.", ["`a. B` c.", "D."]), ("`a. B", ["`a.", "B"]),
      ("``a`. B`` C. D", ["``a`. B`` C.", "D"]),
      ("[A. B](c.md). D.", ["[A. B](c.md).", "D."]), ("[a](b. C) d. E", ["[a](b. C) d.", "E"]),
      ("![A. B](c.png). D.", ["![A. B](c.png).", "D."]), ("A [b. C d.", ["A [b.", "C d."]),
      ("**A. B**. C.", ["**A. B**.", "C."]), ("**A.** B.", ["**A.**", "B."]),
      ("A *b. C* d. E.", ["A *b. C* d.", "E."]),
      ("2 * 3. A * b.", ["2 * 3.", "A * b."]), ("A **b. C", ["A **b.", "C"]),
      ("A\\. B", ["A\\. B"]),
      ("A <b title=\"c. D\">e</b>. F", ["A <b title=\"c. D\">e</b>.", "F"]),
      ("A < b. C", ["A < b.", "C"]),
      ("A b.<br/> C", ["A b.<br/>", "C"]), ("A b._ C", ["A b._", "C"]),
    ] as [(String, [String])])
  func isWholeInMarkup(_ text: String, _ expected: [String]) {
    #expect(sentences(text) == expected)
  }

  @Test(
    arguments: [
      ("أ؟ ب.", ["أ؟", "ب."]), ("أ. ب.", ["أ.", "ب."]), ("أ؛ ب.", ["أ؛ ب."]),
      ("یہ۔ وہ۔", ["یہ۔", "وہ۔"]),
      ("यह है। वह है।", ["यह है।", "वह है।"]), ("А б. В г.", ["А б.", "В г."]),
      ("А б. в г.", ["А б. в г."]),
      ("Əлем. Қала.", ["Əлем.", "Қала."]), ("Α β. Γ.", ["Α β.", "Γ."]), ("가. 나.", ["가.", "나."]),
      ("א. ב.", ["א.", "ב."]),
      ("A\u{A0}! B.", ["A\u{A0}!", "B."]), ("«\u{A0}A.\u{A0}» B.", ["«\u{A0}A.\u{A0}»", "B."]),
      ("«\u{202F}A.\u{202F}» B.", ["«\u{202F}A.\u{202F}»", "B."]),
      ("¿A? ¡B!", ["¿A?", "¡B!"]), ("É. À.", ["É.", "À."]),
      ("甲。乙。", ["甲。", "乙。"]), ("甲。 乙。", ["甲。", "乙。"]), ("甲！乙？丙", ["甲！", "乙？", "丙"]),
      ("甲，乙。", ["甲，乙。"]),
      ("「甲。」乙。", ["「甲。」", "乙。"]), ("“甲。”乙。", ["“甲。”", "乙。"]), ("（甲。）乙。", ["（甲。）", "乙。"]),
      ("甲。。乙", ["甲。。", "乙"]),
      ("はい。いいえ。", ["はい。", "いいえ。"]), ("`甲。乙`丙。丁", ["`甲。乙`丙。", "丁"]),
      ("[甲。乙](a.md)丙。丁", ["[甲。乙](a.md)丙。", "丁"]),
      ("**甲。乙**丙。丁", ["**甲。乙**丙。", "丁"]), ("约 3.5 倍。下", ["约 3.5 倍。", "下"]),
      ("使用 Azure。Next", ["使用 Azure。", "Next"]),
      ("甲。\n乙。", ["甲。", "乙。"]), ("甲。", ["甲。"]), ("_甲。_乙", ["_甲。_乙"]), ("甲。<br/>", ["甲。<br/>"]),
      ("甲。**乙**", ["甲。", "**乙**"]), ("甲？！乙", ["甲？！", "乙"]),
    ] as [(String, [String])])
  func endsInEveryScript(_ text: String, _ expected: [String]) {
    #expect(sentences(text) == expected)
  }

  /// Abbreviations that a name or a number follows.
  @Test(arguments: [
    "Use e.g. Azure here.", "Use, i.e. Azure.", "A vs. B.", "Par ex., p. ex. Azure.",
    "Zoals bijv. Azure.", "Dat is d.w.z. Azure.",
    "O.a. en o.a. Azure.", "Zum Beispiel z. B. Azure.", "Also z.B. Azure.",
    "Das heißt d. h. Azure.", "Siehe Nr. 5.", "Jako np. Azure.",
    "Por p. ej. Azure.", "Som t.ex. Azure.", "Som f.eks. Azure.", "Jako např. Azure.",
    "Как напр. Azure.", "То есть т. е. Azure.",
    "Per esempio, ad es. Azure.", "Мысалы, т.б. Azure.",
  ])
  func abbreviationsEndNothing(_ text: String) { #expect(sentences(text) == [text]) }

  /// Words that only end like abbreviations.
  @Test(arguments: [
    ("Select No. Then go.", 2), ("The plan is B. Next.", 2), ("Ranvs. Next.", 2),
    ("Take the pencil. Azure.", 2),
  ])
  func otherWordsDo(_ text: String, _ count: Int) { #expect(sentences(text).count == count) }
}
