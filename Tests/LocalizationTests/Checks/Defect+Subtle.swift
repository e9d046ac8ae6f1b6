import Localization

extension Defect {
  /// Ways that leave a text which reads well.
  static let subtle: [Defect] = [
    Defect("digits exchanged", [.number, .identifier]) { target, _, _ in
      guard !target.contains("]("), !target.contains("`"),
        let match = target.firstMatch(of: /\d\d+/), let last = match.0.last,
        let other = match.0.dropLast().last, last != other
      else { return nil }
      let text = "\(match.0.dropLast(2))\(last)\(other)"
      return target.replacingCharacters(match.range, with: text)
    },
    Defect("digit added", [.number]) { target, source, _ in
      guard !target.contains("]("), !target.contains("`"), let number = firstNumber(source),
        number.count > 1, let range = target.firstRange(of: number)
      else { return nil }
      return target.replacingCharacters(range, with: number + "0")
    },
    Defect("locale in an address", [.link]) { target, _, random in
      let locales = ["de-de", "es-es", "ja-jp", "nl-nl", "it-it", "pt-br", "ko-kr", "sv-se"]
      let locale = locales[random.next(below: locales.count)]
      return target.contains("/en-us/")
        ? target.replacing("/en-us/", with: "/\(locale)/") : nil
    },
    Defect("extension of an address", [.link, .image]) { target, _, _ in
      target.contains(".md)") ? replacingFirst(".md)", ".html)", in: target) : nil
    },
    Defect("heading of an address", [.link]) { target, _, _ in
      guard let match = target.firstMatch(of: /\.md#([a-z-]+)\)/) else { return nil }
      return target.replacingCharacters(match.range, with: ".md#x-\(match.1))")
    },
    Defect("code translated", [.code]) { target, _, random in
      guard let match = drawn(target.matches(of: /`[^`]*[A-Za-z]{3}[^`]*`/), &random) else {
        return nil
      }
      let words = ["valeur", "nom du client", "мәні", "жол", "القيمة", "اسم"]
      return target.replacingCharacters(
        match.range, with: "`\(words[random.next(below: words.count)])`")
    },
    Defect("title of an image left open", [.image, .link]) { target, _, _ in
      guard let match = target.firstMatch(of: /\]\([^)"]* "[^")]*"\)/) else { return nil }
      return target.replacingCharacters(match.range, with: "\(match.0.dropLast(2)))")
    },
    Defect("entity broken", [.entity]) { target, source, random in
      guard let match = drawn(target.matches(of: /&([a-z]+);/), &random) else { return nil }
      guard source.contains(match.0) else { return nil }
      let name = match.1
      let broken = ["& \(name);", "&\(name) ;", "&\(name)", "& \(name) ;", "\(name);", ""]
      return target.replacingCharacters(
        match.range, with: broken[random.next(below: broken.count)])
    },
    Defect("colon for full stop", [.endPunctuation]) { target, source, _ in
      source.hasSuffix(".") && target.hasSuffix(".") ? target.dropLast() + ":" : nil
    },
    Defect("full stop added", [.endPunctuation]) { target, source, _ in
      guard let last = target.unicodeScalars.last, let end = source.unicodeScalars.last,
        last.properties.isAlphabetic, end.properties.isAlphabetic
      else { return nil }
      return target + "."
    },
    Defect("bracket too many", [.bracket]) { target, _, _ in
      target.contains("(") || target.contains("[") || !target.contains(" ")
        ? nil : replacingFirst(" ", " (", in: target)
    },
    Defect("two words doubled", [.doubledWord]) { target, _, random in
      let words = target.split(separator: " ")
      let usable = words.indices.dropFirst().filter {
        words[$0].allSatisfy(\.isLetter) && words[$0 - 1].allSatisfy(\.isLetter)
          && words[$0].count > 2 && words[$0] != words[$0 - 1]
      }
      guard !usable.isEmpty else { return nil }
      let index = usable[random.next(below: usable.count)]
      let pair = "\(words[index - 1]) \(words[index])"
      return replacingFirst(pair, "\(pair) \(pair)", in: target)
    },
    Defect("cut at two thirds", [.length, .endPunctuation]) { target, source, _ in
      let words = target.split(separator: " ")
      guard words.count > 8, source.hasSuffix("."), !target.contains("|") else { return nil }
      return words.prefix(words.count * 2 / 3).joined(separator: " ")
    },
    Defect("half still in English", [.untranslated]) { target, source, _ in
      let words = source.split(separator: " ")
      let own = target.split(separator: " ")
      guard words.count > 15, own.count > 11, source != target, !source.contains("**"),
        !source.contains("](")
      else { return nil }
      return (own.prefix(own.count / 2) + words.suffix(words.count / 2)).joined(separator: " ")
    },
    Defect("another language", [.untranslated]) { target, source, _ in
      guard source.count > 30, source != target else { return nil }
      let isCyrillic = target.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }
      return isCyrillic
        ? "Les données sont chargées dans un autre environnement."
        : "Деректер басқа ортаға жүктеледі және өңделеді."
    },
    Defect("soft hyphen", [.invisible]) { target, _, _ in
      target.count > 6 ? target.prefix(4) + "\u{AD}" + target.dropFirst(4) : nil
    },
    Defect("isolate not closed", [.direction]) { target, _, _ in "\u{2067}" + target },
    Defect("blank at the beginning", [.whitespace]) { target, _, _ in
      target.hasPrefix(" ") ? nil : " " + target
    },
    Defect("image changed", [.image]) { target, _, random in
      let ends = ["-2.png", ".jpg", "s.png", ".PNG.png"]
      return target.contains(".png")
        ? replacingFirst(".png", ends[random.next(below: ends.count)], in: target) : nil
    },
  ]
}
