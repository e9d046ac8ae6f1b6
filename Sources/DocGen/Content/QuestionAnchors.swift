import Localization

/// The ids under which pages of questions are published elsewhere, beside those of other headings:
/// each character that is no letter or digit becomes `-`, and links have them so or without those at
/// the end (links in published sets of 2021 to 2024: `need-a--26-subnet-size`, `creating-a-vm-`).
enum QuestionAnchors {
  /// The ids that a heading has beside its own; none in a language with other letters.
  static func names(of heading: String) -> [String] {
    let markdown = Array(heading.utf8)
    var id = ""
    let words = String(decoding: HeadingAnchor.plainText(markdown), as: UTF8.self)
    for scalar in words.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": id.unicodeScalars.append(scalar)
      case "A"..."Z": id += scalar.properties.lowercaseMapping
      case _ where scalar.properties.isAlphabetic: return []
      default: id += "-"
      }
    }
    guard let last = id.lastIndex(where: { $0 != "-" }) else { return [] }
    let trimmed = String(id[...last])
    let own = HeadingAnchor.slug(ofMarkdown: markdown)
    return (trimmed == id ? [id] : [id, trimmed]).filter { $0 != own }
  }
}
