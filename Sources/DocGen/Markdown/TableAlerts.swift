import Localization
import Model

/// Alerts in cells of tables, where no quotation can stand and their marks would be text:
/// `| text <br/> > [!NOTE]> More text. |`.
///
/// The title takes the place of the marks.
enum TableAlerts {
  /// Whether a body may have any; cheap.
  static func mayOccur(in body: [UInt8]) -> Bool {
    var position = 0
    while let mark = body.range(of: "[!", in: position..<body.count) {
      position = mark.upperBound
      var before = mark.lowerBound
      while before > 0, body[before - 1].isBlank || body[before - 1] == UInt8(ascii: ">") {
        before -= 1
      }
      if before > 0, body[before - 1] != 10, before < mark.lowerBound { return true }
    }
    return false
  }

  /// The edits of a row.
  static func edits(
    in body: [UInt8], _ row: Range<Int>, _ spans: CodeSpans, _ options: MarkdownOptions
  ) -> [BodyPreparation.Edit] {
    var edits: [BodyPreparation.Edit] = []
    var position = row.lowerBound
    while let mark = body.range(of: "[!", in: position..<row.upperBound) {
      position = mark.upperBound
      guard !spans.contains(mark.lowerBound),
        let alert = alert(in: body, from: mark.upperBound, before: row.upperBound),
        let start = start(in: body, row, before: mark.lowerBound)
      else { continue }
      let isSource = DirectiveMarks.isInSource(body, row, mark.lowerBound)
      let title = isSource ? keyword(alert.kind) : title(alert.kind, options)
      let end = end(in: body, from: alert.end, before: row.upperBound)
      edits.append(.init(range: start..<end, bytes: Array("**\(title)** ".utf8)))
      position = end
    }
    return edits
  }

  /// The title of the source, which is English wherever keywords are.
  private static func keyword(_ kind: Alert) -> String {
    kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()
  }

  private static func title(_ kind: Alert, _ options: MarkdownOptions) -> String {
    let title = kind.title(options)
    guard !title.isOfPage, let locale = options.words.locale else { return title.words }
    return "<span lang=\"\(locale.tag)\" dir=\"\(locale.direction)\">\(title.words)</span>"
  }

  /// The kind of the alert whose keyword begins here, and where its bracket ends.
  static func alert(
    in body: [UInt8], from start: Int, before limit: Int
  ) -> (kind: Alert, end: Int)? {
    let most = min(limit, start + 60)
    guard let close = body.position(of: UInt8(ascii: "]"), in: start..<most) else { return nil }
    let word = String(decoding: body[start..<close], as: UTF8.self).trimmingBlanks()
    return (Alert(rawValue: word.lowercased()) ?? AlertWords.alert(word)).map { ($0, close + 1) }
  }

  /// Where the marks begin: with a bracket of a quotation of their own, or behind a tag; `nil` where
  /// the keyword stands in a sentence.
  private static func start(in body: [UInt8], _ row: Range<Int>, before mark: Int) -> Int? {
    let before = body[row.lowerBound..<mark]
    guard let last = before.lastIndex(where: { !$0.isBlank }) else { return nil }
    switch body[last] {
    case UInt8(ascii: "|"): return mark
    case UInt8(ascii: ">"):
      let isTag = body[..<last].last.map { $0 == 47 || $0 == 34 || (97...122).contains($0 | 32) }
      return isTag == true ? mark : last
    default: return nil
    }
  }

  /// Behind the marks, and the line break and the bracket that follow.
  static func end(in body: [UInt8], from start: Int, before limit: Int) -> Int {
    func next(_ place: Int) -> Int { body[place..<limit].firstIndex { !$0.isBlank } ?? limit }
    var end = next(start)
    for tag in ["<br>", "<br/>", "<br />"] as [StaticString] where body.hasBytes(tag, at: end) {
      end = next(end + tag.utf8CodeUnitCount)
    }
    return body.hasBytes(">", at: end) && end < limit ? next(end + 1) : end
  }
}
