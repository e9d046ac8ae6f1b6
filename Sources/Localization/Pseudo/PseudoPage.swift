public import Model

/// Makes the pages of a pseudo-locale from those of the source.
public enum PseudoPage {
  /// A bilingual page: each sentence changed and paired with the one it was made from.
  ///
  /// - Parameters:
  ///   - source: The source page.
  ///   - path: The path below the locale's folder.
  ///   - locale: The pseudo-locale; for a real one the page stays as it is.
  /// - Returns: The page.
  public static func page(of source: [UInt8], path: String, locale: LocaleTag) -> [UInt8] {
    guard let pseudo = PseudoLocale(locale) else { return source }
    let edits = SourceTexts.find(in: source).map { text in
      edit(text.range, pseudo.markdown(text.bytes), isScalar: text.isScalar, source)
    }
    return BilingualWriter.write(
      source: source, translation: applied(edits, to: source), path: path, locale: locale,
      handoff: ""
    ).page
  }

  /// A table of contents with its names changed.
  public static func contents(of source: [UInt8], path: String, locale: LocaleTag) -> [UInt8] {
    guard let pseudo = PseudoLocale(locale) else { return source }
    let edits = ContentsNames.names(source, path).map { name in
      edit(name.text, pseudo.markdown(Array(source[name.text])), isScalar: true, source)
    }
    return applied(edits, to: source)
  }

  /// A page described in YAML, such as a landing page, with its words changed.
  ///
  /// Addresses, keys and values that nobody reads stay as they are.
  public static func landingPage(of source: [UInt8], path: String, locale: LocaleTag) -> [UInt8] {
    guard let pseudo = PseudoLocale(locale) else { return source }
    let edits = YAMLWords.find(in: source, path: path).map { text in
      edit(
        text.range, pseudo.markdown(Array(source[text.range])), isScalar: text.isScalar, source)
    }
    return applied(edits, to: source)
  }

  private typealias Edit = (range: Range<Int>, bytes: [UInt8])

  private static func edit(
    _ range: Range<Int>, _ text: [UInt8], isScalar: Bool, _ page: [UInt8]
  ) -> Edit {
    isScalar ? PageApplication.scalar(text, range, page) : (range, text)
  }

  private static func applied(_ edits: [Edit], to page: [UInt8]) -> [UInt8] {
    var output = page
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      output.replaceSubrange(edit.range, with: edit.bytes)
    }
    return output
  }
}
