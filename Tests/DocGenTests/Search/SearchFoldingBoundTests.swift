import Foundation
import Testing

@testable import DocGen

/// What readers type finds what authors write, and other words stay other words.
@Suite struct SearchFoldingBoundTests {
  private func words(_ text: String) -> [String] {
    var counter = WordCounter()
    counter.add(text.utf8, .text)
    return (0..<counter.terms.count).map { String(decoding: counter.terms[$0], as: UTF8.self) }
  }

  /// What is written, and what is typed.
  static let same: [(language: String, written: String, typed: String)] = [
    ("en", "Data", "DATA"), ("en", "naïve", "naive"), ("en", "rôle", "role"), ("en", "ﬁnd", "ﬁnd"),
    ("fr", "données", "donnees"), ("fr", "ÉTÉ", "ete"), ("fr", "garçon", "garcon"),
    ("fr", "cœur", "coeur"),
    ("fr", "Noël", "NOEL"), ("fr", "où", "ou"), ("fr", "île", "ile"), ("fr", "aiguë", "aigue"),
    ("fr", "e\u{301}te\u{301}", "été"), ("fr", "L’été", "l été"),
    ("fr", "aujourd'hui", "aujourd hui"),
    ("de", "Größe", "grosse"), ("de", "STRASSE", "Straße"), ("de", "Müller", "muller"),
    ("es", "año", "ano"), ("es", "¿qué?", "que"), ("pt", "ação", "acao"),
    ("it", "perché", "perche"),
    ("pl", "łódź", "lodz"), ("pl", "żółć", "zolc"), ("cs", "řeč", "rec"), ("sk", "ľahký", "lahky"),
    ("hu", "őrült", "orult"), ("ro", "știință", "stiinta"), ("ro", "ştiinţă", "știință"),
    ("tr", "IŞIK", "isik"), ("tr", "ışık", "isik"), ("tr", "İSTANBUL", "istanbul"),
    ("tr", "ğ", "g"),
    ("vi", "Việt Nam", "viet nam"), ("vi", "đường", "duong"), ("vi", "ngườ\u{323}i", "người"),
    ("da", "Ærø", "aero"), ("da", "Åse", "ase"), ("is", "Þór", "thor"), ("lt", "žąsis", "zasis"),
    ("el", "Ελλάδα", "ελλαδα"), ("el", "ΛΌΓΟΣ", "λογος"), ("el", "λόγος", "λογοσ"),
    ("el", "Ἀθῆναι", "αθηναι"),
    ("ru", "Ёлка", "елка"), ("ru", "мой", "мои"), ("ru", "и\u{306}", "й"), ("uk", "Київ", "киив"),
    ("uk", "ґанок", "ганок"), ("be", "воўк", "воук"),
    ("kk", "Қазақстан", "казакстан"), ("kk", "Әділет", "адилет"), ("kk", "ғылым", "гылым"),
    ("kk", "өңір", "онир"), ("kk", "ұлы", "улы"), ("kk", "үлкен", "улкен"), ("kk", "Һ", "х"),
    ("kk", "ҚОСЫЛЫМДАР", "қосылымдар"), ("kk", "тіл", "тил"),
    ("ar", "مُحَمَّد", "محمد"), ("ar", "أحمد", "احمد"), ("ar", "إدارة", "اداره"), ("ar", "آمن", "امن"),
    ("ar", "على", "علي"), ("ar", "مـــرحبا", "مرحبا"), ("ar", "مسؤول", "مسوول"),
    ("ar", "شيء", "شيء"),
    ("ar", "٢٠٢٦", "2026"), ("ar", "ٱلله", "الله"), ("fa", "کتاب", "كتاب"), ("fa", "یک", "يك"),
    ("fa", "۱۲۳", "123"), ("ar", "الـ\u{200F}تقرير", "التقرير"),
    ("he", "שָׁלוֹם", "שלום"), ("he", "שלום", "שלומ"), ("he", "מֶלֶךְ", "מלכ"), ("he", "צה״ל", "צהל"),
    ("he", "ג׳ירף", "גירפ"), ("he", "סוףץ", "סופצ"),
    ("ja", "ＡＢＣ１２３", "abc123"), ("ja", "Ｅｘｃｅｌ", "excel"), ("ja", "東京", "東京"), ("ja", "データ", "データ"),
    ("zh", "ＡＰＩ接口", "api接口"), ("zh", "数据", "数据"), ("ko", "데이터", "데이터"), ("th", "ข้อมูล", "ข้อมูล"),
    ("hi", "हिन्दी", "हिन्दी"),
    ("code", "getUserName()", "getusername"), ("code", "snake_case", "snake case"),
    ("code", "System.Collections.Generic", "system collections generic"), ("code", "C#", "c"),
    ("code", "--option=value", "option value"), ("code", "https://a.b/c?d=e", "https a b c d e"),
    ("code", "x86_64", "x86 64"), ("code", "0xFF", "0xff"), ("code", "a1b2c3", "A1B2C3"),
    ("code", "{\"key\": 1}", "key 1"), ("code", "$env:PATH", "env path"),
    ("code", "foo/bar\\baz", "foo bar baz"),
    ("number", "1,234.5", "1 234 5"), ("number", "3.14", "3 14"), ("number", "50%", "50"),
    ("number", "½", "½"),
    ("number", "№5", "5"), ("number", "10⁶", "10⁶"),
    ("emoji", "✔️Yes", "yes"), ("emoji", "⚠️ Warning", "warning"), ("emoji", "©️2026", "2026"),
    ("emoji", "1️⃣ one", "1 one"), ("emoji", "👩‍💻code", "code"), ("emoji", "go🚀live", "go live"),
    ("emoji", "👍🏽ok", "ok"), ("emoji", "🇫🇷fr", "fr"), ("emoji", "❤️love", "love"),
    ("mark", "a\u{200B}b", "a b"), ("mark", "soft\u{AD}hyphen", "softhyphen"),
    ("mark", "a\u{2060}b", "ab"),
    ("mark", "z\u{335}x", "zx"), ("mark", "a\u{20DD}b", "ab"), ("mark", "\u{FEFF}bom", "bom"),
    ("mark", "a\u{FE0F}b", "ab"), ("mark", "x\u{1DC4}", "x"), ("mark", "x\u{FE20}y\u{FE21}", "xy"),
    ("mark", "a\u{A0}b", "a b"), ("mark", "a\u{2009}b", "a b"), ("mark", "a\u{3000}b", "a b"),
    ("mark", "a–b", "a b"), ("mark", "“a”", "a"), ("mark", "a…b", "a b"), ("mark", "a・b", "a b"),
  ]

  @Test("What is typed otherwise is the same word", arguments: same.indices)
  func folds(_ index: Int) {
    let row = Self.same[index]
    let (written, typed) = (words(row.written), words(row.typed))
    #expect(!written.isEmpty)
    #expect(written == typed, "\(row.language)")
  }

  /// Unicode says of what letter and marks a letter is made.
  @Test("Every letter with marks is found as the letter without them")
  func foldsEveryLetter() {
    var missing: [String] = []
    for value in [0xC0...0x24F, 0x370...0x52F, 0x1E00...0x1FFF].joined() {
      guard let scalar = Unicode.Scalar(UInt32(value)), scalar.properties.isAlphabetic else {
        continue
      }
      let letter = String(scalar)
      let bare = letter.decomposedStringWithCanonicalMapping.unicodeScalars
        .filter { $0.properties.generalCategory != .nonspacingMark }
      if words(letter) != words(String(String.UnicodeScalarView(bare))) { missing.append(letter) }
    }
    #expect(missing == [])
  }

  @Test(
    "Other letters are other words",
    arguments: [
      ("а", "a"), ("с", "c"), ("н", "h"), ("ب", "ت"), ("ש", "ס"), ("ı", "l"), ("0", "o"),
      ("1", "l"),
      ("か", "が"), ("カ", "か"), ("日", "目"), ("ص", "س"), ("ß", "b"), ("ω", "w"), ("ң", "г"),
      ("ж", "з"),
      ("हिन्दी", "हनद"), ("กา", "กี"),
    ])
  func keepsApart(_ first: String, _ second: String) { #expect(words(first) != words(second)) }

  @Test(
    "Words are divided where a reader would divide them",
    arguments: [
      ("one,two;three:four", ["one", "two", "three", "four"]), ("a/b", ["a", "b"]),
      ("a|b", ["a", "b"]),
      ("(one)[two]{three}", ["one", "two", "three"]),
      ("one\ttwo\nthree\r\nfour", ["one", "two", "three", "four"]),
      ("e-mail", ["e", "mail"]), ("don’t", ["don", "t"]), ("", []), ("...", []), ("😀", []),
      ("—", []),
      ("\u{FE0F}", []), ("\u{301}", []), ("日本語 text", ["日本", "本語", "語", "text"]),
      ("text日本", ["text", "日本", "本"]),
      ("日a本", ["日", "a", "本"]), ("日、本", ["日", "本"]), ("あ", ["あ"]), ("1日2", ["1", "日", "2"]),
      ("ไทย", ["ไท", "ทย", "ย"]),
    ])
  func divides(_ text: String, _ expected: [String]) { #expect(words(text) == expected) }

  @Test(
    "Articles and prepositions that are written as one with a word are taken off",
    arguments: [
      ("التقارير", "تقارير"), ("والتقارير", "تقارير"), ("بالتقارير", "تقارير"),
      ("للتقارير", "تقارير"),
      ("הדוחות", "דוחות"), ("בדוחות", "דוחות"), ("לדוחות", "דוחות"), ("ودخل", nil), ("ال", nil),
      ("הוא", nil),
    ])
  func takesOffPrefixes(_ word: String, _ bare: String?) {
    #expect(words(word) == [word] + (bare.map { [$0] } ?? []))
  }

  @Test("However long a word is, its beginning is found", arguments: [59, 60, 61, 62, 120, 5000])
  func cutsLongWords(_ length: Int) {
    for letter in ["a", "é", "қ", "م", "𐐨"] {
      let found = words(String(repeating: letter, count: length))
      #expect(found.count == 1)
      #expect(found[0].utf8.count <= 60 && found[0].utf8.count >= 56)
      #expect(!found[0].unicodeScalars.contains("\u{FFFD}"))
    }
  }
}
