/// The words of a message and the places of its values.
struct MessagePattern: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    case words(String)
    /// The name in braces.
    case placeholder(String)
  }

  let parts: [Part]

  /// A pattern from its parts.
  init(_ parts: [Part]) { self.parts = parts }

  /// Reads a text.
  ///
  /// A name is a letter and then letters, digits, `-` or `_`; other braces are words.
  init(_ text: String) {
    // Most messages have no values.
    guard text.utf8.contains(UInt8(ascii: "{")) else {
      parts = text.isEmpty ? [] : [.words(text)]
      return
    }
    var parts: [Part] = []
    var words: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      let name = rest.dropFirst().prefix { $0.isIdentifier }
      if byte == UInt8(ascii: "{"), name.first?.isLetter == true, name.endIndex < rest.endIndex,
        rest[name.endIndex] == UInt8(ascii: "}")
      {
        if !words.isEmpty { parts.append(.words(String(decoding: words, as: UTF8.self))) }
        words = []
        parts.append(.placeholder(String(decoding: name, as: UTF8.self)))
        rest = rest[(name.endIndex + 1)...]
      } else {
        words.append(byte)
        rest.removeFirst()
      }
    }
    if !words.isEmpty { parts.append(.words(String(decoding: words, as: UTF8.self))) }
    self.parts = parts
  }

  /// The names of the placeholders.
  var names: Set<String> {
    Set(
      parts.compactMap { part in
        if case .placeholder(let name) = part { name } else { nil }
      })
  }
}
