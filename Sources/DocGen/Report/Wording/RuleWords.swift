import FileSystem
import Localization
import Model
import YAML

/// The words of a rule in one language, from its page in the documentation.
struct RuleWords: Sendable {
  /// The parts of a rule's page, in the order of its second-level headings.
  enum Part: String, CaseIterable, Sendable { case criterion, why, procedure, remedy, sources }

  /// The title of the page.
  let title: String
  /// The language of the words: the reader's, or the source where there is no translation.
  let locale: LocaleTag
  /// Whether the words are English because there is no translation.
  let isFallback: Bool
  /// Whether the English page has changed since it was translated.
  let isStale: Bool
  /// The parts as bilingual Markdown.
  private let parts: [Part: [UInt8]]
  /// The page in English below the locale's folder, where the site publishes it.
  private let path: String
  private let file: String

  /// The language as HTML names it.
  var tag: String { locale.tag }
  /// The direction of the words.
  var direction: String { locale.direction }

  /// Reads the page of a rule; later folders take the place of earlier ones, file by file.
  ///
  /// Without any page the words are the rule's id alone.
  static func load(_ rule: String, _ locale: LocaleTag, folders: [String]) -> RuleWords {
    let path = "rules/\(rule.lowercased()).md"
    let source = read("\(LocaleTag.source)/\(path)", folders)
    guard let found = read("\(locale)/\(path)", folders) ?? source else {
      return RuleWords(
        title: rule, locale: .source, isFallback: locale != .source, isStale: false, parts: [:],
        path: path, file: path)
    }
    let frontMatter = FrontMatter.parse(found.bytes, path: found.file)
    let isFallback = locale != .source && found.file == source?.file
    let freshness = SourceFreshness(
      recordedHash: frontMatter.string("ms.openlocfilehash"), source: source?.bytes ?? [])
    return RuleWords(
      title: frontMatter.string("title") ?? rule, locale: isFallback ? .source : locale,
      isFallback: isFallback,
      isStale: locale != .source && !isFallback && source != nil && freshness == .stale,
      parts: split(Array(found.bytes[frontMatter.bodyOffset...])), path: path, file: found.file)
  }

  private static func read(
    _ path: String, _ folders: [String]
  ) -> (file: String, bytes: [UInt8])? {
    for folder in folders.reversed() {
      let file = "\(folder)/\(path)"
      if let bytes = try? Files.read(file, limit: 1 << 20) { return (file, bytes) }
    }
    return nil
  }

  /// Splits a body at its second-level headings; the parts follow each other in a fixed order.
  private static func split(_ body: [UInt8]) -> [Part: [UInt8]] {
    var parts: [Part: [UInt8]] = [:]
    var next = Part.allCases[...]
    var current: Part?
    for line in body.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: "## ".utf8) {
        current = next.popFirst()
      } else if let current {
        parts[current, default: []] += line + [0x0A]
      }
    }
    return parts
  }

  /// A part as templates quote it; `nil` if the page doesn't have it.
  ///
  /// - Parameter siteRoot: The path from the report's page to the folder of the locale, if the site
  ///   is published beside the report: links then lead there. Otherwise they are plain text.
  func quote(_ part: Part, _ wording: Wording, toReport: String) -> TemplateValue? {
    guard let markdown = parts[part] else { return nil }
    let rule = path.split(separator: "/").last?.dropLast(3) ?? ""
    var shown: [UInt8]
    if wording.form == .html {
      var options = MarkdownOptions(path: file, locale: locale)
      options.resolve = RuleLinks(hasSite: wording.language.hasSite, toReport: toReport).resolve
      shown = MarkdownRenderer.render(markdown, options).html
    } else {
      shown = Units.plainTarget(of: markdown)
      while shown.last == 0x0A { shown.removeLast() }
    }
    while shown.first == 0x0A { shown.removeFirst() }
    let hasSource = locale != .source && wording.form == .html
    return [
      "html": .html(shown), "quoted": .html(Self.quoted(shown)), "tag": .text(tag),
      "direction": .text(direction), "isFallback": .boolean(isFallback),
      "isStale": .boolean(isStale),
      "href": hasSource
        ? .text("\(toReport)../../\(LocaleTag.source)/report/rules/\(rule).html#section-\(part)")
        : .null,
    ]
  }

  /// Markdown as a block quotation.
  private static func quoted(_ markdown: [UInt8]) -> [UInt8] {
    var lines: [[UInt8]] = []
    for line in markdown.split(separator: 0x0A, omittingEmptySubsequences: false) {
      lines.append((line.isEmpty ? Array(">".utf8) : Array("> ".utf8)) + line)
    }
    return Array(lines.joined(separator: [0x0A]))
  }
}

/// Where the links of a rule's page lead when the report quotes it.
struct RuleLinks: Sendable {
  let hasSite: Bool
  let toReport: String

  /// Pages of the site where there is one; other rules are in the report itself.
  func resolve(_ link: LinkReference) -> ResolvedLink {
    let address = link.address
    guard !address.contains("://"), !address.hasPrefix("#"), !address.hasPrefix("/") else {
      return ResolvedLink(address)
    }
    let page = address.replacing(".md", with: ".html")
    if !page.contains("/"), page != "index.html" { return ResolvedLink("\(toReport)rules/\(page)") }
    guard hasSite else { return ResolvedLink(nil) }
    return ResolvedLink(
      page.hasPrefix("../") ? "\(toReport)\(page)" : "\(toReport)../rules/\(page)")
  }
}
