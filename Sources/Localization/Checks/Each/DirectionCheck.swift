/// Each mark that begins an embedding or an isolate has one that ends it.
struct DirectionCheck: PairCheck {
  static let check = TranslationCheck.direction
  static let concerns: TextProfile.Features = .directionMarks

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    guard let offset = pair.target.directionMark else { return }
    if pair.target.openEmbeddings > 0 || pair.target.openIsolates > 0 {
      report.add("open", at: offset)
    } else if pair.target.hasLoneEnd {
      report.add("lone-end", at: offset)
    } else if pair.language.script.isDisjoint(with: [.arabic, .hebrew]) {
      report.add("needless", at: offset)
    } else if let inner = pair.target.innerMark {
      report.add("inside", at: inner)
    }
  }
}
