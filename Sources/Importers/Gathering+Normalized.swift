import Model
import SnapshotReader

/// One way of writing for ids, words and services; what can't be told is kept and reported.
extension Gathering {
  mutating func normalized(
    _ field: ImportedField, _ name: String, _ section: Section, _ record: ImportedRecord
  ) -> JSONNode {
    let value = field.value
    guard let index = section.shape.index(of: name) else { return value }
    let shape = section.shape.fields[index]
    let path = "\(section.name).\(name)"
    if case .values(let child) = shape.kind, let entries = value.entries,
      let kind = child.fields.first?.kind
    {
      let list = entries.map { normalized($0, kind, path, field.place, record) }
      return JSONNode(.list(list), at: value.offset)
    }
    return normalized(value, shape.kind, path, field.place, record)
  }

  private mutating func normalized(
    _ value: JSONNode, _ kind: FieldShape.Kind, _ path: String, _ place: Place,
    _ record: ImportedRecord
  ) -> JSONNode {
    if case .count = kind, case .number(let written) = value.content, Int(written) == nil {
      report(
        .warning, "import.value", path, at: place,
        "\(path): \(written) is no whole number, or too large for one, and is kept as it is")
      return value
    }
    guard let text = value.text else { return value }
    switch kind {
    case .key, .reference, .identifier:
      return JSONNode(.text(canonicalIdentifier(text)), at: value.offset)
    case .word(let vocabulary):
      let lower = text.lowercased()
      if let word = vocabulary.words.first(where: { $0.lowercased() == lower }) {
        return JSONNode(.text(word), at: value.offset)
      }
      report(
        .warning, "import.word", path, at: place,
        "\(path): \(quoted(text)) is none of its words, and is kept as it is",
        "known: \(vocabulary.words.joined(separator: ", "))")
      return value
    case .service: return service(value, text, path, place, record)
    case .instant:
      let isList = sources[place.source].kind == .uiList
      switch InstantText.read(text) {
      case .instant, .sentinel: break
      case .ambiguous:
        report(
          .warning, "import.time", path, at: place,
          "\(path): \(quoted(text)) can be read in more than one way, and is kept as it is",
          isList ? "--date-order says which number is the month" : "write it as 2026-04-03")
      case .malformed:
        report(
          .warning, "import.time", path, at: place,
          "\(path): \(quoted(text)) is not a possible time, and is kept as it is",
          isList ? "--date-order says how dates are written, such as dmy" : nil)
      }
      return value
    case .count, .number, .flag:
      // A cell of a list has no quotation marks to leave out.
      let isList = sources[place.source].kind == .uiList
      let isNumber = !isList && Double(text) != nil
      report(
        .warning, "import.value", path, at: place,
        "\(path): \(quoted(text)) is \(isList ? Self.allowed(kind) : Self.wanted(kind)), "
          + "and is kept as it is",
        isNumber ? "write the number without quotation marks" : nil)
      return value
    default: return value
    }
  }

  /// What a cell of a list isn't.
  private static func allowed(_ kind: FieldShape.Kind) -> String {
    switch kind {
    case .count: "no whole number of 0 or more, or too large for one"
    case .flag: "neither true nor false"
    default: "no number"
    }
  }

  /// What a text in place of a value isn't.
  private static func wanted(_ kind: FieldShape.Kind) -> String {
    switch kind {
    case .count: "a text and no whole number"
    case .flag: "neither true nor false"
    default: "a text and no number"
    }
  }

  /// The slug of a service, if its name means one only.
  private mutating func service(
    _ value: JSONNode, _ text: String, _ path: String, _ place: Place, _ record: ImportedRecord
  ) -> JSONNode {
    let family: Service.Family? =
      switch record.text("purposeKind") {
      case "export": .destination
      case "enrichment": .enrichment
      default: nil
      }
    let name = labels.service(named: text) ?? text
    let services = catalogue.services(named: name, family: family)
    if services.count == 1 { return JSONNode(.text(services[0].slug), at: value.offset) }
    let known = services.map(\.slug).joined(separator: ", ")
    let names = services.isEmpty ? catalogue.names : []
    report(
      services.isEmpty ? .warning : .note, "import.service", "\(path) \(text)", at: place,
      services.isEmpty
        ? "\(path): \(quoted(text)) is no service of the catalogue, and is kept as it is"
        : "\(path): \(quoted(text)) stands for several services, and is kept as it is",
      services.isEmpty
        ? Suggestion.nearest(to: text, among: names).map { "the nearest is '\($0)'" }
        : "it may be \(known)")
    return value
  }
}
