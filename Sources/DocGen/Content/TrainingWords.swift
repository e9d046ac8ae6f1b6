import Localization
import Model

/// The words that are added to pages of training in the reader's language.
struct TrainingWords: Sendable {
  var units = "Units"
  var modules = "Modules"
  var prerequisites = "Prerequisites"
  var answers = "Answers"
  var correct = "Correct:"
  var incorrect = "Incorrect:"
  var notebook = "Notebook"
  /// How long something takes, by the number of minutes.
  var minutes: @Sendable (Int) -> String = { $0 == 1 ? "1 minute" : "\($0) minutes" }

  /// The English words.
  init() {}

  /// The words of a catalog, as far as it has them.
  init(_ catalog: MessageCatalog) {
    func set(_ word: WritableKeyPath<Self, String>, _ key: String) {
      if catalog.contains(key) { self[keyPath: word] = catalog.text(key) }
    }
    set(\.units, "site.training.units")
    set(\.modules, "site.training.modules")
    set(\.prerequisites, "site.training.prerequisites")
    set(\.answers, "site.training.answers")
    set(\.correct, "site.training.correct")
    set(\.incorrect, "site.training.incorrect")
    set(\.notebook, "site.training.notebook")
    if catalog.contains("format.minutes") {
      minutes = { catalog.text("format.minutes", ["count": .integer($0)]) }
    }
  }
}
