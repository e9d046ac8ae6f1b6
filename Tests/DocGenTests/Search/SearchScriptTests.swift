import Foundation
import TestSupport
import Testing

@testable import DocGen

/// The script of the browser and the program that writes the index agree on every character.
@Suite struct SearchScriptTests {
  /// The ranges of the character class that a constant of the script is made of.
  private func ranges(_ constant: String) throws -> [ClosedRange<UInt32>] {
    let file = SharedMaterial.projectFolder.appending(path: "templates/assets/search.js")
    let script = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(script.firstRange(of: "const \(constant) = new RegExp(")).upperBound
    let end = try #require(script[start...].firstRange(of: "]")).lowerBound
    var ranges: [ClosedRange<UInt32>] = []
    var isOpen = false
    let tokens = script[start..<end].matches(of: /\\\\u(?:\{([0-9A-F]+)\}|([0-9A-F]{4}))|-/)
    for token in tokens {
      guard let digits = token.output.1 ?? token.output.2 else {
        isOpen = true
        continue
      }
      let scalar = try #require(UInt32(digits, radix: 16))
      if isOpen, let last = ranges.popLast() {
        ranges.append(last.lowerBound...scalar)
      } else {
        ranges.append(scalar...scalar)
      }
      isOpen = false
    }
    return ranges
  }

  private func kind(_ scalar: Unicode.Scalar) -> FoldedLetter.Kind {
    LetterFolding.block(scalar.value / LetterFolding.blockSize)[
      Int(scalar.value % LetterFolding.blockSize)
    ].kind
  }

  @Test("Both leave out the same characters, and cut the same scripts into pairs")
  func agreesOnCharacters() throws {
    let (ignored, unspaced) = (try ranges("ignored"), try ranges("unspaced"))
    #expect(ignored.count > 20 && unspaced.count > 8)
    var wrong: [String] = []
    for value in UInt32(0)...0x3FFFF {
      guard let scalar = Unicode.Scalar(value), scalar.properties.generalCategory != .unassigned
      else { continue }
      let isIgnored = ignored.contains { $0.contains(value) }
      let isUnspaced = !isIgnored && unspaced.contains { $0.contains(value) }
      switch kind(scalar) {
      case .ignored: if !isIgnored { wrong.append("ignored \(String(value, radix: 16))") }
      case .unspaced: if !isUnspaced { wrong.append("unspaced \(String(value, radix: 16))") }
      case .letter:
        if isIgnored || isUnspaced { wrong.append("letter \(String(value, radix: 16))") }
      case .separator: if isIgnored { wrong.append("separator \(String(value, radix: 16))") }
      }
    }
    #expect(wrong == [], "\(wrong.prefix(20))")
  }

  /// The script folds what is typed with the table alone, so a letter of the table leads to letters
  /// that are folded no further.
  @Test("Folding twice is folding once")
  func isStable() {
    for (letter, base) in FoldingTable.letters {
      for part in base {
        #expect(FoldingTable.letters[part] == nil)
        #expect(kind(part) == .letter)
      }
      #expect(kind(letter) == .letter, "\(letter)")
      #expect(
        letter.properties.lowercaseMapping.unicodeScalars.contains(letter) || letter == "İ"
          || letter == "ϒ" || letter == "ϓ" || letter == "ϔ", "\(letter)")
    }
  }

  /// What a reader types may be cut where the script cuts it, and is still the beginning of what the
  /// index has.
  @Test(
    "What the script looks for begins what the index has",
    arguments: ["a", "é", "қ", "م", "한", "𐐨"])
  func longWordsBeginAlike(_ letter: String) {
    var counter = WordCounter()
    counter.add(String(repeating: letter, count: 300).utf8, .text)
    let term = String(decoding: counter.terms[0], as: UTF8.self)
    // The script looks for 20 units of UTF-16.
    #expect(term.utf16.count >= 20)
  }
}
