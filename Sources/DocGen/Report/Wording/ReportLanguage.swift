import Localization
import Model

/// The words, numbers and order of one language.
struct ReportLanguage: Sendable {
  /// The words.
  let catalog: MessageCatalog

  /// The language asked for.
  var locale: LocaleTag { catalog.locale }

  /// A text of the interface without values.
  func text(_ key: String) -> String { catalog.text(key) }

  /// A message as plain text.
  func plain(_ message: Message) -> String { catalog.message(message).plainText }

  /// A whole number.
  func integer(_ number: Int) -> String { catalog.formatter.number(number) }

  /// A parameter's value with its unit.
  func value(_ value: Double, _ unit: RuleParameter.Unit) -> String {
    switch unit {
    case .days: plain(Message("format.days", ["count": .integer(Int(value))]))
    case .minutes: plain(Message("format.minutes", ["count": .integer(Int(value))]))
    case .seconds: plain(Message("format.seconds", ["count": .integer(Int(value))]))
    case .share: catalog.formatter.percent(value)
    case .count, .factor: catalog.formatter.number(value)
    }
  }

  /// Elements in the order of the language's alphabet.
  func sorted<Element>(_ elements: [Element], by text: (Element) -> String) -> [Element] {
    catalog.formatter.sorted(elements, by: text)
  }

  /// The texts of the report, nested at the dots of their keys, for templates.
  func words() -> TemplateValue { texts("report.") }

  /// The texts of the pages' frame, nested at the dots of their keys, for templates.
  func interface() -> TemplateValue { texts("site.") }

  private func texts(_ prefix: String) -> TemplateValue {
    Self.nest(
      catalog.keys.filter { $0.hasPrefix(prefix) }.map { key in
        (key.split(separator: ".").dropFirst().map(String.init), text(key))
      })
  }

  /// A key may be a text and have further keys below it: the text is then at `text`.
  private static func nest(_ entries: [(path: [String], text: String)]) -> TemplateValue {
    var object: TemplateObject = [:]
    for (name, members) in Dictionary(grouping: entries, by: { $0.path[0] }) {
      let below = members.filter { $0.path.count > 1 }
        .map { (path: Array($0.path.dropFirst()), text: $0.text) }
      if below.isEmpty, let only = members.first {
        object[name] = .text(only.text)
      } else {
        object[name] = nest(below)
      }
    }
    return .object(object)
  }
}
