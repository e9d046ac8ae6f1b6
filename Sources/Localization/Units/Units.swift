public import Model

/// The bilingual form of a page: what is a unit in it, and what is left without the spans.
public enum Units {
  /// Finds the units in a page's body; front matter has none.
  ///
  /// - Complexity: Linear in the bytes.
  public static func scan(_ page: [UInt8]) -> UnitScan {
    UnitScanner(page).scan(from: FrontMatterBounds(page).bodyStart)
  }

  /// Finds the units in a text without front matter.
  ///
  /// - Complexity: Linear in the bytes.
  public static func scan(body: [UInt8]) -> UnitScan { UnitScanner(body).scan(from: 0) }

  /// The translated page without spans, byte for byte as it was before they were added.
  ///
  /// Text is never lost: of a broken span only the tags go.
  public static func plainTarget(of page: [UInt8], _ scan: UnitScan? = nil) -> [UInt8] {
    let scan = scan ?? self.scan(page)
    return replacing(page, scan) { [$0.target] }
  }

  /// A line of text, such as a title, without spans.
  public static func plainTarget(of text: String) -> String {
    guard hasUnits(text) else { return text }
    let bytes = Array(text.utf8)
    return String(decoding: plainTarget(of: bytes, scan(body: bytes)), as: UTF8.self)
  }

  /// Whether a line of text has units.
  public static func hasUnits(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: "<")) && text.contains("<span data-ttu-id=")
  }

  /// The source page as far as the spans hold it: each unit's source in place of its target, and
  /// headings without the anchors that only translations have.
  ///
  /// Front matter, and text outside units, stay as they are in the translated page.
  public static func plainSource(of page: [UInt8], _ scan: UnitScan? = nil) -> [UInt8] {
    let scan = scan ?? self.scan(page)
    return HeadingAnchor.removingAll(from: replacing(page, scan) { [$0.source] })
  }

  /// Copies a page with parts of each unit in its place, and without stray tags.
  private static func replacing(
    _ page: [UInt8], _ scan: UnitScan, _ parts: (Unit) -> [Range<Int>]
  ) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(page.count)
    var position = 0
    var stray = scan.strayTags[...]
    func copyStrays(upTo end: Int) {
      while let tag = stray.first, tag.lowerBound < end {
        output += page[position..<tag.lowerBound]
        position = tag.upperBound
        stray = stray.dropFirst()
      }
    }
    for unit in scan.units {
      copyStrays(upTo: unit.whole.lowerBound)
      output += page[position..<unit.whole.lowerBound]
      for part in parts(unit) { output += page[part] }
      position = unit.whole.upperBound
    }
    copyStrays(upTo: page.count)
    output += page[position...]
    return output
  }

  /// Words the problems of a scan, with line and column.
  public static func diagnostics(
    _ scan: UnitScan, in page: [UInt8], path: String
  ) -> [Diagnostic] {
    guard !scan.problems.isEmpty else { return [] }
    let lines = LineTable(page)
    return scan.problems.map { $0.diagnostic(at: lines.location(of: $0.offset, path: path)) }
  }
}

extension UnitProblem {
  fileprivate func diagnostic(at location: SourceLocation) -> Diagnostic {
    switch kind {
    case .broken:
      Diagnostic(
        .warning, "unit.broken", at: location, "this span is not part of a whole unit",
        suggestion: "write target and source as the other units of the page do")
    case .unclosedSource:
      Diagnostic(
        .warning, "unit.unclosed", at: location, "the source part of this unit is not closed",
        suggestion: "end it with '</span></span>'")
    case .escapedQuotes:
      Diagnostic(
        .warning, "unit.quotes", at: location, "the quotation marks of this unit are '&quot;'",
        suggestion: "write '\"'")
    case .idsDiffer:
      Diagnostic(
        .warning, "unit.ids-differ", at: location, "target and source have different ids")
    case .duplicateNumber(let number):
      Diagnostic(
        .warning, "unit.duplicate", at: location, "the page has another unit \(number)")
    case .empty:
      Diagnostic(.warning, "unit.empty", at: location, "a part of this unit has no text")
    }
  }
}
