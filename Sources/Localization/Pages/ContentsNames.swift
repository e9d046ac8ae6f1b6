public import Model
import YAML

/// The names in a table of contents: texts that are translated without spans.
public enum ContentsNames {
  /// Pairs the names of a translated table of contents with those of its source.
  ///
  /// Entries belong together if they lead to the same place and stand in the same order. Entries
  /// that lead nowhere belong together if as many of them stand between two such entries.
  ///
  /// - Parameters:
  ///   - locale: The language of the translation.
  ///   - path: The path below the locale's folder.
  ///   - bytes: The translated file.
  ///   - original: The source file.
  /// - Returns: A page whose pairs are names; empty if a file can't be read as YAML.
  public static func page(
    locale: LocaleTag, path: String, bytes: [UInt8], original: [UInt8]
  ) -> TranslatedPage {
    let targets = names(bytes, path)
    let sources = names(original, path)
    let partners = partners(of: targets, among: sources)
    var pairs: [TextPair] = []
    for (index, name) in targets.enumerated() {
      let source = partners[index].map { TextPair.SourcePlace.original(sources[$0].text) } ?? .none
      pairs.append(
        TextPair(.init(.contentsName, index + 1), target: name.text, source: source))
    }
    return TranslatedPage(
      locale: locale, path: path, bytes: bytes, original: original,
      alignment: .structure(unpaired: partners.count { $0 == nil }), pairs: pairs)
  }

  struct Name: Equatable {
    var text: Range<Int>
    var reference: String?
  }

  /// The names of a file in their order.
  static func names(_ bytes: [UInt8], _ path: String) -> [Name] {
    guard let document = try? YAMLDocument(parsing: bytes, path: path), let root = document.root
    else { return [] }
    let lines = LineTable(bytes)
    var names: [Name] = []
    func visit(_ node: YAMLNode) {
      for item in node.sequence ?? [] { visit(item) }
      guard let entries = node.mapping else { return }
      if let name = entries.first(where: { $0.key.lowercased() == "name" })?.value,
        name.string != nil, let line = lines.range(ofLine: name.location.line),
        let text = HiddenTexts.scalar(
          bytes, min(line.lowerBound + name.location.column - 1, line.upperBound)..<line.upperBound)
      {
        let reference = entries.first { $0.key.lowercased() == "href" }?.value.string
        names.append(Name(text: text, reference: reference))
      }
      for entry in entries where entry.key.lowercased() == "items" { visit(entry.value) }
    }
    visit(root)
    return names
  }

  /// For each name the place of its source; `nil` where there is none.
  private static func partners(of targets: [Name], among sources: [Name]) -> [Int?] {
    var partners = [Int?](repeating: nil, count: targets.count)
    var next = 0
    var (lastTarget, lastSource) = (-1, -1)
    func fillHeadings(upTo target: Int, _ source: Int) {
      let own = (lastTarget + 1..<target).filter { targets[$0].reference == nil }
      let others = (lastSource + 1..<source).filter { sources[$0].reference == nil }
      guard own.count == others.count else { return }
      for (index, partner) in zip(own, others) { partners[index] = partner }
    }
    for (index, name) in targets.enumerated() {
      guard let reference = name.reference,
        let found = sources[next...].firstIndex(where: { $0.reference == reference })
      else { continue }
      partners[index] = found
      fillHeadings(upTo: index, found)
      (lastTarget, lastSource, next) = (index, found, found + 1)
    }
    fillHeadings(upTo: targets.count, sources.count)
    return partners
  }
}
