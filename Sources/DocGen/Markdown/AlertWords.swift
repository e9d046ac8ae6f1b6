/// What translations of alerts' keywords mean, in the languages that have no catalog of messages.
///
/// Words that languages use for different kinds stand for the one that is met more often, as `uwaga`
/// and `注意` for notes.
enum AlertWords {
  /// The alert that a word in any case means; `nil` for other words.
  static func alert(_ word: String) -> Alert? {
    // In lower case the Turkish `İ` has a point of its own.
    let scalars = word.lowercased().unicodeScalars.filter { $0 != "\u{307}" }
    return alerts[String(String.UnicodeScalarView(scalars))]
  }

  private static let alerts: [String: Alert] = {
    var alerts: [String: Alert] = [:]
    for (alert, words) in words {
      for word in words.split(whereSeparator: \.isWhitespace) {
        alerts[String(word).replacing("_", with: " ")] = alert
      }
    }
    return alerts
  }()

  /// The words of each kind; an underscore stands for a blank.
  private static let words: [(Alert, String)] = [
    (
      .note,
      """
      poznámka hinweis nota observação observación remarque notes megjegyzés catatan メモ 注 참고
      메모 notitie opmerking uwaga примечание заметка anteckning obs kommentar notera not 备注
      注释 说明 附註 備註 註 注意 bemærk huomautus huomaa merk merknad הערה ملاحظة หมายเหตุ ghi_chú
      lưu_ý примітка σημείωση notă бележка забележка napomena opomba pastaba piezīme märkus
      oharra नोट ध्यान_दें athugið ескертпе
      """
    ),
    (
      .tip,
      """
      tipp sugerencia consejo conseil astuce suggerimento ヒント 팁 porada wskazówka dica
      sugestão совет подсказка tips ipucu 提示 vihje עצה טיפ تلميح เคล็ดลับ mẹo порада
      підказка συμβουλή sfat съвет savjet nasvet savet patarimas padoms näpunäide aholkua
      consell सुझाव टिप ábending petua кеңес
      """
    ),
    (
      .important,
      """
      důležité wichtig importante fontos penting 重要 重要事項 重要说明 중요 belangrijk ważne важно
      viktigt önemli vigtigt tärkeää viktig חשוב هام مهم สำคัญ ข้อมูลสำคัญ quan_trọng
      важливо σημαντικό важная_информация važno dôležité pomembno svarbu svarīgi oluline
      garrantzitsua महत्वपूर्ण mikilvægt маңызды
      """
    ),
    (
      .warning,
      """
      upozornění varování warnung advertencia avertissement figyelmeztetés peringatan avviso
      avvertenza avvertimento 警告 경고 waarschuwing ostrzeżenie aviso предупреждение varning
      uyarı advarsel varoitus אזהרה تحذير คำเตือน cảnh_báo попередження προειδοποίηση
      avertisment upozorenje upozornenie opozorilo įspėjimas brīdinājums hoiatus abisua
      advertiment चेतावनी aðvörun amaran
      """
    ),
    (
      .caution,
      """
      achtung vorsicht precaución cuidado atención attention figyelem vigyázat perhatian
      attenzione 注意事項 주의 let_op voorzichtig przestroga atenção внимание осторожно
      осторожность предостережение försiktighet dikkat 小心 謹慎 forsigtig varo huomio forsiktig
      זהירות تنبيه ข้อควรระวัง thận_trọng увага обережно προσοχή atenție oprez pozor
      previdno dėmesio perspėjimas uzmanību ettevaatust precaució सावधानी varúð
      """
    ),
  ]
}
