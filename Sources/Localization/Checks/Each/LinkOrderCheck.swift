import Model

/// Two links of a text have not taken each other's address.
///
/// Nearly all translations keep the order of their links. One that doesn't is right where the words
/// of a link say so: a name in them is that of the source's link to the same address.
struct LinkOrderCheck: PairCheck {
  static let check = TranslationCheck.linkOrder
  static let concerns: TextProfile.Features = .init(.linkText)

  /// A link with words.
  private struct Link {
    var address: ArraySlice<UInt8>
    /// The names and numbers among its words.
    var words: Set<String>
  }

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    guard pair.source.has(.linkText), pair.target.has(.linkText),
      pair.source.count(.linkText) > 1, pair.source.count(.linkText) == pair.target.count(.linkText)
    else { return }
    let sources = links(pair.source.tokens, pair.sourceBytes)
    let targets = links(pair.target.tokens, pair.targetBytes)
    let isSame = Address(locale: pair.language.locale).isSame
    let order = targets.map { target in sources.firstIndex { isSame($0.address, target.address) } }
    let places = order.compactMap { $0 }
    guard places.count == sources.count, Set(places).count == places.count,
      let first = places.indices.first(where: { places[$0] != $0 })
    else { return }
    for (index, place) in places.enumerated() where place != index {
      let others = sources.enumerated().filter { $0.offset != place }.flatMap(\.element.words)
      let own = sources[place].words.subtracting(others)
      if !own.isDisjoint(with: targets[index].words) { return }
    }
    let (expected, found) = (sources[first].address, targets[first].address)
    report.add(
      "exchanged",
      ["expected": .code(ComparedPair.text(expected)), "found": .code(ComparedPair.text(found))],
      at: found.startIndex, subject: ComparedPair.text(expected))
  }

  private static func links(_ tokens: [TextToken], _ text: [UInt8]) -> [Link] {
    tokens.indices.dropFirst().compactMap { index in
      guard tokens[index].kind == .link, tokens[index - 1].kind == .linkText else { return nil }
      let range = tokens[index - 1].range
      let words = tokens[..<index].filter { token in
        range.contains(Int(token.start)) && isName(token)
      }
      return Link(
        address: text[tokens[index].range],
        words: Set(words.map { ComparedPair.text(text[$0.range]).lowercased() }))
    }
  }

  private static func isName(_ token: TextToken) -> Bool {
    switch token.kind {
    case .identifier, .number: true
    case .word: token.scripts == .latin && token.range.count > 2
    default: false
    }
  }
}
