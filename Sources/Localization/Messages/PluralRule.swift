/// Which form of a message a language uses for a count, as a `Plural-Forms` header says.
public struct PluralRule: Hashable, Sendable {
  /// How many forms there are: 1 to 10.
  public let formCount: Int
  private let expression: PluralExpression

  /// Reads `nplurals=2; plural=(n != 1);`; `nil` if it isn't such a text.
  public init?(header: String) {
    var count: Int?
    var expression: PluralExpression?
    for part in header.split(separator: ";") {
      let sides = part.split(separator: "=", maxSplits: 1)
      guard sides.count == 2 else { continue }
      let name = sides[0].filter { !$0.isWhitespace }
      if name == "nplurals" { count = Int(sides[1].filter { !$0.isWhitespace }) }
      if name == "plural" { expression = PluralParser.parse(String(sides[1])) }
    }
    guard let count, (1...10).contains(count), let expression else { return nil }
    (formCount, self.expression) = (count, expression)
  }

  private init(formCount: Int, expression: PluralExpression) {
    (self.formCount, self.expression) = (formCount, expression)
  }

  /// One form for 1, another for everything else, as in English.
  public static let english = PluralRule(
    formCount: 2, expression: .binary(.unequal, .count, .number(1)))

  /// The number of the form for a count, from 0.
  ///
  /// A negative count counts as its size; a form that doesn't exist is the last one.
  public func form(for count: Int) -> Int {
    let value = expression.value(for: UInt64(count.magnitude))
    return Int(min(value, UInt64(formCount - 1)))
  }
}
