import Audit
import Model
import Synchronization
import TestSupport
import Testing

@testable import CommandLineTool

/// Each setting of `vouch.yaml` with no value, an empty one, several, and one of another kind.
@Suite struct ConfigurationBoundTests {
  /// A file and the problems expected of it, as `line:column code`.
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let expected: [String]

    var testDescription: String { name }
  }

  private func read(_ text: String) throws -> (
    configuration: Configuration?, problems: [Diagnostic]
  ) {
    let folder = try TemporaryFolder()
    try folder.write("vouch.yaml", text)
    let environment = InProcess.environment(folder)
    do throws(CommandFailure) {
      return (try Configuration.read("vouch.yaml", in: environment), [])
    } catch {
      guard case .problems(let problems, let status) = error else { return (nil, []) }
      #expect(status == .usage)
      return (nil, problems.sorted())
    }
  }

  private func check(_ row: Row) throws {
    let (configuration, problems) = try read(row.text)
    let found = problems.map { "\($0.location.line):\($0.location.column) \($0.code)" }
    #expect(found == row.expected, "\(problems)")
    #expect((configuration != nil) == row.expected.isEmpty)
  }

  private static let lists: Set<String> = ["snapshot", "locale", "rules", "format"]

  static let settings: [Row] = Configuration.names.flatMap { name -> [Row] in
    let column = name.utf8.count + 3
    let shape = ["1:\(column) configuration.shape"]
    func row(_ what: String, _ value: String, _ expected: [String]) -> Row {
      Row(name: "\(name): \(what)", text: "\(name): \(value)\n", expected: expected)
    }
    return [
      row("a text", "a", []), row("nothing", "", []), row("null", "~", []),
      row("empty", "''", shape), row("blanks", "\"  \"", shape), row("a list of one", "[a]", []),
      row("a list of several", "[a, b]", Self.lists.contains(name) ? [] : shape),
      row("nothing in a list", "[a, ~]", shape), row("blanks in a list", "[' ', a]", shape),
      row("an object", "{a: b}", shape), row("a list in a list", "[[a]]", shape),
      Row(
        name: "\(name): twice", text: "\(name): a\n\(name): a\n",
        expected: ["2:1 yaml.duplicate-key"]),
      Row(
        name: "\(name) in capitals", text: "\(name.uppercased()): a\n",
        expected: ["1:1 configuration.unknown"]),
    ]
  }

  @Test(arguments: settings) func aSetting(row: Row) throws { try check(row) }

  static let files: [Row] = [
    Row(name: "an empty file", text: "", expected: []),
    Row(name: "a comment", text: "# nothing\n", expected: []),
    Row(name: "null", text: "~\n", expected: []),
    Row(name: "a mark at the beginning", text: "\u{FEFF}seed: 1\n", expected: []),
    Row(
      name: "lines that end with two characters", text: "seed: 1\r\nstrict: true\r\n", expected: []),
    Row(name: "a list", text: "- seed\n", expected: ["1:1 configuration.shape"]),
    Row(name: "a text", text: "seed", expected: ["1:1 configuration.shape"]),
    Row(name: "a tab", text: "seed: 1\nparameters:\n\tLIF-01: {}\n", expected: ["3:1 yaml.syntax"]),
    Row(
      name: "a second document", text: "seed: 1\n---\nseed: 2\n", expected: ["2:1 yaml.documents"]),
  ]

  @Test(arguments: files) func aFile(row: Row) throws { try check(row) }

  static let parameters: [Row] = [
    ("a number", "LIF-01: {maxIdleDays: 5}", [String]()), ("none", "{}", []), ("nothing", "", []),
    ("quotes", "LIF-01: {maxIdleDays: '5'}", []), ("a power", "LIF-01: {maxIdleDays: 1e1}", []),
    ("a word", "LIF-01: {maxIdleDays: five}", ["2:25 configuration.number"]),
    ("empty", "LIF-01: {maxIdleDays: ''}", ["2:25 configuration.number"]),
    ("null", "LIF-01: {maxIdleDays: ~}", ["2:25 configuration.number"]),
    ("a list", "LIF-01: {maxIdleDays: [5]}", ["2:25 configuration.number"]),
    ("without end", "LIF-01: {maxIdleDays: inf}", ["2:25 configuration.number"]),
    ("no number", "LIF-01: {maxIdleDays: nan}", ["2:25 configuration.number"]),
    ("beyond all numbers", "LIF-01: {maxIdleDays: 1e999}", ["2:25 configuration.number"]),
    ("a comma", "LIF-01: {maxIdleDays: '5,5'}", ["2:25 configuration.number"]),
    ("blanks around it", "LIF-01: {maxIdleDays: ' 5 '}", ["2:25 configuration.number"]),
    ("a unit", "LIF-01: {maxIdleDays: 5 days}", ["2:25 configuration.number"]),
    ("a rule without parameters", "LIF-01:", ["2:10 configuration.shape"]),
    ("a number in place of parameters", "LIF-01: 5", ["2:11 configuration.shape"]),
    ("a list of rules", "[LIF-01]", ["2:3 configuration.shape"]),
    (
      "a rule twice", "{LIF-01: {maxIdleDays: 5}, LIF-01: {maxIdleDays: 6}}",
      ["2:30 yaml.duplicate-key"]
    ),
    ("a parameter twice", "LIF-01: {maxIdleDays: 5, maxIdleDays: 6}", ["2:28 yaml.duplicate-key"]),
  ].map { name, value, expected in
    Row(name: name, text: "parameters:\n  \(value)\n", expected: expected)
  }

  @Test(arguments: parameters) func aParameter(row: Row) throws { try check(row) }

  /// Every parameter of every rule at the ends of its range.
  @Test(arguments: RuleRegistry.descriptions.filter { !$0.parameters.isEmpty }.map(\.id))
  func theEndsOfRanges(id: String) throws {
    let rule = try #require(RuleRegistry.rule(id)?.description)
    func problems(_ name: String, _ value: Double) -> [ConfigurationProblem] {
      AuditConfiguration(parameters: [id: [name: value]]).problems
    }
    for parameter in rule.parameters {
      let range = parameter.range
      let step = parameter.unit.isWhole ? 1.0 : 0.001
      #expect(range.contains(parameter.value), "\(parameter.name): its usual value")
      #expect(problems(parameter.name, range.lowerBound).isEmpty)
      #expect(problems(parameter.name, range.upperBound).isEmpty)
      #expect(problems(parameter.name, range.lowerBound - step).count == 1)
      #expect(problems(parameter.name, range.upperBound + step).count == 1)
      if range.upperBound - range.lowerBound >= 1 {
        let between = problems(parameter.name, range.lowerBound + 0.5)
        #expect(between.isEmpty != parameter.unit.isWhole, "\(parameter.name): \(between)")
      }
      let slip = problems(String(parameter.name.dropLast()), range.lowerBound)
      #expect(slip.count == 1 && slip.first?.suggestion == parameter.name)
      #expect(
        problems(parameter.name.uppercased(), range.lowerBound).first?.suggestion == parameter.name)
    }
    #expect(problems("nothingOfTheKind", 1).first?.suggestion == nil)
    #expect(
      AuditConfiguration(parameters: [id.lowercased(): [rule.parameters[0].name: 1]]).problems
        .first?.suggestion == id)
  }
}
