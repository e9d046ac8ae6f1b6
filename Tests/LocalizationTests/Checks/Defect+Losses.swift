import Localization

extension Defect {
  /// Ways that leave every mark in its place: another language, things exchanged or left out.
  static let losses: [Defect] = [
    Defect("a third language", [.untranslated]) { target, source, random in
      guard source.count > 30, source != target, !target.contains("**"), !target.contains("](")
      else { return nil }
      let isCyrillic = target.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }
      let isLatin = !target.unicodeScalars.contains { $0.value > 0x24F && $0.value < 0x2000 }
      guard isCyrillic || isLatin else { return nil }
      let texts =
        isCyrillic
        ? [
          "Данные загружаются в другую среду, и их можно просмотреть на этой странице.",
          "Если вы не нашли нужную запись, проверьте настройки и повторите попытку.",
        ]
        : [
          "Los datos se cargan en otro entorno y se pueden ver en esta página.",
          "Die Daten werden in eine andere Umgebung geladen und sind auf dieser Seite zu sehen.",
          "De gegevens worden in een andere omgeving geladen en zijn op deze pagina te zien.",
          "I dati vengono caricati nella pagina e sono visibili per gli utenti di questa.",
        ]
      return texts[random.next(below: texts.count)]
    },
    Defect("placeholders exchanged", [.placeholder]) { target, _, random in
      let places = target.matches(of: /\{[A-Za-z]+\}/)
      guard places.count == 2, places[0].0 != places[1].0, !target.contains("{{") else {
        return nil
      }
      return target.replacingCharacters(places[1].range, with: String(places[0].0))
        .replacingCharacters(places[0].range, with: String(places[1].0))
    },
    Defect("labels exchanged", [.labelInconsistent]) { target, source, _ in
      guard source.contains(/\*\*( and | or |, | > |, and |\/)\*\*/) else { return nil }
      let labels = target.matches(of: /\*\*([^*]+)\*\*/)
      guard labels.count == 2, labels[0].1 != labels[1].1,
        source.matches(of: /\*\*/).count == 4
      else { return nil }
      return target.replacingCharacters(labels[1].range, with: String(labels[0].0))
        .replacingCharacters(labels[0].range, with: String(labels[1].0))
    },
    Defect("thing of a list lost", [.length]) { target, source, _ in
      guard source.contains(/\w, (\w+ ?){1,3}, (and|or) \w/), !target.contains("]("),
        source.matches(of: /,/).count == 2
      else { return nil }
      for pattern in [#/, [^,.*]{3,40}(?= (?:et|ou|және|немесе) )/#, #/ و[^ ,.*]{3,}(?= و)/#] {
        if let match = target.firstMatch(of: pattern) {
          return target.replacingCharacters(match.range, with: "")
        }
      }
      return nil
    },
  ]
}
