/// What a template may show or test.
///
/// `null`, `false`, empty text and an empty list are false in a section; everything else is true,
/// the number 0 too.
public enum TemplateValue: Equatable, Sendable {
  /// Nothing: known to be absent, so a strict rendering doesn't complain of it.
  case null
  /// True or false.
  case boolean(Bool)
  /// A whole number, shown with Latin digits and no separators; localized numbers are text.
  case integer(Int)
  /// Text, always escaped.
  case text(String)
  /// Markup that is already safe. It is shown as it is by `{{{name}}}`, and escaped like any text
  /// by `{{name}}`. Copies share their bytes, so a menu made once costs each page one copying.
  case html([UInt8])
  /// Values that a section repeats over.
  case list([TemplateValue])
  /// Values by name.
  case object(TemplateObject)

  /// Whether a section shows its content.
  public var isTrue: Bool {
    switch self {
    case .null: false
    case .boolean(let value): value
    case .integer: true
    case .text(let text): !text.isEmpty
    case .html(let bytes): !bytes.isEmpty
    case .list(let values): !values.isEmpty
    case .object: true
    }
  }

  /// The member of an object; `nil` if there is none, or this is no object.
  subscript(key: TemplateKey) -> TemplateValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  /// Text, or `null` where there is none.
  public static func text(_ text: String?) -> TemplateValue { text.map { .text($0) } ?? .null }
}

extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// Text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// True or false.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  /// A number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// A list.
  public init(arrayLiteral elements: TemplateValue...) { self = .list(elements) }
  /// Values by name; of two with one name the later counts.
  public init(dictionaryLiteral elements: (String, TemplateValue)...) {
    self = .object(TemplateObject(elements))
  }
}
