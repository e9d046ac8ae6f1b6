import Localization

extension Defect {
  /// Ways that change a value which reads as well as the right one: units, signs, keys, paths.
  static let values: [Defect] = [
    Defect("digit of a short word", [.identifier]) { target, source, random in
      let words = source.matches(of: /\b[A-Za-z]\d\b/).map { String($0.0) }
      guard let word = drawn(words.filter { target.contains($0) }, &random),
        let digit = word.last?.wholeNumberValue
      else { return nil }
      let other = (digit + 1 + random.next(below: 8)) % 10
      return target.replacing(word, with: "\(word.dropLast())\(other)")
    },
    Defect("unit of data", [.number]) { target, source, random in
      guard source.contains(/\d (KB|MB|GB|TB)/),
        let match = target.firstMatch(of: /(\d)\u{A0}?( ?)(KB|MB|GB|TB|Ko|Mo|Go|To|КБ|МБ|ГБ|ТБ)/)
      else { return nil }
      let units = ["KB", "MB", "GB", "TB", "Ko", "Mo", "Go", "To", "КБ", "МБ", "ГБ", "ТБ"]
      guard let index = units.firstIndex(of: String(match.3)) else { return nil }
      let group = index / 4 * 4
      let other = units[group + (index - group + 1 + random.next(below: 3)) % 4]
      return target.replacingCharacters(match.range, with: "\(match.1)\(match.2)\(other)")
    },
    Defect("percent sign lost", [.number]) { target, source, _ in
      let words = ["пайыз", "pourcentage", "المئوية"]
      guard source.contains(/\d%[ .,)]/), target.matches(of: /%/).count == 1,
        !words.contains(where: { target.contains($0) }),
        let match = target.firstMatch(of: /(\d)[ \u{A0}]?%/)
      else { return nil }
      return target.replacingCharacters(match.range, with: String(match.1))
    },
    Defect("minus sign lost", [.number]) { target, source, _ in
      guard source.contains(#/ -\d/#), let match = target.firstMatch(of: /[-−](\d)/) else {
        return nil
      }
      return target.replacingCharacters(match.range, with: String(match.1))
    },
    Defect("key of a combination", [.identifier]) { target, _, random in
      guard let match = target.firstMatch(of: /(\+ ?)([A-Z])\b/) else { return nil }
      let letters = "ABDEFGHIJKLMNOPQRSTUVWXYZC".map(String.init).filter { $0 != match.2 }
      return target.replacingCharacters(
        match.range, with: "\(match.1)\(letters[random.next(below: letters.count)])")
    },
    Defect("path changed", [.identifier]) { target, _, random in
      let paths = target.matches(of: #/( \/[a-z]+\/|C:\\[A-Za-z]+\\)([a-z]{3,})/#)
      guard let match = drawn(paths, &random) else { return nil }
      let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init).filter { $0 != match.2.suffix(1) }
      let other = letters[random.next(below: letters.count)]
      return target.replacingCharacters(match.range, with: "\(match.0.dropLast())\(other)")
    },
    Defect("address of mail changed", [.identifier]) { target, _, random in
      guard let match = target.firstMatch(of: /([a-z]+)([a-z]@[a-z.]+)/) else { return nil }
      let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init)
      let letter = letters[random.next(below: letters.count)]
      return target.replacingCharacters(match.range, with: "\(match.1)\(letter)\(match.2)")
    },
    Defect("sentence doubled", [.doubledWord]) { target, source, _ in
      let words = target.split(separator: " ")
      guard words.count > 4, target.hasSuffix("."), !source.contains("1."), !target.contains("**")
      else { return nil }
      return "\(target) \(target)"
    },
    Defect("two links exchanged", [.linkOrder]) { target, _, random in
      let links = target.matches(of: /\]\(([^)" ]+)\)/)
      guard links.count > 1 else { return nil }
      let index = random.next(below: links.count - 1)
      let (one, two) = (links[index], links[index + 1])
      guard one.1 != two.1, Set(links.map(\.1)).count == links.count else { return nil }
      return target.replacingCharacters(two.range, with: "](\(one.1))")
        .replacingCharacters(one.range, with: "](\(two.1))")
    },
    Defect("formats exchanged", [.placeholder]) { target, _, _ in
      guard target.contains("%d"), target.contains("%s") else { return nil }
      return target.replacing("%d", with: "%_").replacing("%s", with: "%d")
        .replacing("%_", with: "%s")
    },
    Defect("reference doubled", [.entity]) { target, _, random in
      guard let match = drawn(target.matches(of: /&[a-z]+;/), &random) else { return nil }
      let name = match.0.dropFirst().dropLast()
      let doubled = ["&amp;\(name);", "&\(name);&\(name);"]
      return target.replacingCharacters(match.range, with: doubled[random.next(below: 2)])
    },
    Defect("month changed", [.number]) { target, _, random in
      let months = [
        ["janvier", "mars", "juillet", "octobre"], ["қаңтар", "наурыз", "шілде", "қазан"],
        ["يناير", "مارس", "يوليو", "أكتوبر"],
      ]
      for names in months {
        guard let month = names.first(where: { target.contains($0) }) else { continue }
        let others = names.filter { $0 != month }
        return target.replacing(month, with: others[random.next(below: others.count)])
      }
      return nil
    },
    Defect("number in words", [.number]) { target, source, random in
      guard source.contains("three") else { return nil }
      let words = [
        ["trois", "quatre", "cinq", "sept"], ["үш", "төрт", "бес", "жеті"],
        ["ثلاث", "أربع", "خمس", "سبع"],
      ]
      for names in words where target.contains(" \(names[0]) ") {
        return target.replacing(" \(names[0]) ", with: " \(names[1 + random.next(below: 3)]) ")
      }
      return nil
    },
  ]
}
