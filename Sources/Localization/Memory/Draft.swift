public import Model

/// Prepares a page for a new locale: what a memory knows is put in, the rest stays in the source
/// language, and the page says which texts nobody has checked.
public struct Draft: Sendable {
  /// What is put into the page.
  public struct Output: Hashable, Sendable {
    /// The bilingual page.
    public var page: [UInt8]
    /// The texts that a memory had with exactly this source.
    public var exact = 0
    /// The texts that a memory had with a similar source.
    public var fuzzy = 0
    /// The texts that are still in the source language.
    public var untranslated = 0
    /// What didn't fit.
    public var diagnostics: [Diagnostic] = []
  }

  private let memory: TextMemory
  private let locale: LocaleTag

  /// Prepares for a locale.
  public init(memory: TextMemory, locale: LocaleTag) {
    (self.memory, self.locale) = (memory, locale)
  }

  /// Makes a page.
  ///
  /// - Parameters:
  ///   - source: The source page.
  ///   - path: The path below the locale's folder.
  ///   - handoff: The day of the source version as `MM/DD/YYYY`.
  ///   - commit: The commit of the source version, if known.
  /// - Returns: The page, and how much of it is translated.
  public func page(
    of source: [UInt8], path: String, handoff: String, commit: String?
  ) -> Output {
    var edits: [(range: Range<Int>, text: [UInt8])] = []
    var (fuzzyTexts, exactTexts): (Set<[UInt8]>, Set<[UInt8]>) = ([], [])
    func look(_ range: Range<Int>, _ text: [UInt8]) {
      guard let match = memory.best(for: text) else { return }
      edits.append((range, match.target))
      if match.similarity < 1 {
        fuzzyTexts.insert(match.target)
      } else {
        exactTexts.insert(match.target)
      }
    }
    for text in SourceTexts.find(in: source) { look(text.range, text.bytes) }
    var draft = source
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      draft.replaceSubrange(edit.range, with: edit.text)
    }
    let written = BilingualWriter.write(
      source: source, translation: draft, path: path, locale: locale, handoff: handoff,
      sourceCommit: commit)
    return mark(written, fuzzyTexts, exactTexts)
  }

  /// Lists the units that aren't exact in the front matter.
  private func mark(
    _ written: BilingualWriter.Output, _ fuzzyTexts: Set<[UInt8]>, _ exactTexts: Set<[UInt8]>
  ) -> Output {
    var output = Output(page: written.page, diagnostics: written.diagnostics)
    var unchecked: [Int] = []
    let bounds = FrontMatterBounds(written.page)
    for (name, number) in [("title:", 101), ("description:", 102)] as [(StaticString, Int)] {
      guard let range = HiddenTexts.value(of: name, written.page, bounds.content) else { continue }
      let target = Array(written.page[range])
      if fuzzyTexts.contains(target) || !exactTexts.contains(target) { unchecked.append(number) }
    }
    for unit in Units.scan(written.page).units {
      let target = Array(written.page[unit.target])
      if fuzzyTexts.contains(target) {
        output.fuzzy += 1
        unchecked.append(unit.number)
      } else if target == Array(written.page[unit.source]),
        memory.best(for: target)?.similarity != 1
      {
        output.untranslated += 1
        unchecked.append(unit.number)
      } else {
        output.exact += 1
      }
    }
    guard !unchecked.isEmpty else { return output }
    let list = unchecked.map(String.init).joined(separator: " ")
    var update = FrontMatterUpdate()
    update.set(PageApplication.uncheckedKey, "\"\(list)\"")
    // Nobody has made all of this translation yet.
    update.set("ms.translationtype", nil)
    output.page = update.applied(to: output.page)
    return output
  }
}
