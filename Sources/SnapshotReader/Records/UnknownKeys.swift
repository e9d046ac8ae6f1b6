import CSimdJSON
import Model

extension RecordContext {
  /// Reports a key that the shape doesn't have, and keeps what stands under it.
  mutating func reportUnknown(
    _ key: JSONValue, _ value: JSONValue, _ plan: RecordPlan, _ object: Int
  ) {
    let name = key.text.string
    let path = plan.objectPaths[object]
    let source = source
    problems.add(
      .warning, "field.unknown", "\(path).\(name)", counted: "records",
      at: { source.location(key.offset) },
      {
        let nearest = Suggestion.didYouMean(name, among: plan.keyNames(ofObject: object))
        return (
          "\(path) has no field \(quoted(name))", nearest
        )
      })
    let parent = path.utf8.drop { $0 != UInt8(ascii: ".") }.dropFirst()
    keep(value, at: Array(parent) + (parent.isEmpty ? [] : [UInt8(ascii: ".")]) + Array(name.utf8))
  }

  /// Keeps every scalar of a value that has no place in the shape, under its dotted path.
  mutating func keep(_ value: JSONValue, at path: [UInt8]) {
    switch value.kind {
    case .object_start:
      value.forEachMember { key, entry in
        keep(entry, at: path.isEmpty ? key.text.array : path + [UInt8(ascii: ".")] + key.text.array)
      }
    case .array_start:
      value.forEachEntry { keep($0, at: path) }
    default:
      keepScalar(value, at: path)
    }
  }

  private mutating func keepScalar(_ value: JSONValue, at path: [UInt8]) {
    let name = path.withView { texts.intern($0) }
    let text = Identifier(index: Int32(truncatingIfNeeded: intern(written: value)))
    unknownValues.append(UnknownValue(section: section, row: row, path: name, value: text))
  }
}
