/// Where a text of a set stands, in few bytes: a set has hundreds of thousands of them.
struct TextPlace {
  /// The place of the page in the set.
  var page: Int32
  /// The number of its source among those of the page.
  var source: Int32
  /// Line and column, from 1.
  var line: Int32
  var column: Int32
  private var keyNumber: Int32
  /// The unit's number; -1 where none can be told.
  private var unitNumber: Int32
  private var kind: TextPair.Kind

  /// The place where the translation of a text begins.
  init(page: Int, source: Int, of pair: TextPair, _ lines: inout LineCursor) {
    self.page = Int32(truncatingIfNeeded: page)
    self.source = Int32(truncatingIfNeeded: source)
    (kind, keyNumber) = (pair.key.kind, Int32(truncatingIfNeeded: pair.key.number))
    let number = pair.key.kind == .sentence ? pair.key.number : pair.number
    unitNumber = number.map { Int32(truncatingIfNeeded: $0) } ?? -1
    (line, column) = (0, 0)
    self = moved(to: pair.target.lowerBound, &lines)
  }

  /// The same text, with line and column of another byte of the page.
  func moved(to offset: Int, _ lines: inout LineCursor) -> TextPlace {
    var place = self
    let (line, column) = lines.lineAndColumn(of: offset)
    place.line = Int32(truncatingIfNeeded: line)
    place.column = Int32(truncatingIfNeeded: column)
    return place
  }

  /// What joins the text with the same text of other locales.
  var key: TextPair.Key { TextPair.Key(kind, Int(keyNumber)) }
  /// The unit's number.
  var number: Int? { unitNumber < 0 ? nil : Int(unitNumber) }
}
