/// A combination of keys in a text: `Ctrl+Shift+S`, `<kbd>Alt</kbd>+<kbd>F4</kbd>`.
struct KeyCombination {
  /// A key that is held while another one is pressed.
  enum Modifier: Hashable { case control, shift, alternate, command, option, windows, function }

  /// From the first key to the last one.
  private(set) var range: Range<Int>
  /// The modifiers by their names in any language; `nil` for one that isn't known.
  private(set) var modifiers: [Modifier?]
  /// Whether a modifier has its English name.
  private(set) var isEnglish: Bool
  /// The last key, in capitals.
  private(set) var key: [UInt8]

  /// Whether the last key is a letter, a digit or one such as `F5`; others have names that are
  /// translated.
  var isKeyPlain: Bool {
    key.count == 1
      || (2...3).contains(key.count) && key[0] == UInt8(ascii: "F")
        && key.dropFirst().allSatisfy(\.isDigit)
  }

  /// The modifier that a word names.
  static func modifier(_ word: String) -> Modifier? { names[word] }

  private static let names: [String: Modifier] = {
    let names: [(Modifier, String)] = [
      (.control, "ctrl control strg контрол"),
      (.shift, "shift maj umschalt mayús mayus maiusc maiúsc skift vaihto"), (.alternate, "alt"),
      (.command, "cmd command commande befehl comando"), (.option, "option wahl"),
      (.windows, "win windows"), (.function, "fn"),
    ]
    var known: [String: Modifier] = [:]
    for (modifier, words) in names {
      for word in words.split(separator: " ") { known[String(word)] = modifier }
    }
    return known
  }()

  private static let english: Set<String> = [
    "ctrl", "control", "shift", "alt", "cmd", "command", "option", "win", "windows", "fn",
  ]

  /// All combinations of a text.
  static func all(_ text: [UInt8], _ part: Range<Int>) -> [KeyCombination] {
    var found: [KeyCombination] = []
    var position = part.lowerBound
    while let plus = text.position(of: UInt8(ascii: "+"), in: position..<part.upperBound) {
      position = plus + 1
      let names = KeyNames(text, part)
      guard let before = names.name(before: plus), let next = names.name(behind: plus + 1) else {
        continue
      }
      var keys = [before, next]
      // Further keys of the same combination.
      while let more = names.plus(behind: keys[keys.count - 1].upperBound),
        let next = names.name(behind: more + 1)
      {
        keys.append(next)
        position = more + 1
      }
      let words = keys.dropLast().map { ComparedPair.text(text[$0]).lowercased() }
      found.append(
        KeyCombination(
          range: before.lowerBound..<keys[keys.count - 1].upperBound,
          modifiers: words.map(modifier), isEnglish: words.contains { english.contains($0) },
          key: text[keys[keys.count - 1]].map { $0.isLetter ? $0 & 0xDF : $0 }))
    }
    return found
  }
}

/// Finds the names of keys on both sides of a plus sign.
private struct KeyNames {
  /// How far a tag beside a key reaches; what is longer isn't looked through for each plus sign.
  private static let longestTag = 64
  private let text: [UInt8]
  private let part: Range<Int>

  init(_ text: [UInt8], _ part: Range<Int>) { (self.text, self.part) = (text, part) }

  func name(before plus: Int) -> Range<Int>? {
    var start = plus
    while start > part.lowerBound, isBetween(text[start - 1]) { start -= 1 }
    if start > part.lowerBound, text[start - 1] == UInt8(ascii: ">") {
      let tag = text[max(part.lowerBound, start - Self.longestTag)..<start]
      start = tag.lastIndex(of: UInt8(ascii: "<")) ?? start
    }
    let end = start
    while start > part.lowerBound, text[start - 1].isLetter || text[start - 1] >= 0x80 {
      start -= 1
    }
    // A word of another script may be written together with the name: `وCtrl`.
    let latin = text[start..<end].lastIndex { !Self.isLatin($0) }.map { $0 + 1 } ?? start
    if latin < end { start = latin }
    return start < end ? start..<end : nil
  }

  func name(behind position: Int) -> Range<Int>? {
    var start = position
    while start < part.upperBound, isBetween(text[start]) { start += 1 }
    if start < part.upperBound, text[start] == UInt8(ascii: "<"), let close = tagEnd(start) {
      start = close
    }
    let name = text[start..<part.upperBound].prefix {
      $0.isLetter || $0.isDigit || $0 >= 0x80
    }
    let latin = name.prefix(while: Self.isLatin)
    return name.isEmpty ? nil : latin.isEmpty ? name.indices : latin.indices
  }

  /// Whether a byte is of a Latin letter or a digit: those with accents have two bytes.
  private static func isLatin(_ byte: UInt8) -> Bool {
    byte < 0xC6 && (byte >= 0x80 || byte.isLetter || byte.isDigit)
  }

  /// The plus sign that goes on with a combination behind one of its keys.
  func plus(behind end: Int) -> Int? {
    var position = end
    if position < part.upperBound, text[position] == UInt8(ascii: "<"),
      let close = tagEnd(position)
    {
      position = close
    }
    while position < part.upperBound, isBetween(text[position]) { position += 1 }
    return position < part.upperBound && text[position] == UInt8(ascii: "+") ? position : nil
  }

  private func tagEnd(_ start: Int) -> Int? {
    text.position(
      of: UInt8(ascii: ">"), in: start..<min(part.upperBound, start + Self.longestTag)
    ).map { $0 + 1 }
  }

  private func isBetween(_ byte: UInt8) -> Bool {
    byte == 32 || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "`")
  }
}
