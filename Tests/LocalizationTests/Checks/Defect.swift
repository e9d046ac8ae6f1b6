import Localization

/// A way of breaking a translation, as texts: what comes in and what it becomes; `nil` where the
/// text has nothing to break.
struct Defect: Sendable {
  let name: String
  let inject: @Sendable (_ target: String, _ source: String, _ random: inout Sequence64) -> String?

  static let all: [Defect] = [
    Defect(name: "number changed") { target, _, random in
      replacingDigit(in: target, &random) { $0 == 9 ? 1 : $0 + 1 }
    },
    Defect(name: "number dropped") { target, source, _ in
      guard let number = firstNumber(source), number.count > 1, target.contains(number) else {
        return nil
      }
      return target.replacing(number, with: "")
    },
    Defect(name: "link changed") { target, _, _ in
      target.contains("](") ? replacingFirst("](", "](x-", in: target) : nil
    },
    Defect(name: "link dropped") { target, _, _ in
      guard let match = target.firstMatch(of: /\[([^\]]+)\]\([^)]*\)/) else { return nil }
      return target.replacingCharacters(match.range, with: String(match.1))
    },
    Defect(name: "label lost") { target, _, _ in
      guard let match = target.firstMatch(of: /\*\*([^*]+)\*\*/) else { return nil }
      return target.replacingCharacters(match.range, with: String(match.1))
    },
    Defect(name: "label left open") { target, _, _ in
      target.contains("**") ? replacingFirst("**", "", in: target) : nil
    },
    Defect(name: "label still in English") { target, source, _ in
      guard let label = source.firstMatch(of: /\*\*([A-Z][a-z]+ [a-z]+[^*]*)\*\*/),
        let own = target.firstMatch(of: /\*\*([^*]+)\*\*/), own.1 != label.1,
        source.matches(of: /\*\*/).count == 2
      else { return nil }
      return target.replacingCharacters(own.range, with: "**\(label.1)**")
    },
    Defect(name: "code changed") { target, _, _ in
      guard let match = target.firstMatch(of: /`([^`]+)`/) else { return nil }
      return target.replacingCharacters(match.range, with: "`\(match.1)x`")
    },
    Defect(name: "name changed") { target, source, _ in
      guard let match = source.firstMatch(of: /\b[A-Z][a-z]+[A-Z][A-Za-z]+\b/),
        target.contains(match.0)
      else { return nil }
      return target.replacing(match.0, with: "Xy")
    },
    Defect(name: "placeholder translated") { target, _, _ in
      guard let match = target.firstMatch(of: /\{[A-Za-z]+\}/) else { return nil }
      return target.replacingCharacters(match.range, with: "{nom}")
    },
    Defect(name: "full stop lost") { target, source, _ in
      source.hasSuffix(".") && target.hasSuffix(".") ? String(target.dropLast()) : nil
    },
    Defect(name: "question for full stop") { target, source, _ in
      source.hasSuffix(".") && target.hasSuffix(".") ? target.dropLast() + "?" : nil
    },
    Defect(name: "bracket lost") { target, source, _ in
      guard source.contains(" ("), target.contains(") "), !target.contains("](") else { return nil }
      return replacingFirst(") ", " ", in: target)
    },
    Defect(name: "quotation mark lost") { target, source, _ in
      guard source.contains("\""), let mark = target.firstMatch(of: /["«»“”]/) else { return nil }
      return target.replacingCharacters(mark.range, with: "")
    },
    Defect(name: "word doubled") { target, _, random in
      let words = target.split(separator: " ")
      let usable = words.indices.filter { words[$0].allSatisfy(\.isLetter) && words[$0].count > 4 }
      guard !usable.isEmpty else { return nil }
      let word = words[usable[random.next(below: usable.count)]]
      return replacingFirst(" \(word) ", " \(word) \(word) ", in: target)
    },
    Defect(name: "not translated") { target, source, _ in
      source.split(separator: " ").count > 3 && source != target ? source : nil
    },
    Defect(name: "emptied") { _, _, _ in "" },
    Defect(name: "cut in half") { target, source, _ in
      let words = target.split(separator: " ")
      guard words.count > 7, !target.contains("|") else { return nil }
      return words.prefix(words.count / 2).joined(separator: " ")
    },
    Defect(name: "invisible character") { target, _, _ in
      target.count > 4 ? target.prefix(3) + "\u{200B}" + target.dropFirst(3) : nil
    },
    Defect(name: "embedding not closed") { target, _, _ in
      target.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) }
        ? nil : "\u{202B}" + target
    },
    Defect(name: "letter of another script") { target, source, _ in
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
    Defect(name: "blank at the end") { target, _, _ in target.hasSuffix(" ") ? nil : target + " " },
    Defect(name: "two blanks") { target, _, _ in
      target.contains(" ") && !target.contains("  ") ? replacingFirst(" ", "  ", in: target) : nil
    },
  ]

  private static func firstNumber(_ text: String) -> String? {
    text.firstMatch(of: /\b\d+\b/).map { String($0.0) }
  }

  /// Changes a digit that stands outside addresses and code.
  private static func replacingDigit(
    in text: String, _ random: inout Sequence64, _ change: (Int) -> Int
  ) -> String? {
    if text.contains("](") || text.contains("`") { return nil }
    let places = text.indices.filter { text[$0].isASCII && text[$0].isNumber }
    guard !places.isEmpty, let digit = text[places[0]].wholeNumberValue else { return nil }
    return text.replacingCharacters(
      places[0]..<text.index(after: places[0]), with: "\(change(digit))")
  }

  private static func replacingFirst(_ old: String, _ new: String, in text: String) -> String {
    guard let range = text.firstRange(of: old) else { return text }
    return text.replacingCharacters(range, with: new)
  }
}

extension String {
  fileprivate func replacingCharacters(_ range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
