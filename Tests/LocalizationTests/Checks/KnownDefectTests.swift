import Testing

/// Mistakes of translators and tools in texts of ten languages: each is found, by the check named.
@Suite struct KnownDefectTests {
  @Test(arguments: [
    // A digit in a short word.
    ("API v2 verwenden", "Use API v1", "de-de", "check.identifier.changed"),
    ("Предложение P2", "The P1 offer", "ru-ru", "check.identifier.changed"),
    ("2.4.1 をインストールします。", "Install 2.4.0.", "ja-jp", "check.number.changed"),
    ("Versión v1.3", "Version v1.2", "es-es", "check.identifier.missing"),
    // Units.
    ("Höchstens 500 KB", "500 MB at most", "de-de", "check.number.changed"),
    ("Не более 500 КБ", "500 MB at most", "ru-ru", "check.number.changed"),
    ("500 Ko au plus", "500 MB at most", "fr-fr", "check.number.changed"),
    ("最大 500 キロバイト", "500 MB at most", "ja-jp", "check.number.changed"),
    ("Attendez 30 ms", "Wait 30 s", "fr-fr", "check.number.changed"),
    // Signs of numbers.
    ("Environ 50 des clients", "About 50% of customers", "fr-fr", "check.number.changed"),
    ("顧客の 50 が対象です。", "It covers 50% of customers.", "ja-jp", "check.number.changed"),
    ("Der Wert ist 5.", "The value is -5.", "de-de", "check.number.changed"),
    ("Значение равно 5.", "The value is −5.", "ru-ru", "check.number.changed"),
    // Numbers in words, dates, scale words of East Asian languages.
    ("Folgen Sie den vier Schritten.", "Follow the three steps.", "de-de", "check.number.changed"),
    ("Выполните четыре шага.", "Follow the three steps.", "ru-ru", "check.number.changed"),
    ("La quinta columna", "The third column", "es-es", "check.number.changed"),
    ("15万件", "1.5 million records", "zh-cn", "check.number.changed"),
    ("1億500万行", "150 million rows", "ja-jp", "check.number.changed"),
    (
      "Publicado el 24 de mayo de 2021.", "Published June 24, 2021.", "es-es",
      "check.number.changed"
    ),
    ("2021 年 7 月 24 日に公開されました。", "Published on June 24, 2021.", "ja-jp", "check.number.extra"),
    ("Opublikowano 24 lipca 2021 r.", "Published June 24, 2021", "pl-pl", "check.number.changed"),
    ("24 Mayıs 2021", "June 24, 2021", "tr-tr", "check.number.changed"),
    ("24 במאי 2021", "June 24, 2021", "he-il", "check.number.changed"),
    // Keys, paths, addresses.
    ("Drücken Sie STRG+V.", "Press Ctrl+C.", "de-de", "check.identifier.changed"),
    ("Presione F6.", "Press F5.", "es-es", "check.identifier.changed"),
    ("Ctrl + X キーを押します。", "Press Ctrl+C.", "ja-jp", "check.identifier.changed"),
    ("Ouvrir C:\\Temp\\Lots", "Open C:\\Temp\\Logs", "fr-fr", "check.identifier.missing"),
    ("Ouvrir /etc/hotes", "Open /etc/hosts", "fr-fr", "check.identifier.missing"),
    (
      "Напишите на suport@contoso.com.", "Write to support@contoso.com.", "ru-ru",
      "check.identifier.missing"
    ),
    ("Poprawić custamer_id", "Correct customer_id", "pl-pl", "check.identifier.missing"),
    ("[a](http://a.example/x)", "[A](https://a.example/x)", "pl-pl", "check.link.changed"),
    ("[A](a.md#b)", "[A](a.md#c)", "tr-tr", "check.link.changed"),
    (
      "[概要](https://learn.example/zh-cn/a)", "[Overview](https://learn.example/en-us/a)", "ja-jp",
      "check.link.changed"
    ),
    (
      "Siehe [Verbindungen](b.md) und [Exporte](a.md).",
      "See [connections](a.md) and [exports](b.md).", "de-de", "check.link-order.exchanged"
    ),
    // Markup.
    ("<em>wichtig", "<em>important</em>", "de-de", "check.tag.missing"),
    ("R&amp;amp;D", "R&amp;D", "de-de", "check.entity.broken"),
    ("Contoso&reg;&reg;", "Contoso&reg;", "de-de", "check.entity.broken"),
    ("%d fichiers dans %s", "%s has %d files", "fr-fr", "check.placeholder.changed"),
    // Sentences.
    (
      "Die Daten werden geladen. Die Daten werden geladen.", "The data is being loaded now.",
      "de-de", "check.doubled-word.repeated"
    ),
    (
      "Wählen Sie im Menü die Verbindung aus, die geändert werden soll. Wählen Sie im Menü die "
        + "Verbindung aus, die geändert werden soll.",
      "In the menu, select the connection to change.", "de-de", "check.doubled-word.repeated"
    ),
    ("Los perfiles de", "The profiles of customers", "es-es", "check.length.cut"),
    ("Os perfis de", "The profiles of customers", "pt-br", "check.length.cut"),
  ])
  func isFound(target: String, source: String, locale: String, key: String) {
    let found = findings(target, source, locale: locale)
    #expect(found.contains(key), "\(target): \(found)")
  }
}
