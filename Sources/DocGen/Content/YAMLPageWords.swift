import Localization
import Model

/// The words that are added to pages in YAML in the reader's language.
struct YAMLPageWords: Sendable {
  /// The language of the words, where it isn't that of the page; `nil` where it is.
  var locale: LocaleTag?
  var units = "Units"
  var modules = "Modules"
  var prerequisites = "Prerequisites"
  var answers = "Answers"
  var correct = "Correct:"
  var incorrect = "Incorrect:"
  var notebook = "Notebook"
  /// How long something takes, by the number of minutes.
  var minutes: @Sendable (Int) -> String = { $0 == 1 ? "1 minute" : "\($0) minutes" }
  /// What lists of links are of, by their kind in YAML, `linkListType`.
  private var lists = [
    "architecture": "Architecture", "concept": "Concept", "deploy": "Deploy",
    "download": "Download", "get-started": "Get started", "how-to-guide": "How-to guide",
    "learn": "Learn", "overview": "Overview", "quickstart": "Quickstart",
    "reference": "Reference", "sample": "Sample", "tutorial": "Tutorial", "video": "Video",
    "whats-new": "What’s new",
  ]

  /// The English words.
  init() {}

  /// The words of a catalog, as far as it has them.
  init(_ catalog: MessageCatalog) {
    catalog.fill(
      &self,
      [
        (\.units, "site.training.units"),
        (\.modules, "site.training.modules"),
        (\.prerequisites, "site.training.prerequisites"),
        (\.answers, "site.training.answers"),
        (\.correct, "site.training.correct"),
        (\.incorrect, "site.training.incorrect"),
        (\.notebook, "site.training.notebook"),
      ])
    for kind in lists.keys where catalog.contains("site.landing.\(kind)") {
      lists[kind] = catalog.text("site.landing.\(kind)")
    }
    if catalog.contains("format.minutes") {
      minutes = { catalog.text("format.minutes", ["count": .integer($0)]) }
    }
  }

  /// What a list of links is of; a kind that isn't known is shown as it is written.
  func title(ofList kind: String) -> String {
    if let title = lists[kind.lowercased()] { return shown(title) }
    let words = kind.replacing("-", with: " ")
    return YAMLPage.escaped(words.prefix(1).uppercased() + words.dropFirst())
  }

  /// Words as Markdown: in an element that names their language where it isn't that of the page.
  func shown(_ words: String) -> String {
    let text = YAMLPage.escaped(words)
    guard let locale else { return text }
    return "<span lang=\"\(locale.tag)\" dir=\"\(locale.direction)\">\(text)</span>"
  }
}
