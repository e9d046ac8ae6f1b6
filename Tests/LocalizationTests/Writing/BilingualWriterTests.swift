import Localization
import Model
import Testing

private func write(_ source: String, _ translation: String) throws -> BilingualWriter.Output {
  BilingualWriter.write(
    source: Array(source.utf8), translation: Array(translation.utf8), path: "a.md",
    locale: try #require(LocaleTag("fr-fr")), handoff: "11/21/2026")
}

/// The body with each unit as `{number target|source}`.
private func body(_ source: String, _ translation: String) throws -> String {
  let page = try write(source, translation).page
  var text = ""
  var position = FrontMatterBounds(page).bodyStart
  for unit in Units.scan(page).units {
    text += string(page[position..<unit.whole.lowerBound])
    text += "{\(unit.number) \(string(page[unit.target]))|\(string(page[unit.source]))}"
    position = unit.whole.upperBound
  }
  return text + string(page[position...])
}

@Suite struct BilingualWriterTests {
  @Test(arguments: [
    ("One. Two!\n", "Un. Deux !\n", "{101 Un.|One.} {102 Deux !|Two!}\n"),
    ("Pick: one.\n", "Choisir : un.\n", "{101 Choisir : un.|Pick: one.}\n"),
    ("## Add it\n", "## Ajouter\n", "## <a name=\"add-it\"></a>{101 Ajouter|Add it}\n"),
    ("# A\n", "# <a name=\"own\"></a>B\n", "# <a name=\"own\"></a>{101 B|A}\n"),
    ("- a\n  1. b\n", "- c\n  1. d\n", "- {101 c|a}\n  1. {102 d|b}\n"),
    (
      "1. ```\n   x\n   ```\n\nA\n", "1. ```\n   x\n   ```\n\nB\n",
      "1. ```\n   x\n   ```\n\n{101 B|A}\n"
    ),
    ("> ~~~\n> x\n\nA\n", "> ~~~\n> x\n\nB\n", "> ~~~\n> x\n\n{101 B|A}\n"),
    (
      "[!UICONTROL Save] it\n", "[!UICONTROL Enregistrer] cela\n",
      "{101 [!UICONTROL Enregistrer] cela|[!UICONTROL Save] it}\n"
    ),
    ("> [!NOTE]\n> A b.\n", "> [!NOTE]\n> C d.\n", "> [!NOTE]\n> {101 C d.|A b.}\n"),
    (
      "|A|`x`|\n|-|-|\n| b | 1 |\n", "|C|`x`|\n|-|-|\n| d | 1 |\n",
      "|{101 C|A}|`x`|\n|-|-|\n| {102 d|b} | {103 1|1} |\n"
    ),
    ("- [Next](b.md)\n", "- [Suite](b.md)\n", "- [{101 Suite|Next}](b.md)\n"),
    (
      "See [A. B](c.md). D.\n", "Voir [A. B](c.md). D.\n",
      "{101 Voir [A. B](c.md).|See [A. B](c.md).} {102 D.|D.}\n"
    ),
    (
      "Use **A. B**. C.\n", "Avec **A. B**. C.\n",
      "{101 Avec **A. B**.|Use **A. B**.} {102 C.|C.}\n"
    ),
    ("```\na. B\n```\n\nC\n", "```\na. B\n```\n\nD\n", "```\na. B\n```\n\n{101 D|C}\n"),
    ("a\nb. C\n", "d\ne. F\n", "{101 d\ne.|a b.} {102 F|C}\n"),
    ("> a\n> b\n", "> c\n> d\n", "> {101 c\n> d|a b}\n"),
    (
      "Two  \nlines\\\nhere\n", "Deux  \nlignes\\\nici\n",
      "{101 Deux  \nlignes\\\nici|Two lines here}\n"
    ),
    (
      ":::image source=\"a.png\" alt-text=\"b\":::\n\nC\n",
      ":::image source=\"a.png\" alt-text=\"d\":::\n\nE\n",
      ":::image source=\"a.png\" alt-text=\"d\":::\n\n{102 E|C}\n"
    ),
    (
      "Keep e.g. This one. Next\n", "Garder p. ex. Ceci. Suite\n",
      "{101 Garder p. ex. Ceci.|Keep e.g. This one.} {102 Suite|Next}\n"
    ),
    ("A? B.\n", "أ؟ ب.\n", "{101 أ؟|A?} {102 ب.|B.}\n"),
    (
      "a[^1]\n\n[^1]: Note\n", "b[^1]\n\n[^1]: Remarque\n",
      "{101 b[^1]|a[^1]}\n\n[^1]: {102 Remarque|Note}\n"
    ),
    (
      "[x]: http://a.example\n\nText\n", "[x]: http://a.example\n\nTexte\n",
      "[x]: http://a.example\n\n{101 Texte|Text}\n"
    ),
    ("<div>\n\nA\n\n</div>\n", "<div>\n\nB\n\n</div>\n", "<div>\n\n{101 B|A}\n\n</div>\n"),
    (
      "A\n\n---\n\n`only code`\n", "B\n\n---\n\n`only code`\n",
      "{101 B|A}\n\n---\n\n`only code`\n"
    ),
  ])
  func wrapsEachSentence(source: String, translation: String, expected: String) throws {
    #expect(try body(source, translation) == expected)
    #expect(try write(source, translation).diagnostics.isEmpty)
  }

  @Test func writesTheFrontMatterInOrder() throws {
    let source = "---\ntitle: Hi\nms.date: 1/2/2026\n---\nOne\n"
    let translation = "---\ntitle: Salut\nms.contentlocale: xx\nms.date: 1/2/2026\n---\nUn\n"
    let page = string(try write(source, translation).page)
    let lines = page.split(separator: "\n").map(String.init)
    #expect(
      lines.prefix(7) == [
        "---", "title: Salut", "ms.date: 1/2/2026",
        "ms.openlocfilehash: \(SourceFreshness.sha1(ofSource: Array(source.utf8)))",
        "ms.translationtype: HT", "ms.contentlocale: fr-FR", "ms.lasthandoff: 11/21/2026",
      ])
    #expect(lines[7].hasPrefix("ms.locfileid: \"") && lines[7].hasSuffix("\""))
    #expect(lines[8] == "---")
    #expect(lines[9].contains("-103\">Un</span>"))
    #expect(
      SourceFreshness(recordedHash: String(lines[3].suffix(40)), source: Array(source.utf8))
        == .current)
  }

  @Test func writesTheCommitWhereItIsKnown() throws {
    let output = BilingualWriter.write(
      source: Array("a\n".utf8), translation: Array("b\n".utf8), path: "a.md",
      locale: try #require(LocaleTag("kk-kz")), handoff: "11/21/2026", sourceCommit: "0123abc")
    let keys = string(output.page).split(separator: "\n").dropFirst().prefix(6).map {
      String($0.prefix { $0 != ":" })
    }
    #expect(
      keys == [
        "ms.openlocfilehash", "ms.sourcegitcommit", "ms.translationtype", "ms.contentlocale",
        "ms.lasthandoff", "ms.locfileid",
      ])
  }

  @Test func makesOneUnitOfABlockWithOtherSentences() throws {
    let output = try write("A. B.\n\nC.\n", "D, e.\n\nF.\n")
    #expect(
      output.diagnostics.map(\.description) == [
        "fr-fr/a.md:1:1: warning: sentences of this paragraph: 1, of its source at "
          + "en-us/a.md:1:1: 2; it became one unit [localize.sentences]"
      ])
    #expect(try body("A. B.\n\nC.\n", "D, e.\n\nF.\n") == "{101 D, e.|A. B.}\n\n{102 F.|C.}\n")
  }

  @Test(arguments: [
    ("A\n\n## B\n", "C\n\nD\n", "{101 C|A}\n\nD\n", "fr-fr/a.md:3:1"),
    ("A\n\nB\n", "C\n", "{101 C|A}\n", "fr-fr/a.md:2:1"),
    ("A\n", "C\n\nD\n", "{101 C|A}\n\nD\n", "fr-fr/a.md:3:1"),
  ])
  func stopsWhereTheBlocksDiffer(
    source: String, translation: String, expected: String, place: String
  ) throws {
    #expect(try body(source, translation) == expected)
    let diagnostics = try write(source, translation).diagnostics
    #expect(diagnostics.map { "\($0.location) \($0.code)" } == ["\(place) localize.structure"])
  }

  @Test func givesTheSamePageTheSameIds() throws {
    let first = try write("A\n", "B\n").page
    let second = try write("A\n", "B\n").page
    #expect(first == second)
  }
}
