import CSimdJSON

/// A value, key or end in a document, lent by the parser.
///
/// One pointer, since a value is handed on for every value of the input.
@safe struct JSONValue {
  private let event: UnsafePointer<json_event>

  /// The value at an event; those that belong to it follow.
  init(_ event: UnsafePointer<json_event>) { unsafe self.event = event }

  /// What it is.
  var kind: json_kind { unsafe event.pointee.kind }
  /// Where it begins in the document.
  var offset: Int { Int(unsafe event.pointee.offset) }
  /// How many bytes it takes as written.
  var length: Int { Int(unsafe event.pointee.length) }
  /// Of a key or text: what it says; of another scalar: how it is written.
  var text: ByteView {
    unsafe ByteView(
      UnsafeBufferPointer(start: event.pointee.text, count: Int(event.pointee.text_length)))
  }
  /// Of an integer: the integer.
  var integer: Int64 { unsafe event.pointee.value }

  /// Of a number: the nearest finite one; `nil` if there is none.
  var number: Double? {
    switch kind {
    case .integer: return Double(integer)
    case .number, .big_integer:
      let number = Double(bitPattern: UInt64(bitPattern: integer))
      return number.isFinite ? number : nil
    default: return nil
    }
  }

  var isText: Bool { kind == .string }
  var isNull: Bool { kind == .null_value }
  var isObject: Bool { kind == .object_start }
  var isList: Bool { kind == .array_start }
  var isScalar: Bool { !isObject && !isList }
  var isEnd: Bool { kind == .object_end || kind == .array_end }

  /// What follows the value: the next key or entry, or the end of the object or list around it.
  private var next: JSONValue { unsafe JSONValue(event + (isScalar ? 1 : Int(integer) + 1)) }

  /// What follows a key or the start of an object or list.
  private var inner: JSONValue { unsafe JSONValue(event + 1) }

  /// Calls `body` with each key and value of an object.
  func forEachMember(_ body: (_ key: JSONValue, _ value: JSONValue) -> Void) {
    var key = inner
    while !key.isEnd {
      let value = key.inner
      body(key, value)
      key = value.next
    }
  }

  /// Calls `body` with each entry of a list.
  func forEachEntry(_ body: (JSONValue) -> Void) {
    var entry = inner
    while !entry.isEnd {
      body(entry)
      entry = entry.next
    }
  }

  /// What the value is, for messages.
  var kindName: String {
    switch kind {
    case .object_start, .object_end: "an object"
    case .array_start, .array_end: "a list"
    case .key, .string: "a text"
    case .integer, .big_integer, .number: "a number"
    case .true_value, .false_value: "true or false"
    case .null_value: "null"
    }
  }
}
