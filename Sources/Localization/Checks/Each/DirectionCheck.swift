/// Each mark that begins an embedding or an isolate has one that ends it.
struct DirectionCheck: PairCheck {
  static let check = TranslationCheck.direction

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    let target = pair.target
    guard let offset = target.directionMark else { return }
    if target.openEmbeddings > 0 || target.openIsolates > 0 {
      report.add("open", at: offset)
    } else if target.hasLoneEnd {
      report.add("lone-end", at: offset)
    } else if pair.language.script.isDisjoint(with: [.arabic, .hebrew]) {
      report.add("needless", at: offset)
    }
  }
}
