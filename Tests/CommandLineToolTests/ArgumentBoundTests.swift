import Testing

@testable import CommandLineTool

/// Every option of every command: without its value, with an empty one, twice, misspelled, with a word
/// that it doesn't know.
@Suite struct ArgumentBoundTests {
  /// An option with its command.
  struct Case: Sendable, CustomTestStringConvertible {
    let command: CommandDescription
    let option: OptionDescription

    var testDescription: String { "vouch \(command.name) --\(option.name)" }
    var spelled: String { "--\(option.name)" }

    /// A value that the option takes.
    var value: String { option.choices.first ?? "1" }
  }

  static let all = CommandTable.commands.flatMap { command in
    command.options.map { Case(command: command, option: $0) }
  }
  static let valued = all.filter { $0.option.value != nil }
  static let single = valued.filter { !$0.option.isList }
  static let lists = valued.filter { $0.option.isList }
  static let flags = all.filter { $0.option.value == nil }
  static let closed = valued.filter { !$0.option.choices.isEmpty }

  /// The operands that a command needs.
  private func operands(_ command: CommandDescription) -> [String] {
    command.operands.filter { $0.count != .optional }.map { _ in "x" }
  }

  private func parse(_ one: Case, _ words: String...) throws(UsageError) -> Arguments {
    try ArgumentParser.parse(words + operands(one.command), for: one.command)
  }

  private func refusal(_ one: Case, _ words: String..., operands own: [String]? = nil)
    -> UsageError?
  {
    do throws(UsageError) {
      _ = try ArgumentParser.parse(own ?? (words + operands(one.command)), for: one.command)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: valued) func needsItsValue(one: Case) {
    let needed = "\(one.spelled) needs a value"
    for words in [
      [one.spelled], ["\(one.spelled)="], [one.spelled, ""], [one.spelled, "  "],
      ["\(one.spelled)=\t"], [one.spelled, one.spelled, one.value],
      [one.spelled, "--\(one.command.options[0].name)"],
    ] {
      let refusal = refusal(one, operands: operands(one.command) + words)
      #expect(refusal?.message == needed, "\(words)")
      #expect(refusal?.suggestion?.hasPrefix("write \(one.spelled) ") == true)
    }
    if let letter = one.option.letter {
      let refusal = refusal(one, operands: operands(one.command) + ["-\(letter)"])
      #expect(refusal?.message == "-\(letter) needs a value")
    }
  }

  @Test(arguments: valued) func takesItsValue(one: Case) throws {
    let value = one.value
    for words in [[one.spelled, value], ["\(one.spelled)=\(value)"]] {
      let arguments = try ArgumentParser.parse(words + operands(one.command), for: one.command)
      #expect(arguments.values == [one.option.name: [value]])
      #expect(arguments.operands == operands(one.command))
    }
    guard one.option.choices.isEmpty else { return }
    // What only looks like an option, holds the sign itself, or is standard input.
    for value in ["-1", "--nothing", "a=b", "-", " a b "] {
      #expect(try parse(one, one.spelled, value).value(one.option.name) == value)
      #expect(try parse(one, "\(one.spelled)=\(value)").value(one.option.name) == value)
    }
    if let letter = one.option.letter {
      #expect(try parse(one, "-\(letter)", "v").value(one.option.name) == "v")
      #expect(try parse(one, "-\(letter)v").value(one.option.name) == "v")
    }
  }

  /// Which of two values counts must not be guessed.
  @Test(arguments: single) func isGivenOnce(one: Case) {
    for words in [
      [one.spelled, one.value, one.spelled, one.value],
      ["\(one.spelled)=\(one.value)", one.spelled, one.value],
    ] {
      let refusal = refusal(one, operands: operands(one.command) + words)
      #expect(refusal?.message == "\(one.spelled) is given twice")
    }
    guard let letter = one.option.letter else { return }
    let words = [one.spelled, one.value, "-\(letter)\(one.value)"]
    #expect(
      refusal(one, operands: operands(one.command) + words)?.message
        == "-\(letter) is given twice")
  }

  /// A list may be given in parts, with blanks around the commas.
  @Test(arguments: lists) func mayBeGivenInParts(one: Case) throws {
    let (first, last) = (one.value, one.option.choices.last ?? "2")
    let arguments = try parse(one, one.spelled, "\(first) , \(last)", "\(one.spelled)=\(first),")
    #expect(arguments.list(one.option.name) == [first, last, first])
    for nothing in [",", " , ", ",,"] {
      #expect(refusal(one, one.spelled, nothing)?.message == "\(one.spelled) needs a value")
    }
  }

  @Test(arguments: flags) func isAFlag(one: Case) throws {
    let name = one.option.name
    #expect(refusal(one, "\(one.spelled)=true")?.message == "\(one.spelled) takes no value")
    #expect(try parse(one, one.spelled).flag(name))
    #expect(try parse(one, one.spelled, one.spelled).flag(name), "said twice, it is the same")
    #expect(try parse(one, one.spelled, "--no-\(name)").flag(name) == false)
    #expect(try parse(one).values[name] == nil)
    if let letter = one.option.letter { #expect(try parse(one, "-\(letter)").flag(name)) }
  }

  /// A slip of the pen is told what was meant; nothing is taken for something else.
  @Test(arguments: all) func isMisspelled(one: Case) {
    let name = one.option.name
    let last = name.dropLast()
    for slip in ["\(last)", "\(name)s", "\(name.uppercased())", "\(last)_"]
    where one.command.option(slip) == nil {
      let refusal = refusal(one, operands: operands(one.command) + ["--\(slip)"])
      #expect(refusal?.message == "'\(one.command.name)' has no option --\(slip)")
      #expect(refusal?.suggestion == "did you mean '--\(name)'?", "--\(slip)")
    }
  }

  @Test(arguments: closed) func knowsItsWords(one: Case) throws {
    for choice in one.option.choices {
      #expect(try parse(one, one.spelled, choice).value(one.option.name) == choice)
      for slip in ["\(choice)x", choice.uppercased()] where !one.option.choices.contains(slip) {
        let refusal = refusal(one, one.spelled, slip)
        #expect(refusal?.message == "\(one.spelled) doesn't know '\(slip)'")
      }
    }
    let strange = refusal(one, one.spelled, "qqqqqqqq")
    #expect(strange?.suggestion == "it takes \(one.option.choices.joined(separator: ", "))")
  }

  /// The words besides options: too few, too many, empty, and behind two dashes.
  @Test(
    arguments: CommandTable.commands.map {
      Case(command: $0, option: OptionDescription("", help: ""))
    })
  func operandsAreCounted(one: Case) throws {
    let needed = operands(one.command)
    if !needed.isEmpty {
      let refusal = refusal(one, operands: Array(needed.dropLast()))
      #expect(refusal?.message.hasSuffix(" is missing") == true)
    }
    if !one.command.operands.contains(where: { $0.count == .many }) {
      let words = one.command.operands.map { _ in "x" } + ["surplus"]
      #expect(refusal(one, operands: words)?.message == "'surplus' is one word too many")
    }
    if let first = one.command.operands.first {
      let words = Array(repeating: "", count: max(1, needed.count))
      #expect(refusal(one, operands: words)?.message == "a word is empty", "\(first.name)")
      let dashed = ["--"] + Array(repeating: "--x", count: max(1, needed.count))
      #expect(
        try ArgumentParser.parse(dashed, for: one.command).operands == Array(dashed.dropFirst()))
      let input = Array(repeating: "-", count: max(1, needed.count))
      #expect(try ArgumentParser.parse(input, for: one.command).operands == input)
    }
  }

  @Test func theTableIsSound() {
    for command in CommandTable.commands {
      let names = command.options.map(\.name)
      #expect(Set(names).count == names.count, "\(command.name)")
      let letters = command.options.compactMap(\.letter)
      #expect(Set(letters).count == letters.count, "\(command.name)")
    }
    #expect(Self.all.count > 100)
  }
}

/// The status of a call with several reasons, as the design's table orders them.
@Suite struct ExitStatusBoundTests {
  /// From the one that counts most.
  private static let order: [CommandLineTool.ExitStatus] = [
    .internalError, .usage, .invalidInput, .exceptions, .findings, .unknowns, .success,
  ]

  @Test func theNumbersAreThoseOfTheDesign() {
    #expect(Self.order.map(\.rawValue) == [70, 2, 3, 5, 1, 4, 0])
    #expect(Set(Self.order) == Set(CommandLineTool.ExitStatus.allCases))
  }

  @Test(arguments: order, order) func theEarlierOneCounts(
    first: CommandLineTool.ExitStatus, second: CommandLineTool.ExitStatus
  )
    throws
  {
    let expected = try #require(Self.order.first { $0 == first || $0 == second })
    #expect(CommandLineTool.ExitStatus.decisive([first, second]) == expected)
    #expect(CommandLineTool.ExitStatus.decisive([second, .success, first, second]) == expected)
  }

  @Test(arguments: [
    ([], CommandLineTool.ExitStatus.success), (["gate.unknowns"], .unknowns),
    (["gate.fails"], .findings),
    (["gate.unknowns", "gate.fails"], .findings),
    (["gate.fails", "exceptions.unmatched"], .exceptions),
    (["exceptions.unmatched", "reconciliation.broken"], .invalidInput),
    (
      ["gate.unknowns", "gate.fails", "exceptions.unmatched", "reconciliation.broken"],
      .invalidInput
    ),
    (["gate.fails", "something new"], .internalError),
  ])
  func reasonsHaveTheirStatus(reasons: [String], status: CommandLineTool.ExitStatus) {
    #expect(CommandLineTool.ExitStatus(reasons: reasons) == status)
  }
}
