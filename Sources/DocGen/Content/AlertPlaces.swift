import Localization

/// The quotations of a page, and the alerts in them, in their order.
struct AlertPlaces {
  /// What stands at the beginning of a quotation, or of a line of it.
  enum Kind {
    case plain
    case alert
    /// An alert whose bracket has a backslash before it, which makes text of it.
    case escaped
  }

  struct Place {
    /// The number of the line, from 0.
    var line: Int
    var kind: Kind
  }

  private(set) var places: [Place] = []

  /// Finds the quotations of a page outside code.
  init(in text: [UInt8]) {
    var code = CodeLines(text)
    var start = 0
    var number = 0
    var wasQuotation = false
    while start < text.count {
      let end = text.position(of: 10, in: start..<text.count) ?? text.count
      let line = start..<end
      let isText = !code.isCode(line) && !code.comments.contains(start)
      let content = ColonDirectiveText.contentStart(text, line)
      let isQuotation = isText && text[start..<content].contains(UInt8(ascii: ">"))
      if isQuotation {
        let kind = Self.kind(of: text, at: content)
        if kind != .plain || !wasQuotation { places.append(Place(line: number, kind: kind)) }
      }
      wasQuotation = isQuotation
      number += 1
      start = end + 1
    }
  }

  private static func kind(of text: [UInt8], at content: Int) -> Kind {
    if text.hasBytes("\\[!", at: content) { return .escaped }
    return text.hasBytes("[!", at: content) ? .alert : .plain
  }

  /// The lines on which alerts are escaped where the source has an alert at the same place: counted
  /// by quotations where both pages have as many, otherwise by alerts.
  func misread(comparedWith source: AlertPlaces) -> [Int] {
    if places.count == source.places.count {
      return zip(places, source.places).compactMap { place, original in
        place.kind == .escaped && original.kind == .alert ? place.line : nil
      }
    }
    let alerts = places.filter { $0.kind != .plain }
    guard alerts.count == source.places.count(where: { $0.kind == .alert }) else { return [] }
    return alerts.compactMap { $0.kind == .escaped ? $0.line : nil }
  }
}
