extension DefectTexts {
  /// Texts with amounts of money, units with signs, dates, keys with modifiers, references of tags,
  /// quotations.
  static let amounts: [Text] = (11...29).flatMap { number -> [Text] in
    [
      Text(
        "Plan \(number) costs $\(number).50 a month, or \(number),400 USD for 36 months.",
        "L’offre \(number) coûte \(number),50 $ par mois, ou \(number)\u{202F}400 USD pour 36 mois.",
        "\(number)-жоспар айына \(number),50 $ немесе 36 айға \(number)\u{A0}400 USD тұрады.",
        "تبلغ تكلفة الخطة \(number) ‏$\(number).50 شهريًا أو \(number),400 USD لمدة 36 شهرًا."),
      Text(
        "Sensor \(number) answers in \(number) ms, works up to \(number + 20) °C, and is "
          + "\(number) km away.",
        "Le capteur \(number) répond en \(number) ms, fonctionne jusqu’à \(number + 20) °C et se "
          + "trouve à \(number) km.",
        "\(number)-датчик \(number) мс ішінде жауап береді, \(number + 20) °C дейін жұмыс істейді "
          + "және \(number) км қашықтықта орналасқан.",
        "يستجيب المستشعر \(number) خلال \(number) ms، ويعمل حتى \(number + 20) °C، ويبعد "
          + "\(number) km."),
      Text(
        "Since May \(number), 2021, table \(number) is limited to \(number) GB.",
        "Depuis le \(number) mai 2021, la table \(number) est limitée à \(number) Go.",
        "2021 жылғы \(number) мамырдан бастап \(number)-кестенің шегі — \(number) ГБ.",
        "منذ \(number) مايو 2021، يقتصر الجدول \(number) على \(number) GB."),
      Text(
        "To save list \(number), press Ctrl+Shift+S, then Alt+F4.",
        "Pour enregistrer la liste \(number), appuyez sur Ctrl+Maj+S, puis sur Alt+F4.",
        "\(number)-тізімді сақтау үшін Ctrl+Shift+S, содан кейін Alt+F4 пернелерін басыңыз.",
        "لحفظ القائمة \(number)، اضغط Ctrl+Shift+S ثم Alt+F4."),
      Text(
        "Put &lt;b&gt;row \(number)&lt;/b&gt; into the file (see page \(number)).",
        "Mettez &lt;b&gt;row \(number)&lt;/b&gt; dans le fichier (voir page \(number)).",
        "Файлға &lt;b&gt;row \(number)&lt;/b&gt; жазыңыз (\(number)-бетті қараңыз).",
        "ضع &lt;b&gt;row \(number)&lt;/b&gt; في الملف (راجع الصفحة \(number))."),
      Text(
        "The state “Ready” of job \(number) is shown on [the portal](https://portal.example/\(number)).",
        "L’état « Prêt » de la tâche \(number) s’affiche sur "
          + "[le portail](https://portal.example/\(number)).",
        "\(number)-тапсырманың «Дайын» күйі [порталда](https://portal.example/\(number)) көрсетіледі.",
        "تظهر الحالة “جاهز” للمهمة \(number) على [المدخل](https://portal.example/\(number))."),
    ]
  }
}
