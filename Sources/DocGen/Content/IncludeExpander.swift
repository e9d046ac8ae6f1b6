import FileSystem
import Localization
import Model

/// A page with what it includes in place.
struct ExpandedPage: Sendable {
  /// The page's bytes, its own front matter first.
  var bytes: [UInt8]
  /// Where each line comes from.
  var origins: LineOrigins
  /// Inclusions that failed; what they should have shown is left out.
  var diagnostics: [Diagnostic] = []
  /// Whether a file was included that is itself a page, or no text.
  var includesPages = false
  /// The page's own bytes where directives in them were put right.
  var repaired: [UInt8]?
  /// The translated files that were included, each once, with their front matter.
  var translations: [IncludedTranslation] = []
}

/// A translated file that was included.
struct IncludedTranslation: Sendable {
  var locale: LocaleTag
  var path: RelativePath
  /// The file, its front matter first.
  var bytes: [UInt8]
}

/// Puts included files in place of `[!INCLUDE [title](path)]`.
///
/// A path is relative to the file that holds it, `~/` to the locale's folder. A file that the
/// locale lacks is taken from the source language, which a tag around it says. Front matter of
/// included files is dropped, their relative links are written anew for the including page, and every
/// line of a block that is included into a list or a quotation keeps its place there.
struct IncludeExpander {
  /// How deep files may include each other.
  static let depthLimit = 8
  /// How large a page may become, in bytes.
  static let sizeLimit = 8 << 20
  /// How many files a page may include, those that they include among them: files that are empty and
  /// include each other ten times each would take hours without making the page large.
  static let countLimit = 5_000

  let tree: ContentTree
  let locale: LocaleTag
  private let page: RelativePath
  var output: [UInt8] = []
  var origins = LineOrigins()
  var line = 1
  var diagnostics: [Diagnostic] = []
  var includesPages = false
  private var translations: [IncludedTranslation] = []
  /// Where the lines of files come from in which lines were made several.
  private var repairs: [String: LineOrigins] = [:]
  private var count = 0
  private var isTooLarge = false

  private init(_ tree: ContentTree, _ locale: LocaleTag, _ page: RelativePath) {
    self.tree = tree
    self.locale = locale
    self.page = page
  }

  /// Expands a page.
  ///
  /// - Parameters:
  ///   - bytes: The page as it was read.
  ///   - page: Which page it is.
  ///   - locale: The language of the reader, whose files are included first.
  ///   - tree: Where included files are found.
  /// - Returns: The page with everything in place, and what went wrong.
  static func expand(
    _ bytes: [UInt8], of page: ContentPage, for locale: LocaleTag, in tree: ContentTree
  ) -> ExpandedPage {
    var expander = IncludeExpander(tree, locale, page.path)
    let given = bytes.count
    let today = expander.rewritten(bytes, file: page.file)
    let plain = expander.repaired(today, path: page.path, locale: page.locale, file: page.file)
    let repaired = expander.diagnostics.isEmpty && plain.count == given ? nil : plain
    let bytes = expander.named(plain, path: page.path, locale: page.locale)
    guard bytes.containsIncludeMark || SnippetDirective.mayOccur(in: bytes) else {
      return ExpandedPage(
        bytes: bytes, origins: expander.repairs[page.file] ?? LineOrigins(file: page.file),
        diagnostics: expander.diagnostics, repaired: repaired)
    }
    expander.output.reserveCapacity(bytes.count + bytes.count / 4)
    let source = IncludeSource(
      file: page.file, path: page.path, locale: page.locale, chain: [page.path])
    expander.copy(bytes, line: 1, of: source)
    for (file, origins) in expander.repairs {
      expander.origins = expander.origins.through(origins, of: file)
    }
    return ExpandedPage(
      bytes: expander.output, origins: expander.origins, diagnostics: expander.diagnostics,
      includesPages: expander.includesPages, repaired: repaired,
      translations: expander.translations)
  }

  /// A file in the Markdown of today.
  private mutating func rewritten(_ bytes: [UInt8], file: String) -> [UInt8] {
    var bytes = bytes
    if let former = AzureMarkdown(bytes) {
      diagnostics += former.diagnostic(of: file).map { [$0] } ?? []
      bytes = former.bytes
    }
    return AdobeInclusions.rewritten(bytes, hasSection: hasSection) ?? bytes
  }

  /// Whether the file with the sections that Adobe's documentation includes has one of an id.
  private func hasSection(_ id: String) -> Bool {
    guard let file = tree.find(AdobeInclusions.sections, from: page, for: locale).file,
      let text = try? Files.read(file.file, limit: ContentPage.sizeLimit)
    else { return false }
    return AdobeInclusions.section(id, of: text) != nil
  }

  /// A file in which directives are put right that translation damaged.
  private mutating func repaired(
    _ bytes: [UInt8], path: RelativePath, locale: LocaleTag, file: String
  ) -> [UInt8] {
    guard locale != tree.source else { return bytes }
    let repair = DirectiveRepair.repair(bytes, path: file) { original(of: path) }
    guard let repair else { return bytes }
    diagnostics += repair.diagnostics
    repairs[file] = repair.origins
    return repair.bytes
  }

  /// A file whose headings have the ids of the source's.
  private func named(_ bytes: [UInt8], path: RelativePath, locale: LocaleTag) -> [UInt8] {
    guard locale != tree.source else { return bytes }
    let isPlain = path.fileExtension.lowercased() == "md"
    return HeadingNames.added(to: bytes) {
      original(of: path).map {
        isPlain
          ? $0
          : YAMLPage($0, path: path.description, title: "", words: YAMLPageWords()).markdown
      }
    } ?? bytes
  }

  /// The same file in the source language.
  private func original(of path: RelativePath) -> [UInt8]? {
    guard let original = tree.contents[tree.source]?.file(at: path) else { return nil }
    guard let bytes = try? Files.read(original, limit: ContentPage.sizeLimit) else { return nil }
    return AzureMarkdown(bytes)?.bytes ?? bytes
  }

  /// Copies a text, replacing inclusions.
  ///
  /// `first` is the line of the file in which it begins; `isInline` says that its lines were
  /// joined.
  private mutating func copy(
    _ text: [UInt8], line first: Int, of source: IncludeSource, isInline: Bool = false
  ) {
    if !isInline { origins.append(file: source.file, line: first, at: line) }
    var position = 0
    var lineStart = 0
    let bodyStart = source.chain.count == 1 ? FrontMatterBounds(text).bodyStart : 0
    for directive in IncludeDirective.find(in: text) {
      let range = directive.range
      append(text[position..<range.lowerBound])
      lineStart =
        text[position..<range.lowerBound].lastIndex(of: 10).map { $0 + 1 } ?? lineStart
      let after = text[range.upperBound...].first { !$0.isBlank && $0 != 13 }
      let prefix = text[lineStart..<range.lowerBound]
      // What goes into a line stays in it, whatever it includes.
      let isBlock =
        !isInline && prefix.isContainerPrefix && (after ?? 10) == 10
      let original = first + (isInline ? 0 : directive.line - 1)
      let number = repairs[source.file]?.location(line: original, column: 0).line ?? original
      let place = SourceLocation(
        path: source.file, line: number, column: range.lowerBound - lineStart + 1)
      if let snippet = directive.snippet {
        let code = self.snippet(
          snippet, in: source.path, at: place, prefix: isInline ? [] : prefix.continuation)
        append(code[...])
      } else {
        var surroundings = source.surroundings
        // Pages in the source language have nothing in another one.
        if locale != tree.source {
          surroundings.narrow(to: range, lineStart: lineStart, isBlock: isBlock, of: text)
          if range.lowerBound < bodyStart { surroundings.isInValue = true }
        }
        include(
          directive.path, titled: directive.title, into: source, at: place,
          prefix: isBlock ? prefix.continuation : nil, surroundings, isInRow: prefix.beginsRow)
      }
      if isBlock {
        origins.append(file: source.file, line: original + 1, at: line + 1)
      }
      position = range.upperBound
    }
    append(text[position...])
  }

  private mutating func append(_ text: ArraySlice<UInt8>) {
    output += text
    line += text.lineEndCount
  }

  /// Says once that the page takes too much, and includes nothing more.
  private mutating func refuse(_ reason: String, at place: SourceLocation) {
    diagnostics.report(.error, "include.size", at: place, reason)
    isTooLarge = true
  }

  /// Notes where a page takes something from a file whose bytes aren't among what all pages share.
  mutating func noteInclusion(of path: RelativePath, in locale: LocaleTag) {
    if tree.contents[locale]?[path] != nil || ContentRole.isMedia(path) { includesPages = true }
  }

  /// Copies an included file; a block if `prefix` is given, the beginning of its further lines.
  ///
  /// In a line the title stands for a file that isn't there, unless it is a path. In a row of a table no
  /// bars of the file divide cells.
  private mutating func include(
    _ written: String, titled title: String, into source: IncludeSource,
    at place: SourceLocation, prefix: [UInt8]?, _ surroundings: InclusionSurroundings, isInRow: Bool
  ) {
    guard !isTooLarge else { return }
    count += 1
    guard count <= Self.countLimit else {
      return refuse("the page includes more than \(Self.countLimit) files", at: place)
    }
    let parts = written.split(separator: "#", maxSplits: 1)
    let section = parts.count == 2 && written.hasPrefix(AdobeInclusions.sections) ? parts[1] : nil
    let name = section == nil ? written : AdobeInclusions.sections
    let found = tree.find(name.addressDecoded, from: source.path, for: locale)
    if var problem = found.diagnostic(for: written, at: place) {
      if found.file == nil {
        let reason = tree.reason(forMissing: name, from: source.path, in: locale, isLink: false)
        problem.suggestion = reason ?? problem.suggestion
      }
      diagnostics.append(problem)
    }
    guard let found = found.file else {
      let isPath = title.contains("/") || title.lowercased().hasSuffix(".md")
      if prefix == nil, !isPath { append(Array(title.utf8)[...]) }
      return
    }
    noteInclusion(of: found.path, in: found.locale)
    if let cycle = source.chain.firstIndex(of: found.path) {
      let names = (source.chain[cycle...] + [found.path]).map(\.description)
      return diagnostics.report(
        .error, "include.cycle", at: place,
        "files include each other: \(names.joined(separator: " → "))")
    }
    guard source.chain.count <= Self.depthLimit else {
      return diagnostics.report(
        .error, "include.depth", at: place,
        "more than \(Self.depthLimit) files include each other")
    }
    do throws(FileError) {
      let text = repaired(
        rewritten(
          TextEncoding.repaired(try Files.read(found.file, limit: ContentPage.sizeLimit)),
          file: found.file),
        path: found.path, locale: found.locale, file: found.file)
      guard output.count + text.count <= Self.sizeLimit else {
        return refuse(
          "with what it includes the page is larger than \(Self.sizeLimit >> 20) MiB", at: place)
      }
      if found.locale != tree.source, !translations.contains(where: { $0.path == found.path }) {
        translations.append(
          IncludedTranslation(locale: found.locale, path: found.path, bytes: text))
      }
      let named = named(text, path: found.path, locale: found.locale)
      let body =
        section.flatMap { AdobeInclusions.section($0, of: named) }
        ?? named[FrontMatterBounds(named).bodyStart...].trimmed
      let firstLine = named[..<body.startIndex].lineEndCount + 1
      var moved = LinkRelocation(from: found.path, to: page).apply(to: Array(body))
      if let prefix {
        moved = moved.indented(by: prefix)
      } else {
        moved = moved.joiningLines
        if isInRow { moved = moved.escapingBars }
      }
      let inner = IncludeSource(
        file: found.file, path: found.path, locale: found.locale, surroundings: surroundings,
        chain: source.chain + [found.path])
      let start = (offset: output.count, line: line)
      copy(moved, line: firstLine, of: inner, isInline: prefix == nil)
      if found.locale != source.locale {
        mark(from: start, as: found.locale, prefix: prefix, surroundings)
      }
    } catch {
      diagnostics.append(error.diagnostic)
    }
  }
}

/// The file that is being copied, and the files that led to it.
private struct IncludeSource {
  var file: String
  var path: RelativePath
  var locale: LocaleTag
  var surroundings = InclusionSurroundings()
  var chain: [RelativePath]
}
