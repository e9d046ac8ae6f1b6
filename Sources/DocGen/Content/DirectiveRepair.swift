import Localization
import Model

/// Puts `:::` directives right that machine translation damaged: full-width colons and quotation
/// marks, blanks between colons, translated names and attributes.
///
/// What a directive was is read in the page in the source language: by the path or the choice that
/// both name, or by its place, where all others of both pages are the same in the same order. What
/// can't be told so is left to the renderer, which reports it.
struct DirectiveRepair {
  /// The text.
  private(set) var bytes: [UInt8]
  /// Where its lines come from, where lines were made several; `nil` of most.
  private(set) var origins: LineOrigins?
  var diagnostics: [Diagnostic] = []

  let path: String
  /// The block directives of the page in their order.
  private var blocks: [Block] = []
  var lines: [[UInt8]]
  /// Whether the line of a number is text, no code, and not longer than those with directives are.
  private(set) var isText: [Bool] = []
  var hasSeparated = false
  private static let mostBlocks = 1_000

  /// A directive that has its line for itself.
  struct Block {
    /// The number of its line, from 0.
    var line: Int
    /// How many bytes stand before it.
    var start: Int
    /// Its name; `nil` where it isn't known.
    var name: String?
    /// From its first colon to its last.
    var text: [UInt8]
    /// Whether its attributes can't be read.
    var isDamaged = false
  }

  /// Repairs a translation; `nil` where nothing is to be repaired, as in most.
  ///
  /// - Parameters:
  ///   - text: The file, from its beginning.
  ///   - path: The file's path, for diagnostics.
  ///   - source: Gives the same file in the source language.
  /// - Returns: The text as it should be, and what was wrong with it.
  static func repair(_ text: [UInt8], path: String, source: () -> [UInt8]?) -> DirectiveRepair? {
    let need = Need(text)
    guard need.isAny else { return nil }
    var repair = DirectiveRepair(text, path)
    repair.normalize(text, hasExchangeTags: need.exchangeTags)
    let isUnclear = repair.blocks.contains { $0.name == nil || $0.isDamaged }
    let source = isUnclear || need.ofSource ? source() : nil
    if need.strongEmphasis { repair.restoreStrongEmphasis(from: source) }
    if need.codePlaceholders { repair.fillCodePlaceholders() }
    if need.inclusions { repair.restoreInclusions(from: source ?? []) }
    if need.snippets { repair.restoreSnippets(of: text, from: source ?? []) }
    if let source {
      if isUnclear { repair.restore(from: blocks(of: source)) }
      if need.alerts { repair.restoreAlerts(of: text, from: source) }
      if need.terms { repair.removeTermsInCode(source: source) }
    }
    if need.markup { repair.restoreMarkup(of: text, from: source) }
    if need.unitAlerts {
      repair.restoreUnitAlerts()
      repair.releaseInclusions()
    }
    if need.spacedKeywords { repair.restoreAlertWords(in: text, source: source) }
    guard !repair.diagnostics.isEmpty else { return nil }
    repair.bytes = Array(repair.lines.joined(separator: [10]))
    repair.findOrigins()
    return repair
  }

  private init(_ text: [UInt8], _ path: String) {
    bytes = text
    self.path = path
    lines = text.split(separator: 10, omittingEmptySubsequences: false).map { Array($0) }
  }

  /// The block directives of a page.
  static func blocks(of text: [UInt8]) -> [Block] {
    var page = DirectiveRepair(text, "")
    page.normalize(text)
    return page.blocks
  }

  /// Goes through the lines: colons and quotation marks become what they should be.
  private mutating func normalize(_ text: [UInt8], hasExchangeTags: Bool = false) {
    var code = CodeLines(text)
    var start = 0
    for number in lines.indices {
      let line = start..<(start + lines[number].count)
      start = line.upperBound + 1
      removePlaceholders(number)
      let isCode = code.isCode(line) || code.comments.contains(line.lowerBound)
      isText.append(!isCode && line.count <= DirectiveMarks.longest)
      guard isText[number] else { continue }
      if hasExchangeTags { removeExchangeTags(number) }
      removeInclusions(number)
      guard DirectiveMarks.mayHold(lines[number]) else { continue }
      if let parts = DirectiveMarks.withoutUnits(lines[number]) {
        separate(parts, number)
        continue
      }
      if let parts = DirectiveMarks.separated(lines[number]) {
        separate(parts, number)
        continue
      }
      let repaired = DirectiveMarks.repaired(lines[number])
      let isChanged = repaired != lines[number]
      lines[number] = repaired
      let block = block(on: number)
      if isChanged {
        report(
          number, lines[number],
          block?.name.map { "write ':::\($0)'" } ?? "write ':::', '\"' and '[!'")
      }
      if let block { blocks.append(block) }
    }
  }

  /// Says where the lines come from, if some were made several.
  private mutating func findOrigins() {
    guard hasSeparated else { return }
    var found = LineOrigins(file: path)
    var count = 1
    for (number, line) in lines.enumerated() {
      for _ in 0...line[...].lineEndCount {
        found.append(file: path, line: number + 1, at: count)
        count += 1
      }
    }
    origins = found
  }

  /// Puts the directives that a line had beside its text on lines of their own.
  ///
  /// Text at their end that goes on in the next line is as far from the margin as that.
  private mutating func separate(_ parts: [[UInt8]], _ number: Int) {
    var parts = parts
    let last = parts[parts.count - 1]
    let margin = last.prefix(while: \.isBlank).count
    let next = number + 1 < lines.count ? lines[number + 1].prefix(while: \.isBlank) : []
    if !last[margin...].starts(with: ":::".utf8), next.count > margin,
      next.count < lines[number + 1].count
    {
      parts[parts.count - 1] = next + last[margin...]
    }
    for part in parts {
      lines[number] = part
      if let block = block(on: number) { blocks.append(block) }
    }
    lines[number] = Array(parts.joined(separator: [10]))
    hasSeparated = true
    report(number, parts[0], "write each directive on a line of its own")
  }

  private mutating func removeInclusions(_ number: Int) {
    let plain = DirectiveMarks.withoutBrokenInclusions(lines[number])
    guard plain.count < lines[number].count else { return }
    lines[number] = plain
    report(number, plain, "write '[!INCLUDE [title](path)]'")
  }

  private mutating func removePlaceholders(_ number: Int) {
    replace(
      number, with: DirectiveMarks.withoutPlaceholders(lines[number]), "directive.damaged",
      "words that stay untranslated still have their placeholder, here and perhaps further on",
      suggestion: "write them without '[!OP.NO-LOC()]'")
  }

  private mutating func removeTermsInCode(source: [UInt8]) {
    guard source.range(of: ":::no-loc(", in: 0..<source.count) == nil else { return }
    for number in lines.indices {
      let isCode = !isText[number]
      replace(
        number, with: DirectiveMarks.withoutTermsInCode(lines[number], isCode: isCode),
        "directive.damaged",
        "words that stay untranslated still have their mark in code, here and perhaps further on",
        suggestion: "write them without ':::no-loc():::'")
    }
  }

  private mutating func removeExchangeTags(_ number: Int) {
    replace(
      number, with: DirectiveMarks.withoutExchangeTags(lines[number]), "markup.damaged",
      "tags of a file for translators were left in the text, here and perhaps further on",
      suggestion: "write what they hold without '<bpt>', '<ept>' and '<ph>'")
  }

  /// Puts a shorter line in the place of one, and says so once for a page.
  private mutating func replace(
    _ number: Int, with plain: [UInt8], _ code: String, _ message: String, suggestion: String
  ) {
    guard plain.count < lines[number].count else { return }
    lines[number] = plain
    if diagnostics.contains(where: { $0.message == message }) { return }
    diagnostics.report(
      .warning, code, at: SourceLocation(path: path, line: number + 1), message,
      suggestion: suggestion)
  }

  /// The directive that a line begins with.
  private func block(on number: Int) -> Block? {
    let line = lines[number]
    let start = line.firstIndex { !$0.isBlank && !">*+-".utf8.contains($0) } ?? line.count
    guard line[..<start].isContainerPrefix,
      let directive = ColonDirectiveText(line, at: start, in: 0..<line.count), !directive.isInline
    else { return nil }
    let isKnown = ColonDirective.names.contains(directive.name)
    var block = Block(
      line: number, start: start, name: isKnown ? directive.name : nil,
      text: Array(line[directive.range]))
    block.isDamaged = isKnown && !DirectiveMarks.hasNeededAttributes(directive)
    return block
  }

  /// Puts what the source has in the place of directives that can't be read.
  private mutating func restore(from originals: [Block]) {
    // Each is compared with each; no page has so many.
    guard blocks.count <= Self.mostBlocks, originals.count <= Self.mostBlocks else { return }
    let isSameOrder =
      blocks.count == originals.count
      && zip(blocks, originals).allSatisfy { block, original in
        block.name == nil || block.name == original.name
      }
    // What translated names mean, such as `zona` of `zona-fin`.
    var names: [String: String] = [:]
    for (index, block) in blocks.enumerated() where block.name == nil || block.isDamaged {
      let original =
        Self.original(of: block, among: originals) ?? (isSameOrder ? originals[index] : nil)
      let translated = ColonDirectiveText(block.text, at: 0, in: 0..<block.text.count)?.name ?? ""
      if let original, let name = original.name, block.name == nil || block.name == name {
        names[translated] = name
        replace(block, with: DirectiveMarks.merged(original.text, name, block.text), name)
      } else if let hyphen = translated.firstIndex(of: "-"),
        let name = names[String(translated[..<hyphen])]
      {
        replace(block, with: Array(":::\(name)-end".utf8), "\(name)-end")
      }
    }
  }

  private mutating func replace(_ block: Block, with directive: [UInt8], _ name: String) {
    let line = lines[block.line]
    report(
      block.line, line, "write ':::\(name)' and its attributes as in the original",
      wasTranslated: true)
    lines[block.line] = Array(
      line[..<block.start] + directive + line[(block.start + block.text.count)...])
  }

  /// The directive whose path or choice a damaged one still names, if only one does.
  private static func original(of block: Block, among originals: [Block]) -> Block? {
    let fitting = originals.filter { original in
      guard let tag = DirectiveMarks.tag(of: original.text) else { return false }
      let value = tag["source"] ?? tag["pivot"] ?? tag["range"] ?? []
      return value.count > 2 && block.text.contains(sequence: value)
    }
    guard let first = fitting.first, fitting.allSatisfy({ $0.text == first.text }) else {
      return nil
    }
    return first
  }

  mutating func reportEscaped(_ number: Int, _ column: Int, _ keyword: String) {
    diagnostics.report(
      .warning, "alert.escaped",
      at: SourceLocation(path: path, line: number + 1, column: column),
      "a backslash makes text of '[!\(keyword)]'; the original has an alert here",
      suggestion: "write the keyword of the original without it")
  }

  mutating func report(
    _ number: Int, _ line: [UInt8], _ suggestion: String, wasTranslated: Bool = false
  ) {
    let column = (line.firstIndex { !$0.isBlank } ?? 0) + 1
    diagnostics.report(
      .warning, "directive.damaged",
      at: SourceLocation(path: path, line: number + 1, column: column),
      wasTranslated
        ? "a directive was translated; it is read as the original has it"
        : "the marks of a directive were changed in translation", suggestion: suggestion)
  }
}
