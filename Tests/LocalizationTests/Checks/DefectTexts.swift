import Localization
import Model

/// Texts with what the corpus has seldom or never: placeholders, character references, code,
/// addresses with a locale, tags, quotations.
enum DefectTexts {
  /// The texts as pages of three locales.
  static func pages(_ locales: [LocaleTag]) -> [TranslatedPage] {
    locales.map { locale in
      let units = (texts + numbered + moreNumbered + amounts).enumerated().compactMap {
        index, text in
        text.targets[locale.folder].map { unit(103 + index, $0, text.source) }
      }
      return TranslatedPage(
        locale: locale, path: "texts-of-defects.md",
        bytes: Array(units.joined(separator: "\n\n").utf8))
    }
  }

  struct Text {
    var source: String
    var targets: [String: String]
    init(_ source: String, _ french: String, _ kazakh: String, _ arabic: String) {
      self.source = source
      targets = ["fr-fr": french, "kk-kz": kazakh, "ar-sa": arabic]
    }
  }

  static let texts: [Text] = [
    Text(
      "Hello {userName}, your export is ready.", "Bonjour {userName}, votre exportation est prête.",
      "Сәлем, {userName}, экспортыңыз дайын.", "مرحبًا {userName}، التصدير جاهز."),
    Text(
      "Copied %d files to the folder %s.", "Copie de %d fichiers dans le dossier %s.",
      "%d файл %s қалтасына көшірілді.", "تم نسخ %d ملفات إلى المجلد %s."),
    Text(
      "The connection ${connectionName} failed.", "La connexion ${connectionName} a échoué.",
      "${connectionName} байланысы сәтсіз аяқталды.", "فشل الاتصال ${connectionName}."),
    Text(
      "Signed in as {{account}} until {{date}}.",
      "Connexion avec le compte {{account}} jusqu’au {{date}}.",
      "{{account}} тіркелгісімен {{date}} дейін кірілді.",
      "تم تسجيل الدخول باسم {{account}} حتى {{date}}."),
    Text(
      "Row %1$s of %2$s was skipped.", "La ligne %1$s sur %2$s a été ignorée.",
      "%2$s ішінен %1$s жолы өткізіп жіберілді.", "تم تخطي الصف %1$s من %2$s."),
    Text(
      "Open %APPDATA% and delete the cache.", "Ouvrez %APPDATA% et supprimez le cache.",
      "%APPDATA% ашып, кэшті жойыңыз.", "افتح %APPDATA% واحذف ذاكرة التخزين المؤقت."),
    Text(
      "Research &amp; development uses Contoso&reg; data.",
      "La recherche &amp; le développement utilisent les données Contoso&reg;.",
      "Зерттеу &amp; әзірлеу Contoso&reg; деректерін пайдаланады.",
      "يستخدم البحث &amp; التطوير بيانات Contoso&reg;."),
    Text(
      "Values &lt; 5 and &gt; 1 are left out&hellip;",
      "Les valeurs &lt; 5 et &gt; 1 sont ignorées&hellip;",
      "&lt; 5 және &gt; 1 мәндері алынып тасталады&hellip;",
      "يتم تجاهل القيم &lt; 5 و&gt; 1&hellip;"),
    Text(
      "Enter `customer_id` and run `vouch audit` again.",
      "Saisissez `customer_id` et relancez `vouch audit`.",
      "`customer_id` енгізіп, `vouch audit` қайта іске қосыңыз.",
      "أدخل `customer_id` وشغل `vouch audit` مرة أخرى."),
    Text(
      "The field `email` must not be `null`.", "Le champ `email` ne doit pas être `null`.",
      "`email` өрісі `null` болмауы керек.", "يجب ألا يكون الحقل `email` بقيمة `null`."),
    Text(
      "See the [terms](https://contoso.example/en-us/terms).",
      "Consultez les [conditions](https://contoso.example/en-us/terms).",
      "[Шарттарды](https://contoso.example/en-us/terms) қараңыз.",
      "راجع [الشروط](https://contoso.example/en-us/terms)."),
    Text(
      "Read [how to share data](https://contoso.example/en-us/share/start) first.",
      "Lisez d’abord [comment partager des données](https://contoso.example/en-us/share/start).",
      "Алдымен [деректерді бөлісу](https://contoso.example/en-us/share/start) бөлімін оқыңыз.",
      "اقرأ أولاً [كيفية مشاركة البيانات](https://contoso.example/en-us/share/start)."),
    Text(
      "Choose <kbd>Enter</kbd> to go on.<br/>Then wait.",
      "Appuyez sur <kbd>Enter</kbd> pour continuer.<br/>Attendez ensuite.",
      "Жалғастыру үшін <kbd>Enter</kbd> басыңыз.<br/>Содан кейін күтіңіз.",
      "اضغط على <kbd>Enter</kbd> للمتابعة.<br/>ثم انتظر."),
    Text(
      "Water is H<sub>2</sub>O, and an area is 4 m<sup>2</sup>.",
      "L’eau est H<sub>2</sub>O et une surface fait 4 m<sup>2</sup>.",
      "Су — H<sub>2</sub>O, ал аудан — 4 м<sup>2</sup>.",
      "الماء هو H<sub>2</sub>O والمساحة 4 م<sup>2</sup>."),
    Text(
      "<strong>Note</strong> <em>Only</em> owners see this.",
      "<strong>Remarque</strong> <em>Seuls</em> les propriétaires le voient.",
      "<strong>Ескертпе</strong> Мұны <em>тек</em> иелері көреді.",
      "<strong>ملاحظة</strong> يرى المالكون <em>فقط</em> ذلك."),
    Text(
      "One line<br>another line<br>a third line", "Une ligne<br>une autre ligne<br>une troisième",
      "Бір жол<br>басқа жол<br>үшінші жол", "سطر<br>سطر آخر<br>سطر ثالث"),
    Text(
      "It is called \"golden record\" on every page.",
      "On l’appelle « fiche de référence » sur toutes les pages.",
      "Ол барлық беттерде «эталон жазба» деп аталады.", "يسمى \"السجل الذهبي\" في كل الصفحات."),
    Text(
      "The status “Needs review” goes away after an hour.",
      "Le statut “À vérifier” disparaît au bout d’une heure.",
      "“Тексеру қажет” күйі бір сағаттан кейін жойылады.",
      "تختفي الحالة “بحاجة إلى مراجعة” بعد ساعة."),
    Text(
      "The overview: ![Overview of exports](media/exports-overview.png)",
      "Vue d’ensemble : ![Vue d’ensemble des exportations](media/exports-overview.png)",
      "Шолу: ![Экспорттарға шолу](media/exports-overview.png)",
      "نظرة عامة: ![نظرة عامة على التصدير](media/exports-overview.png)"),
    Text(
      "Use API v1 of plan P2 in zone E5.", "Utilisez l’API v1 de l’offre P2 dans la zone E5.",
      "E5 аймағында P2 жоспарының v1 API пайдаланыңыз.", "استخدم API v1 من الخطة P2 في المنطقة E5."),
    Text(
      "Press Ctrl+C to copy and Ctrl+V to paste.",
      "Appuyez sur Ctrl+C pour copier et sur Ctrl+V pour coller.",
      "Көшіру үшін Ctrl+C, қою үшін Ctrl+V пернелерін басыңыз.",
      "اضغط Ctrl+C للنسخ وCtrl+V للصق."),
    Text(
      "The settings are in /etc/vouch/settings and C:\\ProgramData\\vouch\\settings.",
      "Les paramètres se trouvent dans /etc/vouch/settings et C:\\ProgramData\\vouch\\settings.",
      "Параметрлер /etc/vouch/settings және C:\\ProgramData\\vouch\\settings ішінде.",
      "توجد الإعدادات في /etc/vouch/settings وفي C:\\ProgramData\\vouch\\settings."),
    Text(
      "Write to support@contoso.example.", "Écrivez à support@contoso.example.",
      "support@contoso.example мекенжайына жазыңыз.", "راسل support@contoso.example."),
  ]

  /// Texts that differ in their numbers, so that each can be broken in its own way.
  private static let numbered: [Text] = (13...29).flatMap { number -> [Text] in
    let (share, score, size) = (number + 20, number + 50, number * 100)
    return [
      Text(
        "Job \(number): the share grew by \(share)%, the score fell to -\(score), at most "
          + "\(size) MB.",
        "Tâche \(number) : la part a augmenté de \(share) %, le score est descendu à -\(score), "
          + "\(size) Mo au plus.",
        "\(number)-тапсырма: үлес \(share)% өсті, балл -\(score) деңгейіне түсті, көп дегенде "
          + "\(size) МБ.",
        "المهمة \(number): زادت الحصة بنسبة \(share)%، وانخفضت النتيجة إلى -\(score)، و\(size) MB "
          + "على الأكثر."),
      Text(
        "Copied %d files of table \(number) to %s on March \(number), 2021, in three steps, for "
          + "R&amp;D.",
        "%d fichiers de la table \(number) ont été copiés dans %s le \(number) mars 2021, en trois "
          + "étapes, pour la R&amp;D.",
        "\(number)-кестенің %d файлы %s қалтасына 2021 жылғы \(number) наурызда, үш қадаммен, "
          + "R&amp;D үшін көшірілді.",
        "تم نسخ %d ملفات من الجدول \(number) إلى %s في \(number) مارس 2021، في ثلاث خطوات، من أجل "
          + "R&amp;D."),
      Text(
        "In table \(number), press Ctrl+C, then open /etc/vouch/settings of plan P2.",
        "Dans la table \(number), appuyez sur Ctrl+C, puis ouvrez /etc/vouch/settings de l’offre P2.",
        "\(number)-кестеде Ctrl+C басып, P2 жоспарының /etc/vouch/settings файлын ашыңыз.",
        "في الجدول \(number)، اضغط Ctrl+C، ثم افتح /etc/vouch/settings من الخطة P2."),
    ]
  }
}
