/// Emoji by the short names that authors write between colons.
enum Emoji {
  private static let characters: [Substring: Substring] = {
    let words = names.split { $0 == " " || $0 == "\n" }
    var characters: [Substring: Substring] = [:]
    characters.reserveCapacity(words.count / 2)
    for index in stride(from: 0, to: words.count - 1, by: 2) {
      characters[words[index]] = words[index + 1]
    }
    return characters
  }()

  /// The emoji of a name such as `warning`; `nil` where there is none.
  static func character(named name: String) -> Substring? { characters[name[...]] }
}
