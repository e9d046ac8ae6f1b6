import Model

extension MessageValue {
  /// Several statements in one place, each whole by itself, so that no "and" makes them one sentence.
  static func statements(_ messages: [Message]) -> MessageValue {
    let values = messages.map(MessageValue.message)
    guard let last = values.last else { return .list([]) }
    return values.dropLast().reversed().reduce(last) { rest, first in
      .message(Message("report.statements", ["first": first, "rest": rest]))
    }
  }
}
