import Foundation
import TestSupport
import Testing

/// A translation that is damaged in one place, at each place where it can be, as machine translation
/// does it: readers see no mark and lose no word.
@Suite struct TranslationDamageTests {
  private static let source = """
    # Ways

    See [the map](map.md), [the *old* map](map.md#old "Old") and [a site](https://a.example/b/c).
    Press **Start** and **Go on**, then wait.

    > [!NOTE]
    > Mind the **gap** of [the map](map.md).

    [!INCLUDE [shop](parts/shop.md)]

    :::image type="content" source="parts/a.png" alt-text="The whole way.":::

    1. First.

       ![A second picture](parts/b.png "Second")

       > [!div class="wide"]
       > [On](map.md)

    ::: zone pivot="foot"

    Walk to [!INCLUDE [town](parts/town.md)] at <xref:Way.End>.

    ::: zone-end

    | Name | Text |
    |---|---|
    | One<br/>Two | **Three** [four](map.md) |

    """

  private static let translation = """
    # <a name="ways"></a>Wege

    Siehe [die Karte](map.md), [die *alte* Karte](map.md#old "Alt") und [eine Seite](https://a.example/b/c).
    Drücken Sie **Start** und **Weiter**, dann warten Sie.

    > [!NOTE]
    > Achtung vor der **Lücke** der [Karte](map.md).

    [!INCLUDE [shop](parts/shop.md)]

    :::image type="content" source="parts/a.png" alt-text="Der ganze Weg.":::

    1. Erstens.

       ![Ein zweites Bild](parts/b.png "Zweites")

       > [!div class="wide"]
       > [Vorwärts](map.md)

    ::: zone pivot="foot"

    Gehen Sie nach [!INCLUDE [town](parts/town.md)] am <xref:Way.End>.

    ::: zone-end

    | Name | Text |
    |---|---|
    | Eins<br/>Zwei | **Drei** [vier](map.md) |

    """

  struct Damage: Sendable, CustomTestStringConvertible {
    let from: String
    let to: String
    var testDescription: String { "\(from) → \(to)" }
  }

  static let damages: [Damage] = [
    ("](", "] ("), ("](", "]（"), ("](", "] （"), ("](parts/", "](parts / "), ("](map", "]( map"),
    (".md)", ". md)"), (".md)", ".MD)"), (".md)", ". MD)"), (".md)", ".md）"), (".md)", ".md )"),
    ("map.md)", "map.md"), ("/c)", "/c"), ("https://", "https: //"), ("\")", "\""),
    ("[!", "[! "), ("[!", "[！"), ("[!NOTE]", "[!HINWEIS]"),
    ("[!NOTE]", "[! Hinweis]"),
    ("[!NOTE]", "[!NOTE]:"), ("[!NOTE]", "[!NOTE"), ("[!NOTE]", "[!NOTE}"),
    ("[!NOTE]", "\\[!NOTE\\]"),
    ("[!NOTE]\n> ", "[!NOTE] "), ("[!NOTE]", "[!NOTE]\n> [!HINWEIS]"), ("[!NOTE]", "**[!NOTE]**"),
    ("[!INCLUDE", "[!包括"), ("[!INCLUDE", "[!EINSCHLIESSEN"), ("[!INCLUDE", "[!Include"),
    ("[!INCLUDE [", "[!INCLUDE["), ("[!INCLUDE [", "[! INCLUDE+ ["), (".md)]", ".md)"),
    (".md)]", ".md) ]"),
    (".md)]", ". md] )"), ("[shop](parts/", "[shop--... /"),
    ("[!div class=\"", "[! div class = \""), ("[!div class=\"wide\"]", "[!div class=« wide »]"),
    ("[!div class=\"wide\"]\n   > ", "[!div class=\"wide\"] "),
    (":::", "：：："), (":::", ": : :"), (":::", ":: :"), (":::image", "::image"),
    (":::image", "::: image"),
    (":::image", ":::Bild"), (":::image", ":::图像"), ("::: zone pivot", "::: Zone Drehpunkt"),
    ("::: zone-end", "::: Zone-Ende"), ("::: zone-end", "::: zone - end"),
    ("::: zone pivot=\"foot\"", ":::zone pivot=\"foot\":::"),
    ("alt-text=", "Alt-Text="), ("alt-text=\"", "alt-text = \""), ("source=", "Quelle="),
    ("alt-text=\"Der ganze Weg.\"", "alt-text=“Der ganze Weg.”"),
    ("alt-text=\"Der ganze Weg.\"", "alt-text=« Der ganze Weg. »"),
    ("**Start**", "** Start **"), ("**Weiter**", "**Weiter **"), ("**Lücke**", "** Lücke**"),
    ("**Start**", "**Start"), ("**Weiter**", "Weiter**"), ("**Drei**", "** Drei **"),
    ("**Start**", "<bpt id=\"p1\">**</bpt>Start<ept id=\"p1\">**</ept>"),
    ("![", "! ["), ("![", "！["), ("![", "！ ["),
    ("<br/>", "< br/ >"), ("<br/>", "< br / >"), ("<xref:Way.End>", "< xref: Way. End >"),
    ("<xref:Way.End>", "\\<XRef: Way.End >"), ("<xref:", "<xref："), ("# <a", "#<a"),
    ("|---|", "|--- |"),
  ].map { Damage(from: $0.0, to: $0.1) }

  /// Words that a translation of a name may leave beside what it stands for.
  private static func words(_ article: String) -> Set<String> {
    let descriptions = article.matches(of: /alt="([^"]*)"/).map { String($0.output.1) }
    let text = ([ArticleReader(article).visibleText] + descriptions).joined(separator: " ")
    return Set(text.split { !$0.isLetter }.map(String.init))
  }

  @Test(arguments: damages)
  func readersSeeNoMarkAndLoseNoWord(damage: Damage) throws {
    let places = Self.translation.ranges(of: damage.from)
    try #require(!places.isEmpty)
    var files = [
      "en-us/map.md": "# Map\n\n## Old\n",
      "de-de/map.md": "# Karte\n\n## <a name=\"old\"></a>Alt\n",
      "en-us/parts/shop.md": "The shop stands here.\n", "en-us/parts/town.md": "the town\n",
      "en-us/parts/a.png": "a", "en-us/parts/b.png": "b", "en-us/whole.md": Self.source,
      "de-de/whole.md": Self.translation,
    ]
    for (number, place) in places.enumerated() {
      files["en-us/page-\(number).md"] = Self.source
      files["de-de/page-\(number).md"] = Self.translation.replacingCharacters(
        in: place, with: damage.to)
    }
    let site = try TestSite(files)
    let whole = Self.words(site["de-de/whole.html"])
    #expect(whole.isSuperset(of: ["Weg", "shop", "town", "Bild", "Drei"]))
    for number in places.indices {
      let article = site["de-de/page-\(number).html"]
      let text = ArticleReader(article).visibleText
      for mark in ["[!", "[！", ":::", "：：", "](", "]（", "**", "<br", "< br", "<ept", "xref"] {
        #expect(!text.contains(mark), "\(damage) at \(number): \(mark)\n\(text)")
      }
      // The title of an alert may be in the words of the translator.
      let lost = whole.subtracting(Self.words(article)).subtracting(["Note"])
      #expect(lost.isEmpty, "\(damage) at \(number): \(lost.sorted())\n\(text)")
    }
  }
}
