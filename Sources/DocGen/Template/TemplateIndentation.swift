extension [TemplateNode] {
  /// The blanks that the first line beginning here begins with; `nil` if no line begins here.
  var indentation: [UInt8]? {
    for node in self {
      switch node {
      case .text(let text):
        if let start = text.lineStarts.first {
          return text.bytes[start...].prefix { TemplateScanner.isBlank($0) }.map { $0 }
        }
      case .lineStart: return []
      case .section(_, _, let content):
        if let found = content.indentation { return found }
      case .partial(_, let indentation, _) where !indentation.isEmpty,
        .parent(_, let indentation, _, _) where !indentation.isEmpty:
        return indentation
      case .block(let block, _) where block.beginsLine: return block.indentation
      default: continue
      }
    }
    return nil
  }

  /// Takes blanks away from the beginning of each line, as far as a line begins with them.
  mutating func removeIndentation(_ indentation: [UInt8]) {
    if indentation.isEmpty { return }
    for index in indices {
      switch self[index] {
      case .text(let text): self[index] = .text(text.removing(indentation))
      case .section(let name, let isInverted, var content):
        content.removeIndentation(indentation)
        self[index] = .section(name, isInverted: isInverted, content)
      case .partial(let name, let own, let location):
        self[index] = .partial(
          name, indentation: own.removing(prefix: indentation), location)
      case .parent(let name, let own, let overrides, let location):
        self[index] = .parent(
          name, indentation: own.removing(prefix: indentation), overrides: overrides, location)
      case .block(var block, let location):
        block.indentation = block.indentation.removing(prefix: indentation)
        self[index] = .block(block, location)
      case .lineStart, .variable: continue
      }
    }
  }
}

extension TemplateText {
  /// The text without `indentation` at the beginning of its lines.
  fileprivate func removing(_ indentation: [UInt8]) -> TemplateText {
    var result = TemplateText(bytes: [], lineStarts: [])
    var copied = 0
    for start in lineStarts {
      result.bytes += bytes[copied..<start]
      result.lineStarts.append(result.bytes.count)
      copied = start + bytes[start...].commonPrefixCount(with: indentation)
    }
    result.bytes += bytes[copied...]
    return result
  }
}

extension Collection where Element == UInt8 {
  fileprivate func commonPrefixCount(with other: [UInt8]) -> Int {
    zip(self, other).prefix { $0 == $1 }.count
  }

  fileprivate func removing(prefix: [UInt8]) -> [UInt8] {
    Array(dropFirst(commonPrefixCount(with: prefix)))
  }
}
