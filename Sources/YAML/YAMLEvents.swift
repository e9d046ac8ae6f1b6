import CLibYAML
import Model

/// What libyaml reports, without its memory.
enum YAMLEvent {
  case streamStart, documentStart, documentEnd, streamEnd, sequenceEnd, mappingEnd
  case alias(String)
  case scalar(String, isPlain: Bool, anchor: String?)
  case sequenceStart(anchor: String?)
  case mappingStart(anchor: String?)
}

/// The one place that sees libyaml: reads events from bytes and owns the parser.
@safe struct YAMLEvents: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// The text, at an address that stays while the parser reads it.
  private let text: UnsafeMutableBufferPointer<UInt8>
  private var positions: TextPositions
  /// Where the event read last begins, as libyaml counts.
  private var lastIndex = 0

  init(_ bytes: [UInt8], from start: Int, firstLine: Int, path: String) {
    positions = TextPositions(path: path, bytes: bytes, start: start, firstLine: firstLine)
    unsafe parser = .allocate(capacity: 1)
    unsafe text = .allocate(capacity: max(bytes.count - start, 1))
    _ = unsafe text.initialize(fromContentsOf: bytes[start...])
    // Fails for want of memory alone, like any allocation.
    let isReady = unsafe yaml_parser_initialize(parser) == 1
    precondition(isReady, "libyaml has no memory for a parser")
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, text.baseAddress, bytes.count - start)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe text.deallocate()
  }

  /// Where the event read last begins.
  mutating func location() -> SourceLocation { positions.location(ofCharacter: lastIndex) }

  /// Reads the next event.
  mutating func next() throws(YAMLError) -> YAMLEvent {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw failure() }
    defer { unsafe yaml_event_delete(&event) }
    lastIndex = unsafe Int(event.start_mark.index)
    switch unsafe event.type {
    case YAML_STREAM_START_EVENT: return .streamStart
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
    case YAML_MAPPING_END_EVENT: return .mappingEnd
    case YAML_ALIAS_EVENT: return .alias(unsafe string(event.data.alias.anchor) ?? "")
    case YAML_SEQUENCE_START_EVENT:
      return .sequenceStart(anchor: unsafe string(event.data.sequence_start.anchor))
    case YAML_MAPPING_START_EVENT:
      return .mappingStart(anchor: unsafe string(event.data.mapping_start.anchor))
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let value = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return .scalar(
        unsafe String(decoding: value, as: UTF8.self),
        isPlain: unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE,
        anchor: unsafe string(scalar.anchor))
    default: return .streamEnd
    }
  }

  private func string(_ bytes: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    guard let bytes = unsafe bytes else { return nil }
    return unsafe String(cString: bytes)
  }

  /// What to do about the complaints that a slip of the keyboard leads to most often.
  private static func advice(on message: String) -> String {
    if message.hasPrefix("mapping values are not allowed") {
      return "; write a value that holds ': ' in quotation marks"
    }
    if message.hasPrefix("found character that cannot start any token") {
      return "; indent with blanks instead of tabs, and write a value that begins with a mark such "
        + "as '@' or '`' in quotation marks"
    }
    return message.hasPrefix("invalid leading UTF-8 octet") ? "; save the file as UTF-8" : ""
  }

  /// What the parser complains of.
  private mutating func failure() -> YAMLError {
    var message = "this isn't YAML"
    if let problem = unsafe parser.pointee.problem { message = unsafe String(cString: problem) }
    if let context = unsafe parser.pointee.context {
      let context = unsafe String(cString: context)
      message += ", \(context)"
      // Who writes "subject: *" means all subjects.
      if context.hasSuffix(" alias") || context.hasSuffix(" anchor") {
        message += "; write a value that begins with '*' or '&' in quotation marks"
      }
    }
    message += Self.advice(on: message)
    if unsafe parser.pointee.error == YAML_READER_ERROR {
      let offset = unsafe Int(parser.pointee.problem_offset)
      return YAMLError(.syntax, message, at: positions.location(ofByte: offset))
    }
    let index = unsafe Int(parser.pointee.problem_mark.index)
    return YAMLError(.syntax, message, at: positions.location(ofCharacter: index))
  }
}
