import Localization

/// A way of breaking a translation, as texts: what comes in and what it becomes; `nil` where the
/// text has nothing to break.
struct Defect: Sendable {
  typealias Injection =
    @Sendable (_ target: String, _ source: String, _ random: inout Sequence64) -> String?

  let name: String
  /// The checks that are meant to find it; other findings at the text don't count.
  let checks: Set<TranslationCheck>
  let inject: Injection

  init(_ name: String, _ checks: Set<TranslationCheck>, _ inject: @escaping Injection) {
    (self.name, self.checks, self.inject) = (name, checks, inject)
  }

  static let all = plain + subtle + markup + values + slips + losses + amounts + characters + names

  private static let plain: [Defect] = [
    Defect("number changed", [.number, .identifier]) { target, _, random in
      replacingDigit(in: target, &random) { $0 == 9 ? 1 : $0 + 1 }
    },
    Defect("number dropped", [.number]) { target, source, _ in
      guard let number = firstNumber(source), number.count > 1, target.contains(number),
        !target.contains("]("), !target.contains("`"), number != "360"
      else { return nil }
      return target.replacing(number, with: "")
    },
    Defect("link changed", [.link, .image]) { target, _, _ in
      target.contains("](") ? replacingFirst("](", "](x-", in: target) : nil
    },
    Defect("link dropped", [.link, .image]) { target, _, _ in
      guard let match = target.firstMatch(of: /\[([^\]]+)\]\([^)]*\)/) else { return nil }
      return target.replacingCharacters(match.range, with: String(match.1))
    },
    Defect("label lost", [.labelMissing]) { target, _, _ in
      guard let match = target.firstMatch(of: /\*\*([^*]+)\*\*/) else { return nil }
      return target.replacingCharacters(match.range, with: String(match.1))
    },
    Defect("label left open", [.labelMissing]) { target, _, _ in
      target.contains("**") ? replacingFirst("**", "", in: target) : nil
    },
    Defect("label still in English", [.labelUntranslated, .labelInconsistent]) {
      target, source, _ in
      guard let label = source.firstMatch(of: /\*\*([A-Z][a-z]+ [a-z]+[^*]*)\*\*/),
        let own = target.firstMatch(of: /\*\*([^*]+)\*\*/), own.1 != label.1,
        source.matches(of: /\*\*/).count == 2
      else { return nil }
      return target.replacingCharacters(own.range, with: "**\(label.1)**")
    },
    Defect("code changed", [.code]) { target, _, random in
      guard let match = drawn(target.matches(of: /`([^`]+)`/), &random) else { return nil }
      let changed = [
        "\(match.1)x", "_\(match.1)", "\(match.1.dropLast()) ", "\(match.1)\(match.1)",
      ]
      return target.replacingCharacters(
        match.range, with: "`\(changed[random.next(below: changed.count)])`")
    },
    Defect("name changed", [.identifier, .placeholder, .link, .image, .code]) { target, source, _ in
      guard let match = source.firstMatch(of: /\b[A-Z][a-z]+[A-Z][A-Za-z]+\b/),
        target.contains(match.0)
      else { return nil }
      return target.replacing(match.0, with: "Xy")
    },
    Defect("placeholder translated", [.placeholder, .code]) { target, _, random in
      guard let match = drawn(target.matches(of: /\{[A-Za-z]+\}|%[A-Z]+%/), &random) else {
        return nil
      }
      let words = ["nom", "Nom", "compte", "аты", "есептік_жазба", "اسم", "الحساب"]
      let word = words[random.next(below: words.count)]
      return target.replacingCharacters(
        match.range, with: "\(match.0.prefix(1))\(word)\(match.0.suffix(1))")
    },
    Defect("placeholder dropped", [.placeholder, .code]) { target, _, random in
      let places = target.matches(of: /\$?\{\{?[A-Za-z]+\}\}?|%(\d\$)?[sd]\b|%[A-Z]+%/)
      guard let match = drawn(places, &random) else { return nil }
      return target.replacingCharacters(match.range, with: random.next(below: 2) == 0 ? "" : "…")
    },
    Defect("full stop lost", [.endPunctuation]) { target, source, _ in
      source.hasSuffix(".") && target.hasSuffix(".") ? String(target.dropLast()) : nil
    },
    Defect("question for full stop", [.endPunctuation]) { target, source, _ in
      source.hasSuffix(".") && target.hasSuffix(".") ? target.dropLast() + "?" : nil
    },
    Defect("bracket lost", [.bracket]) { target, source, random in
      guard source.contains(" ("), !target.contains("]("),
        let mark = drawn(target.matches(of: #/ \(|\) /#), &random)
      else { return nil }
      return target.replacingCharacters(mark.range, with: " ")
    },
    Defect("quotation mark lost", [.quotation, .code]) { target, source, random in
      guard source.contains(/["“]/), !target.contains("]("), !target.contains("<"),
        let mark = drawn(target.matches(of: /["«»“”]/), &random)
      else { return nil }
      return target.replacingCharacters(mark.range, with: "")
    },
    Defect("word doubled", [.doubledWord]) { target, _, random in
      let words = target.split(separator: " ")
      let usable = words.indices.filter { words[$0].allSatisfy(\.isLetter) && words[$0].count > 4 }
      guard !usable.isEmpty else { return nil }
      let word = words[usable[random.next(below: usable.count)]]
      return replacingFirst(" \(word) ", " \(word) \(word) ", in: target)
    },
    Defect("not translated", [.untranslated]) { target, source, _ in
      source.split(separator: " ").count > 3 && source != target ? source : nil
    },
    Defect("emptied", [.empty]) { _, _, _ in "" },
    Defect(
      "cut in half",
      [
        .length, .endPunctuation, .bracket, .quotation, .labelMissing, .link, .number, .code,
        .identifier,
      ]
    ) { target, source, _ in
      let words = target.split(separator: " ")
      guard words.count > 7, !target.contains("|") else { return nil }
      return words.prefix(words.count / 2).joined(separator: " ")
    },
    Defect("invisible character", [.invisible]) { target, _, _ in
      target.count > 4 ? target.prefix(3) + "\u{200B}" + target.dropFirst(3) : nil
    },
    Defect("embedding not closed", [.direction]) { target, _, _ in
      target.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) }
        ? nil : "\u{202B}" + target
    },
    Defect("letter of another script", [.mixedScript]) { target, source, _ in
      let swaps: [(Character, Character)] = [
        ("e", "\u{435}"), ("o", "\u{43E}"), ("\u{430}", "a"), ("\u{435}", "e"),
      ]
      for (from, to) in swaps {
        for word in target.split(separator: " ")
        where word.count > 4 && word.allSatisfy(\.isLetter) && word.dropFirst().contains(from) {
          let wrong =
            word.prefix(1) + replacingFirst("\(from)", "\(to)", in: String(word.dropFirst()))
          return replacingFirst(String(word), String(wrong), in: target)
        }
      }
      return nil
    },
    Defect("blank at the end", [.whitespace]) { target, _, _ in
      target.hasSuffix(" ") ? nil : target + " "
    },
    Defect("two blanks", [.whitespace]) { target, _, _ in
      target.contains(" ") && !target.contains("  ") ? replacingFirst(" ", "  ", in: target) : nil
    },
  ]

  /// One of several places.
  static func drawn<Match>(_ matches: [Match], _ random: inout Sequence64) -> Match? {
    matches.isEmpty ? nil : matches[random.next(below: matches.count)]
  }

  static func firstNumber(_ text: String) -> String? {
    text.firstMatch(of: /\b\d+\b/).map { String($0.0) }
  }

  /// Changes a digit that stands outside addresses and code.
  static func replacingDigit(
    in text: String, _ random: inout Sequence64, _ change: (Int) -> Int
  ) -> String? {
    if text.contains("](") || text.contains("`") { return nil }
    let places = text.indices.filter { text[$0].isASCII && text[$0].isNumber }
    guard !places.isEmpty, let digit = text[places[0]].wholeNumberValue else { return nil }
    return text.replacingCharacters(
      places[0]..<text.index(after: places[0]), with: "\(change(digit))")
  }

  static func replacingFirst(_ old: String, _ new: String, in text: String) -> String {
    guard let range = text.firstRange(of: old) else { return text }
    return text.replacingCharacters(range, with: new)
  }
}

extension String {
  func replacingCharacters(_ range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
