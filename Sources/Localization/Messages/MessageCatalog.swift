public import FileSystem
public import Model

/// The words of the interface and the reports in one language.
///
/// A message is asked for by its key. Where its translation is missing, unchecked or made from
/// another English text, the English one is shown and says so. Values are put in by name; a message
/// that depends on a count chooses its form by the whole number called `count`.
public struct MessageCatalog: Sendable {
  /// The language asked for.
  public let locale: LocaleTag
  /// How the language writes numbers, dates and lists.
  public let formatter: LocaleFormatter
  /// What is wrong with the catalogs.
  public let diagnostics: [Diagnostic]
  /// The keys that are shown in English, in byte order; none for English.
  public let untranslated: [String]
  private let messages: [String: Entry]

  /// A message with its forms.
  struct Entry: Sendable {
    /// One pattern, or one for each form.
    var forms: [MessagePattern]
    var rule: PluralRule
    var isFallback: Bool
  }

  /// Makes a catalog of the English messages and a translation.
  ///
  /// A pseudo-locale needs none: its messages are made from the English ones.
  ///
  /// - Parameters:
  ///   - locale: The language.
  ///   - source: The English messages: all that there are.
  ///   - translation: The translation; `nil` if there is none, or the language is English.
  public init(locale: LocaleTag, source: MessageFile, translation: MessageFile? = nil) {
    self.locale = locale
    formatter = LocaleFormatter(locale)
    var builder = MessageCatalogBuilder(source: source)
    if let translation { builder.add(translation) }
    if let pseudo = PseudoLocale(locale) { builder.apply(pseudo) }
    messages = builder.messages
    diagnostics = builder.diagnostics.sorted()
    untranslated =
      locale == .source
      ? [] : messages.filter { $0.value.isFallback }.keys.sorted()
  }

  /// Loads `<locale>.po` and the English `en-us.po` from a folder.
  ///
  /// - Parameters:
  ///   - locale: The language; without a file of its own everything is English.
  ///   - folder: The folder of the catalogs.
  /// - Returns: The catalog.
  /// - Throws: If a file can't be read, or the English one is missing.
  public static func load(
    _ locale: LocaleTag, from folder: String
  ) throws(FileError) -> MessageCatalog {
    let source = try file(.source, in: folder)
    guard locale != .source, Files.exists("\(folder)/\(locale).po") else {
      return MessageCatalog(locale: locale, source: source)
    }
    return MessageCatalog(
      locale: locale, source: source, translation: try file(locale, in: folder))
  }

  private static func file(
    _ locale: LocaleTag, in folder: String
  ) throws(FileError) -> MessageFile {
    let path = "\(folder)/\(locale).po"
    return MessageFile(parsing: try Files.read(path, limit: 16 << 20), path: path)
  }

  /// The keys of all messages, in byte order.
  public var keys: [String] { messages.keys.sorted() }

  /// Whether there is a message.
  public func contains(_ key: String) -> Bool { messages[key] != nil }

  /// A message with its values.
  ///
  /// A key that doesn't exist is shown itself, as code.
  public func message(_ message: Message) -> LocalizedMessage {
    assemble(message.key, count: message.count) { name in
      message.arguments.first { $0.name == name }.map { pieces(of: $0.value) }
    }
  }

  /// A message whose values are already in pieces.
  func assemble(
    _ key: String, count: Int = 0, value: (String) -> [LocalizedMessage.Piece]?
  ) -> LocalizedMessage {
    guard let found = messages[key] else {
      return LocalizedMessage(
        pieces: [.code(key)], language: .source, isFallback: locale != .source)
    }
    let form = found.forms.count == 1 ? 0 : found.rule.form(for: count)
    let language = found.isFallback ? LocaleTag.source : locale
    var pieces: [LocalizedMessage.Piece] = []
    for part in found.forms[min(form, found.forms.count - 1)].parts {
      switch part {
      case .words(let words): pieces.append(.words(words))
      case .placeholder(let name): pieces += value(name) ?? [.words("{\(name)}")]
      }
    }
    return LocalizedMessage(
      pieces: pieces, language: language, isFallback: found.isFallback && locale != .source)
  }

  /// A message by key and values.
  public func message(
    _ key: String, _ arguments: KeyValuePairs<String, MessageValue> = [:]
  ) -> LocalizedMessage {
    message(Message(key, arguments))
  }

  /// A message as text, for places without markup; see ``LocalizedMessage/plainText``.
  public func text(
    _ key: String, _ arguments: KeyValuePairs<String, MessageValue> = [:]
  ) -> String {
    message(key, arguments).plainText
  }
}

extension Message {
  /// The number that chooses the form: the whole number, or number of days and the like, called
  /// `count`; 0 where there is none.
  fileprivate var count: Int {
    switch arguments.first(where: { $0.name == "count" })?.value {
    case .integer(let count)?, .days(let count)?, .minutes(let count)?, .seconds(let count)?: count
    default: 0
    }
  }
}
