/// The values that a name is looked up in, innermost last.
struct TemplateContext {
  private var values: [TemplateValue]

  init(_ values: [TemplateValue]) { self.values = values }

  mutating func push(_ value: TemplateValue) { values.append(value) }

  mutating func pop() { values.removeLast() }

  /// The value of a name; `nil` if nothing has the name.
  ///
  /// The first part is looked for from the inside to the outside, the others in what was found.
  subscript(name: TemplateName) -> TemplateValue? {
    guard let first = name.parts.first else { return values.last }
    var found: TemplateValue?
    for index in values.indices.reversed() {
      found = values[index][first]
      if found != nil { break }
    }
    for part in name.parts.dropFirst() { found = found?[part] }
    return found
  }

  /// The names that the missing part of `name` was looked for among, in byte order.
  func namesInScope(for name: TemplateName) -> (missing: String, among: [String]) {
    var known: TemplateValue?
    for (index, part) in name.parts.enumerated() {
      let shorter = TemplateName(name.parts[...index].map(\.name).joined(separator: "."))
      guard let value = self[shorter] else {
        if index == 0 {
          let all = values.reduce(into: Set<String>()) { names, value in
            if case .object(let members) = value { names.formUnion(members.names) }
          }
          return (part.name, all.sorted())
        }
        guard case .object(let members) = known else { return (part.name, []) }
        return (part.name, Set(members.names).sorted())
      }
      known = value
    }
    return (name.text, [])
  }
}
