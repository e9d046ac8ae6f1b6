import Foundation
import Localization

extension Defect {
  /// Ways of wrong encodings, of another script's marks and of marks that stand the wrong way.
  static let characters: [Defect] = [
    Defect("letter in a wrong encoding", [.encoding]) { target, _, random in
      let letters = target.unicodeScalars.filter { $0.value > 0x7F && $0.properties.isAlphabetic }
      guard !letters.isEmpty, !target.contains("](") else { return nil }
      let letter = letters[
        letters.index(letters.startIndex, offsetBy: random.next(below: letters.count))]
      // All of them, as a program does it.
      return misread(target, letter.value < 0x250 ? nil : letter)
    },
    Defect("mark in a wrong encoding", [.encoding]) { target, _, random in
      let marks = ["â€™", "â€“", "Â ", "â€œ", "ï»¿", "Â»", "Â©"]
      guard let blank = drawn(target.matches(of: #/ /#), &random), !target.contains("`") else {
        return nil
      }
      return target.replacingCharacters(
        blank.range, with: " \(marks[random.next(below: marks.count)])")
    },
    Defect("letter that was lost", [.encoding, .invisible]) { target, _, random in
      let places = target.matches(of: /(\p{L})(\p{L})(\p{L})/)
      guard let match = drawn(places, &random), !target.contains("]("), !target.contains("`"),
        !target.contains("{"), !target.contains("<")
      else { return nil }
      let lost = ["\u{FFFD}", "?", "\u{FFFD}\u{FFFD}"][random.next(below: 3)]
      return target.replacingCharacters(match.range, with: "\(match.1)\(lost)\(match.3)")
    },
    Defect("question marks for letters", [.encoding]) { target, _, random in
      let words = target.matches(of: /\p{L}{4,}/)
      guard let match = drawn(words, &random), !target.contains("]("), !target.contains("`"),
        !target.contains("{"), !target.contains("<")
      else { return nil }
      return target.replacingCharacters(
        match.range, with: String(repeating: "?", count: match.0.count))
    },
    Defect("reference became a tag", [.tag, .entity]) { target, source, _ in
      guard source.contains("&lt;"), let match = target.firstMatch(of: /&lt;([a-z\/]+)&gt;/) else {
        return nil
      }
      return target.replacingCharacters(match.range, with: "<\(match.1)>")
    },
    Defect("brackets of full width", [.bracket]) { target, source, _ in
      guard target.contains(" ("), !target.contains("]("), source.contains("(") else { return nil }
      return target.replacing("(", with: "（").replacing(")", with: "）")
    },
    Defect("one bracket of full width", [.bracket]) { target, source, random in
      guard target.contains(" ("), !target.contains("]("), source.contains("("),
        let match = drawn(target.matches(of: /[()]/), &random)
      else { return nil }
      return target.replacingCharacters(match.range, with: match.0 == "(" ? "（" : "）")
    },
    Defect("quotation marks turned round", [.quotation]) { target, _, _ in
      // Arabic has curled marks both ways.
      guard let match = target.firstMatch(of: /«([^«»]+)»|“([^“”]+)”/),
        match.0.hasPrefix("«") || !isArabic(target)
      else { return nil }
      let isAngle = match.0.hasPrefix("«")
      let words = match.0.dropFirst().dropLast()
      return target.replacingCharacters(
        match.range, with: isAngle ? "»\(words)«" : "”\(words)“")
    },
    Defect("quotation begun twice", [.quotation]) { target, _, random in
      guard let match = target.firstMatch(of: /«([^«»]+)»|“([^“”]+)”/) else { return nil }
      let words = match.0.dropFirst().dropLast()
      let mark = random.next(below: 2) == 0 ? match.0.prefix(1) : match.0.suffix(1)
      return target.replacingCharacters(match.range, with: "\(mark)\(words)\(mark)")
    },
    Defect("mark of direction inside a word", [.direction]) { target, _, random in
      guard let match = drawn(target.matches(of: /(\p{L}\p{L})(\p{L}\p{L})/), &random),
        !target.contains("](")
      else { return nil }
      let mark = ["\u{200E}", "\u{200F}", "\u{61C}"][random.next(below: 3)]
      return target.replacingCharacters(match.range, with: "\(match.1)\(mark)\(match.2)")
    },
    Defect("end of an isolate lost", [.direction]) { target, _, random in
      guard let match = drawn(target.matches(of: /[A-Z][A-Za-z]+/), &random),
        !target.contains("](")
      else { return nil }
      return target.replacingCharacters(match.range, with: "\u{2066}\(match.0)")
    },
  ]

  /// A text whose bytes, or those of one letter, were read as Windows-1252.
  private static func misread(_ text: String, _ letter: Unicode.Scalar?) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      guard scalar.value > 0x7F, letter == nil || scalar == letter else {
        output.unicodeScalars.append(scalar)
        continue
      }
      let bytes = Array(String(scalar).utf8)
      output +=
        String(data: Data(bytes), encoding: .windowsCP1252)
        ?? String(data: Data(bytes), encoding: .isoLatin1) ?? ""
    }
    return output
  }
}
