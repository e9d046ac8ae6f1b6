import CSimdJSON

/// Turns JSON documents into lists of events; one owner, one thread at a time.
@safe struct JSONParser: ~Copyable {
  private let parser: OpaquePointer?

  /// A parser that refuses documents nested deeper than ``ReadLimits/depth``.
  init() { unsafe parser = json_parser_create(ReadLimits.depth) }

  deinit { unsafe json_parser_destroy(parser) }

  /// Parses one document.
  ///
  /// The value is valid until the next call, and only as long as `bytes` are.
  func parse(_ bytes: ByteView) -> Result<JSONValue, JSONFault> {
    guard let parser = unsafe parser else { return .failure(JSONFault(.out_of_memory, 0)) }
    let result = unsafe json_parse(parser, bytes.unsafeBytes.baseAddress, bytes.count)
    let status = unsafe result.status
    guard status == .ok else { return .failure(JSONFault(status, unsafe result.error_offset)) }
    guard let first = unsafe result.events else { return .failure(JSONFault(.empty, 0)) }
    return .success(unsafe JSONValue(first))
  }

  /// The range of the value that begins at `start`, which is not checked; `nil` if the document
  /// ends before the value does.
  static func valueRange(_ bytes: ByteView, from start: Int) -> Range<Int>? {
    let end = unsafe json_value_end(bytes.unsafeBytes.baseAddress, bytes.count, start)
    return end <= bytes.count ? start..<end : nil
  }
}

/// Why a document was refused, and at which byte of it.
struct JSONFault: Error {
  let status: json_status
  let offset: Int

  init(_ status: json_status, _ offset: Int) {
    self.status = status
    self.offset = offset
  }

  /// The stable name of the problem.
  var code: String {
    switch status {
    case .truncated: "snapshot.truncated"
    case .invalid_utf8: "snapshot.encoding"
    case .too_deep, .too_large: "snapshot.limit"
    default: "snapshot.syntax"
    }
  }

  /// What is wrong, in English.
  var message: String {
    switch status {
    case .ok, .unexpected_token: "not JSON: unexpected character"
    case .empty: "not JSON: nothing but white space"
    case .truncated: "the JSON ends in the middle of a value"
    case .invalid_utf8: "not UTF-8"
    case .control_character: "not JSON: a control character in a string"
    case .invalid_escape: "not JSON: an escape that doesn't exist"
    case .invalid_number: "not JSON: a malformed number"
    case .expected_key: "not JSON: expected a key in quotes"
    case .expected_colon: "not JSON: expected ':'"
    case .expected_comma: "not JSON: expected ',' or the end of the list or object"
    case .trailing_content: "something follows the end of the value"
    case .too_deep: "nested too deeply"
    case .too_large: "a value of 4 GiB or more"
    case .out_of_memory: "not enough memory"
    }
  }

  /// What would be right, where it can be told.
  var suggestion: String? {
    switch status {
    case .control_character: "write it as an escape such as \\n"
    case .truncated: "collect the file again; it may have been cut off"
    case .invalid_utf8: "save the file as UTF-8"
    case .too_deep: "at most \(ReadLimits.depth) levels are read"
    default: nil
    }
  }
}
