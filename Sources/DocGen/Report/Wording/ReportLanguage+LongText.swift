import Digests
import Model

extension ReportLanguage {
  /// How many characters of a text of the snapshot a page shows.
  static let longestText = 1_000

  /// A text of the snapshot as pages show it: one that is too long is cut, with its length and the
  /// beginning of its digest, so that texts with the same beginning can be told apart.
  ///
  /// An id stands on many pages; the formats for machines have all of it.
  ///
  /// Complexity: that of counting its bytes; of a text that is cut, linear in its length.
  func shortened(_ text: String) -> String {
    guard text.utf8.count > Self.longestText else { return text }
    let scalars = text.unicodeScalars
    guard
      let end = scalars.index(
        scalars.startIndex, offsetBy: Self.longestText, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return text }
    // A character may be of several code points: the last one may not be whole. One may even be longer
    // than all that is shown.
    let head = String(scalars[..<end])
    let whole = head.dropLast()
    let remark = plain(
      Message(
        "report.text.cut",
        [
          "count": .integer(scalars.count),
          "digest": .text(String(Digests.sha256(text).prefix(12))),
        ]))
    return (whole.isEmpty ? head : String(whole)) + "… " + remark
  }
}
