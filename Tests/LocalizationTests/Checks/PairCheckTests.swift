import Localization
import Model
import Testing

/// The findings of a page with one unit, as `code offset-free message key`.
func findings(
  _ target: String, _ source: String, locale: String = "fr-fr",
  settings: CheckSettings = CheckSettings()
) -> [String] {
  let text = unit(103, target, source)
  let tag = LocaleTag(locale) ?? .source
  let page = TranslatedPage(locale: tag, path: "a.md", bytes: Array(text.utf8))
  let report = TranslationChecker(settings: settings, width: 1).check(pageCount: 1) { _ in [page] }
  return report.findings.map(\.message.key)
}

@Suite struct PairCheckTests {
  @Test(arguments: [
    ("100 000 profils", "100K profiles", "fr-fr"),
    ("250\u{A0}000 profils", "250'000 profiles", "fr-fr"),
    ("1,5 million de lignes", "1.5 million rows", "fr-fr"),
    ("1 million de lignes", "1,000,000 rows", "fr-fr"),
    ("un million de lignes", "1 million rows", "fr-fr"),
    ("1.000 rijen", "1,000 rows", "nl-nl"), ("deux fois", "2 times", "fr-fr"),
    ("2 fois", "twice", "fr-fr"), ("10 мың жол", "10,000 rows", "kk-kz"),
    ("بين 3 و64 حرفًا", "between 3 and 64 characters", "ar-sa"),
    ("٥٠٠ صف", "500 rows", "ar-sa"), ("10万件", "100,000 items", "ja-jp"),
    ("à 15 h", "at 3 PM", "fr-fr"), ("الأيام التسعين القادمة", "the next 90 days", "ar-sa"),
    ("Une vue complète", "A 360-degree view", "fr-fr"), ("09/04/2021", "04/09/2021", "fr-fr"),
  ])
  func takesEveryFormOfANumber(target: String, source: String, locale: String) {
    #expect(findings(target, source, locale: locale).filter { $0.contains("number") } == [])
  }

  @Test(arguments: [
    ("100 profils", "200 profiles", "check.number.changed"),
    ("des profils", "200 profiles", "check.number.missing"),
    ("200 profils", "some profiles", "check.number.extra"),
    ("10 000 profils", "100,000 profiles", "check.number.changed"),
    ("1,5 million", "1.5 billion", "check.number.changed"),
    ("version 1.2.4", "version 1.2.3", "check.number.changed"),
    ("Voir [ici](b.md).", "See [here](a.md).", "check.link.changed"),
    ("Voir ici.", "See [here](a.md).", "check.link.missing"),
    ("Voir https://b.example/x.", "See https://a.example/x.", "check.link.changed"),
    ("![i](b.png)", "![i](a.png)", "check.image.changed"),
    ("Entrez `nom`", "Enter `name`", "check.code.changed"),
    ("Entrez nom", "Enter `name`", "check.code.missing"),
    ("L’identifiant client", "The customerId", "check.identifier.missing"),
    ("Choisir Enregistrer.", "Select **Save**.", "check.label-missing.missing"),
    ("Choisir **Enregistrer.", "Select **Save**.", "check.label-missing.open"),
    ("un deux", "one<br/>two", "check.tag.missing"),
    ("un &nb; deux &", "one&reg; two", "check.entity.missing"),
    ("un & lt; b", "one &lt; b", "check.entity.broken"),
    ("Bonjour {nom}", "Hello {name}", "check.placeholder.changed"),
    ("Bonjour % s", "Hello %s", "check.placeholder.missing"),
    ("Fini", "Done.", "check.end-punctuation.missing"),
    ("Fini.", "Done?", "check.end-punctuation.changed"),
    ("Fini [ici](a.md)", "Done [here.](a.md)", "check.end-punctuation.missing"),
    ("Un (deux", "One (two)", "check.bracket.open"),
    ("Un deux", "One (two)", "check.bracket.missing"),
    ("Un deux)", "One (two)", "check.bracket.closed"),
    ("Le « nom", "The “name”", "check.quotation.open"),
    ("Le nom", "The \"name\"", "check.quotation.missing"),
    ("Le le nom", "The name", "check.doubled-word.repeated"),
    ("Select the file", "Select the file", "check.untranslated.whole"),
    ("Choisir the file from your list", "Select the file", "check.untranslated.part"),
    ("", "The file", "check.empty.target"),
    (" Le fichier", "The file", "check.whitespace.start"),
    ("Le  fichier", "The file", "check.whitespace.double"),
    ("Le fi\u{200B}chier", "The file", "check.invisible.found"),
    ("Le \u{202B}fichier", "The file", "check.direction.open"),
    ("Le \u{200E}fichier", "The file", "check.direction.needless"),
    ("Le fichi\u{435}r", "The file", "check.mixed-script.mixed"),
    ("Le 24 mai 2021", "June 24, 2021", "check.number.changed"),
    (
      "Voir [ici](https://x.example/de-de/a).", "See [here](https://x.example/en-us/a).",
      "check.link.changed"
    ),
    ("La liste de la liste de tout", "The list of all", "check.doubled-word.repeated"),
    (
      "Деректер басқа ортаға жүктеледі", "The data goes to the other place",
      "check.untranslated.script"
    ),
    ("Identiques pour cent", "100 percent identical", "check.number.missing"),
    (
      "**Create product recommendations**", "**Create product recommendations**",
      "check.untranslated.whole"
    ),
    ("Les profils de", "The profiles of customers", "check.length.cut"),
    (
      "Choisir, then select a file from it", "Go there, then select a file from it",
      "check.untranslated.part"
    ),
    ("Ligne 1<p>ligne 2", "Line 1<br>line 2", "check.tag.changed"),
    ("Choisir nom", "Choose <kbd>name</kbd>", "check.tag.missing"),
    ("Voir [](a.md).", "See [here](a.md).", "check.link.empty"),
    ("![](a.png)", "![The list](a.png)", "check.image.empty"),
    ("Entrez `nom", "Enter the name", "check.code.open"),
    ("C’est fini..", "It is done.", "check.end-punctuation.doubled"),
    ("C’est fini:.", "It is done.", "check.end-punctuation.doubled"),
    ("C’est fini。", "It is done.", "check.end-punctuation.script"),
    ("C’est fini।", "It is done.", "check.end-punctuation.script"),
    ("le fichier est supprimé.", "The file is deleted.", "check.capital.lost"),
    ("Le fichier\u{A0}", "The file", "check.whitespace.end"),
    ("\u{202F}Le fichier", "The file", "check.whitespace.start"),
    ("Le \u{A0}fichier", "The file", "check.whitespace.double"),
    ("Le\tfichier", "The file", "check.whitespace.double"),
    ("L’identifiant CustomerID", "The id customerId", "check.identifier.changed"),
    ("Ouvrez le site de Omisend.", "Open the site of Omnisend.", "check.identifier.changed"),
    ("Pause de 5 heures", "A pause of 5 minutes", "check.number.changed"),
    ("Essai de 30 mois", "A 30-day trial", "check.number.changed"),
    ("Définir $HOMES", "Set $HOME", "check.placeholder.changed"),
    ("De {end} à {start}", "From {start} to {end}", "check.placeholder.changed"),
    ("{last} {first}", "{first} {last}", "check.placeholder.changed"),
    ("Soit $x_{b}$.", "Let $x_{a}$ be.", "check.placeholder.changed"),
    ("Soit $x^{2 ^ m}$.", "Let $x^{2^n}$ be.", "check.placeholder.changed"),
    ("${noms} ici", "${name} here", "check.placeholder.changed"),
    ("Coûte $5 ou {b} $", "It costs $5 or {a} $", "check.placeholder.changed"),
    ("un nbsp; deux", "one&nbsp;two", "check.entity.broken"),
    (
      "Les noms et numéros sont gardés.", "Names, addresses, and numbers are kept.",
      "check.length.items"
    ),
    (
      "Los datos se cargan en otro entorno por el usuario.",
      "The data goes to the other place by the user.", "check.untranslated.language"
    ),
    ("Coûte 5 €.", "It costs $5.", "check.number.changed"),
    ("Coûte 5.", "It costs $5.", "check.number.missing"),
    ("Coûte 1\u{202F}000 EUR.", "It costs 1,000 USD.", "check.number.changed"),
    ("Jusqu’à 20 °F", "Up to 20 °C", "check.number.changed"),
    ("À 5 m", "It is 5 km away", "check.number.changed"),
    ("Au plus 500.", "500 MB at most.", "check.number.missing"),
    ("Quelque 1,500 lignes", "Some 1,500 rows", "check.number.changed"),
    ("L’Ã©tat est prÃªt.", "The state is ready.", "check.encoding.garbled"),
    ("Lâ€™Ã©tat", "The state", "check.encoding.garbled"),
    ("ï»¿L’état", "The state", "check.encoding.garbled"),
    ("LÂ’état Â est prêt", "The state is ready", "check.encoding.garbled"),
    ("L’\u{FFFD}tat", "The state", "check.encoding.garbled"),
    ("L’?tat pr?t", "The state is ready", "check.encoding.garbled"),
    ("Le ???? est prêt", "The state is ready", "check.encoding.garbled"),
    ("Le nom （un） est", "The name (one) is", "check.bracket.script"),
    ("Le »nom« est", "The “name” is", "check.quotation.turned"),
    ("Le ”nom“ est", "The “name” is", "check.quotation.turned"),
    ("Le «nom« est", "The “name” is", "check.quotation.turned"),
    ("Mettez <b>nom</b>", "Put &lt;b&gt;name&lt;/b&gt;", "check.tag.extra"),
    ("Appuyez sur Alt+C.", "Press Ctrl+C.", "check.identifier.changed"),
    ("Appuyez sur Ctrl+S.", "Press Ctrl+Shift+S.", "check.identifier.changed"),
    ("Appuyez sur C.", "Press Ctrl+C.", "check.identifier.missing"),
  ])
  func findsADefect(target: String, source: String, key: String) {
    #expect(findings(target, source).contains(key), "\(findings(target, source))")
  }

  @Test(arguments: [
    ("Voir [ici](https://x.example/fr-fr/a).", "See [here](https://x.example/en-us/a).", "fr-fr"),
    ("Fini\u{A0}?", "Done?", "fr-fr"), ("انتهى؟", "Done?", "ar-sa"), ("完了。", "Done.", "ja-jp"),
    ("« Fini. »", "\"Done.\"", "fr-fr"), ("**Fini.**", "**Done.**", "fr-fr"),
    ("Azure Data Lake", "Azure Data Lake", "kk-kz"), ("API", "API", "kk-kz"),
    ("وAzure جاهز", "and Azure is ready", "ar-sa"), ("Nous nous aidons", "We help us", "fr-fr"),
    ("a &nbsp; b", "a &nbsp; b", "fr-fr"),
    ("`&amp;nbsp;` ou &amp;nbsp;", "`&amp;nbsp;` or &amp;nbsp;", "fr-fr"),
    ("$ \\braket{\\phi | \\psi} $", "$\\braket{\\phi|\\psi}$", "fr-fr"),
    ("Soit ${2 ^ n}$ ici.", "Let ${2^n}$ be.", "fr-fr"),
    ("Soit $$x_{ 1 }$$ ici.", "Let $$x_{1}$$ be.", "fr-fr"),
    ("$x = \\text{si}$", "$x = \\text{if}$", "fr-fr"),
    ("R&D", "R&D", "fr-fr"),
    ("`a  b` c", "`a  b` d", "fr-fr"), ("100 %", "100%", "fr-fr"),
    ("<votre nom>", "<your name>", "fr-fr"), ("le B2B", "B2B", "fr-fr"),
    ("\u{2067}שם\u{2069}", "name", "he-il"),
    ("Le 24 juin 2021", "June 24, 2021", "fr-fr"),
    ("2021 ж. 24 маусымда", "June 24, 2021", "kk-kz"),
    ("Il peut marcher 3 fois", "It may march 3 times", "fr-fr"),
    ("Un<br/>deux", "One<br>two", "fr-fr"), ("Supérieur à", "Greater than", "fr-fr"),
    (
      "Installer Azure Active Directory PowerShell for Graph",
      "Install Azure Active Directory PowerShell for Graph", "fr-fr"
    ),
    ("محمد زايد 1 ومحمد زايد 2", "John Doe I and John Doe II", "ar-sa"),
    ("les indicateurs clés", "the indicators (KPIs)", "fr-fr"),
    ("*one and only the same* devient *un*", "*one and only the same* becomes *one*", "fr-fr"),
    ("Vous vous connectez", "You sign in", "fr-fr"),
    ("tout en en gardant", "while keeping", "fr-fr"),
    (
      "يصف **اسم العرض** ونوع الاتصال الاتصال.",
      "The **Display name** and the type of the connection describe a connection.", "ar-sa"
    ),
    ("Le SDK GitHub Actions", "The GitHub Actions SDK", "kk-kz"),
    ("ha ha ha ha", "ha ha ha ha", "nl-nl"), ("Fini…", "Done...", "fr-fr"),
    ("Vraiment ?!", "Really?!", "fr-fr"), ("Bonjour `\u{2060}`", "Hello `\u{2060}`", "fr-fr"),
    ("eCommerce est prêt à partir.", "The eCommerce is ready.", "fr-fr"),
    ("{end} ішінен {start}", "{start} of {end}", "kk-kz"),
    ("Coûte 5 $US", "It costs 5 $US", "fr-fr"), ("5 h d’attente", "A wait of 5 hours", "fr-fr"),
    (
      "Les noms, adresses et numéros sont gardés.", "Names, addresses, and numbers are kept.",
      "fr-fr"
    ),
    ("يتم حفظ الأسماء والعناوين والأرقام.", "Names, addresses, and numbers are kept.", "ar-sa"),
    ("La mise en place pas à pas", "How it is set up, step by step, and what to note", "fr-fr"),
    ("Ensuite, les données sont lues.", "Next, the data is read, and then kept.", "fr-fr"),
    ("Είναι έτοιμο;", "Is it ready?", "el-gr"), ("พร้อมแล้ว", "It is ready.", "th-th"),
    ("Exemple de réponse", "Example of an answer", "fr-fr"),
    ("Exemple\n    de réponse", "Example\n\tof an answer", "fr-fr"),
    ("Exemple\n  >   de réponse", "Example of an answer", "fr-fr"),
    ("Voir [](a.md).", "See [](a.md).", "fr-fr"),
    ("Coûte 5 $.", "It costs $5.", "fr-fr"), ("De 5 à 10 €", "From €5 to €10", "fr-fr"),
    ("Coûte 5 dollars.", "It costs $5.", "fr-fr"),
    ("Quelque 1\u{202F}500 lignes", "Some 1,500 rows", "fr-fr"),
    ("Quelque 1.500 Zeilen", "Some 1,500 rows", "de-de"), ("1,500 行", "1,500 rows", "ja-jp"),
    ("ÉTÉ… « NÃO » « MENÜ »", "SUMMER… “NO” “MENU”", "fr-fr"),
    ("Das „MENÜ“ von „Spaß“", "The “MENU” of “fun”", "de-de"), ("“NÃO”", "“NO”", "pt-br"),
    ("“ESPAÑ”", "“SPAI”", "es-es"), ("Vraiment ?", "Really?", "fr-fr"),
    ("Das »Menü« ist da.", "The “menu” is there.", "de-de"),
    ("接続（プレビュー）", "Connections (preview)", "ja-jp"),
    ("Appuyez sur Ctrl+Maj+S.", "Press Ctrl+Shift+S.", "fr-fr"),
    ("Drücken Sie STRG+UMSCHALT+S.", "Press Ctrl+Shift+S.", "de-de"),
    ("Ctrl+Cキーを押します。", "Press Ctrl+C.", "ja-jp"),
    ("للنسخ اضغط علىCtrl+C.", "Press Ctrl+C to copy.", "ar-sa"),
  ])
  func leavesGoodTextAlone(target: String, source: String, locale: String) {
    #expect(findings(target, source, locale: locale) == [])
  }
}
