/// What the checks that look at a whole set remember of each text.
struct TextObservation {
  var page: Int32
  var pair: Int32
  var source: UInt64
  var target: UInt64
  var sourceLetters: Int32
  var targetLetters: Int32
}

/// The labels in strong type of one text and of its source.
struct LabelObservation {
  var page: Int32
  var pair: Int32
  var offset: Int
  var sources: [String]
  var targets: [String]
  /// Whether each label of the source is written as a name: `EMail`, `AND`, `NuGet Package Manager`.
  var areNames: [Bool] = []
  /// Whether the other locales of the page translate each label; `nil` where none was compared.
  var isTranslatedElsewhere: [Bool?]
}

/// What one locale's pages gave for the checks of a whole set.
struct SetObservations {
  var texts: [TextObservation] = []
  var labels: [LabelObservation] = []

  mutating func add(_ pair: borrowing ComparedPair, page: Int, index: Int) {
    guard !pair.sourceRange.isEmpty, !pair.targetRange.isEmpty else { return }
    let source = pair.sourceBytes[pair.sourceRange]
    let target = pair.targetBytes[pair.targetRange]
    texts.append(
      TextObservation(
        page: Int32(truncatingIfNeeded: page), pair: Int32(truncatingIfNeeded: index),
        source: TextDigest.loose(source), target: TextDigest.loose(target),
        sourceLetters: Int32(truncatingIfNeeded: pair.source.letters),
        targetLetters: Int32(truncatingIfNeeded: pair.target.letters)))
    guard pair.source.has(.bold), pair.target.has(.bold) else { return }
    let tokens = pair.source.all(.bold)
    let sources = tokens.map { Label.normal(pair.sourceBytes[$0.range]) }
    let targets = pair.target.all(.bold)
    labels.append(
      LabelObservation(
        page: Int32(truncatingIfNeeded: page), pair: Int32(truncatingIfNeeded: index),
        offset: Int(targets[0].start), sources: sources,
        targets: targets.map { Label.normal(pair.targetBytes[$0.range]) },
        areNames: tokens.map { Label.isName(pair.sourceBytes[$0.range]) },
        isTranslatedElsewhere: sources.map { _ in nil }))
  }
}

/// Labels as they are compared.
enum Label {
  /// A label in small letters without marks of direction, blanks and punctuation at its ends.
  static func normal(_ bytes: ArraySlice<UInt8>) -> String {
    if bytes.allSatisfy({ $0 < 0x80 }) { return normalPlain(bytes) }
    var scalars = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0x61C, 0x2A, 0x5C: continue
      case 0xA0, 0x202F: scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    let text = String(scalars).lowercased().unicodeScalars
    func isEdge(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar {
      case " ", ".", ":", "…", "،", ",", ";", "\n", "\t": true
      default: false
      }
    }
    let trimmed = text.drop(while: isEdge)
    return String(trimmed.prefix(trimmed.count - trimmed.reversed().prefix(while: isEdge).count))
  }

  /// A label of ASCII, byte by byte.
  private static func normalPlain(_ bytes: ArraySlice<UInt8>) -> String {
    func isEdge(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x20, 0x2E, 0x3A, 0x2C, 0x3B, 0x0A, 0x09: true
      default: false
      }
    }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for byte in bytes where byte != 0x2A && byte != 0x5C && !(text.isEmpty && isEdge(byte)) {
      text.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    while let last = text.last, isEdge(last) { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether a word of the label has a capital behind another letter: nobody knows whether it is to
  /// be translated.
  static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
    zip(bytes, bytes.dropFirst()).contains { $0.isLetter && (65...90).contains($1) }
  }

  /// Whether a label has words that can be translated: letters, and not only one name.
  static func isProse(_ label: String) -> Bool {
    label.utf8.contains { (97...122).contains($0) } && !label.contains("/")
      && !label.contains("_") && !label.contains(".")
  }
}
