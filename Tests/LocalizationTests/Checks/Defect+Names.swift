import Localization

extension Defect {
  /// Ways that change names, addresses and keys without making them look wrong.
  static let names: [Defect] = [
    Defect("case of a product's name", [.identifier]) { target, source, random in
      let names = ["Azure", "Microsoft", "Dynamics", "Dataverse", "Contoso", "Outlook", "Omnisend"]
      let usable = names.filter { name in
        target.contains(" \(name)") && source.contains(" \(name)")
      }
      guard let name = drawn(usable, &random), !target.contains("](") else { return nil }
      return target.replacing(
        name, with: random.next(below: 2) == 0 ? name.lowercased() : name.uppercased())
    },
    Defect("scheme of an address", [.link]) { target, _, random in
      guard target.contains("https://") else { return nil }
      let others = ["http://", "ftp://", "htp://", "https:/", "https//"]
      return replacingFirst("https://", others[random.next(below: others.count)], in: target)
    },
    Defect("host of an address", [.link, .image]) { target, _, random in
      guard let match = drawn(target.matches(of: #/(https?:\/\/)([a-z0-9.-]+)/#), &random) else {
        return nil
      }
      let host = String(match.2)
      let others = ["www.\(host)", host.replacing(".", with: "-"), "\(host).cn", "example.com"]
      let usable = others.filter { $0 != host }
      return target.replacingCharacters(
        match.range, with: "\(match.1)\(usable[random.next(below: usable.count)])")
    },
    Defect("modifier of a key", [.identifier]) { target, _, random in
      let modifiers = ["Ctrl", "Alt", "Shift", "Maj"]
      guard let match = target.firstMatch(of: #/\b(Ctrl|Alt|Shift|Maj)\+/#) else { return nil }
      let isShift = ["Shift", "Maj"].contains(match.1)
      let others = modifiers.filter {
        $0 != match.1 && !(isShift && ["Shift", "Maj"].contains($0))
      }
      return target.replacingCharacters(
        match.range, with: "\(others[random.next(below: others.count)])+")
    },
    Defect("modifier of a key lost", [.identifier]) { target, _, _ in
      guard let match = target.firstMatch(of: #/\b(Ctrl|Alt|Shift|Maj)\+/#) else { return nil }
      return target.replacingCharacters(match.range, with: "")
    },
    Defect("letter of a heading's address", [.link]) { target, _, random in
      guard let match = drawn(target.matches(of: /(\]\([^)#]*#[a-z-]*)([a-z])([a-z-]*\))/), &random)
      else { return nil }
      let other = otherLetter(than: String(match.2), &random)
      return target.replacingCharacters(match.range, with: "\(match.1)\(other)\(match.3)")
    },
    Defect("address translated", [.link, .image]) { target, _, random in
      guard
        let match = drawn(target.matches(of: /\]\(([a-z-]+)(\.md[^)]*|[^)]*\.png[^)]*)\)/), &random)
      else { return nil }
      let words = ["vue-d-ensemble", "шолу", "نظرة-عامة"]
      return target.replacingCharacters(
        match.range, with: "](\(words[random.next(below: words.count)])\(match.2))")
    },
  ]
}
