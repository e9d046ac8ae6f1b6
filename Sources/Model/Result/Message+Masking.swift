extension Message {
  /// The same message with every text of the snapshot in it passed through `mask`.
  public func masked(by mask: (String) -> String) -> Message {
    Message(
      key: key, arguments: arguments.map { Argument($0.name, $0.value.masked(by: mask)) })
  }
}

extension MessageValue {
  /// The same value with every text of the snapshot in it passed through `mask`.
  public func masked(by mask: (String) -> String) -> MessageValue {
    switch self {
    case .text(let text): .text(mask(text))
    case .code(let text): .code(mask(text))
    case .list(let values): .list(values.map { $0.masked(by: mask) })
    case .message(let message): .message(message.masked(by: mask))
    case .integer, .share, .number, .instant, .days, .minutes, .seconds: self
    }
  }
}
