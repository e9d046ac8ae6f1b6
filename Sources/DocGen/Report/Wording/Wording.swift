import Localization
import Model
import Synchronization

/// Says messages and values in one language and one form.
///
/// Text of the snapshot is masked, escaped for the form and isolated from the direction of the text
/// around it. What comes out is safe to put into a page as it is.
struct Wording: Sendable {
  /// What the words are put into; Markdown lines are made so that they also fit into a table.
  enum Form: Sendable { case html, markdown }

  /// The language.
  let language: ReportLanguage
  /// What the words are put into.
  let form: Form
  /// Masks secrets in texts of the snapshot.
  let mask: @Sendable (String) -> String

  private let fixed = FixedMessages()

  /// A message with its values.
  func markup(_ message: Message) -> TemplateValue {
    guard message.arguments.isEmpty else { return say(message) }
    return fixed.value(of: message.key) { say(message) }
  }

  /// A message whose texts and codes are links where they have an address.
  func markup(_ message: Message, address: (String) -> String?) -> TemplateValue {
    .html(bytes(language.catalog.message(message.masked(by: mask)), address: address))
  }

  private func say(_ message: Message) -> TemplateValue {
    markup(message) { _ in nil }
  }

  /// A value, whose texts and codes are links where they have an address; `null` where there is
  /// none.
  func markup(
    _ value: MessageValue?, address: (String) -> String? = { _ in nil }
  ) -> TemplateValue {
    guard let value else { return .null }
    if case .text("") = value { return markup(Message("report.empty")) }
    let said = bytes(language.catalog.message(of: value.masked(by: mask)), address: address)
    // A time is for machines too.
    guard form == .html, case .instant(let instant) = value else { return .html(said) }
    return .html(
      Array("<time datetime=\"\(instant.roundedToHTML.iso8601)\">".utf8) + said
        + Array("</time>".utf8))
  }

  /// A message without elements around its values, which the isolates of Unicode keep apart; words
  /// that want a translation still get their own element.
  func slim(_ message: Message) -> TemplateValue {
    let said = language.catalog.message(message.masked(by: mask))
    guard form == .html, !said.hasFallback else { return .html(bytes(said)) }
    return slim(masked: said.plainText)
  }

  /// Text of the snapshot without an element around it.
  func slim(_ text: String) -> TemplateValue { slim(masked: mask(text)) }

  private func slim(masked text: String) -> TemplateValue {
    var bytes: [UInt8] = []
    bytes.append(escapingHTML: text)
    return .html(bytes)
  }

  private func bytes(
    _ message: LocalizedMessage, address: (String) -> String? = { _ in nil }
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    switch form {
    case .html: bytes.append(html: message, address: address)
    case .markdown: bytes.append(markdown: message, inTable: true, address: address)
    }
    return bytes
  }
}

/// Messages without values, made once: findings by the thousand say the same few hundred.
private final class FixedMessages: Sendable {
  private let values = Mutex<[String: TemplateValue]>([:])

  func value(of key: String, _ make: () -> TemplateValue) -> TemplateValue {
    if let known = values.withLock({ $0[key] }) { return known }
    let value = make()
    values.withLock { $0[key] = value }
    return value
  }
}

extension LocalizedMessage {
  /// Whether any of its words are English for want of a translation.
  fileprivate var hasFallback: Bool {
    isFallback
      || pieces.contains { piece in
        if case .message(let inner) = piece { inner.hasFallback } else { false }
      }
  }
}

extension Instant {
  /// The time with thousandths of a second, the most that the HTML standard takes in `datetime`.
  fileprivate var roundedToHTML: Instant {
    let rest = microseconds % 1_000
    return Instant(
      microseconds: microseconds - (rest < 0 ? rest + 1_000 : rest), isDayOnly: isDayOnly)
  }
}
