/// A sentence that can be said in any language: a key of the message catalog and its values.
public struct Message: Hashable, Sendable {
  /// The key (`msgctxt`) in `content/messages/<locale>.po`, such as `reason.con-01.no-record`.
  public let key: String
  /// The values of the placeholders, in the order in which the rule gives them.
  public let arguments: [Argument]

  /// A named value of a placeholder.
  public struct Argument: Hashable, Sendable {
    /// The name in braces.
    public let name: String
    /// The value.
    public let value: MessageValue

    /// A named value.
    public init(_ name: String, _ value: MessageValue) {
      self.name = name
      self.value = value
    }
  }

  /// A message from its key and its named values.
  public init(key: String, arguments: [Argument]) {
    self.key = key
    self.arguments = arguments
  }

  /// A message from its key and values.
  public init(_ key: String, _ arguments: KeyValuePairs<String, MessageValue> = [:]) {
    self.key = key
    self.arguments = arguments.map { Argument($0.key, $0.value) }
  }
}

/// A value inside a message; renderers word it in the reader's language.
public indirect enum MessageValue: Hashable, Sendable {
  /// Text from the snapshot: untrusted, to be escaped and isolated.
  case text(String)
  /// An id, word or path shown as code: untrusted too.
  case code(String)
  /// A whole number.
  case integer(Int)
  /// A share, 1 being 100 %.
  case share(Double)
  /// A number with a fraction.
  case number(Double)
  /// A time.
  case instant(Instant)
  /// A length of time in days.
  case days(Int)
  /// A length of time in minutes.
  case minutes(Int)
  /// A length of time in seconds.
  case seconds(Int)
  /// Several values, joined as the language joins them.
  case list([MessageValue])
  /// Another message.
  case message(Message)
}

extension MessageValue {
  /// A share that is shown with one digit behind the point of its per cent, rounded down: what is
  /// below a bound of such a kind mustn't look as if it reached it.
  public static func share(atMost share: Double) -> MessageValue {
    .share((share * 1000).rounded(.down) / 1000)
  }
}
