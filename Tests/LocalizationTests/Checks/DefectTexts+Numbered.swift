extension DefectTexts {
  /// More texts that differ in their numbers: code, keys, names in braces, versions, units of time,
  /// lists and labels.
  static let moreNumbered: [Text] = (31...49).flatMap { number -> [Text] in
    [
      Text(
        "Table \(number): enter `row_\(number)x` from {firstRow} to {lastRow}, press "
          + "<kbd>Enter</kbd> and wait \(number) hours.",
        "Table \(number) : saisissez `row_\(number)x` de {firstRow} à {lastRow}, appuyez sur "
          + "<kbd>Enter</kbd> et attendez \(number) heures.",
        "\(number)-кесте: {firstRow} бастап {lastRow} дейін `row_\(number)x` енгізіп, "
          + "<kbd>Enter</kbd> басыңыз және \(number) сағат күтіңіз.",
        "الجدول \(number): أدخل `row_\(number)x` من {firstRow} إلى {lastRow}، واضغط "
          + "<kbd>Enter</kbd> وانتظر \(number) ساعة."),
      Text(
        "List \(number) needs version 4.\(number).2 of Contoso and \(number).5 GB of the disk.",
        "La liste \(number) demande la version 4.\(number).2 de Contoso et \(number),5 Go du disque.",
        "\(number)-тізім Contoso бағдарламасының 4.\(number).2 нұсқасын және дискіде \(number),5 ГБ "
          + "орынды қажет етеді.",
        "تتطلب القائمة \(number) الإصدار 4.\(number).2 من Contoso و\(number).5 GB من القرص."),
      Text(
        "The picture of list \(number): ![Rows of list \(number)](media/list-\(number).png)",
        "L’image de la liste \(number) : ![Lignes de la liste \(number)](media/list-\(number).png)",
        "\(number)-тізімнің суреті: ![\(number)-тізімнің жолдары](media/list-\(number).png)",
        "صورة القائمة \(number): ![صفوف القائمة \(number)](media/list-\(number).png)"),
      Text(
        "Names, addresses, and numbers of list \(number) are kept.",
        "Les noms, adresses et numéros de la liste \(number) sont conservés.",
        "\(number)-тізімнің атаулары, мекенжайлары және нөмірлері сақталады.",
        "يتم الاحتفاظ بأسماء القائمة \(number) وعناوينها وأرقامها."),
      Text(
        "List \(number): select **Keep rows**.", "Liste \(number) : sélectionnez **Garder**.",
        "\(number)-тізім: **Қалдыру** параметрін таңдаңыз.", "القائمة \(number): حدد **احتفاظ**."),
      Text(
        "List \(number): select **Discard rows**.", "Liste \(number) : sélectionnez **Ignorer**.",
        "\(number)-тізім: **Тастау** параметрін таңдаңыз.", "القائمة \(number): حدد **تجاهل**."),
      Text(
        "For list \(number), select **Keep rows** or **Discard rows**.",
        "Pour la liste \(number), sélectionnez **Garder** ou **Ignorer**.",
        "\(number)-тізім үшін **Қалдыру** немесе **Тастау** параметрін таңдаңыз.",
        "للقائمة \(number)، حدد **احتفاظ** أو **تجاهل**."),
    ]
  }
}
