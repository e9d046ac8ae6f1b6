import FileSystem
import Localization
import Model

extension ContentTree {
  /// Puts words in the place of the inclusions in titles and descriptions:
  /// `title: Buy [!INCLUDE [fruit](includes/fruit.md)]`.
  mutating func includeInTitles() {
    for (locale, content) in contents {
      for (number, page) in content.pages.enumerated() where page.includesInTitle {
        let included = page.includingInTitle { including($0, of: page, for: locale) }
        contents[locale]?.replacePage(number, with: included)
      }
    }
  }

  /// A text of one line with the words of the files that it includes.
  private func including(_ text: String, of page: ContentPage, for locale: LocaleTag) -> String {
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    var position = 0
    var count = 0
    for directive in IncludeDirective.find(in: bytes) where directive.snippet == nil {
      output += bytes[position..<directive.range.lowerBound]
      count += 1
      let words = count > Self.mostInTitle ? nil : words(of: directive, in: page, for: locale)
      output += words ?? Array(directive.title.utf8)
      position = directive.range.upperBound
    }
    return String(decoding: output + bytes[position...], as: UTF8.self).trimmingBlanks()
  }

  /// The words of a file in one line, without markup; `nil` where it isn't there, or is a page itself
  /// or includes others.
  private func words(
    of directive: IncludeDirective, in page: ContentPage, for locale: LocaleTag
  ) -> [UInt8]? {
    let path = directive.path.addressDecoded
    guard let found = find(path, from: page.path, for: locale, suggests: false).file,
      contents[found.locale]?[found.path] == nil,
      let file = try? Files.read(found.file, limit: Self.longestFile)
    else { return nil }
    let text = TextEncoding.repaired(file)
    let body = Array(text[FrontMatterBounds(text).bodyStart...].trimmed)
    guard body.count <= Self.longestInTitle, !body.containsIncludeMark else { return nil }
    let lines = body.joiningLines
    return CharacterReferences.resolved(
      HeadingAnchor.plainText(DirectiveMarks.withoutTerms(Units.plainTarget(of: lines))))
  }

  /// How many files a title includes at most: the names of further ones stand for them.
  private static let mostInTitle = 20
  /// How long a file is at most that a title includes, in bytes: with its front matter, and without.
  private static let longestFile = 64 << 10
  private static let longestInTitle = 2_000
}

extension ContentPage {
  /// Whether the title or the description includes a file.
  var includesInTitle: Bool {
    [title, description].contains { text in
      text.map { $0.utf8.contains(UInt8(ascii: "[")) && $0.contains("[!") } ?? false
    }
  }

  /// The page with what its title and its description include in them.
  func includingInTitle(_ including: (String) -> String) -> ContentPage {
    var page = self
    page.written = (title, description)
    page.title = title.map(including)
    page.description = description.map(including)
    return page
  }
}
