import Localization

extension Defect {
  /// Ways that touch markup and what stands in it.
  static let markup: [Defect] = [
    Defect("tag lost", [.tag]) { target, _, random in
      guard !target.contains("`"),
        let match = drawn(target.matches(of: /<\/?[a-z]+ ?\/?>/), &random)
      else { return nil }
      return target.replacingCharacters(match.range, with: random.next(below: 2) == 0 ? "" : " ")
    },
    Defect("tag changed", [.tag]) { target, _, random in
      guard !target.contains("`"),
        let match = drawn(target.matches(of: /<(\/?)[a-z]+( ?\/?>)/), &random)
      else { return nil }
      let names = ["em", "p", "hr", "b", "td"]
      let name = names[random.next(below: names.count)]
      return target.replacingCharacters(match.range, with: "<\(match.1)\(name)\(match.2)")
    },
    Defect("one of several labels still in English", [.labelUntranslated, .labelInconsistent]) {
      target, source, random in
      let labels = source.matches(of: /\*\*([A-Z][a-z]+(?: [a-z]+)*)\*\*/).map(\.1)
      let own = target.matches(of: /\*\*([^*]+)\*\*/)
      guard labels.count > 1, own.count == labels.count, let label = drawn(labels, &random),
        !own.contains(where: { $0.1 == label }), let place = drawn(own, &random)
      else { return nil }
      return target.replacingCharacters(place.range, with: "**\(label)**")
    },
    Defect("link text in English", [.untranslated]) { target, source, _ in
      guard let text = source.firstMatch(of: /\[([A-Za-z]+ [a-z]+ [a-z]+ [a-z]+[^\]]*)\]\(/),
        let own = target.firstMatch(of: /\[([^\]]+)\]\(/), text.1 != own.1,
        source.matches(of: /\]\(/).count == 1
      else { return nil }
      return target.replacingCharacters(own.range, with: "[\(text.1)](")
    },
    Defect("number moved by a factor", [.number, .identifier]) { target, source, random in
      guard !target.contains("]("), !target.contains("`"), let number = firstNumber(source),
        number.count > 1, let range = target.firstRange(of: number)
      else { return nil }
      let others = ["\(number)\(number)", "\(number.dropLast())", "1\(number)"]
      return target.replacingCharacters(range, with: others[random.next(below: others.count)])
    },
    Defect("bracket of another kind", [.bracket]) { target, source, _ in
      guard !target.contains("["), !target.contains("{"), source.contains("("),
        target.matches(of: /\)/).count == 1, target.matches(of: /\(/).count == 1
      else { return nil }
      return target.replacing(")", with: "]")
    },
    Defect("address of another link", [.link]) { target, _, random in
      let links = target.matches(of: /\]\(([^)" ]+)\)/)
      guard links.count > 1, links[0].1 != links[1].1 else { return nil }
      return target.replacingCharacters(links[1].range, with: "](\(links[0].1))")
    },
  ]
}
