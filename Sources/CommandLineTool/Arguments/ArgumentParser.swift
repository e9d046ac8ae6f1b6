import Model

/// Sorts the words of a command line by the table.
///
/// Takes `--name value`, `--name=value`, `-n value`, `-nvalue`, clusters of flags such as `-sv`,
/// `--no-name` for flags, and `--` before operands that begin with a dash; a lone `-` is an operand.
struct ArgumentParser {
  let command: CommandDescription
  private var arguments: Arguments

  private init(_ command: CommandDescription) {
    self.command = command
    arguments = Arguments(command: command.name)
  }

  /// Sorts the words that follow the command's name.
  static func parse(
    _ words: [String], for command: CommandDescription
  ) throws(UsageError) -> Arguments {
    var parser = ArgumentParser(command)
    try parser.read(words)
    try parser.checkOperands()
    return parser.arguments
  }

  private mutating func read(_ words: [String]) throws(UsageError) {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        arguments.operands += rest
        return
      } else if word.hasPrefix("--") {
        try readLong(word.dropFirst(2), &rest)
      } else if word.hasPrefix("-"), word != "-" {
        try readShort(word.dropFirst(), &rest)
      } else {
        arguments.operands.append(word)
      }
    }
  }

  private mutating func readLong(
    _ word: Substring, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let attached = parts.count > 1 ? String(parts[1]) : nil
    if let option = command.option(name) {
      try set(option, spelled: "--\(name)", attached, &rest)
    } else if name.hasPrefix("no-"), let option = command.option(String(name.dropFirst(3))),
      option.value == nil, attached == nil
    {
      arguments.values[option.name] = ["false"]
    } else {
      throw unknown("--\(name)", Suggestion.nearest(to: name, among: command.options.map(\.name)))
    }
  }

  private mutating func readShort(
    _ word: Substring, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    var letters = word
    while let letter = letters.popFirst() {
      guard let option = command.options.first(where: { $0.letter == letter }) else {
        throw unknown("-\(letter)", nil)
      }
      guard option.value != nil else {
        arguments.values[option.name] = ["true"]
        continue
      }
      try set(option, spelled: "-\(letter)", letters.isEmpty ? nil : String(letters), &rest)
      return
    }
  }

  private mutating func set(
    _ option: OptionDescription, spelled: String, _ attached: String?,
    _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    guard let valueName = option.value else {
      if attached != nil { throw UsageError("\(spelled) takes no value") }
      arguments.values[option.name] = ["true"]
      return
    }
    guard option.isList || arguments.values[option.name] == nil else {
      throw UsageError("\(spelled) is given twice", suggestion: "it takes one value; keep one")
    }
    let value = attached ?? next(&rest) ?? ""
    let single = option.isList ? value.listed : [value]
    guard single.contains(where: { !$0.isBlank }) else {
      throw UsageError("\(spelled) needs a value", suggestion: "write \(spelled) \(valueName)")
    }
    for word in single where !option.choices.isEmpty && !option.choices.contains(word) {
      let near = Suggestion.didYouMean(word, among: option.choices)
      throw UsageError(
        "\(spelled) doesn't know '\(word)'",
        suggestion: near ?? "it takes \(option.choices.joined(separator: ", "))")
    }
    arguments.values[option.name, default: []].append(value)
  }

  /// The next word, unless it is an option of the command.
  private func next(_ rest: inout ArraySlice<String>) -> String? {
    guard let word = rest.first else { return nil }
    if word.hasPrefix("--") {
      let name = word.dropFirst(2).prefix { $0 != "=" }
      if command.option(String(name)) != nil { return nil }
    }
    return rest.popFirst()
  }

  private func checkOperands() throws(UsageError) {
    let names = command.operands.map(\.name).joined(separator: " ")
    let isOpen = command.operands.contains { $0.count == .many }
    if !isOpen, arguments.operands.count > command.operands.count {
      let surplus = arguments.operands[command.operands.count]
      throw UsageError(
        "'\(surplus)' is one word too many",
        suggestion: names.isEmpty ? "'\(command.name)' takes options only" : "it takes \(names)")
    }
    if arguments.operands.contains("") {
      throw UsageError(
        "a word is empty", suggestion: "write vouch \(command.name) \(names)")
    }
    let needed = command.operands.filter { $0.count != .optional }
    if arguments.operands.count < needed.count {
      throw UsageError(
        "\(needed[arguments.operands.count].name) is missing",
        suggestion: "write vouch \(command.name) \(names)")
    }
  }

  private func unknown(_ spelled: String, _ near: String?) -> UsageError {
    UsageError(
      "'\(command.name)' has no option \(spelled)",
      suggestion: near.map { "did you mean '--\($0)'?" }
        ?? "'vouch \(command.name) --help' lists them")
  }
}
