public import Model

/// A language that nobody speaks, made of the source's words, so that what isn't localized shows.
///
/// `en-XA` has accents on every letter and is 30 % longer; in `ar-XB` the words run from right to
/// left. A letter that stands without accent in the one, or reads from left to right in the other,
/// came from no catalog and no page. Both stand between `⟦` and `⟧`: a text without its end was cut
/// off, two texts side by side were put together.
public struct PseudoLocale: Hashable, Sendable {
  private enum Style { case accented, mirrored }

  /// The tags that stand for pseudo-locales.
  public static let tags = ["en-xa", "ar-xb"].compactMap { LocaleTag($0) }

  private let style: Style

  /// The pseudo-locale that a tag stands for; `nil` for real languages.
  public init?(_ locale: LocaleTag) {
    switch locale.folder {
    case "en-xa": style = .accented
    case "ar-xb": style = .mirrored
    default: return nil
    }
  }

  /// A message with its values left as they are.
  func pattern(_ pattern: MessagePattern) -> MessagePattern {
    let hasWords = pattern.parts.contains { part in
      if case .words(let words) = part { words.contains(where: \.isLetter) } else { false }
    }
    guard hasWords else { return pattern }
    var letters = 0
    var parts = pattern.parts.map { part -> MessagePattern.Part in
      guard case .words(let text) = part else { return part }
      letters += text.count(where: \.isLetter)
      return .words(words(text))
    }
    parts.insert(.words("⟦"), at: 0)
    parts.append(.words(padding(letters) + "⟧"))
    return MessagePattern(parts)
  }

  /// A piece of Markdown without line breaks: markup, code, addresses and placeholders stay.
  func markdown(_ text: [UInt8]) -> [UInt8] {
    let inline = InlineText(text[...])
    var letters = 0
    var output: [UInt8] = []
    for piece in inline.pieces {
      switch piece {
      case .text(let bytes):
        let text = String(decoding: bytes, as: UTF8.self)
        letters += text.count(where: \.isLetter)
        output += words(text).utf8
      case .begin(let code), .alone(let code): output += inline.codes[code].start
      case .end(let code): output += inline.codes[code].end
      }
    }
    guard letters > 0 else { return text }
    // The end of a sentence stays its end.
    let end = output.reversed().prefix { ".!?:;,".utf8.contains($0) }.count
    let marks = output.suffix(end)
    return Array("⟦".utf8) + output.dropLast(end) + Array((padding(letters) + "⟧").utf8) + marks
  }

  /// What makes a text of so many letters 30 % longer, in words of eight.
  private func padding(_ letters: Int) -> String {
    guard style == .accented else { return "" }
    let count = (letters * 3 + 9) / 10
    return stride(from: 0, to: count, by: 8).map { start in
      " " + String(repeating: "ẽ", count: min(8, count - start))
    }.joined()
  }

  /// Words with accents, or turned round; names of files, addresses and directives stay.
  private func words(_ text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).map { word -> String in
      let isAddress = word.contains("://") || word.contains("@") || word.hasPrefix("[!")
      let isShortName = word.count > 2 && word.hasPrefix(":") && word.hasSuffix(":")
      return isAddress || isShortName ? String(word) : changed(word)
    }.joined(separator: " ")
  }

  private func changed(_ word: Substring) -> String {
    switch style {
    case .accented:
      return String(word.map { Self.accents[$0] ?? $0 })
    case .mirrored:
      var output = ""
      var run = ""
      for character in word {
        if character.isLetter || character.isNumber {
          run.append(character)
        } else {
          output += Self.mirrored(run) + String(character)
          run = ""
        }
      }
      return output + Self.mirrored(run)
    }
  }

  /// A run of letters from right to left: an override, and the end of it.
  private static func mirrored(_ run: String) -> String {
    run.isEmpty ? "" : "\u{202E}\(run)\u{202C}"
  }

  private static let accents: [Character: Character] = Dictionary(
    uniqueKeysWithValues: zip(
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
      "áƀçđéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ"))
}
