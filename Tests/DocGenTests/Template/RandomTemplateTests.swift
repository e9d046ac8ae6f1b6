import DocGen
import Model
import TestSupport
import Testing

/// Templates put together at random: what each shows is worked out beside it, by looking names up as
/// the specification says.
@Suite struct RandomTemplateTests {
  /// Data as the test knows it.
  private indirect enum Datum {
    case text(String), flag(Bool), list([Datum]), object([String: Datum])

    var value: TemplateValue {
      switch self {
      case .text(let text): .text(text)
      case .flag(let flag): .boolean(flag)
      case .list(let list): .list(list.map(\.value))
      case .object(let members): .object(TemplateObject(members.mapValues(\.value)))
      }
    }

    var isShown: Bool {
      switch self {
      case .text(let text): !text.isEmpty
      case .flag(let flag): flag
      case .list(let list): !list.isEmpty
      case .object: true
      }
    }
  }

  private struct Draft {
    var dice: Dice
    var partials: [String: String] = [:]
    private static let names = ["a", "b", "c", "d"]

    mutating func datum(_ depth: Int) -> Datum {
      switch dice.roll(depth > 2 ? 3 : 6) {
      case 0, 1: return .text(dice.pick(["", "x", "<b>", "a & b", "\"q\" 'r'", "{{a}}", "é日"]))
      case 2: return .flag(dice.roll(2) == 0)
      case 3:
        var list: [Datum] = []
        for _ in 0..<dice.roll(4) { list.append(datum(depth + 1)) }
        return .list(list)
      default: return object(depth)
      }
    }

    mutating func object(_ depth: Int) -> Datum {
      var members: [String: Datum] = [:]
      for name in Self.names where dice.roll(3) > 0 { members[name] = datum(depth + 1) }
      return .object(members)
    }

    private mutating func name() -> String {
      var name = dice.pick(Self.names)
      while dice.roll(4) == 0 { name += "." + dice.pick(Self.names) }
      return dice.roll(8) == 0 ? "." : name
    }

    /// A template, and what it shows within some values, the innermost last.
    ///
    /// What is shown depends on the values, so it is a function of them.
    mutating func template(_ depth: Int, _ open: String = "{{", _ close: String = "}}") -> (
      text: String, shows: ([Datum]) -> String
    ) {
      var text = ""
      var parts: [([Datum]) -> String] = []
      for _ in 0..<(1 + dice.roll(5)) {
        let name = name()
        let blank = dice.pick(["", "", " "])
        switch dice.roll(depth > 2 ? 4 : 8) {
        case 0:
          let words = dice.pick(["t", " ", "{ }", "}}", "é", "<i>", "#", "a\nb"])
          // Delimiters of one kind end nothing of the other.
          text += words
          parts.append { _ in words }
        case 1, 2:
          text += "\(open)\(blank)\(name)\(blank)\(close)"
          parts.append { RandomTemplateTests.shown(name, $0) }
        case 3:
          text += "\(open)! \(name) no\(close)"
        case 4, 5:
          let inner = template(depth + 1, open, close)
          text += "\(open)#\(blank)\(name)\(close)\(inner.text)\(open)/\(name)\(blank)\(close)"
          parts.append { values in
            guard let datum = RandomTemplateTests.find(name, values), datum.isShown else {
              return ""
            }
            guard case .list(let list) = datum else { return inner.shows(values + [datum]) }
            return list.map { inner.shows(values + [$0]) }.joined()
          }
        case 6:
          let inner = template(depth + 1, open, close)
          text += "\(open)^\(name)\(close)\(inner.text)\(open)/\(name)\(close)"
          parts.append { values in
            RandomTemplateTests.find(name, values)?.isShown == true ? "" : inner.shows(values)
          }
        default:
          let partial = template(depth + 1)
          let number = "p\(partials.count)"
          partials[number] = partial.text
          // Text on both sides keeps the tag from having a line for itself.
          text += "|\(open)>\(number)\(close)|"
          parts.append { "|" + partial.shows($0) + "|" }
        }
        text += "."
        parts.append { _ in "." }
      }
      return (text, { values in parts.map { $0(values) }.joined() })
    }
  }

  /// The first part from the inside to the outside, the others in what was found.
  private static func find(_ name: String, _ values: [Datum]) -> Datum? {
    if name == "." { return values.last }
    let parts = name.split(separator: ".").map(String.init)
    func member(_ datum: Datum, _ key: String) -> Datum? {
      if case .object(let members) = datum { members[key] } else { nil }
    }
    var found = values.reversed().lazy.compactMap { member($0, parts[0]) }.first
    for part in parts.dropFirst() { found = found.flatMap { member($0, part) } }
    return found
  }

  private static func shown(_ name: String, _ values: [Datum]) -> String {
    switch find(name, values) {
    case .text(let text)?:
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    case .flag(let flag)?: "\(flag)"
    default: ""
    }
  }

  @Test(arguments: 0..<500)
  func showsWhatItSays(_ seed: Int) throws {
    var draft = Draft(dice: Dice(seed: seed))
    let data = draft.object(0)
    let (first, second) = (draft.template(0), draft.template(0, "<%", "%>"))
    var sources = draft.partials
    sources["main"] = "\(first.text){{=<% %>=}}.\(second.text)<%={{ }}=%>{{! end }}"
    let expected = first.shows([data]) + "." + second.shows([data])
    let output = try TemplateSet(sources: sources).render(
      "main", with: [data.value], options: TemplateOptions(reportsMissing: false))
    #expect(String(decoding: output.bytes, as: UTF8.self) == expected, "\(sources)")
    // Lists and objects are no single values, which is said but stops nothing.
    #expect(output.diagnostics.allSatisfy { $0.code == "template.value" })
  }

  /// A template that is cut off or damaged anywhere is read, or refused at a place within it.
  @Test(arguments: 0..<150)
  func refusesDamageAtItsPlace(_ seed: Int) throws {
    var draft = Draft(dice: Dice(seed: seed + 9000))
    let data = draft.object(0)
    var text = Array(draft.template(0).text.unicodeScalars)
    for _ in 0..<(1 + draft.dice.roll(4)) {
      guard !text.isEmpty else { break }
      let position = draft.dice.roll(text.count)
      switch draft.dice.roll(4) {
      case 0: text.removeLast(draft.dice.roll(text.count / 2 + 1))
      case 1: text.remove(at: position)
      case 2: text.insert(Array("{}#^/=>!&.\n ".unicodeScalars)[draft.dice.roll(12)], at: position)
      default: text.swapAt(position, text.count - 1)
      }
    }
    let template = String(String.UnicodeScalarView(text))
    let lines = template.split(separator: "\n", omittingEmptySubsequences: false)
    var sources = draft.partials
    sources["main"] = template
    do throws(TemplateFailure) {
      _ = try TemplateSet(sources: sources, allowsUnknownPartials: true).render(
        "main", with: [data.value])
    } catch {
      #expect(!error.diagnostics.isEmpty)
      for problem in error.diagnostics {
        #expect(problem.severity == .error)
        #expect(problem.location.path == "main.mustache")
        #expect((1...lines.count).contains(problem.location.line), "\(problem)\n\(template)")
        let line = lines[problem.location.line - 1]
        #expect(
          (1...line.utf8.count + 1).contains(problem.location.column), "\(problem)\n\(template)")
      }
    }
  }
}
