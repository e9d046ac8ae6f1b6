import Model

/// Makes values of events, within limits.
struct YAMLBuilder: ~Copyable {
  var events: YAMLEvents
  let limits: YAMLLimits
  var diagnostics: [Diagnostic] = []
  private var anchors: [String: (node: YAMLNode, count: Int)] = [:]
  private var nodeCount = 0

  init(events: consuming YAMLEvents, limits: YAMLLimits) {
    self.events = events
    self.limits = limits
  }

  /// Reads one document and reports further ones.
  mutating func document() throws(YAMLError) -> YAMLNode? {
    var root: YAMLNode?
    while true {
      switch try events.next() {
      case .streamEnd: return root
      case .documentStart where root != nil:
        diagnostics.report(
          .warning, "yaml.documents", at: events.location(),
          "only the first document of a file is read")
        return root
      case .streamStart, .documentStart, .documentEnd: continue
      case let event: root = try node(event, depth: 1)
      }
    }
  }

  private mutating func node(_ event: YAMLEvent, depth: Int) throws(YAMLError) -> YAMLNode {
    let location = events.location()
    let countBefore = nodeCount
    try count(1)
    guard depth <= limits.depth else {
      throw YAMLError(.limit, "nested deeper than \(limits.depth) levels", at: location)
    }
    let (content, anchor): (YAMLNode.Content, String?)
    switch event {
    case .scalar(let text, let isPlain, let name):
      (content, anchor) = (.scalar(text, isPlain: isPlain), name)
    case .sequenceStart(let name): (content, anchor) = (try sequence(depth: depth), name)
    case .mappingStart(let name): (content, anchor) = (try mapping(depth: depth), name)
    case .alias(let name):
      guard let (target, size) = anchors[name] else {
        throw YAMLError(
          .syntax,
          "alias '\(name)' has no anchor before it; write a value that begins with '*' in quotation "
            + "marks", at: location)
      }
      try count(size)
      (content, anchor) = (target.content, nil)
    default: throw YAMLError(.syntax, "expected a value", at: location)
    }
    let node = YAMLNode(content, at: location)
    if let anchor { anchors[anchor] = (node, nodeCount - countBefore) }
    return node
  }

  private mutating func sequence(depth: Int) throws(YAMLError) -> YAMLNode.Content {
    var nodes: [YAMLNode] = []
    while true {
      let event = try events.next()
      if case .sequenceEnd = event { return .sequence(nodes) }
      nodes.append(try node(event, depth: depth + 1))
    }
  }

  private mutating func mapping(depth: Int) throws(YAMLError) -> YAMLNode.Content {
    var entries: [YAMLEntry] = []
    var indices: [String: Int] = [:]
    while true {
      let event = try events.next()
      if case .mappingEnd = event { return .mapping(entries) }
      let key = try node(event, depth: depth + 1)
      let value = try node(try events.next(), depth: depth + 1)
      guard let text = key.string else {
        diagnostics.report(
          .warning, "yaml.key", at: key.location, "a key that isn't text is left out")
        continue
      }
      let entry = YAMLEntry(key: text, at: key.location, value: value)
      if let index = indices[text] {
        diagnostics.append(.duplicateKey(entry, first: entries[index]))
        entries[index] = entry
      } else {
        indices[text] = entries.count
        entries.append(entry)
      }
    }
  }

  private mutating func count(_ more: Int) throws(YAMLError) {
    nodeCount += more
    if nodeCount > limits.nodeCount {
      throw YAMLError(
        .limit, "stands for more than \(limits.nodeCount) values", at: events.location())
    }
  }
}

extension Diagnostic {
  /// A key that a mapping has twice; the later value counts, as in other tools.
  static func duplicateKey(_ entry: YAMLEntry, first: YAMLEntry) -> Diagnostic {
    Diagnostic(
      .warning, "yaml.duplicate-key", at: entry.location,
      "'\(entry.key)' is also on line \(first.location.line)",
      suggestion: "this later value counts")
  }
}
