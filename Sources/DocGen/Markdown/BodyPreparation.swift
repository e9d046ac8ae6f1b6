import Localization
import Model

/// Puts right, before a body is parsed, what Markdown would misread: broken units, units that
/// cross the structure of the page, `:::` directives, `|` in code in tables, and short names.
///
/// Most bodies need nothing and pass as they are. The number of lines stays the same, but for
/// units whose source crosses lines.
enum BodyPreparation {
  /// A part of a body and what takes its place.
  struct Edit {
    var range: Range<Int>
    var bytes: [UInt8]
  }

  /// A body that is ready to be parsed.
  struct Prepared {
    var body: [UInt8]
    /// The directives that comments in the body stand for.
    var directives: [ColonDirective]
    var diagnostics: [Diagnostic]
    /// Which of its lines were several.
    var joined = JoinedLines()
  }

  static func prepare(
    _ body: [UInt8], _ scan: UnitScan, _ options: MarkdownOptions
  ) -> Prepared {
    guard let plain = AdobeMarkdown.rewritten(body, options) else {
      return prepare(plain: body, scan, options)
    }
    var prepared = prepare(plain: plain.body, Units.scan(body: plain.body), options)
    prepared.diagnostics += plain.diagnostics
    return prepared
  }

  private static func prepare(
    plain body: [UInt8], _ scan: UnitScan, _ options: MarkdownOptions
  ) -> Prepared {
    let diagnostics = Units.diagnostics(scan, in: body, path: options.path).map { diagnostic in
      var moved = diagnostic
      moved.location.line += options.lineOffset
      return moved
    }
    let lines = LineEdits.edits(in: body, options)
    let ofLines = lines.edits + UnitMarks.edits(for: scan.units, in: body)
    let edits = UnitEdits.edits(for: scan, in: body, with: ofLines) + ofLines
    var prepared = Prepared(
      body: body, directives: lines.directives, diagnostics: diagnostics + lines.diagnostics)
    if !edits.isEmpty { apply(edits, to: &prepared) }
    return prepared
  }

  /// Replaces parts; of parts that overlap the first one counts.
  private static func apply(_ edits: [Edit], to prepared: inout Prepared) {
    let body = prepared.body
    var output: [UInt8] = []
    output.reserveCapacity(body.count)
    var position = 0
    // The line that the output has reached, and how far that was counted.
    var (line, counted) = (1, 0)
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where edit.range.lowerBound >= position {
      output += body[position..<edit.range.lowerBound]
      output += edit.bytes
      position = edit.range.upperBound
      let lost = body[edit.range].lineEndCount - edit.bytes[...].lineEndCount
      guard lost > 0 else { continue }
      line += output[counted...].lineEndCount
      counted = output.count
      prepared.joined.append(line, holding: lost)
    }
    prepared.body = output + body[position...]
  }
}

/// Edits for units.
enum UnitEdits {
  /// The edits of a body's units, in which those of lines are made where a unit takes several.
  static func edits(
    for scan: UnitScan, in body: [UInt8], with lineEdits: [BodyPreparation.Edit]
  ) -> [BodyPreparation.Edit] {
    var ofLines: ArraySlice<BodyPreparation.Edit>?
    var edits = scan.strayTags.map { BodyPreparation.Edit(range: $0, bytes: []) }
    let damaged = Set(
      scan.problems.filter { $0.kind == .escapedQuotes || $0.kind == .unclosedSource }
        .map(\.offset))
    for unit in scan.units {
      let crossesLines = body.position(of: UInt8(ascii: "\n"), in: unit.whole) != nil
      let tag = OuterTag.range(before: unit, in: body)
      if crossesLines || damaged.contains(unit.whole.lowerBound) {
        var left =
          ofLines ?? lineEdits.sorted { $0.range.lowerBound < $1.range.lowerBound }[...]
        left = left.drop { $0.range.lowerBound < unit.whole.lowerBound }
        ofLines = left
        edits.append(
          .init(
            range: (tag?.lowerBound ?? unit.whole.lowerBound)..<unit.whole.upperBound,
            bytes: rewritten(
              unit, body, crossesLines, tag: tag.map { body[$0] } ?? [],
              left.prefix { $0.range.lowerBound < unit.whole.upperBound })))
      } else if let tag {
        edits.append(.init(range: tag, bytes: []))
        for half in [unit.target, unit.source] {
          let start = half.lowerBound
          edits.append(.init(range: start..<start, bytes: Array(body[tag])))
        }
      }
    }
    return edits
  }

  /// The unit as it should be written.
  ///
  /// Where its target goes on in another block or quotation, the unit ends with its first line,
  /// and the rest stands as plain text.
  private static func rewritten(
    _ unit: Unit, _ body: [UInt8], _ crossesLines: Bool, tag: ArraySlice<UInt8>,
    _ lineEdits: ArraySlice<BodyPreparation.Edit>
  ) -> [UInt8] {
    var target = withoutMargin(edited(unit.target, body, lineEdits))
    var rest: ArraySlice<UInt8> = []
    if crossesLines, let newline = target.firstIndex(of: UInt8(ascii: "\n")),
      changesStructure(target[newline...], from: lineStart(body, unit.target.lowerBound))
    {
      rest = target[newline...]
      target = target[..<newline]
    }
    let id = unit.id
    return Array("<span data-ttu-id=\"\(id)\">".utf8) + tag + target
      + Array("</span><span class=\"sxs-lookup\"><span data-stu-id=\"\(id)\">".utf8) + tag
      + singleLine(edited(unit.source, body, lineEdits)) + Array("</span></span>".utf8) + rest
  }

  /// A half of a unit with the edits of its lines that lie in it: beside the edit of the unit they
  /// would count for nothing.
  private static func edited(
    _ half: Range<Int>, _ body: [UInt8], _ lineEdits: ArraySlice<BodyPreparation.Edit>
  ) -> ArraySlice<UInt8> {
    guard !lineEdits.isEmpty else { return body[half] }
    var output: [UInt8] = []
    var position = half.lowerBound
    for edit in lineEdits
    where edit.range.lowerBound >= position && edit.range.upperBound <= half.upperBound {
      output += body[position..<edit.range.lowerBound] + edit.bytes
      position = edit.range.upperBound
    }
    return output[...] + body[position..<half.upperBound]
  }

  /// A target that begins on the line behind its tag, as in blocks of raw HTML, without that line's
  /// end; it may not begin a block of its own.
  private static func withoutMargin(_ target: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let text = target.drop { $0 <= 32 }
    guard target[..<text.startIndex].contains(UInt8(ascii: "\n")), let first = text.first,
      !"#-+*>|`~:<".utf8.contains(first), !(48...57).contains(first)
    else { return target }
    return text[..<(text.lastIndex { $0 > 32 }.map { $0 + 1 } ?? text.startIndex)]
  }

  private static func lineStart(_ body: [UInt8], _ offset: Int) -> ArraySlice<UInt8> {
    let start = body[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return body[start..<offset]
  }

  /// Whether lines after the first are more than the same paragraph going on.
  private static func changesStructure(
    _ lines: ArraySlice<UInt8>, from first: ArraySlice<UInt8>
  ) -> Bool {
    let quote = UInt8(ascii: ">")
    let quotes = first.prefix { $0 <= 32 || $0 == quote }.count { $0 == quote }
    return lines.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropFirst()
      .contains { line in
        let marks = line.prefix { $0 <= 32 || $0 == quote }
        let text = line.dropFirst(marks.count)
        return text.isEmpty || marks.count { $0 == quote } != quotes || beginsBlock(text)
      }
  }

  /// Whether a line begins an item, a heading, code, a row, a directive or a rule.
  private static func beginsBlock(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    let run = text.prefix { $0 == first }
    let isApart = text.dropFirst(run.count).first.map { $0 <= 32 } ?? true
    switch first {
    case UInt8(ascii: "|"): return true
    case UInt8(ascii: "["): return text.starts(with: "[!".utf8)
    case UInt8(ascii: ":"), UInt8(ascii: "`"), UInt8(ascii: "~"): return run.count > 2
    case UInt8(ascii: "#"): return run.count < 7 && isApart
    case UInt8(ascii: "-"): return isApart
    case UInt8(ascii: "*"), UInt8(ascii: "+"): return isApart && run.count != 2
    case 48...57:
      let rest = text.drop { (48...57).contains($0) }
      return rest.first.map { ".)".utf8.contains($0) } == true
        && rest.dropFirst().first.map { $0 <= 32 } ?? true
    default: return false
    }
  }

  private static func singleLine(_ source: ArraySlice<UInt8>) -> [UInt8] {
    guard source.contains(UInt8(ascii: "\n")) else { return Array(source) }
    let lines = source.split(separator: UInt8(ascii: "\n")).enumerated().map { index, line in
      index == 0 ? line : line.drop { $0 <= 32 || $0 == UInt8(ascii: ">") }
    }
    return Array(lines.filter { !$0.isEmpty }.joined(separator: [32]))
  }
}
