/// What translations of alerts' keywords mean, in the languages that have no catalog of messages: the
/// titles, and other words.
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
    for (word, alert) in AlertTitles.words { alerts[word] = alert }
    for (alert, words) in words {
      for word in words.split(whereSeparator: \.isWhitespace) {
        alerts[String(word).replacing("_", with: " ")] = alert
      }
    }
    return alerts
  }()

  /// The words of each kind besides the titles; an underscore stands for a blank.
  private static let words: [(Alert, String)] = [
    (
      .note,
      """
      observación remarque notes メモ 메모 notitie opmerking заметка obs kommentar notera 注释 说明 附註 註
      注意 huomaa merknad ملاحظة lưu_ý бележка ध्यान_दें ескертпе
      """
    ),
    (
      .tip,
      """
      consejo conseil astuce wskazówka подсказка ipucu טיפ تلميح підказка savet टिप petua кеңес
      """
    ),
    (
      .important,
      """
      重要事項 重要说明 belangrijk هام مهم ข้อมูลสำคัญ важная_информация маңызды
      """
    ),
    (
      .warning,
      """
      varování avertissement avvertenza avvertimento waarschuwing تحذير amaran
      """
    ),
    (
      .caution,
      """
      achtung atención attention vigyázat 注意事項 let_op voorzichtig atenção осторожность
      предостережение 小心 varo تنبيه увага perspėjimas
      """
    ),
  ]
}
