import Localization

extension Defect {
  /// Ways of tools and of hands that slip: marks, names, things left out.
  static let slips: [Defect] = [
    Defect("link without words", [.link]) { target, _, random in
      guard let match = drawn(target.matches(of: /(^|[^!])\[[^\]\[]+\](\([^)]*\))/), &random) else {
        return nil
      }
      return target.replacingCharacters(match.range, with: "\(match.1)[]\(match.2)")
    },
    Defect("image without words", [.image]) { target, _, _ in
      guard let match = target.firstMatch(of: /!\[[^\]\[]+\](\([^)]*\))/) else { return nil }
      return target.replacingCharacters(match.range, with: "![]\(match.1)")
    },
    Defect("letter of an address", [.link, .image]) { target, _, random in
      guard let match = drawn(target.matches(of: /(\]\([^)"]*)([a-z])([^a-z)"]*\))/), &random)
      else { return nil }
      let other = otherLetter(than: String(match.2), &random)
      return target.replacingCharacters(match.range, with: "\(match.1)\(other)\(match.3)")
    },
    Defect("heading of an address lost", [.link]) { target, _, random in
      guard let match = drawn(target.matches(of: /(\]\([^)#]+)#[^)]+\)/), &random) else {
        return nil
      }
      return target.replacingCharacters(match.range, with: "\(match.1))")
    },
    Defect("letter of code", [.code]) { target, _, random in
      guard let match = drawn(target.matches(of: /(`[^`]*)([a-z])([^a-z`]*`)/), &random) else {
        return nil
      }
      let other = otherLetter(than: String(match.2), &random)
      return target.replacingCharacters(match.range, with: "\(match.1)\(other)\(match.3)")
    },
    Defect("case of code", [.code]) { target, _, random in
      guard let match = drawn(target.matches(of: /`[^`]*[a-z][^`]*`/), &random) else { return nil }
      return target.replacingCharacters(match.range, with: match.0.uppercased())
    },
    Defect("backtick lost", [.code]) { target, _, random in
      guard let match = drawn(target.matches(of: /`/), &random) else { return nil }
      return target.replacingCharacters(match.range, with: "")
    },
    Defect("half of a label's mark lost", [.labelMissing]) { target, _, random in
      guard let match = drawn(target.matches(of: /\*\*([^*]+)\*\*/), &random) else { return nil }
      let halves = ["*\(match.1)**", "**\(match.1)*", "\(match.1)**", "** \(match.1)"]
      return target.replacingCharacters(match.range, with: halves[random.next(below: halves.count)])
    },
    Defect("tag without its end", [.tag, .bracket, .code]) { target, _, random in
      guard let match = drawn(target.matches(of: /<\/?[a-z]+>/), &random) else { return nil }
      return target.replacingCharacters(match.range, with: String(match.0.dropLast()))
    },
    Defect("entity without its end", [.entity]) { target, source, random in
      guard let match = drawn(target.matches(of: /&([a-z]+);/), &random), source.contains(match.0)
      else { return nil }
      return target.replacingCharacters(match.range, with: String(match.0.dropLast()))
    },
    Defect("placeholder doubled", [.placeholder]) { target, _, random in
      guard let match = drawn(target.matches(of: /\$?\{\{?[A-Za-z]+\}\}?|%(\d\$)?[sd]\b/), &random)
      else { return nil }
      return target.replacingCharacters(match.range, with: "\(match.0) \(match.0)")
    },
    Defect("brace lost", [.placeholder, .bracket]) { target, _, random in
      guard let match = drawn(target.matches(of: /\$?\{\{?[A-Za-z]+\}\}?/), &random) else {
        return nil
      }
      let broken = [String(match.0.dropLast()), String(match.0.drop { $0 == "$" }.dropFirst())]
      return target.replacingCharacters(match.range, with: broken[random.next(below: 2)])
    },
    Defect("letter of a placeholder", [.placeholder]) { target, _, random in
      guard let match = drawn(target.matches(of: /(\{[A-Za-z]*)([A-Za-z])\}/), &random) else {
        return nil
      }
      let other = otherLetter(than: String(match.2), &random)
      return target.replacingCharacters(match.range, with: "\(match.1)\(other)}")
    },
    Defect("full stop doubled", [.endPunctuation]) { target, source, _ in
      target.hasSuffix(".") && source.hasSuffix(".") && !target.hasSuffix("..") ? target + "." : nil
    },
    Defect("full stop of another script", [.endPunctuation]) { target, _, random in
      guard target.hasSuffix("."), !target.hasSuffix("..") else { return nil }
      return target.dropLast() + ["。", "।", "．"][random.next(below: 3)]
    },
    Defect("capital lost", [.capital]) { target, source, _ in
      guard let first = target.unicodeScalars.first, first.properties.isUppercase,
        source.hasSuffix("."), target.hasSuffix("."), target.split(separator: " ").count > 4,
        let word = target.split(separator: " ").first, word.count > 3, !source.contains(word),
        word.dropFirst().allSatisfy(\.isLowercase)
      else { return nil }
      return target.prefix(1).lowercased() + target.dropFirst()
    },
    Defect("no-break space at an edge", [.whitespace]) { target, _, random in
      guard target.first?.isWhitespace == false, target.last?.isWhitespace == false else {
        return nil
      }
      return random.next(below: 2) == 0 ? "\u{A0}" + target : target + "\u{202F}"
    },
    Defect("no-break space beside a blank", [.whitespace]) { target, _, _ in
      target.contains(" ") && !target.contains("\u{A0}") && !target.contains("`")
        ? replacingFirst(" ", " \u{A0}", in: target) : nil
    },
    Defect("tab for a blank", [.whitespace]) { target, _, _ in
      target.contains(" ") && !target.contains("`") && !target.contains("](")
        ? replacingFirst(" ", "\t", in: target) : nil
    },
    Defect("case of a name", [.identifier, .placeholder]) { target, source, random in
      let names = source.matches(of: /(?:^| )([A-Z]?[a-z]{2,}[A-Z][A-Za-z]+)(?: |$|\.$)/).map(\.1)
      guard let name = drawn(names.filter { target.contains($0) && $0.count > 3 }, &random),
        !target.contains("](")
      else { return nil }
      return target.replacing(name, with: name.prefix(1) + name.dropFirst().lowercased())
    },
    Defect("name misspelt", [.identifier]) { target, source, random in
      let names = source.matches(of: /[a-z] ([A-Z][a-z]{5,})\b/).map { String($0.1) }.filter {
        name in
        target.contains(" \(name) ") && !target.contains(". \(name)")
          && !target.contains(": \(name)")
      }
      guard let name = drawn(names, &random), !target.contains("]("), !target.contains("**") else {
        return nil
      }
      let place = name.index(name.startIndex, offsetBy: 1 + random.next(below: name.count - 4))
      var letters = name
      letters.remove(at: place)
      return target.replacing(name, with: letters)
    },
    Defect("target doubled", [.doubledWord, .length]) { target, source, _ in
      let words = target.split(separator: " ")
      guard words.count > 1, words.count < 12, words.allSatisfy({ $0.allSatisfy(\.isLetter) })
      else {
        return nil
      }
      return "\(target) \(target)"
    },
    Defect("version changed", [.number, .identifier]) { target, source, random in
      guard !target.contains("]("), !target.contains("`"),
        let match = target.firstMatch(of: /\b\d+(\.\d+)+\b/), source.contains(match.0)
      else { return nil }
      let last = match.0.last?.wholeNumberValue ?? 0
      return target.replacingCharacters(
        match.range, with: "\(match.0.dropLast())\((last + 1 + random.next(below: 8)) % 10)")
    },
    Defect("point of a number lost", [.number]) { target, source, _ in
      guard !target.contains("]("), !target.contains("`"),
        let match = target.firstMatch(of: /\b(\d+)[.,](\d{1,2})\b/), source.contains(/\d\.\d/)
      else { return nil }
      return target.replacingCharacters(match.range, with: "\(match.1)\(match.2)")
    },
    Defect("unit of time", [.number]) { target, source, random in
      guard source.contains(/\d+[- ](seconds?|minutes?|hours?|days?|weeks?|months?|years?)/) else {
        return nil
      }
      let units = [
        ["secondes", "minutes", "heures", "jours", "semaines", "mois"],
        ["секунд", "минут", "сағат", "күн", "апта", "ай"],
        ["ثانية", "دقيقة", "ساعة", "يومًا", "أسبوعًا", "شهرًا"],
      ]
      for match in target.matches(of: /(\d[ \u{A0}])(\p{L}+)/) {
        guard let names = units.first(where: { $0.contains(String(match.2)) }) else { continue }
        let others = names.filter { $0 != match.2 }
        return target.replacingCharacters(
          match.range, with: "\(match.1)\(others[random.next(below: others.count)])")
      }
      return nil
    },
  ]

  static func otherLetter(than letter: String, _ random: inout Sequence64) -> String {
    let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init).filter { $0 != letter.lowercased() }
    return letters[random.next(below: letters.count)]
  }
}
