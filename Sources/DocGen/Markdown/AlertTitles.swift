import Model

/// The titles of alerts in languages that have no catalog of messages.
///
/// Only the five kinds of Microsoft's documentation have them; what else an interface says stays in its
/// own language.
enum AlertTitles {
  /// The title of an alert for readers of a page; `nil` where the language, or the kind, has none.
  static func title(_ alert: Alert, in locale: LocaleTag) -> String? {
    guard let index = kinds.firstIndex(of: alert) else { return nil }
    return (titles[key(of: locale)] ?? titles[locale.language])?[index]
  }

  /// Each word with what it stands for.
  static let words: [(word: String, alert: Alert)] = titles.sorted { $0.key < $1.key }
    .flatMap { zip($0.value, kinds).map { (word: $0.lowercased(), alert: $1) } }

  private static let kinds: [Alert] = [.note, .tip, .important, .warning, .caution]

  /// The language, with what its writing depends on.
  private static func key(of locale: LocaleTag) -> String {
    guard ["sr", "zh"].contains(locale.language) else { return locale.folder }
    let parts = locale.folder.split(separator: "-").dropFirst()
    if locale.language == "sr" { return parts.contains("latn") ? "sr-latn" : "sr" }
    let isTraditional = parts.contains { ["hant", "tw", "hk", "mo"].contains($0) }
    return isTraditional ? "zh-hant" : "zh-hans"
  }

  private static let titles: [String: [String]] = {
    var titles: [String: [String]] = [:]
    for line in table.split(separator: "\n") {
      guard let blank = line.firstIndex(of: " ") else { continue }
      titles[String(line[..<blank])] = line[line.index(after: blank)...]
        .split(separator: "|").map(String.init)
    }
    return titles
  }()

  /// Note, tip, important, warning and caution of each language.
  private static let table = """
    bg Забележка|Съвет|Важно|Предупреждение|Внимание
    ca Nota|Consell|Important|Advertiment|Precaució
    cs Poznámka|Tip|Důležité|Upozornění|Varování
    da Bemærk|Tip|Vigtigt|Advarsel|Forsigtig
    de Hinweis|Tipp|Wichtig|Warnung|Vorsicht
    el Σημείωση|Συμβουλή|Σημαντικό|Προειδοποίηση|Προσοχή
    es Nota|Sugerencia|Importante|Advertencia|Precaución
    et Märkus|Näpunäide|Oluline|Hoiatus|Ettevaatust
    eu Oharra|Aholkua|Garrantzitsua|Abisua|Kontuz
    fi Huomautus|Vihje|Tärkeää|Varoitus|Huomio
    he הערה|עצה|חשוב|אזהרה|זהירות
    hi नोट|सुझाव|महत्वपूर्ण|चेतावनी|सावधानी
    hr Napomena|Savjet|Važno|Upozorenje|Oprez
    hu Megjegyzés|Tipp|Fontos|Figyelmeztetés|Figyelem
    id Catatan|Tips|Penting|Peringatan|Perhatian
    is Athugið|Ábending|Mikilvægt|Aðvörun|Varúð
    it Nota|Suggerimento|Importante|Avviso|Attenzione
    ja 注|ヒント|重要|警告|注意
    ko 참고|팁|중요|경고|주의
    lt Pastaba|Patarimas|Svarbu|Įspėjimas|Dėmesio
    lv Piezīme|Padoms|Svarīgi|Brīdinājums|Uzmanību
    ms Nota|Petua|Penting|Amaran|Awas
    nb Merk|Tips|Viktig|Advarsel|Forsiktig
    nn Merk|Tips|Viktig|Åtvaring|Forsiktig
    no Merk|Tips|Viktig|Advarsel|Forsiktig
    pl Uwaga|Porada|Ważne|Ostrzeżenie|Przestroga
    pt Nota|Sugestão|Importante|Aviso|Cuidado
    pt-br Observação|Dica|Importante|Aviso|Cuidado
    ro Notă|Sfat|Important|Avertisment|Atenție
    ru Примечание|Совет|Важно|Предупреждение|Осторожно
    sk Poznámka|Tip|Dôležité|Upozornenie|Pozor
    sl Opomba|Nasvet|Pomembno|Opozorilo|Previdno
    sr Напомена|Савет|Важно|Упозорење|Опрез
    sr-latn Napomena|Savet|Važno|Upozorenje|Oprez
    sv Anteckning|Tips|Viktigt|Varning|Försiktighet
    th หมายเหตุ|เคล็ดลับ|สำคัญ|คำเตือน|ข้อควรระวัง
    tr Not|İpucu|Önemli|Uyarı|Dikkat
    uk Примітка|Порада|Важливо|Попередження|Обережно
    vi Ghi chú|Mẹo|Quan trọng|Cảnh báo|Thận trọng
    zh-hans 备注|提示|重要|警告|注意
    zh-hant 備註|提示|重要|警告|謹慎
    """
}
