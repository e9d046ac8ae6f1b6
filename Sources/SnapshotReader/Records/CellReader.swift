import CSimdJSON
import Model

/// Reads single values into cells, and says what is wrong with those that don't fit.
extension RecordContext {
  /// The cell for a value that is no list or map, or of a wrong type.
  mutating func cell(
    _ value: JSONValue, _ column: Int, _ plan: RecordPlan
  ) -> (CellMark, Int64) {
    if value.isNull { return (CellMark(.null), 0) }
    let field = plan.tables.fields[column]
    switch (field.form, value.kind) {
    case (.text, .string): return (CellMark(.value), intern(value.text))
    case (.identifier, .string): return identifier(value, column, plan)
    case (.word, .string):
      if let index = plan.tables.find(value.text, in: field) {
        return (CellMark(.value), Int64(index))
      }
      return unrecognized(value, column, plan)
    case (.instant, .string): return instant(value, column, plan)
    case (.count, .integer) where value.integer >= 0: return (CellMark(.value), value.integer)
    case (.count, .number):
      // 5.0 is an integer, as JSON Schema sees it.
      guard let number = value.number, number >= 0, number < 0x1p53, number.rounded() == number
      else { return malformed(value, column, plan) }
      return (CellMark(.value), Int64(number))
    case (.number, _):
      guard let number = value.number else { return malformed(value, column, plan) }
      return (CellMark(.value), Int64(bitPattern: number.bitPattern))
    case (.flag, .true_value): return (CellMark(.value), 1)
    case (.flag, .false_value): return (CellMark(.value), 0)
    default: return malformed(value, column, plan)
    }
  }

  private mutating func intern(_ text: ByteView) -> Int64 {
    Int64(texts.intern(text).index)
  }

  private mutating func identifier(
    _ value: JSONValue, _ column: Int, _ plan: RecordPlan
  ) -> (CellMark, Int64) {
    let text = value.text
    if text.isEmpty { return malformed(value, column, plan) }
    if (text.count == 36 && text.mayHaveCapitals) || text.count == 38,
      let guid = canonicalGUID(text)
    {
      return guid.withView { (CellMark(.value), intern($0)) }
    }
    return (CellMark(.value), intern(text))
  }

  private mutating func unrecognized(
    _ value: JSONValue, _ column: Int, _ plan: RecordPlan
  ) -> (CellMark, Int64) {
    let source = source
    let path = plan.fields[column].path
    problems.add(
      .warning, "field.word", path, at: { source.location(value.offset) },
      {
        let written = source.written(value).string
        let words = plan.words(ofField: column)
        let nearest = Suggestion.nearest(to: written, among: words)
        return (
          "\(path): \(quoted(written)) is none of its words",
          nearest.map { "the nearest word is '\($0)'" }
            ?? "known: \(words.joined(separator: ", "))"
        )
      })
    return (CellMark(.unrecognized), intern(written: value))
  }

  private mutating func instant(
    _ value: JSONValue, _ column: Int, _ plan: RecordPlan
  ) -> (CellMark, Int64) {
    switch InstantText.read(value.text) {
    case .instant(let instant):
      return (
        CellMark(timeOfDayOnly: instant.isDayOnly, zoneAssumed: instant.isZoneAssumed),
        instant.microseconds
      )
    case .sentinel:
      report(
        .note, "field.sentinel", value, plan.fields[column].path, "stands for no time",
        "write null")
      return (CellMark(.sentinel), intern(written: value))
    case .ambiguous:
      report(
        .warning, "field.ambiguous", value, plan.fields[column].path,
        "can be read in more than one way",
        "write year, month, day: 2026-04-03")
      return (CellMark(.ambiguous), intern(written: value))
    case .malformed:
      report(
        .warning, "field.malformed", value, plan.fields[column].path,
        "is not a possible time",
        "write it as 2026-04-03T09:30:00Z")
      return (CellMark(.malformed), intern(written: value))
    }
  }

  /// A cell for a value of a wrong type or form.
  mutating func malformed(
    _ value: JSONValue, _ column: Int, _ plan: RecordPlan
  ) -> (CellMark, Int64) {
    let source = source
    let path = plan.fields[column].path
    problems.add(
      .warning, "field.malformed", path, at: { source.location(value.offset) },
      {
        let wanted = plan.tables.fields[column].form.wanted
        return ("\(path): \(source.quotation(value)) can't be read", "expected \(wanted)")
      })
    return (CellMark(.malformed), intern(written: value))
  }

  private mutating func report(
    _ severity: Diagnostic.Severity, _ code: String, _ value: JSONValue, _ path: String,
    _ fault: String, _ suggestion: String
  ) {
    let source = source
    problems.add(
      severity, code, path, at: { source.location(value.offset) },
      { ("\(path): \(source.quotation(value)) \(fault)", suggestion) })
  }
}

extension FieldForm {
  /// What a field takes, for messages.
  fileprivate var wanted: String {
    switch self {
    case .text: "a text in quotes"
    case .identifier: "an id in quotes, or null for none"
    case .word: "a word in quotes"
    case .instant: "a time in quotes"
    case .count: "a whole number from 0 to \(Int64.max)"
    case .number: "a number"
    case .flag: "true or false"
    case .list: "a list"
    case .map: "an object"
    }
  }
}
