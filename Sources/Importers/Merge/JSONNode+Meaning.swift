import Model
import SnapshotReader

extension JSONNode {
  /// Whether two values of a field mean the same: times may be written in different ways.
  func means(_ other: JSONNode, as field: String, of section: Section) -> Bool {
    if isSame(as: other) { return true }
    guard let index = section.shape.index(of: field),
      case .instant = section.shape.fields[index].kind, let left = text, let right = other.text,
      case .instant(let first) = InstantText.read(left),
      case .instant(let second) = InstantText.read(right)
    else { return false }
    if first.microseconds == second.microseconds { return true }
    // One of them was written without the fraction, or without the seconds.
    let distance = abs(first.microseconds - second.microseconds)
    let whole = [first, second].contains { $0.microseconds % Instant.second == 0 }
    return distance < Instant.second && whole
  }

  /// The value as messages show it; what looks like a secret is masked.
  var shown: String {
    var writer = JSONWriter()
    write(to: &writer)
    let text = text ?? String(decoding: writer.bytes, as: UTF8.self)
    return quoted(text)
  }

  /// Writes the value.
  func write(to json: inout JSONWriter) {
    switch content {
    case .object(let members):
      json.object { object in
        for member in members {
          object.key(member.key)
          member.value.write(to: &object)
        }
      }
    case .list(let entries):
      json.array { list in
        for entry in entries {
          list.element()
          entry.write(to: &list)
        }
      }
    case .text(let text): json.string(text)
    case .number(let written): json.number(asWritten: written)
    case .flag(let flag): json.flag(flag)
    case .null: json.null()
    }
  }
}
