import Localization

extension Defect {
  /// Ways that change what an amount, a date or a version says.
  static let amounts: [Defect] = [
    Defect("currency changed", [.number]) { target, source, random in
      let signs = ["$", "€", "£", "¥", "USD", "EUR", "GBP", "JPY"]
      guard source.contains(#/[$€£¥]\d|\d ?(USD|EUR|GBP|JPY)/#),
        let match = drawn(target.matches(of: #/[$€£¥]|\b(USD|EUR|GBP|JPY)\b/#), &random)
      else { return nil }
      let others = signs.filter { $0 != match.0 && ($0.count == 3) == (match.0.count == 3) }
      return target.replacingCharacters(
        match.range, with: others[random.next(below: others.count)])
    },
    Defect("currency lost", [.number]) { target, source, random in
      guard source.contains(#/[$€£¥]\d|\d ?(USD|EUR|GBP|JPY)/#),
        let match = drawn(target.matches(of: #/ ?([$€£¥]|\b(USD|EUR|GBP|JPY)\b)/#), &random)
      else { return nil }
      return target.replacingCharacters(match.range, with: "")
    },
    Defect("sign of a unit", [.number]) { target, _, random in
      let groups = [
        ["ms", "s", "min", "h"], ["km", "cm", "mm", "m"], ["kg", "mg", "g"],
        ["GHz", "MHz", "kHz"], ["°C", "°F"], ["мс", "с", "мин"], ["км", "см", "мм"],
        ["кг", "мг"], ["ГГц", "МГц"],
      ]
      let places = target.matches(of: #/(\d[ \u{A0}]?)(°?\p{L}+)(?![’'\p{L}])/#).filter { match in
        groups.contains { $0.contains(String(match.2)) }
      }
      guard let match = drawn(places, &random),
        let group = groups.first(where: { $0.contains(String(match.2)) })
      else { return nil }
      let others = group.filter { $0 != match.2 }
      return target.replacingCharacters(
        match.range, with: "\(match.1)\(others[random.next(below: others.count)])")
    },
    Defect("unit of data lost", [.number]) { target, source, _ in
      guard source.contains(/\d (KB|MB|GB|TB)[.,]/),
        let match = target.firstMatch(
          of: /(\d)[ \u{A0}]?(KB|MB|GB|TB|Ko|Mo|Go|To|КБ|МБ|ГБ|ТБ)([ .,،])/)
      else { return nil }
      return target.replacingCharacters(match.range, with: "\(match.1)\(match.3)")
    },
    Defect("day of a date", [.number]) { target, source, random in
      guard source.contains(/[A-Z][a-z]+ \d{1,2}, \d{4}/), !target.contains("]("),
        let match = drawn(target.matches(of: /(?:^|[^\d])(\d{1,2})(?=[^\d.,])/), &random)
      else { return nil }
      let day = Int(match.1) ?? 0
      return target.replacingCharacters(
        match.1.startIndex..<match.1.endIndex, with: "\(day % 28 + 1 + random.next(below: 2))")
    },
    Defect("year of a date", [.number]) { target, source, random in
      guard source.contains(/\b20\d\d\b/), !target.contains("]("), !target.contains("`"),
        let match = target.firstMatch(of: /\b20\d\d\b/), let year = Int(match.0)
      else { return nil }
      return target.replacingCharacters(match.range, with: "\(year + 1 + random.next(below: 9))")
    },
    Defect("parts of a version exchanged", [.number, .identifier]) { target, source, _ in
      guard let match = target.firstMatch(of: /\b(\d+)\.(\d+)\.(\d+)\b/),
        source.contains(match.0), match.2 != match.3
      else { return nil }
      return target.replacingCharacters(match.range, with: "\(match.1).\(match.3).\(match.2)")
    },
    Defect("group mark for a decimal mark", [.number]) { target, source, _ in
      let isComma = !isArabic(target)
      guard source.contains(/\d,\d{3}\b/), !target.contains("]("),
        let match = target.firstMatch(of: /\b(\d{1,3})([.,\u{A0}\u{202F} ])(\d{3})\b/)
      else { return nil }
      return target.replacingCharacters(
        match.range, with: "\(match.1)\(isComma ? "," : ".")\(match.3)")
    },
    Defect("decimals as a group", [.number]) { target, source, _ in
      guard source.contains(#/\d\.\d+ /#), !target.contains("]("), !target.contains("`"),
        let match = target.firstMatch(of: /\b(\d+)[.,](\d{1,2})\b/)
      else { return nil }
      return target.replacingCharacters(
        match.range,
        with: "\(match.1)\u{202F}\(match.2)" + String(repeating: "0", count: 3 - match.2.count))
    },
    Defect(
      "a third left, with its full stop",
      [.length, .number, .labelMissing, .link, .identifier, .bracket]
    ) {
      target, source, _ in
      let words = target.split(separator: " ")
      guard words.count > 11, target.hasSuffix("."), !target.contains("|"),
        let last = words.prefix(words.count / 3).last, last.last?.isLetter ?? false
      else { return nil }
      return words.prefix(words.count / 3).joined(separator: " ") + "."
    },
  ]

  static func isArabic(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x620...0x64A).contains($0.value) }
  }
}
