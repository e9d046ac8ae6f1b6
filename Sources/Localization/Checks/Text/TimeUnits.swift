/// The names of units of time in the languages that checks know.
enum TimeUnits {
  /// The rank of the unit that a word in small letters names: 0 for seconds, 1 for minutes, up to 6
  /// for years; `nil` for other words.
  static func unit(_ word: String) -> Int? {
    if let unit = words[word] { return unit }
    // East Asian languages write no blanks, and Kazakh has endings.
    guard word.utf8.first.map({ $0 >= 0x80 }) ?? false else { return nil }
    return beginnings.first { word.hasPrefix($0.name) }?.unit
  }

  private static let words: [String: Int] = {
    let names = [
      """
      s sec second seconds seconde secondes sekunde sekunden segundo segundos secondo secondi \
      seconden sekund sekundy saniye секунда секунды секунд секунду ثانية ثوان ثوانٍ ثواني שניות \
      שנייה सेकंड сек с
      """,
      """
      min minute minutes minuten minuto minutos minuti minuut minut minuty dakika минута минуты \
      минут минуту دقيقة دقائق דקות דקה मिनट мин
      """,
      """
      h hour hours heure heures stunde stunden hora horas ora ore uur uren godzin godziny godzina \
      saat час часа часов ساعة ساعات שעות שעה घंटे घंटा ч
      """,
      """
      day days jour jours tag tage tagen día días dia dias giorno giorni dag dagen dni dzień gün \
      день дня дней يوم يومًا يوماً يوما أيام ימים יום दिन दिनों
      """,
      """
      week weeks semaine semaines woche wochen semana semanas settimana settimane weken tydzień \
      tygodni tygodnie hafta неделя недели недель неделю أسبوع أسابيع أسبوعًا أسبوعا שבועות שבוע \
      सप्ताह हफ़्ते
      """,
      """
      month months mois monat monate monaten mes meses mês mese mesi maand maanden miesiąc miesiące \
      miesięcy ay ай айды айдың айға айда айдан айы айлық месяц месяца месяцев شهر أشهر شهرًا شهرا شهور חודשים חודש महीने महीना
      """,
      """
      year years an ans année années jahr jahre jahren año años ano anos anno anni jaar jaren rok \
      lata lat yıl год года лет سنة سنوات عام أعوام عامًا عاما שנים שנה वर्ष साल
      """,
    ]
    var words: [String: Int] = [:]
    for (unit, names) in names.enumerated() {
      for name in names.split(separator: " ") { words[String(name)] = unit }
    }
    return words
  }()

  private static let beginnings: [(name: String, unit: Int)] = [
    "секунд 秒 초", "минут 分 분", "сағат 時間 小时 小時 시간", "күн 日 天 일", "апта 週 周 주",
    "か月 ヶ月 カ月 个月 個月 개월", "жыл 年 년",
  ].enumerated().flatMap { unit, names in
    names.split(separator: " ").map { (String($0), unit) }
  }
}
