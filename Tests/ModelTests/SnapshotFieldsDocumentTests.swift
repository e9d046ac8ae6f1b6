import Foundation
import Model
import TestSupport
import Testing

/// `docs/snapshot-fields.md` lists what the table of the snapshot has: a field that is added stands
/// there too.
@Test func theDocumentListsEveryField() throws {
  let file = SharedMaterial.projectFolder.appending(path: "docs/snapshot-fields.md")
  let expected = fieldsDocument()
  let stored = try? String(contentsOf: file, encoding: .utf8)
  guard stored != expected else { return }
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
    try Data(expected.utf8).write(to: file, options: .atomic)
    Issue.record("rewrote docs/snapshot-fields.md; read the change, then run again")
  } else {
    Issue.record("docs/snapshot-fields.md is not what the table says; UPDATE_GOLDEN=1 rewrites it")
  }
}

private func fieldsDocument() -> String {
  var text = """
    # Fields of a snapshot

    Written from the table that describes the format (`SnapshotShape`); `vouch schema snapshot` prints the same as JSON Schema. Dots lead into objects, `[]` into the entries of a list. What absent, `null` and empty mean is said in [snapshots](snapshots.md).

    """
  for section in Section.allCases {
    text += "\n## \(section.name)\n\n| field | holds | meaning |\n|---|---|---|\n"
    text += rows(section.shape.fields, below: "")
  }
  return text
}

private func rows(_ fields: [FieldShape], below prefix: String) -> String {
  fields.map { field in
    let name = prefix + field.name
    let row = "| `\(name)` | \(word(for: field.kind)) | \(field.meaning) |\n"
    guard case .records(let child) = field.kind else { return row }
    return row + rows(child.fields, below: "\(name)[].")
  }.joined()
}

private func word(for kind: FieldShape.Kind) -> String {
  switch kind {
  case .text: "text"
  case .key: "own id"
  case .reference(let sections): "id in \(sections.map(\.name).joined(separator: ", "))"
  case .identifier: "id"
  case .service: "service"
  case .word(let vocabulary): vocabulary.words.map { "`\($0)`" }.joined(separator: ", ")
  case .instant: "time"
  case .count: "whole number, not negative"
  case .number: "number"
  case .flag: "true or false"
  case .records: "list of objects"
  case .values(let child):
    "list: \(child.fields.first.map { word(for: $0.kind) } ?? "values")"
  case .map: "object with free keys and texts"
  }
}
