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
    if catalog.contains("format.minutes") {
      minutes = { catalog.text("format.minutes", ["count": .integer($0)]) }
    }
  }
}
