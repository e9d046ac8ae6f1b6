public import Model

/// Puts translated texts into a bilingual page.
public enum PageApplication {
  /// What became of a page.
  public struct Result: Hashable, Sendable {
    /// The page; the same bytes where nothing was to be changed.
    public var bytes: [UInt8]
    /// How many texts changed.
    public var changed = 0
    /// How many texts nobody had looked at before.
    public var reviewed = 0
    /// What didn't fit.
    public var diagnostics: [Diagnostic] = []
  }

  /// The front matter key that lists the texts which nobody has checked yet.
  public static let uncheckedKey = "vouch.unreviewed"

  /// Puts the texts of a translated file into a page.
  ///
  /// A text whose source isn't the page's is refused, and so is a page whose hash differs from the
  /// file's: it was translated from another version.
  ///
  /// Texts that come back finished are taken off the list of those that nobody has looked at;
  /// changed ones that aren't finished are put on it. What the file says of commit, day and kind of
  /// translation goes into the front matter.
  ///
  /// - Parameters:
  ///   - translated: The texts of the page.
  ///   - page: The page as it is, with its source file.
  ///   - given: What is said of the translated texts besides the file, over what it says: pages of
  ///     which no text changed, or was looked at for the first time, aren't of that delivery.
  ///   - recordedHash: `ms.openlocfilehash` of the page.
  ///   - location: The place of the page in the translated file.
  /// - Returns: The new page.
  public static func apply(
    _ translated: ExchangeFile.Page, to page: TranslatedPage, given: [String: String] = [:],
    recordedHash: String?, location: SourceLocation
  ) -> Result {
    var result = Result(bytes: page.bytes)
    if let hash = translated.metadata["ms.openlocfilehash"], let recordedHash,
      hash.lowercased() != recordedHash.lowercased()
    {
      result.diagnostics.report(
        .error, "exchange.version", at: location,
        "'\(translated.path)' was exported from another version of the source (\(hash.prefix(8)),"
          + " the page has \(recordedHash.prefix(8)))",
        suggestion: "export the page again; its former translations are found by their source")
      return result
    }
    var review = PageReview(page)
    let pairs = Dictionary(page.pairs.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    var edits: [(range: Range<Int>, bytes: [UInt8])] = []
    let bodyStart = FrontMatterBounds(page.bytes).bodyStart
    for text in translated.texts {
      guard let key = MemoryEntry.key(of: text.id), let pair = pairs[key] else {
        result.diagnostics.report(
          .error, "exchange.id", at: text.location,
          "'\(translated.path)' has no text '\(text.id)'",
          suggestion: "keep the ids of the exported file")
        continue
      }
      guard page.source(of: pair).map({ Array($0) }) == text.source else {
        result.diagnostics.report(
          .error, "exchange.source", at: text.location,
          "'\(text.id)' of '\(translated.path)' was translated from another source",
          suggestion: "export the page again")
        continue
      }
      guard let target = text.target else { continue }
      if Array(page.target(of: pair)) != target {
        let isInFrontMatter = pair.target.upperBound <= bodyStart
        guard
          let written = written(
            target, pair, page, text, isInFrontMatter: isInFrontMatter, &result.diagnostics)
        else { continue }
        edits.append(written)
        review.take(key, isFinished: text.isFinished, isChanged: true)
      } else {
        review.take(key, isFinished: text.isFinished, isChanged: false)
      }
    }
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      result.bytes.replaceSubrange(edit.range, with: edit.bytes)
    }
    (result.changed, result.reviewed) = (edits.count, review.reviewed)
    // What can't be meant is told in any case.
    let delivered = translated.metadata.merging(given) { $1 }
    var update = review.update(delivered, at: location, &result.diagnostics)
    if result.changed + result.reviewed == 0 {
      var known: [Diagnostic] = []
      update = review.update(translated.metadata, at: location, &known)
    }
    result.bytes = update.applied(to: result.bytes)
    return result
  }

  /// What is written in the place of a text, with the quotation marks that its place needs.
  private static func written(
    _ target: [UInt8], _ pair: TextPair, _ page: TranslatedPage, _ text: ExchangeFile.Text,
    isInFrontMatter: Bool, _ diagnostics: inout [Diagnostic]
  ) -> (Range<Int>, [UInt8])? {
    func refuse(_ reason: String) -> (Range<Int>, [UInt8])? {
      diagnostics.report(.error, "exchange.text", at: text.location, "'\(text.id)' \(reason)")
      return nil
    }
    func inFrontMatter() -> (Range<Int>, [UInt8])? {
      if let text = FrontMatterUnit.text(target, at: pair.target.lowerBound, in: page.bytes) {
        return (pair.target, text)
      }
      return refuse("holds a line break or a colon, which would end the front matter's text")
    }
    switch pair.key.kind {
    case .sentence:
      if target.range(of: "<span", in: 0..<target.count) != nil,
        target.range(of: "-id=", in: 0..<target.count) != nil
      {
        return refuse("holds the span of another unit")
      }
      if isInFrontMatter { return inFrontMatter() }
      return (pair.target, target)
    case .alternative:
      if target.contains(UInt8(ascii: "\"")) || target.contains(10) {
        return refuse("holds a quotation mark or a line break, which would end the attribute")
      }
      return (pair.target, target)
    case .title, .description, .contentsName:
      if target.contains(10) || target.contains(13) { return refuse("holds a line break") }
      // A unit of its own is a part of the value.
      if case .page = pair.source, isInFrontMatter { return inFrontMatter() }
      return scalar(target, pair.target, page.bytes)
    }
  }

  /// A text as a scalar of YAML in the place of another one.
  static func scalar(
    _ text: [UInt8], _ range: Range<Int>, _ page: [UInt8]
  ) -> (Range<Int>, [UInt8]) {
    let before = range.lowerBound > 0 ? page[range.lowerBound - 1] : 10
    let after = range.upperBound < page.count ? page[range.upperBound] : 10
    if before == after, before == UInt8(ascii: "\"") || before == UInt8(ascii: "'") {
      // Texts come back as they were exported: as they stand between the marks.
      let isSafe = !text.contains(before) && !text.contains(UInt8(ascii: "\\"))
      if isSafe { return (range, text) }
      return (range.lowerBound - 1..<range.upperBound + 1, doubleQuoted(text))
    }
    let first = text.first ?? 32
    let isPlain =
      !"-?:,[]{}#&*!|>'\"%@` ".utf8.contains(first) && !text.hasColon
      && text.range(of: " #", in: 0..<text.count) == nil && text.last != 32
    return (range, isPlain ? text : doubleQuoted(text))
  }

  /// A text in quotation marks, as YAML has it on one line.
  static func doubleQuoted(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = [UInt8(ascii: "\"")]
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): output += [92, byte]
      case 9: output += "\\t".utf8
      case 10: output += "\\n".utf8
      case 13: output += "\\r".utf8
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
    return output
  }
}

extension [UInt8] {
  /// Whether a plain scalar of YAML would end as a key.
  fileprivate var hasColon: Bool {
    last == UInt8(ascii: ":") || range(of: ": ", in: 0..<count) != nil
  }
}
