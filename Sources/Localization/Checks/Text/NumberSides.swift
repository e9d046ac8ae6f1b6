/// The numbers of both sides that have no counterpart yet.
struct NumberSides {
  typealias Number = (token: TextToken, values: [Double])
  var source: [Number]
  var target: [Number]

  init(_ pair: borrowing ComparedPair) {
    source = Self.numbers(
      pair.source,
      NumberReader(
        text: pair.sourceBytes, words: pair.language.sourceNumbers,
        keepsUnscaled: !pair.language.numbers.knowsScales),
      pair.sourceRange.upperBound)
    target = Self.numbers(
      pair.target, NumberReader(text: pair.targetBytes, words: pair.language.numbers),
      pair.targetRange.upperBound)
    guard pair.source.has(.number) else { return }
    // A 360-degree view may keep its number or lose it.
    if pair.sourceBytes.range(of: "360-degree", in: pair.sourceRange) != nil {
      target.removeAll { $0.values.first == 360 }
    }
    // Around the clock is said in as many ways as there are languages.
    if let always = Self.aroundTheClock(pair.sourceBytes, pair.sourceRange) {
      source.removeAll { always.contains(Int($0.token.start)) }
      target.removeAll { number in [24, 7, 365].contains { $0 == number.values.first } }
    }
  }

  /// Where a text says `24/7`, which is no part of a date.
  private static func aroundTheClock(_ text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    guard let found = text.range(of: "24/7", in: range) else { return nil }
    func isPart(_ place: Int) -> Bool {
      range.contains(place) && (text[place].isDigit || text[place] == UInt8(ascii: "/"))
    }
    return isPart(found.lowerBound - 1) || isPart(found.upperBound) ? nil : found
  }

  var isSettled: Bool { source.isEmpty && target.isEmpty }

  private static func numbers(
    _ profile: TextProfile, _ reader: NumberReader, _ end: Int
  ) -> [Number] {
    profile.tokens.indices.compactMap { index in
      let token = profile.tokens[index]
      guard token.kind == .number, !reader.isManner(token) else { return nil }
      return (token, reader.values(of: token, in: profile.tokens[index...], end: end))
    }
  }

  /// Takes away what both sides have, by so many of the readings of each number.
  mutating func removeEqual(readings: Int) {
    source.removeAll { number in
      let index = target.firstIndex { other in
        number.values.prefix(readings).contains { value in
          other.values.prefix(readings).contains { Self.isEqual($0, value) }
        }
      }
      if let index { target.remove(at: index) }
      return index != nil
    }
  }

  /// Joins numbers of the translation that are groups of one: `1 234 567` with simple blanks.
  mutating func joinGroups(_ text: [UInt8]) {
    var start = 0
    while start + 1 < target.count {
      var end = start + 1
      var value = target[start].values.first ?? 0
      while end < target.count, isGroup(end, text),
        let group = target[end].values.first(where: { $0 < 1000 })
      {
        value = value * 1000 + group
        end += 1
      }
      if end - start > 1, target[start].token.range.count <= 3,
        let found = source.firstIndex(where: { number in
          number.values.contains { Self.isEqual($0, value) }
        })
      {
        source.remove(at: found)
        target.removeSubrange(start..<end)
      } else {
        start += 1
      }
    }
  }

  /// Whether a number of the translation is three digits, perhaps with decimals, behind one blank and
  /// another number without.
  private func isGroup(_ index: Int, _ text: [UInt8]) -> Bool {
    let (before, token) = (target[index - 1].token, target[index].token)
    return token.start - before.end == 1 && text[Int(before.end)] == 32
      && text[before.range].allSatisfy(\.isDigit)
      && text[token.range].prefix(while: \.isDigit).count == 3
  }

  /// Joins numbers of which each has a scale word of East Asia behind it: `1億5,000万`.
  mutating func joinScales(_ text: [UInt8]) {
    for index in target.indices.dropFirst().reversed() where index < target.count {
      let (first, second) = (target[index - 1], target[index])
      guard second.token.start - first.token.end == 3, text[Int(first.token.end)] >= 0xE4,
        let large = first.values.first, let small = second.values.first, large >= 1e4,
        small < large,
        let found = source.firstIndex(where: { number in
          number.values.contains { Self.isEqual($0, large + small) }
        })
      else { continue }
      source.remove(at: found)
      target.removeSubrange(index - 1...index)
    }
  }

  static func isEqual(_ left: Double, _ right: Double) -> Bool {
    abs(left - right) <= max(1, abs(left)) * 1e-9
  }
}
