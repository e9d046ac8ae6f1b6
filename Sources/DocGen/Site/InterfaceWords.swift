import Localization
import Model
import Synchronization

/// The words that the site itself says in one language.
struct InterfaceWords: Sendable {
  /// The language of the pages.
  let locale: LocaleTag
  /// The words as templates see them: `text.pager.next` is the message `site.pager.next`, and
  /// `interface` the attributes of elements that hold such words where they aren't in the language
  /// of the page.
  let values: TemplateValue
  /// The language's own name for itself.
  let endonym: String
  /// The words that rendering adds to a page.
  let markdownWords: MarkdownOptions.Words
  /// The words that pages in YAML get.
  let yamlPageWords: YAMLPageWords
  private let catalog: MessageCatalog
  private let dates = DateCache()

  /// Prepares the words of a catalog.
  init(_ catalog: MessageCatalog, endonym: String) {
    self.catalog = catalog
    self.endonym = endonym
    locale = catalog.locale
    let isForeign =
      locale.language != LocaleTag.source.language
      && catalog.untranslated.count == catalog.keys.count
    var markdownWords = MarkdownOptions.Words(catalog)
    markdownWords.locale = isForeign ? .source : nil
    self.markdownWords = markdownWords
    var yamlPageWords = YAMLPageWords(catalog)
    yamlPageWords.locale = markdownWords.locale
    self.yamlPageWords = yamlPageWords
    var tree = WordTree()
    for key in catalog.keys where key.hasPrefix("site.") {
      tree.insert(catalog.text(key), at: key.split(separator: ".").dropFirst())
    }
    let attributes = " lang=\"\(LocaleTag.source.tag)\" dir=\"\(LocaleTag.source.direction)\""
    values = [
      "text": tree.value, "interface": isForeign ? .html(Array(attributes.utf8)) : .null,
    ]
  }

  /// A message without values.
  subscript(key: String) -> String { catalog.text(key) }

  /// A message with values.
  func text(_ key: String, _ arguments: KeyValuePairs<String, MessageValue> = [:]) -> String {
    catalog.text(key, arguments)
  }

  /// A message that depends on a number.
  func count(_ key: String, _ count: Int) -> String {
    catalog.text(key, ["count": .integer(count)])
  }

  /// A whole number as the language writes it.
  func number(_ number: Int) -> String { catalog.formatter.number(number) }

  /// A share in thousandths as per cent.
  func percent(_ thousandths: Int) -> String {
    catalog.formatter.percent(Double(thousandths) / 1000)
  }

  /// A date of front matter, month, day and year, as the language writes it; as it is where it is
  /// no date.
  func date(_ written: String) -> String {
    dates.text(for: written) {
      CivilDate(frontMatter: written).map(catalog.formatter.date) ?? written
    }
  }

  /// A day as the language writes it.
  func date(_ date: CivilDate) -> String { catalog.formatter.date(date) }
}

extension MessageCatalog {
  /// Puts messages in the place of words that are there already, as far as the catalog has them.
  func fill<Words>(_ words: inout Words, _ keys: [(WritableKeyPath<Words, String>, String)]) {
    for (word, key) in keys where contains(key) { words[keyPath: word] = text(key) }
  }
}

extension MarkdownOptions.Words {
  /// The words of a catalog, as far as it has them.
  fileprivate init(_ catalog: MessageCatalog) {
    self.init()
    catalog.fill(
      &self,
      [
        (\.note, "site.alert.note"),
        (\.tip, "site.alert.tip"),
        (\.important, "site.alert.important"),
        (\.warning, "site.alert.warning"),
        (\.caution, "site.alert.caution"),
        (\.administration, "site.alert.administration"),
        (\.availability, "site.alert.availability"),
        (\.prerequisites, "site.alert.prerequisites"),
        (\.moreLikeThis, "site.alert.more-like-this"),
        (\.success, "site.alert.success"),
        (\.error, "site.alert.error"),
        (\.information, "site.alert.information"),
        (\.appliesTo, "site.applies-to"),
        (\.versionsFrom, "site.versions.from"),
        (\.versionsAfter, "site.versions.after"),
        (\.versionsUpTo, "site.versions.up-to"),
        (\.versionsBefore, "site.versions.before"),
        (\.versionsBetween, "site.versions.between"),
        (\.versionsFromBefore, "site.versions.from-before"),
        (\.imageDescription, "site.image-description"),
        (\.footnotes, "site.footnotes"),
        (\.backToText, "site.back-to-text"),
        (\.sourceChanged, "site.drift.changed"),
        (\.sourceRemoved, "site.drift.removed"),
      ])
    switch catalog.locale.language {
    case "ar", "fa", "ur": listSeparator = "، "
    case "ja", "zh": listSeparator = "、"
    default: break
    }
  }
}

/// Words by the parts of their keys.
private struct WordTree {
  private var word: String?
  private var branches: [Substring: WordTree] = [:]

  mutating func insert(_ text: String, at key: ArraySlice<Substring>) {
    guard let first = key.first else {
      word = text
      return
    }
    branches[first, default: WordTree()].insert(text, at: key.dropFirst())
  }

  var value: TemplateValue {
    if branches.isEmpty { return .text(word) }
    return .object(
      TemplateObject(branches.map { (String($0.key), $0.value.value) }))
  }
}

/// Dates that were worded before: a site has many pages and few days.
private final class DateCache: Sendable {
  private let known = Mutex<[String: String]>([:])

  func text(for date: String, make: () -> String) -> String {
    if let text = known.withLock({ $0[date] }) { return text }
    let text = make()
    known.withLock { $0[date] = text }
    return text
  }
}
