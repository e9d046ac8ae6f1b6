/// Words the help from the table of the command line.
enum Help {
  /// The help of the whole tool.
  static func overview(_ commands: [CommandDescription]) -> String {
    let width = commands.map(\.name.count).max() ?? 0
    let list = commands.map { "  \($0.name.padded(to: width))  \($0.summary)" }
      .joined(separator: "\n")
    return """
      vouch checks data-sharing connections for compliance and publishes the documentation that
      its findings quote.

      Usage: vouch COMMAND [OPTIONS]

      Commands:
      \(list)

      'vouch COMMAND --help' says more; 'vouch --version' prints the version.
      First steps: 'vouch init DIR' makes a project with an example, 'vouch run' does the whole job.

      Exit status: 0 fine, 1 findings, 2 wrong call or configuration, 3 invalid input, 4 too many
      unknowns, 5 problems with exceptions, 70 internal error.

      """
  }

  /// The help of one command.
  static func page(_ command: CommandDescription) -> String {
    let operands = command.operands.map { operand in
      switch operand.count {
      case .one: operand.name
      case .optional: "[\(operand.name)]"
      case .many: "\(operand.name)..."
      }
    }
    var lines = [
      "\(command.summary).", "",
      "Usage: " + (["vouch", command.name] + operands + ["[OPTIONS]"]).joined(separator: " "),
    ]
    let rows =
      command.operands.map { ($0.name, $0.help) }
      + command.options.map { (spelling($0), meaning($0)) }
    let width = min(34, rows.map(\.0.count).max() ?? 0)
    if !rows.isEmpty { lines.append("") }
    for (left, right) in rows {
      lines.append("  \(left.padded(to: width))  \(right)")
    }
    if !command.examples.isEmpty { lines += ["", "Examples:"] }
    for example in command.examples {
      lines += ["  \(example.line)", "      \(example.does)"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func spelling(_ option: OptionDescription) -> String {
    let short = option.letter.map { "-\($0), " } ?? "    "
    return short + "--\(option.name)" + (option.value.map { " \($0)" } ?? "")
  }

  private static func meaning(_ option: OptionDescription) -> String {
    option.choices.isEmpty
      ? option.help : "\(option.help): \(option.choices.joined(separator: ", "))"
  }
}

extension String {
  /// With blanks behind it until it is as wide as a column.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
