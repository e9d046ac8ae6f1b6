import Foundation

extension LocaleFormatter {
  /// Whether a text comes before another in the language's alphabet.
  ///
  /// Numbers in texts count by value: `Page 9` comes before `Page 10`. Texts that the alphabet
  /// takes for equal are ordered by their bytes, so that the order is the same each time. A
  /// comparison costs some microseconds.
  public func precedes(_ left: String, _ right: String) -> Bool {
    switch left.compare(right, options: [.numeric], locale: locale) {
    case .orderedAscending: true
    case .orderedDescending: false
    case .orderedSame: left.utf8.lexicographicallyPrecedes(right.utf8)
    }
  }

  /// Elements in the order of the language's alphabet; equal texts keep their order.
  public func sorted<Element>(
    _ elements: [Element], by text: (Element) -> String
  ) -> [Element] {
    let keyed = elements.map { (text($0), $0) }
    return keyed.enumerated().sorted { left, right in
      if left.element.0 == right.element.0 { return left.offset < right.offset }
      return precedes(left.element.0, right.element.0)
    }.map(\.element.1)
  }
}
