import Testing

/// Translations as they are written in ten languages: nothing is wrong with any of them.
@Suite struct CorrectTranslationTests {
  typealias Example = (target: String, source: String)

  private func expectSilence(_ examples: [Example], _ locale: String) {
    for (target, source) in examples {
      #expect(findings(target, source, locale: locale) == [], "\(locale): \(target)")
    }
  }

  @Test func german() {
    expectSilence(
      [
        ("Die Datei darf höchstens 1,5 GB groß sein.", "The file can be up to 1.5 GB."),
        (
          "Am 24. Juni 2021 wurden 1.234.567 Zeilen geladen.",
          "On June 24, 2021, 1,234,567 rows were loaded."
        ),
        ("Wählen Sie **Speichern** (**Save**) aus.", "Select **Save**."),
        ("Wählen Sie **Speichern (Save)** aus.", "Select **Save**."),
        ("Der Status „Bereit“ wird angezeigt.", "The status “Ready” is shown."),
        ("Etwa 50 % der Kunden nutzen die 64-Bit-Version.", "About 50% of customers use 64-bit."),
        (
          "Siehe [Übersicht](https://learn.example/de-de/azure/overview).",
          "See the [overview](https://learn.example/en-us/azure/overview)."
        ),
        ("Drücken Sie STRG+C, um zu kopieren.", "Press Ctrl+C to copy."),
        ("Warten Sie z. B. drei bis fünf Tage.", "Wait, for example, 3 to 5 days."),
        (
          "In Azure Data Lake Storage Gen2 liegen 2 Mio. Datensätze.",
          "Azure Data Lake Storage Gen2 holds 2 million records."
        ),
        ("Das geht nicht, wenn die Verbindung fehlt.", "It fails if the connection is missing."),
        ("Im ersten Quartal stieg der Umsatz um 3,5 %.", "In Q1, revenue rose by 3.5%."),
        ("Die Temperatur fällt auf –5 °C.", "The temperature falls to -5°C."),
        ("Treffen um 15:00 Uhr", "Meet at 3:00 PM"),
        (
          "[Azure-App registrieren](b.md), bevor Sie [MSAL](a.md) verwenden",
          "Before using [MSAL](a.md), [register an Azure app](b.md)"
        ),
        ("Die Abfrage dauert eine halbe Stunde.", "The query takes half an hour."),
      ], "de-de")
  }

  @Test func spanish() {
    expectSilence(
      [
        ("¿Quiere continuar?", "Do you want to continue?"), ("¡Listo!", "Done!"),
        ("Se cargaron 1,5 millones de filas.", "1.5 million rows were loaded."),
        ("Use la opción «Nuevo».", "Use the “New” option."),
        ("Se publicó el 24 de junio de 2021.", "Published June 24, 2021."),
        ("Un 3 % de los perfiles", "3% of profiles"),
        ("Siga los dos pasos.", "Follow the 2 steps."),
        ("Siga los 12 pasos.", "Follow the twelve steps."),
        (
          "Consulte [los requisitos](https://learn.example/es-es/azure/a#b).",
          "See [the requirements](https://learn.example/en-us/azure/a#b)."
        ),
        ("Plan A", "Plan A"), ("Seleccione el plan A", "Select plan A"),
        ("Presione Mayús+F10.", "Press Shift+F10."),
        ("Unos 10 000 registros por segundo", "About 10,000 records per second"),
        ("Vaya a **Administración** > **Conexiones**.", "Go to **Admin** > **Connections**."),
      ], "es-es")
  }

  @Test func japanese() {
    expectSilence(
      [
        ("最大 150 万件のレコードを読み込めます。", "You can load up to 1.5 million records."),
        ("1億5,000万行", "150 million rows"), ("10万件", "100K records"),
        ("2021 年 6 月 24 日に公開されました。", "Published on June 24, 2021."),
        ("2021/06/24", "6/24/2021"), ("3 つの手順があります。", "There are three steps."),
        ("**[保存]** を選択します。", "Select **Save**."),
        ("**保存** (Save) を選択します。", "Select **Save**."),
        ("「準備完了」と表示されます。", "It says \"Ready\"."),
        ("接続 (プレビュー) の概要", "Connections (preview) overview"),
        ("接続（プレビュー）の概要", "Connections (preview) overview"),
        ("続行しますか？", "Do you want to continue?"), ("完了しました！", "Done!"),
        ("Azure Data Lake Storage Gen2 アカウント", "Azure Data Lake Storage Gen2 account"),
        ("顧客の 50％ が対象です。", "It covers 50% of customers."),
        ("Ctrl + C キーを押します。", "Press Ctrl+C."), ("午後 3 時に開始します。", "It starts at 3 PM."),
        (
          "[概要](https://learn.example/ja-jp/azure/a)を参照してください。",
          "See the [overview](https://learn.example/en-us/azure/a)."
        ),
        ("次の手順:", "Next steps:"), ("次の手順：", "Next steps:"),
        ("1 つ目の列と 2 つ目の列", "The first and the second column"),
        ("ファイル名、サイズ、日付", "File name, size, date"),
        ("最初の 30 日間は無料です。", "The first 30 days are free."),
      ], "ja-jp")
  }

  @Test func chinese() {
    expectSilence(
      [
        ("最多可加载 150 万条记录。", "You can load up to 1.5 million records."),
        ("1.5 亿行", "150 million rows"), ("两个步骤", "2 steps"), ("十二个月", "12 months"),
        ("于 2021 年 6 月 24 日发布。", "Published on June 24, 2021."),
        ("选择“**保存**”。", "Select **Save**."), ("状态为“就绪”。", "The status is “Ready”."),
        ("是否要继续？", "Do you want to continue?"),
        (
          "请参阅[概述](https://learn.example/zh-cn/azure/a)。",
          "See the [overview](https://learn.example/en-us/azure/a)."
        ),
        ("客户（预览版）", "Customers (preview)"), ("大约百分之五十的客户", "About 50% of customers"),
        ("下午 3 点开始。", "It starts at 3 PM."), ("第 1 步", "Step 1"), ("第一步", "Step 1"),
        ("转到“**管理员**”>“**连接**”。", "Go to **Admin** > **Connections**."),
      ], "zh-cn")
  }

  @Test func korean() {
    expectSilence(
      [
        ("최대 150만 개의 레코드를 로드할 수 있습니다.", "You can load up to 1.5 million records."),
        ("두 단계를 따르세요.", "Follow the 2 steps."),
        ("2021년 6월 24일에 게시됨", "Published June 24, 2021"),
        ("**저장**을 선택합니다.", "Select **Save**."), ("계속하시겠습니까?", "Do you want to continue?"),
        ("Azure를 사용합니다.", "It uses Azure."), ("오후 3시에 시작합니다.", "It starts at 3 PM."),
        ("고객의 50%가 해당됩니다.", "It covers 50% of customers."),
        (
          "[개요](https://learn.example/ko-kr/azure/a)를 참조하세요.",
          "See the [overview](https://learn.example/en-us/azure/a)."
        ),
        ("첫 번째 열", "The first column"),
      ], "ko-kr")
  }

  @Test func russian() {
    expectSilence(
      [
        ("Загружено 1,5 млн строк.", "1.5 million rows were loaded."),
        ("Загружено 1 234 567 строк.", "1,234,567 rows were loaded."),
        ("Опубликовано 24 июня 2021 г.", "Published June 24, 2021"),
        ("Состояние «Готово»", "The status “Ready”"), ("Два шага", "2 steps"),
        ("Примерно 50 % клиентов", "About 50% of customers"),
        ("Не более 500 МБ", "500 MB at most"), ("Нажмите клавиши CTRL+C.", "Press Ctrl+C."),
        ("Файл в формате JSON", "A JSON file"),
        ("API-интерфейс и SQL-запрос", "An API and a SQL query"),
        ("Выберите **Сохранить** (**Save**).", "Select **Save**."),
        ("Вы хотите продолжить?", "Do you want to continue?"),
        ("Температура опускается до −5 °C.", "The temperature falls to -5°C."),
        ("Три тысячи записей", "3,000 records"),
        ("Каждый, кто имеет доступ, и т. д.", "Everyone with access, etc."),
      ], "ru-ru")
  }

  @Test func portuguese() {
    expectSilence(
      [
        ("Foram carregadas 1,5 milhão de linhas.", "1.5 million rows were loaded."),
        ("Até 10.000 linhas por R$ 100", "Up to 10,000 rows for $100"),
        ("Publicado em 24 de junho de 2021.", "Published June 24, 2021."),
        ("Selecione o plano A", "Select plan A"), ("Siga as duas etapas.", "Follow the 2 steps."),
        ("Pressione Ctrl+C.", "Press Ctrl+C."), ("Deseja continuar?", "Do you want to continue?"),
        (
          "Confira a [visão geral](https://learn.example/pt-br/azure/a).",
          "See the [overview](https://learn.example/en-us/azure/a)."
        ),
        ("Cerca de metade (50%) dos clientes", "About half (50%) of customers"),
      ], "pt-br")
  }

  @Test func hebrew() {
    expectSilence(
      [
        ("ניתן לטעון עד 1.5 מיליון שורות.", "You can load up to 1.5 million rows."),
        ("פורסם ב-24 ביוני 2021.", "Published June 24, 2021."),
        ("הדו\"ח מוכן.", "The report is ready."), ("בחר **שמור**.", "Select **Save**."),
        ("המצב הוא \"מוכן\".", "The status is \"Ready\"."), ("50% מהלקוחות", "50% of customers"),
        ("האם ברצונך להמשיך?", "Do you want to continue?"), ("שני שלבים", "2 steps"),
        ("יש להקיש Ctrl+C.", "Press Ctrl+C."),
        ("הערך הוא \u{200E}-5\u{200E} מעלות.", "The value is -5 degrees."),
      ], "he-il")
  }

  @Test func polish() {
    expectSilence(
      [
        ("Załadowano 1,5 mln wierszy.", "1.5 million rows were loaded."),
        ("Opublikowano 24 czerwca 2021 r.", "Published June 24, 2021"),
        ("Stan „Gotowe”", "The status “Ready”"), ("Wykonaj dwa kroki.", "Follow the 2 steps."),
        ("Około 50% klientów", "About 50% of customers"),
        ("Plik może mieć najwyżej 2 GB.", "The file can be up to 2 GB."),
        ("Wybierz pozycję **Zapisz** (**Save**).", "Select **Save**."),
        ("Czy chcesz kontynuować?", "Do you want to continue?"),
        ("Naciśnij klawisze Ctrl+C.", "Press Ctrl+C."),
        ("Utworzono 10 tys. rekordów.", "10,000 records were created."),
      ], "pl-pl")
  }

  @Test func turkish() {
    expectSilence(
      [
        ("1,5 milyon satır yüklendi.", "1.5 million rows were loaded."),
        ("24 Haziran 2021'de yayımlandı.", "Published June 24, 2021."),
        ("Müşterilerin %50'si", "50% of customers"), ("İki adımı izleyin.", "Follow the 2 steps."),
        ("**Kaydet**'i seçin.", "Select **Save**."),
        ("Devam edilsin mi?", "Do you want to continue?"),
        ("Durum \"Hazır\" olur.", "The status is \"Ready\"."),
        ("En çok 10.000 kayıt", "10,000 records at most"),
        ("Kopyalamak için Ctrl+C tuşlarına basın.", "Press Ctrl+C to copy."),
        (
          "[Genel bakış](https://learn.example/tr-tr/azure/a) bölümüne bakın.",
          "See the [overview](https://learn.example/en-us/azure/a)."
        ),
      ], "tr-tr")
  }

  @Test func koreanUnitsAndLists() {
    expectSilence(
      [
        ("150만 개의 행을 로드했습니다.", "1.5 million rows were loaded."),
        ("2021년 6월 24일에 게시되었습니다.", "Published June 24, 2021."),
        ("상태는 \"준비됨\"입니다.", "The status is \"Ready\"."), ("고객의 50%", "50% of customers"),
        ("**저장**을 선택합니다.", "Select **Save**."), ("계속하시겠습니까?", "Do you want to continue?"),
        ("Ctrl+C를 누릅니다.", "Press Ctrl+C."), ("30일 평가판", "A 30-day trial"),
        ("24시간 후에 다시 시도하세요.", "Try again after 24 hours."),
        ("이름, 주소 및 번호가 유지됩니다.", "Names, addresses, and numbers are kept."),
        ("{name}님, 안녕하세요.", "Hello {name}."),
      ], "ko-kr")
  }

  @Test func hindi() {
    expectSilence(
      [
        ("1.5 मिलियन पंक्तियाँ लोड की गईं।", "1.5 million rows were loaded."),
        ("24 जून 2021 को प्रकाशित।", "Published June 24, 2021."),
        ("स्थिति \"तैयार\" है।", "The status is \"Ready\"."), ("50% ग्राहक", "50% of customers"),
        ("**सहेजें** चुनें।", "Select **Save**."), ("क्या आप जारी रखना चाहते हैं?", "Do you want to continue?"),
        ("Ctrl+C दबाएँ।", "Press Ctrl+C."), ("30 दिन का परीक्षण", "A 30-day trial"),
        ("10,000 रिकॉर्ड बनाए गए.", "10,000 records were created."),
        ("नाम, पते और संख्याएँ रखी जाती हैं।", "Names, addresses, and numbers are kept."),
      ], "hi-in")
  }

  @Test func arabic() {
    expectSilence(
      [
        ("تم تحميل 1.5 مليون صف.", "1.5 million rows were loaded."),
        ("تم تحميل ١٬٢٣٤٫٥ صف.", "1,234.5 rows were loaded."),
        ("نُشر في 24 يونيو 2021.", "Published June 24, 2021."),
        ("٥٠٪ من العملاء", "50% of customers"),
        ("هل تريد المتابعة؟", "Do you want to continue?"), ("حدد **حفظ**.", "Select **Save**."),
        ("الحالة هي «جاهز».", "The status is \"Ready\"."), ("اضغط Ctrl+C.", "Press Ctrl+C."),
        ("نسخة تجريبية لمدة 30 يومًا", "A 30-day trial"), ("انتظر 5 دقائق.", "Wait 5 minutes."),
        ("يتم الاحتفاظ بالأسماء، والعناوين، والأرقام.", "Names, addresses, and numbers are kept."),
        ("من {start} إلى {end}", "From {start} to {end}"),
      ], "ar-sa")
  }

  /// Units of time, lists and capitals as each language writes them.
  @Test(arguments: [
    ("de-de", "Warten Sie 5 Minuten.", "Wait 5 minutes."),
    (
      "de-de", "Namen, Adressen und Nummern bleiben erhalten.",
      "Names, addresses, and numbers are kept."
    ),
    ("es-es", "Espere 24 horas.", "Wait 24 hours."),
    (
      "es-es", "¿Quiere conservar los nombres, las direcciones o los números?",
      "Do you want to keep the names, addresses, or numbers?"
    ),
    ("ru-ru", "Подождите 5 минут.", "Wait 5 minutes."),
    ("ru-ru", "Имена, адреса и номера сохраняются.", "Names, addresses, and numbers are kept."),
    ("ja-jp", "30日間の試用版", "A 30-day trial"), ("ja-jp", "5分待ちます。", "Wait 5 minutes."),
    ("ja-jp", "名前、住所、番号は保持されます。", "Names, addresses, and numbers are kept."),
    ("ja-jp", "「{first}」から「{last}」まで", "From {first} to {last}"),
    ("zh-cn", "等待 5 分钟。", "Wait 5 minutes."), ("zh-cn", "30 天试用版", "A 30-day trial"),
    ("zh-cn", "名称、地址和编号将保留。", "Names, addresses, and numbers are kept."),
    ("he-il", "יש להמתין 5 דקות.", "Wait 5 minutes."),
    ("he-il", "השמות, הכתובות והמספרים נשמרים.", "Names, addresses, and numbers are kept."),
    ("pt-br", "Aguarde 24 horas.", "Wait 24 hours."),
    (
      "pt-br", "Nomes, endereços e números são mantidos.", "Names, addresses, and numbers are kept."
    ),
    ("tr-tr", "5 dakika bekleyin.", "Wait 5 minutes."),
    ("tr-tr", "Adlar, adresler ve numaralar saklanır.", "Names, addresses, and numbers are kept."),
    ("pl-pl", "Nazwy, adresy i numery są zachowywane.", "Names, addresses, and numbers are kept."),
    (
      "it-it", "I nomi, gli indirizzi e i numeri vengono conservati.",
      "Names, addresses, and numbers are kept."
    ),
    ("nl-nl", "’s Morgens wordt de lijst gelezen.", "The list is read in the morning."),
    ("fr-fr", "Attention\u{202F}: la liste est vide\u{A0}!", "Caution: the list is empty!"),
    ("fr-fr", "Les applications de Contoso sont prêtes.", "The Applications of Contoso are ready."),
  ])
  func marksOfManyLanguages(locale: String, target: String, source: String) {
    expectSilence([(target, source)], locale)
  }

  @Test(arguments: ["fr-fr", "de-de", "es-es"])
  func everyLanguageKeepsWhatIsNotTranslated(locale: String) {
    expectSilence(
      [
        (":::no-loc text=\"Kubernetes\"::: 1.29", ":::no-loc text=\"Kubernetes\"::: 1.29"),
        ("[A](https://a.example/x)", "[A](http://a.example/x)"),
        ("`vouch check`", "`vouch check`"), ("contoso@example.com", "contoso@example.com"),
        ("Azure Synapse Analytics", "Azure Synapse Analytics"),
      ], locale)
  }
}
