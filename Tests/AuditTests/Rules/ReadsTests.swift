import Model
import Testing

@testable import Audit

/// A rule reads a field if taking the field away changes a finding of some example.
@Suite struct ReadsTests {
  @Test(arguments: RuleRegistry.all.map(RuleCase.init))
  func declaresExactlyTheFieldsThatMatter(_ test: RuleCase) throws {
    var observed: Set<String> = []
    for example in test.examples {
      let snapshot = try example.snapshot()
      let plain = try Self.findings(example, snapshot)
      for field in snapshot.filledFields where !observed.contains(field.name) {
        let changed = try Self.findings(example, snapshot.without(field))
        if changed != plain { observed.insert(field.name) }
      }
    }
    let declared = Set(test.rule.reads)
    let undeclared = observed.subtracting(declared).sorted()
    let unobserved = declared.subtracting(observed).sorted()
    #expect(undeclared.isEmpty, "\(test.rule.description.id) reads \(undeclared) undeclared")
    #expect(unobserved.isEmpty, "\(test.rule.description.id) declares \(unobserved) in vain")
    #expect(test.rule.reads == test.rule.reads.sorted())
  }

  private static func findings(_ example: ExampleCase, _ snapshot: Snapshot) throws -> [Finding] {
    let result = try example.result(snapshot)
    return result.rules[0].verdicts.indices.map { result.finding(rule: 0, subject: $0) }
  }
}

/// A column of a section, or of a list inside its records.
struct FieldPlace: Hashable {
  let section: Section
  let column: Int
  let child: Int?

  var name: String {
    let field = section.shape.fields[column]
    let parent = "\(section.name).\(field.name)"
    guard let child, let shape = field.kind.child else { return parent }
    return "\(parent).\(shape.fields[child].name)"
  }
}

extension Snapshot {
  /// The columns with a cell that is there; single values of lists belong to their list.
  var filledFields: [FieldPlace] {
    Section.allCases.flatMap { section -> [FieldPlace] in
      let table = table(section)
      return table.columns.indices.flatMap { column -> [FieldPlace] in
        guard table.columns[column].isFilled(table.count) else { return [] }
        let own = FieldPlace(section: section, column: column, child: nil)
        guard case .records = section.shape.fields[column].kind,
          let child = table.children[column]
        else { return [own] }
        return [own]
          + child.columns.indices.filter { child.columns[$0].isFilled(child.count) }
          .map { FieldPlace(section: section, column: column, child: $0) }
      }
    }
  }

  /// The same snapshot in which nobody looked at a field.
  func without(_ field: FieldPlace) -> Snapshot {
    var tables = tables
    let table = tables[field.section.rawValue]
    if let child = field.child, let list = table.children[field.column] {
      tables[field.section.rawValue].children[field.column]?.columns[child] =
        Column(absentCount: list.count)
    } else {
      tables[field.section.rawValue].columns[field.column] =
        Column(absentCount: table.count)
    }
    return Snapshot(files: files, texts: texts, tables: tables, states: states)
  }
}

extension Column {
  fileprivate func isFilled(_ count: Int) -> Bool {
    (0..<count).contains { mark($0).state != .absent }
  }
}
