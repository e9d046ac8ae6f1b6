import Model

extension Table {
  /// Whether row numbers stay within 31 bits when another table is added.
  func fits(_ other: Table) -> Bool {
    guard count + other.count <= Int(Int32.max) else { return false }
    return zip(children, other.children).allSatisfy { own, other in
      guard let own, let other else { return true }
      return own.fits(other)
    }
  }

  /// Adds the rows of another table of the same shape; places are the caller's.
  ///
  /// `texts` holds the identifiers here, at the positions of the other table's identifiers.
  mutating func append(contentsOf other: Table, texts: [Int32]) {
    for index in columns.indices {
      let holdsTexts = shape.fields[index].kind.holdsTexts
      let firstChild = Int64(children[index]?.count ?? 0)
      let isList = children[index] != nil
      columns[index].append(contentsOf: other.columns[index]) { mark, payload in
        switch mark.state {
        case .absent, .null: payload
        case .value:
          holdsTexts ? Int64(texts[Int(payload)]) : isList ? payload + firstChild : payload
        case .malformed, .unrecognized, .ambiguous, .sentinel: Int64(texts[Int(payload)])
        }
      }
      if let child = other.children[index] {
        children[index]?.append(contentsOf: child, texts: texts)
      }
    }
    count += other.count
  }

  /// Makes room for `ratio` times the rows of a sample.
  mutating func reserve(_ sample: Table, _ ratio: Double) {
    let rows = Int(Double(sample.count) * ratio) + 1
    for index in columns.indices {
      columns[index].reserve(rows)
      if let child = sample.children[index] { children[index]?.reserve(child, ratio) }
    }
    if sample.places.count > 0 { places.reserve(rows) }
  }
}

extension FieldShape.Kind {
  /// Whether readable cells name a text of the pool.
  fileprivate var holdsTexts: Bool {
    switch self {
    case .text, .key, .reference, .identifier, .service: true
    case .word, .instant, .count, .number, .flag, .records, .values, .map: false
    }
  }
}
