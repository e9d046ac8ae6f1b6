/// A command as the table of the command line describes it.
struct CommandDescription: Sendable {
  /// The word that chooses it.
  let name: String
  /// What it does, in one line without a full stop.
  let summary: String
  /// What it takes besides options, such as `SNAPSHOT`.
  let operands: [OperandDescription]
  /// Its options.
  let options: [OptionDescription]
  /// Examples, each a command line and what it does.
  let examples: [(line: String, does: String)]

  /// The option with a long name.
  func option(_ name: String) -> OptionDescription? { options.first { $0.name == name } }
}

/// What a command takes besides options.
struct OperandDescription: Sendable {
  /// How many there may be.
  enum Count: Sendable { case one, optional, many }

  /// The name in capitals.
  let name: String
  /// What it is.
  let help: String
  /// How many there may be.
  let count: Count
}

/// An option of a command.
struct OptionDescription: Sendable {
  /// The long name without dashes.
  let name: String
  /// The letter of the short form.
  let letter: Character?
  /// The name of the value in the help; `nil` for a flag.
  let value: String?
  /// The only values allowed, if the list is closed.
  let choices: [String]
  /// Whether several values may be given, separated by commas or by repeating the option.
  let isList: Bool
  /// What it does, in one line without a full stop.
  let help: String

  init(
    _ name: String, _ letter: Character? = nil, _ value: String? = nil, choices: [String] = [],
    isList: Bool = false, help: String
  ) {
    self.name = name
    self.letter = letter
    self.value = value
    self.choices = choices
    self.isList = isList
    self.help = help
  }
}
