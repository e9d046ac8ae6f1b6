/// Whether the quotation marks of a text open and close in turn, as its language has them.
enum QuotationOrder {
  /// Languages that begin with `»`, or have the same mark at both ends.
  private static let turnedAngles: Set<String> = [
    "da", "de", "sv", "fi", "cs", "sk", "sl", "hr", "sr", "bs", "hu", "pl",
  ]
  /// Languages that have `”` or `“` at both ends.
  private static let otherCurls: Set<String> = [
    "sv", "fi", "hu", "bs", "hr", "sr", "mk", "sq",
  ]
  /// Languages in which CLDR begins with `”`, and texts with either.
  private static let eitherCurls: Set<String> = ["ar", "he", "fa", "ur"]

  /// The first mark that stands the wrong way round; `nil` if all are right or nobody knows.
  static func firstTurned(_ text: [UInt8], _ range: Range<Int>, language: String) -> Int? {
    let hasAngles = !turnedAngles.contains(language)
    // `„` opens what `“` closes.
    let hasCurls =
      !otherCurls.contains(language) && text.range(of: "„", in: range) == nil
    // Languages that run from right to left have either mark first.
    let hasEither = eitherCurls.contains(language)
    var (isAngleOpen, isCurlOpen) = (false, false)
    var first: UInt8?
    var position = range.lowerBound
    while position + 1 < range.upperBound {
      defer { position += 1 }
      switch text[position] {
      case 0xC2 where hasAngles && (text[position + 1] == 0xAB || text[position + 1] == 0xBB):
        let opens = text[position + 1] == 0xAB
        if opens == isAngleOpen { return position }
        isAngleOpen = opens
      case 0xE2
      where hasCurls && position + 2 < range.upperBound && text[position + 1] == 0x80
        && (text[position + 2] == 0x9C || text[position + 2] == 0x9D):
        if hasEither, first == nil { first = text[position + 2] }
        let opens = text[position + 2] == (first ?? 0x9C)
        if opens == isCurlOpen { return position }
        isCurlOpen = opens
      default: break
      }
    }
    return nil
  }
}
