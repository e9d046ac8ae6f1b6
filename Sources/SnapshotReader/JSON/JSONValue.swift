import CSimdJSON

/// The events of one document, lent by the parser.
@safe struct JSONEvents {
  private let events: UnsafeBufferPointer<json_event>

  init(_ events: UnsafeBufferPointer<json_event>) { unsafe self.events = events }

  /// The value, key or end at a position.
  subscript(index: Int) -> JSONValue { unsafe JSONValue(self, index, events[index]) }
}

/// A value, key or end in a document.
@safe struct JSONValue {
  /// The document.
  let events: JSONEvents
  /// The position among the events.
  let index: Int
  private let event: json_event

  fileprivate init(_ events: JSONEvents, _ index: Int, _ event: json_event) {
    self.events = events
    self.index = index
    unsafe self.event = event
  }

  /// What it is.
  var kind: json_kind { unsafe event.kind }
  /// Where it begins in the document.
  var offset: Int { Int(unsafe event.offset) }
  /// How many bytes it takes as written.
  var length: Int { Int(unsafe event.length) }
  /// Of a key or text: what it says; of another scalar: how it is written.
  var text: ByteView {
    unsafe ByteView(UnsafeBufferPointer(start: event.text, count: Int(event.text_length)))
  }
  /// Of an integer: the integer.
  var integer: Int64 { unsafe event.value }
  /// Of a key: its fingerprint.
  var fingerprint: Int64 { unsafe event.value }

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

  /// The position after the value.
  var next: Int { isScalar ? index + 1 : Int(integer) + 1 }

  /// Calls `body` with each key and value of an object.
  func forEachMember(_ body: (_ key: JSONValue, _ value: JSONValue) -> Void) {
    var key = events[index + 1]
    while !key.isEnd {
      let value = events[key.index + 1]
      body(key, value)
      key = events[value.next]
    }
  }

  /// Calls `body` with each entry of a list.
  func forEachEntry(_ body: (JSONValue) -> Void) {
    var entry = events[index + 1]
    while !entry.isEnd {
      body(entry)
      entry = events[entry.next]
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
