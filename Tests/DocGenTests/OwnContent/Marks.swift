import Foundation
import Model

/// What of a sentence a translation must carry over unchanged.
struct Marks: Equatable, CustomStringConvertible {
  /// Numbers without the separators of their language, sorted.
  var numbers: [String] = []
  /// Where links lead, sorted.
  var links: [String] = []
  /// The words in code, sorted.
  var code: [String] = []
  /// Ids of rules, sorted.
  var rules: [String] = []
  /// How many passages are bold.
  var boldCount = 0

  init(_ sentence: String, _ locale: LocaleTag) {
    numbers = Self.numbers(in: sentence, locale).sorted()
    links = Self.parts(of: sentence, from: "](", to: ")").sorted()
    code = Self.parts(of: sentence, from: "`", to: "`").sorted()
    rules = sentence.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")) }
      .filter { $0.wholeMatch(of: /[A-Z]{2,3}-[0-9]{2}/) != nil }.map(String.init).sorted()
    boldCount = sentence.components(separatedBy: "**").count - 1
  }

  var description: String {
    "numbers \(numbers), links \(links), code \(code), rules \(rules), ** \(boldCount)"
  }

  private static func parts(of text: String, from start: String, to end: String) -> [String] {
    var parts: [String] = []
    var rest = text[...]
    while let opening = rest.range(of: start),
      let closing = rest[opening.upperBound...].range(of: end)
    {
      parts.append(String(rest[opening.upperBound..<closing.lowerBound]))
      rest = rest[closing.upperBound...]
    }
    return parts
  }

  /// Runs of digits; the language's separators between groups of three are left out, its decimal
  /// sign becomes a point.
  private static func numbers(in text: String, _ locale: LocaleTag) -> [String] {
    let (groups, decimal): (Set<Unicode.Scalar>, Unicode.Scalar) =
      switch locale.language {
      case "fr", "kk": (["\u{A0}", "\u{202F}"], ",")
      case "nl": (["."], ",")
      default: ([","], ".")
      }
    let scalars = Array(text.unicodeScalars)
    func isDigit(_ index: Int) -> Bool {
      scalars.indices.contains(index) && ("0"..."9").contains(scalars[index])
    }
    var numbers: [String] = []
    var number = ""
    for (index, scalar) in scalars.enumerated() {
      if isDigit(index) {
        number.unicodeScalars.append(scalar)
      } else if groups.contains(scalar), !number.isEmpty, !number.contains("."),
        isDigit(index + 1), isDigit(index + 2), isDigit(index + 3), !isDigit(index + 4)
      {
        continue
      } else if scalar == decimal, !number.isEmpty, isDigit(index + 1), !number.contains(".") {
        number += "."
      } else if !number.isEmpty {
        numbers.append(number)
        number = ""
      }
    }
    return number.isEmpty ? numbers : numbers + [number]
  }
}
