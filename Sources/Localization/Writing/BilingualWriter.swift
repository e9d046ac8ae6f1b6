public import Model

/// Writes the bilingual form of a page from its source and a plain translation, so that nobody
/// types spans.
///
/// Source and translation must have the same blocks in the same order: headings, paragraphs, list
/// items, table cells. Each sentence becomes a unit. A unit that is only a link wraps the link's
/// text; markers of headings, lists, quotations, alerts and tables stay outside; code and text
/// without words is left as it is. Units are numbered from 103 (101 and 102 are the title and the
/// description, which have no spans), or from 101 where the source has no front matter.
///
/// Stripping the result gives back the translation byte for byte, with two additions: the
/// anchors of headings, and the `ms.*` keys at the end of the front matter.
public struct BilingualWriter: Sendable {
  /// What a page was written to, and what didn't fit together.
  public struct Output: Hashable, Sendable {
    /// The bilingual page.
    public var page: [UInt8]
    /// Where source and translation differ in structure.
    public var diagnostics: [Diagnostic]
    /// How many units were written.
    public var unitCount: Int
  }

  private let source: [UInt8]
  private let translation: [UInt8]
  private let path: String
  private let locale: LocaleTag
  /// What source and translation are called in problems.
  private let names: (source: String, translation: String)
  private let prefix: String
  private var output: [UInt8] = []
  private var diagnostics: [Diagnostic] = []
  /// How much of the translation is written.
  private var position = 0
  private var number: Int
  private var unitCount = 0

  /// Writes one page.
  ///
  /// - Parameters:
  ///   - source: The source page. Its SHA-1 with `CR LF` becomes `ms.openlocfilehash`.
  ///   - translation: The translated page without spans.
  ///   - path: The page's path below the folder of a locale, such as `rules/con-01.md`.
  ///   - locale: The language of the translation.
  ///   - handoff: The day on which the source was handed to translation, as `MM/DD/YYYY`.
  ///   - sourceCommit: The commit that holds the source. Where it is `nil` the key
  ///     `ms.sourcegitcommit` is left out: a made-up value would be taken for a real one.
  ///   - names: What both files are called in problems; without them, by the folders of their
  ///     locales.
  /// - Returns: The page. It is complete also where there are diagnostics: a block whose sentences
  ///   don't match becomes one unit, and from the first block that has no counterpart on the rest
  ///   stays without units.
  public static func write(
    source: [UInt8], translation: [UInt8], path: String, locale: LocaleTag, handoff: String,
    sourceCommit: String? = nil, names: (source: String, translation: String)? = nil
  ) -> Output {
    let names = names ?? ("\(LocaleTag.source)/\(path)", "\(locale)/\(path)")
    var writer = BilingualWriter(source, translation, path, locale, names)
    writer.writePage(handoff: handoff, commit: sourceCommit)
    return Output(
      page: writer.output, diagnostics: writer.diagnostics, unitCount: writer.unitCount)
  }

  private init(
    _ source: [UInt8], _ translation: [UInt8], _ path: String, _ locale: LocaleTag,
    _ names: (source: String, translation: String)
  ) {
    (self.source, self.translation, self.path, self.locale) = (source, translation, path, locale)
    self.names = names
    prefix = BilingualFrontMatter.identity(path: path, locale: locale.folder).prefix
    number = FrontMatterBounds(source).content == nil ? 101 : 103
  }

  private mutating func writePage(handoff: String, commit: String?) {
    let bounds = FrontMatterBounds(translation)
    let frontMatter = BilingualFrontMatter(
      sourceHash: SourceFreshness.sha1(ofSource: source), sourceCommit: commit,
      localeTag: locale.tag, handoff: handoff,
      fileNumber: BilingualFrontMatter.identity(path: path, locale: locale.folder).fileNumber)
    output = frontMatter.write(translation, bounds)
    position = bounds.bodyStart
    let sourceBlocks = BlockScanner(source).scan(from: FrontMatterBounds(source).bodyStart)
    let targetBlocks = BlockScanner(translation).scan(from: bounds.bodyStart)
    for (original, translated) in zip(sourceBlocks, targetBlocks) {
      guard original.kind == translated.kind else {
        reportStructure(original, translated)
        break
      }
      writeBlock(original, translated)
    }
    if diagnostics.allSatisfy({ $0.severity != .error }), sourceBlocks.count != targetBlocks.count {
      let index = min(sourceBlocks.count, targetBlocks.count)
      reportStructure(
        sourceBlocks.dropFirst(index).first, targetBlocks.dropFirst(index).first)
    }
    output += translation[position...]
  }

  private mutating func writeBlock(_ original: TextBlock, _ translated: TextBlock) {
    let source = original.text(in: source)
    let target = translated.text(in: translation)
    switch translated.kind {
    case .hidden:
      number += 1
    case .heading:
      writeAnchor(source.bytes, before: translated.start)
      writeUnit(source, wholeOf(source), target, wholeOf(target))
    case .paragraph, .cell:
      var sources = SentenceScanner.sentences(of: source.bytes)
      var targets = SentenceScanner.sentences(of: target.bytes)
      if sources.count != targets.count {
        reportSentences(original, sources.count, translated, targets.count)
        (sources, targets) = ([wholeOf(source)], [wholeOf(target)])
      }
      for (from, to) in zip(sources, targets) { writeUnit(source, from, target, to) }
    }
  }

  private func wholeOf(_ text: BlockText) -> Range<Int> { 0..<text.bytes.count }

  /// Gives a heading the id that the source page has, unless the translator already did.
  private mutating func writeAnchor(_ heading: [UInt8], before start: Int) {
    output += translation[position..<start]
    position = start
    if let anchor = HeadingAnchor.leading(translation, at: start) {
      output += translation[start..<anchor.end]
      position = anchor.end
    } else {
      output += "<a name=\"\(HeadingAnchor.slug(ofMarkdown: heading))\"></a>".utf8
    }
  }

  private mutating func writeUnit(
    _ source: BlockText, _ from: Range<Int>, _ target: BlockText, _ to: Range<Int>
  ) {
    var (from, to) = (from, to)
    guard WordScanner.hasWords(source.bytes, from) || WordScanner.hasWords(target.bytes, to) else {
      return
    }
    if let sourceText = WordScanner.onlyLinkText(source.bytes, from),
      let targetText = WordScanner.onlyLinkText(target.bytes, to)
    {
      (from, to) = (sourceText, targetText)
    }
    var range = target.pageRange(to)
    // A heading's own anchor is already written and no part of its unit.
    if range.lowerBound < position { range = position..<range.upperBound }
    output += translation[position..<range.lowerBound]
    output += "<span data-ttu-id=\"\(prefix)-\(number)\">".utf8
    output += translation[range]
    output += "</span><span class=\"sxs-lookup\"><span data-stu-id=\"\(prefix)-\(number)\">".utf8
    output += source.singleLine(from)
    output += "</span></span>".utf8
    position = range.upperBound
    number += 1
    unitCount += 1
  }

  private mutating func reportStructure(_ original: TextBlock?, _ translated: TextBlock?) {
    let place = placeInTranslation(translated?.start ?? translation.count)
    let counterpart = placeInSource(original?.start ?? source.count)
    let what = translated.map { "this \($0.kind.name)" } ?? "the end of the translation"
    let other = original.map { "a \($0.kind.name)" } ?? "the end of the source"
    diagnostics.report(
      .error, "localize.structure", at: place,
      "\(what) stands against \(other) at \(counterpart); the rest of the page has no units",
      suggestion: "give the translation the blocks of the source, in the same order")
  }

  private mutating func reportSentences(
    _ original: TextBlock, _ sources: Int, _ translated: TextBlock, _ targets: Int
  ) {
    let counterpart = placeInSource(original.start)
    diagnostics.report(
      .warning, "localize.sentences", at: placeInTranslation(translated.start),
      "sentences of this \(translated.kind.name): \(targets), of its source at \(counterpart): "
        + "\(sources); it became one unit")
  }

  private func placeInTranslation(_ offset: Int) -> SourceLocation {
    LineTable(translation).location(of: offset, path: names.translation)
  }

  private func placeInSource(_ offset: Int) -> SourceLocation {
    LineTable(source).location(of: offset, path: names.source)
  }
}

extension TextBlock.Kind {
  fileprivate var name: String {
    switch self {
    case .heading(let level): "level-\(level) heading"
    case .paragraph: "paragraph"
    case .cell: "table cell"
    case .hidden: "image directive"
    }
  }
}
