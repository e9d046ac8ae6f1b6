import CSimdJSON
import Model

/// Reads single values into cells, and says what is wrong with those that don't fit.
extension RecordContext {
  /// The cell of a scalar field; `nil` for lists and maps.
  mutating func cell(_ value: JSONValue, _ field: RecordPlan.Field) -> (CellMark, Int64) {
    if value.isNull { return (CellMark(.null), 0) }
    switch field.kind {
    case .text, .service:
      guard value.isText else { return malformed(value, field, "a text") }
      return (CellMark(.value), intern(value.text))
    case .key, .reference, .identifier:
      guard value.isText else { return malformed(value, field, "an id in quotes") }
      return identifier(value, field)
    case .word:
      guard value.isText else { return malformed(value, field, "a word in quotes") }
      return word(value, field)
    case .instant:
      guard value.isText else { return malformed(value, field, "a time in quotes") }
      return instant(value, field)
    case .count:
      return count(value, field)
    case .number:
      guard let number = value.number else { return malformed(value, field, "a number") }
      return (CellMark(.value), Int64(bitPattern: number.bitPattern))
    case .flag:
      switch value.kind {
      case .true_value: return (CellMark(.value), 1)
      case .false_value: return (CellMark(.value), 0)
      default: return malformed(value, field, "true or false")
      }
    case .records, .values:
      return malformed(value, field, "a list")
    case .map:
      return malformed(value, field, "an object")
    }
  }

  private mutating func intern(_ text: ByteView) -> Int64 {
    Int64(texts.intern(text).index)
  }

  private mutating func identifier(
    _ value: JSONValue, _ field: RecordPlan.Field
  ) -> (CellMark, Int64) {
    let text = value.text
    if text.isEmpty { return malformed(value, field, "an id, or null for none") }
    if let guid = canonicalGUID(text) {
      return guid.withView { (CellMark(.value), intern($0)) }
    }
    return (CellMark(.value), intern(text))
  }

  private mutating func word(_ value: JSONValue, _ field: RecordPlan.Field) -> (CellMark, Int64) {
    let text = value.text
    for index in field.words.indices where equalsIgnoringCase(field.words[index], text) {
      return (CellMark(.value), Int64(index))
    }
    guard case .word(let vocabulary) = field.kind else { return malformed(value, field, "a word") }
    let source = source
    problems.add(
      .warning, "field.word", field.path, at: { source.location(value.offset) },
      {
        let written = source.written(value).string
        let nearest = Suggestion.nearest(to: written, among: vocabulary.words)
        let hint = nearest.map { "the nearest word is '\($0)'" }
        return (
          "\(field.path): \(quoted(written)) is none of its words",
          hint ?? "known: \(vocabulary.words.joined(separator: ", "))"
        )
      })
    return (CellMark(.unrecognized), intern(written: value))
  }

  private mutating func instant(
    _ value: JSONValue, _ field: RecordPlan.Field
  ) -> (CellMark, Int64) {
    switch InstantText.read(value.text) {
    case .instant(let instant):
      return (
        CellMark(timeOfDayOnly: instant.isDayOnly, zoneAssumed: instant.isZoneAssumed),
        instant.microseconds
      )
    case .sentinel:
      report(.note, "field.sentinel", value, field, "stands for no time", "write null")
      return (CellMark(.sentinel), intern(written: value))
    case .ambiguous:
      report(
        .warning, "field.ambiguous", value, field, "can be read in more than one way",
        "write year, month, day: 2026-04-03")
      return (CellMark(.ambiguous), intern(written: value))
    case .malformed:
      report(
        .warning, "field.malformed", value, field, "is not a possible time",
        "write it as 2026-04-03T09:30:00Z")
      return (CellMark(.malformed), intern(written: value))
    }
  }

  private mutating func count(_ value: JSONValue, _ field: RecordPlan.Field) -> (CellMark, Int64) {
    if value.kind == .integer, value.integer >= 0 {
      return (CellMark(.value), value.integer)
    }
    // 5.0 is an integer, as JSON Schema sees it.
    if value.kind == .number, let number = value.number, number >= 0, number < 0x1p53,
      number.rounded() == number
    {
      return (CellMark(.value), Int64(number))
    }
    return malformed(value, field, "a count: a whole number from 0 to \(Int64.max)")
  }

  /// A cell for a value of a wrong type or form.
  mutating func malformed(
    _ value: JSONValue, _ field: RecordPlan.Field, _ wanted: String
  ) -> (CellMark, Int64) {
    let source = source
    problems.add(
      .warning, "field.malformed", field.path, at: { source.location(value.offset) },
      {
        ("\(field.path): \(source.quotation(value)) can't be read", "expected \(wanted)")
      })
    return (CellMark(.malformed), intern(written: value))
  }

  private mutating func report(
    _ severity: Diagnostic.Severity, _ code: String, _ value: JSONValue,
    _ field: RecordPlan.Field, _ fault: String, _ suggestion: String
  ) {
    let source = source
    problems.add(
      severity, code, field.path, at: { source.location(value.offset) },
      { ("\(field.path): \(source.quotation(value)) \(fault)", suggestion) })
  }
}
