import YAML

extension YAMLNode {
  /// The value of a key in any case of its letters; `nil` where there is none, or nothing was
  /// written.
  func value(_ key: String) -> YAMLNode? {
    guard let mapping else { return nil }
    let entry =
      mapping.first { $0.key == key } ?? mapping.first { $0.key.lowercased() == key.lowercased() }
    return entry.flatMap { $0.value.isNull ? nil : $0.value }
  }

  /// The value itself if it is text.
  var scalar: YAMLNode? { string == nil || isNull ? nil : self }
}
