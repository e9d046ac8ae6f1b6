import Testing

/// Sentences as translators write them, where the two languages say the same in different ways: none
/// of them is a mistake.
@Suite struct NaturalSentenceTests {
  @Test(arguments: [
    ("L’état est « En cours » ; patientez.", "The status is \"In progress\"; wait."),
    ("C’est possible : essayez !", "It is possible: try it!"),
    ("Aujourd’hui, 3 utilisateurs sur 4 se connectent.", "Today, 3 out of 4 users sign in."),
    ("Il a été publié le 1er janvier 2024.", "It was published on January 1, 2024."),
    ("Bienvenue au XXIe siècle !", "Welcome to the 21st century!"),
    (
      "Cela concerne plus de 1 000 clients, soit 12,5 %.",
      "This concerns more than 1,000 customers, or 12.5%."
    ),
    ("Choisissez « Oui » ou « Non ».", "Choose \"Yes\" or \"No.\""),
    (
      "Voir [Étape 2 : Créer un segment](a.md#step-2).",
      "See [Step 2: Create a segment](a.md#step-2)."
    ),
    ("Au plus tard 90 jours après la suppression.", "No later than ninety days after deletion."),
    ("Nous sommes ouverts de 9 h à 17 h.", "We are open from 9 AM to 5 PM."),
    ("Nous sommes ouverts de 9 h à 17 h.", "We are open from 9 a.m. to 5 p.m."),
    ("L’assistance est disponible 24 h/24 et 7 j/7.", "Support is available 24/7."),
    ("Les chiffres du 3e trimestre 2024", "The numbers of Q3 2024"),
    ("Le fichier contient une douzaine de lignes.", "The file contains a dozen rows."),
    ("Un tiers des clients a répondu.", "One third of the customers answered."),
    ("La réunion commence à 15 h 30.", "The meeting starts at 3:30 PM."),
    ("Il a dit : « Le “nom” est pris. »", "He said, “The ‘name’ is taken.”"),
    ("Les années 90 sont loin.", "The 1990s are far away."),
    ("C’est deux fois plus rapide.", "It is twice as fast."),
    ("Le chargement dure une heure et demie.", "Loading takes one and a half hours."),
    ("Il y a deux jours", "2 days ago"),
    ("Le fichier (CSV, TSV, etc.) est lu.", "The file (CSV, TSV, etc.) is read."),
    ("Qu’est-ce que c’est ?", "What is it?"),
    (
      "M. Dupont a deux adresses : l’une est professionnelle, l’autre privée.",
      "Mr. Dupont has two addresses: one is for work, the other is private."
    ),
    (
      "L’article 6, paragraphe 1, point f), du RGPD s’applique.",
      "Article 6(1)(f) of the GDPR applies."
    ),
    (
      "La taille maximale est de 2 Go, soit 2 048 Mo.",
      "The maximum size is 2 GB, that is 2,048 MB."
    ),
    ("Vous pouvez en ajouter jusqu’à cinq.", "You can add up to 5."),
    ("Sélectionnez l’icône « + ».", "Select the \"+\" icon."),
    ("Est-ce prêt ? Oui, c’est prêt.", "Is it ready? Yes, it is ready."),
    ("1. Ouvrez la page.", "1. Open the page."),
    ("N’oubliez pas : « qui ne dit mot consent ».", "Remember: \"silence gives consent.\""),
    ("Le coût est de 1 234,56 €.", "The cost is €1,234.56."),
    ("La version 10.0.3 ou ultérieure est requise.", "Version 10.0.3 or later is required."),
    ("L’adresse est 192.168.0.1.", "The address is 192.168.0.1."),
    ("Une à deux fois par semaine", "Once or twice a week"),
    ("Première étape", "Step one"),
    ("Deuxièmement, vérifiez la liste.", "Second, check the list."),
    ("Jusqu’à un million d’enregistrements", "Up to 1M records"),
    ("Elle compte quelque 3,2 millions de lignes.", "It has some 3.2M rows."),
    (
      "Le contrat court du 01/03/2024 au 31/03/2024.",
      "The contract runs from 3/1/2024 to 3/31/2024."
    ),
    ("Attendez 30 s.", "Wait 30s."),
    ("C’est 10 fois plus rapide.", "It is 10x faster."),
    ("Le chargement dure une heure et demie.", "Loading takes 1.5 hours."),
    ("La réunion commence à 17 h.", "The meeting starts at 5:00 PM."),
  ])
  func french(target: String, source: String) {
    #expect(findings(target, source, locale: "fr-fr") == [])
  }

  @Test(arguments: [
    ("Dit gebeurt ’s nachts om 3 uur.", "This happens at 3 AM."),
    ("Foto's en video's worden opgeslagen.", "Photos and videos are saved."),
    ("De status 'Gereed' wordt weergegeven.", "The status \"Ready\" is shown."),
    ("Het kost € 1.234,56.", "It costs €1,234.56."),
    ("Het kost 1.234,56 euro.", "It costs €1,234.56."),
    ("Zo'n 20 procent van de klanten", "About 20% of customers"),
    ("Het is duidelijk dat dat niet werkt.", "It is clear that that doesn't work."),
    ("Wij zijn open van 9.00 tot 17.00 uur.", "We are open from 9:00 AM to 5:00 PM."),
    ("Het 1e kwartaal van 2024", "The 1st quarter of 2024"),
    ("Het laden duurt anderhalf uur.", "Loading takes one and a half hours."),
    ("Het laden duurt anderhalf uur.", "Loading takes 1.5 hours."),
    ("Kies 'Ja' of 'Nee'.", "Choose \"Yes\" or \"No.\""),
    (
      "De service is 24 uur per dag, 7 dagen per week beschikbaar.",
      "The service is available 24/7."
    ),
    ("Op 1 mei 2024 zijn 12.500 rijen geladen.", "On May 1, 2024, 12,500 rows were loaded."),
    ("Een derde van de klanten", "One third of customers"),
    ("Ga naar **Gegevens** > **Eén maken**.", "Go to **Data** > **Unify**."),
    ("Ten tweede: controleer de lijst.", "Second, check the list."),
    ("Wilt u doorgaan?", "Do you want to continue?"),
    ("Eén of meer velden zijn leeg.", "One or more fields are empty."),
    ("De vergadering begint om 15.30 uur.", "The meeting starts at 3:30 PM."),
    ("Het kost u zo'n twee à drie dagen.", "It takes about 2 to 3 days."),
    ("Dat is tweemaal zo snel.", "It is twice as fast."),
    (
      "De regels gelden voor wie in de EU woont, bijv. in Nederland.",
      "The rules apply to those who live in the EU, for example, in the Netherlands."
    ),
  ])
  func dutch(target: String, source: String) {
    #expect(findings(target, source, locale: "nl-nl") == [])
  }

  @Test(arguments: [
    ("Das gilt ab dem 1. Mai 2024.", "This applies from May 1, 2024."),
    ("Willkommen im 21. Jahrhundert!", "Welcome to the 21st century!"),
    ("Die, die sich anmelden, sehen die Liste.", "Those who sign in see the list."),
    ("Wählen Sie „Ja“ oder „Nein“.", "Choose \"Yes\" or \"No.\""),
    ("„Der ‚Name‘ fehlt“, sagt das System.", "\"The 'name' is missing,\" the system says."),
    ("Das Laden dauert anderthalb Stunden.", "Loading takes 1.5 hours."),
    ("Das Laden dauert eineinhalb Stunden.", "Loading takes one and a half hours."),
    ("Die Hotline ist rund um die Uhr erreichbar.", "The hotline is available 24/7."),
    ("Die Besprechung beginnt um 15.30 Uhr.", "The meeting starts at 3:30 PM."),
    ("Die Besprechung beginnt um 15:30 Uhr.", "The meeting starts at 3:30 PM."),
    ("Das kostet 1.234,56 €.", "It costs €1,234.56."),
    ("Zweimal täglich wird geladen.", "Data is loaded twice a day."),
    ("Ein Drittel der Kunden hat geantwortet.", "One third of the customers answered."),
    ("Art. 6 Abs. 1 Buchst. f DSGVO gilt.", "Article 6(1)(f) of the GDPR applies."),
    ("Erstens ist die Liste leer.", "First, the list is empty."),
    ("Im 3. Quartal 2024", "In Q3 2024"),
    ("Eine oder mehrere Spalten fehlen.", "One or more columns are missing."),
    ("Es gibt rund 2,5 Mrd. Einträge.", "There are about 2.5 billion entries."),
    (
      "Das Feld darf nicht leer sein; ggf. wird ein Fehler angezeigt.",
      "The field can't be empty; an error may be shown."
    ),
    ("Der Vorgang dauert ca. 5–10 Minuten.", "The process takes about 5 to 10 minutes."),
    ("Ein Dutzend Zeilen", "A dozen rows"),
    ("Dass das das Problem löst, ist klar.", "It is clear that this solves the problem."),
    ("Klicken Sie auf **Daten** > **Vereinheitlichen**.", "Go to **Data** > **Unify**."),
    ("Wie geht’s?", "How are you?"),
    ("Die Besprechung beginnt um 17 Uhr.", "The meeting starts at 5:00 PM."),
    ("In den 1990er Jahren", "In the 1990s"),
  ])
  func german(target: String, source: String) {
    #expect(findings(target, source, locale: "de-de") == [])
  }

  @Test(arguments: [
    ("2021 жылғы 24 маусымда жарияланды.", "Published on June 24, 2021."),
    ("1-қадам: бетті ашыңыз.", "Step 1: Open the page."),
    ("Клиенттердің 50%-ы", "50% of customers"),
    ("Ол 3 күн ішінде жойылады.", "It is deleted within 3 days."),
    ("«Дайын» күйі көрсетіледі.", "The “Ready” status is shown."),
    ("«Иә» немесе «Жоқ» опциясын таңдаңыз.", "Choose \"Yes\" or \"No.\""),
    ("Ол қайта-қайта жүктеледі.", "It is loaded again and again."),
    ("Жүктеу бір жарым сағатқа созылады.", "Loading takes one and a half hours."),
    ("Жүктеу бір жарым сағатқа созылады.", "Loading takes 1.5 hours."),
    ("Кездесу 15:30-да басталады.", "The meeting starts at 3:30 PM."),
    ("Мән 5-тен 10-ға дейін болады.", "The value is from 5 to 10."),
    ("Екі есе жылдам.", "Twice as fast."),
    ("Бұл XXI ғасыр.", "This is the 21st century."),
    ("Клиенттердің үштен бірі жауап берді.", "One third of the customers answered."),
    ("1 234,5 жол жүктелді.", "1,234.5 rows were loaded."),
    ("Бір немесе бірнеше өріс бос.", "One or more fields are empty."),
    ("Тәулік бойы қолдау көрсетіледі.", "Support is available 24/7."),
    ("Біріншіден, тізімді тексеріңіз.", "First, check the list."),
    ("Жалғастырғыңыз келе ме?", "Do you want to continue?"),
    ("2024 жылдың 3-тоқсаны", "Q3 2024"),
    ("Он екі айда жиырма бес жазба бар.", "There are 25 records in 12 months."),
  ])
  func kazakh(target: String, source: String) {
    #expect(findings(target, source, locale: "kk-kz") == [])
  }

  @Test(arguments: [
    ("نعمل من 9 صباحًا حتى 5 مساءً.", "We work from 9 AM to 5 PM."),
    ("يُحذف خلال يومين.", "It is deleted within 2 days."),
    ("تستغرق العملية ساعتين.", "The process takes two hours."),
    ("يُحمَّل مرتين في اليوم.", "It is loaded twice a day."),
    ("هناك خطوتان.", "There are two steps."),
    ("انتظر دقيقة واحدة.", "Wait one minute."),
    ("انتظر دقيقة.", "Wait 1 minute."),
    ("الدعم متوفر على مدار الساعة طوال أيام الأسبوع.", "Support is available 24/7."),
    ("نحن في القرن الحادي والعشرين.", "We are in the 21st century."),
    ("اختر «نعم» أو «لا».", "Choose \"Yes\" or \"No.\""),
    ("اختر \"نعم\" أو \"لا\".", "Choose \"Yes\" or \"No.\""),
    ("نحو 50 بالمائة من العملاء", "About 50% of customers"),
    ("نحو 50 في المائة من العملاء", "About 50% of customers"),
    ("أجاب ثلث العملاء.", "One third of the customers answered."),
    ("تستغرق العملية ساعة ونصف.", "The process takes one and a half hours."),
    ("اثنتا عشرة ساعة", "12 hours"),
    ("هل تريد المتابعة؟ حدد **نعم**.", "Do you want to continue? Select **Yes**."),
    ("يبدأ الاجتماع الساعة 3:30 مساءً.", "The meeting starts at 3:30 PM."),
    ("حقل واحد أو أكثر فارغ.", "One or more fields are empty."),
    ("الربع الثالث من عام 2024", "Q3 2024"),
    ("أولاً، تحقق من القائمة.", "First, check the list."),
    ("الخطوة الثانية: افتح الصفحة.", "Step 2: Open the page."),
    ("الأسعار تبدأ من ١٬٢٣٤٫٥٦ دولارًا.", "Prices start at $1,234.56."),
    ("تم تحميل ١٬٢٣٤٫٥٦ صف.", "1,234.56 rows were loaded."),
    ("الأسعار تبدأ من 5 دولارات.", "Prices start at $5."),
    ("الأسعار تبدأ من 1,234.56 دولار.", "Prices start at $1,234.56."),
  ])
  func arabic(target: String, source: String) {
    #expect(findings(target, source, locale: "ar-sa") == [])
  }

  @Test(arguments: [
    ("1 日に 2 回読み込まれます。", "It is loaded twice a day."),
    ("1 時間ごとに更新されます。", "It is refreshed every hour."),
    ("サポートは 24 時間 365 日利用できます。", "Support is available 24/7."),
    ("[はい] または [いいえ] を選択します。", "Choose \"Yes\" or \"No.\""),
    ("「はい」または「いいえ」を選択します。", "Choose \"Yes\" or \"No.\""),
    ("顧客の 3 分の 1 が回答しました。", "One third of the customers answered."),
    ("2024 年第 3 四半期", "Q3 2024"),
    ("会議は午後 3 時 30 分に始まります。", "The meeting starts at 3:30 PM."),
    ("1 つ以上のフィールドが空です。", "One or more fields are empty."),
    ("少なくとも 1 つのエンティティを選択します。", "Select at least one entity."),
    ("2 つ目の列を確認します。", "Check the second column."),
    ("10 億行あります。", "There are 1 billion rows."),
    ("値は 1 ～ 5 です。", "The value is 1 to 5."),
    ("読み込みには 1 時間半かかります。", "Loading takes one and a half hours."),
    ("続行しますか?", "Do you want to continue?"),
    ("続行しますか？", "Do you want to continue?"),
    ("まず、一覧を確認します。", "First, check the list."),
    ("21 世紀へようこそ!", "Welcome to the 21st century!"),
    ("ますます多くの人々が使います。", "More and more people use it."),
    ("詳細については、「[セグメント](a.md)」を参照してください。", "For more information, see [Segments](a.md)."),
    ("2024/05/01 に公開されました。", "Published on May 1, 2024."),
    ("半数の顧客", "Half of the customers"),
    ("手順 2: ページを開く", "Step 2: Open the page"),
    ("読み込みには 1 時間半かかります。", "Loading takes 1.5 hours."),
  ])
  func japanese(target: String, source: String) {
    #expect(findings(target, source, locale: "ja-jp") == [])
  }

  @Test(arguments: [
    ("分两个步骤进行。", "It takes two steps."),
    ("每天加载两次。", "It is loaded twice a day."),
    ("我们提供全天候支持。", "Support is available 24/7."),
    ("三分之一的客户作了回答。", "One third of the customers answered."),
    ("约百分之五十的客户", "About 50% of customers"),
    ("加载需要一个半小时。", "Loading takes one and a half hours."),
    ("加载需要半小时。", "Loading takes half an hour."),
    ("会议于下午 3:30 开始。", "The meeting starts at 3:30 PM."),
    ("发布于 5 月 1 日。", "Published on May 1."),
    ("2024 年第三季度", "Q3 2024"),
    ("选择“是”或“否”。", "Choose \"Yes\" or \"No.\""),
    ("请参阅《用户指南》。", "See the User Guide."),
    ("有 10 亿行。", "There are 1 billion rows."),
    ("一个或多个字段为空。", "One or more fields are empty."),
    ("首先，检查列表。", "First, check the list."),
    ("欢迎来到 21 世纪！", "Welcome to the 21st century!"),
    ("请稍候……", "Please wait..."),
    ("常常需要等等看。", "You often have to wait and see."),
    ("至少选择一个实体。", "Select at least one entity."),
    ("步骤 2：打开页面", "Step 2: Open the page"),
    ("是否继续？", "Do you want to continue?"),
    ("十二个月", "Twelve months"),
    ("大约二十天", "About 20 days"),
    ("价格为 1,234.56 美元。", "The price is $1,234.56."),
    ("加载需要一个半小时。", "Loading takes 1.5 hours."),
  ])
  func chinese(target: String, source: String) {
    #expect(findings(target, source, locale: "zh-cn") == [])
  }

  @Test(arguments: [
    ("Шаг 1. Откройте страницу.", "Step 1: Open the page."),
    ("1-й шаг", "Step 1"),
    ("Мы работаем с 9:00 до 17:00.", "We work from 9 AM to 5 PM."),
    ("Поддержка доступна круглосуточно.", "Support is available 24/7."),
    ("Он сказал: «Имя „Контосо“ занято».", "He said, \"The name 'Contoso' is taken.\""),
    ("Загрузка длится полтора часа.", "Loading takes 1.5 hours."),
    ("Загрузка длится полчаса.", "Loading takes half an hour."),
    ("Добро пожаловать в XXI век!", "Welcome to the 21st century!"),
    ("Данные загружаются дважды в день.", "Data is loaded twice a day."),
    ("Оба поля пусты.", "Both fields are empty."),
    ("Выберите «Да» или «Нет».", "Choose \"Yes\" or \"No.\""),
    ("Треть клиентов ответила.", "One third of the customers answered."),
    ("Во-первых, проверьте список.", "First, check the list."),
    ("В III квартале 2024 г.", "In Q3 2024"),
    ("Правило № 5", "Rule No. 5"),
    ("Одно или несколько полей пусты.", "One or more fields are empty."),
    ("Есть около 2,5 млрд записей.", "There are about 2.5 billion entries."),
    ("Встреча начинается в 15:30.", "The meeting starts at 3:30 PM."),
    ("Это 1 мая 2024 года.", "It is May 1, 2024."),
    ("Он перегружается снова и снова.", "It is reloaded again and again."),
    ("Хотите продолжить?", "Do you want to continue?"),
    ("Цена — 1234,56 долл. США.", "The price is $1,234.56."),
    ("Выполняется чуть-чуть дольше.", "It takes a little longer."),
    ("Это в два раза быстрее.", "It is twice as fast."),
    ("Дюжина строк", "A dozen rows"),
    ("Загрузка длится два с половиной часа.", "Loading takes 2.5 hours."),
  ])
  func russian(target: String, source: String) {
    #expect(findings(target, source, locale: "ru-ru") == [])
  }

  @Test(arguments: [
    ("הקובץ נמחק תוך יומיים.", "The file is deleted within 2 days."),
    ("התהליך נמשך שעתיים.", "The process takes two hours."),
    ("הנתונים נטענים פעמיים ביום.", "The data is loaded twice a day."),
    ("התמיכה זמינה 24 שעות ביממה, 7 ימים בשבוע.", "Support is available 24/7."),
    ("התמיכה זמינה מסביב לשעון.", "Support is available 24/7."),
    ("הוא פורסם ב־1 במאי 2024.", "It was published on May 1, 2024."),
    ("בחר \"כן\" או \"לא\".", "Choose \"Yes\" or \"No.\""),
    ("הכללים חלים על ארה״ב.", "The rules apply to the US."),
    ("כלל מס׳ 5", "Rule No. 5"),
    ("ברוכים הבאים למאה ה־21!", "Welcome to the 21st century!"),
    ("שליש מהלקוחות ענו.", "One third of the customers answered."),
    ("הטעינה נמשכת חצי שעה.", "Loading takes half an hour."),
    ("הטעינה נמשכת שעה וחצי.", "Loading takes one and a half hours."),
    ("הפגישה מתחילה בשעה 15:30.", "The meeting starts at 3:30 PM."),
    ("שדה אחד או יותר ריקים.", "One or more fields are empty."),
    ("ראשית, יש לבדוק את הרשימה.", "First, check the list."),
    ("רבעון 3 של 2024", "Q3 2024"),
    ("יש שבועיים.", "There are two weeks."),
    ("שלב 2: פתיחת הדף", "Step 2: Open the page"),
    ("לאט לאט הרשימה מתארכת.", "Slowly the list gets longer."),
    ("שיעור של כ-20 אחוז", "A rate of about 20%"),
    ("הטעינה נמשכת שעה וחצי.", "Loading takes 1.5 hours."),
  ])
  func hebrew(target: String, source: String) {
    #expect(findings(target, source, locale: "he-il") == [])
  }

  @Test(arguments: [
    ("tr-tr", "Tek tek seçin.", "Select them one by one."),
    ("it-it", "I dati vengono caricati via via.", "The data is loaded progressively."),
    ("es-es", "En los años 90", "In the 1990s"),
  ])
  func others(locale: String, target: String, source: String) {
    #expect(findings(target, source, locale: locale) == [])
  }
}
