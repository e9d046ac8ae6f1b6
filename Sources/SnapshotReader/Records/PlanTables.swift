import Model

/// The part of a plan that is looked at for every key and value: flat lists of numbers.
struct PlanTables: BitwiseCopyable, Sendable {
  /// A key of an object.
  struct Key: BitwiseCopyable {
    let name: ByteView
    /// The column, or the nested object's position if `isObject`.
    let target: Int32
    let isObject: Bool
  }

  /// An object: the record itself at position 0, or one nested in it.
  struct Object: BitwiseCopyable {
    let firstKey: Int32
    let keyCount: Int32
    /// The columns of everything in the object, in the list of columns.
    let firstColumn: Int32
    let columnCount: Int32
  }

  /// A field of the record.
  struct Field: BitwiseCopyable {
    let form: FieldForm
    /// The words of its vocabulary, in the list of words.
    let firstWord: Int32
    let wordCount: Int32
  }

  /// A word of a vocabulary, in lower case.
  struct Word: BitwiseCopyable {
    let text: ByteView
  }

  let keys: Immortal<Key>
  let objects: Immortal<Object>
  let objectColumns: Immortal<Int32>
  let fields: Immortal<Field>
  let words: Immortal<Word>

  /// Finds a key of an object, beginning at the position where it is expected.
  ///
  /// - Returns: The key's position among all keys.
  func find(_ key: JSONValue, in object: Object, expected: Int32) -> Int32? {
    let end = object.firstKey + object.keyCount
    let text = key.text
    var index = expected
    for _ in 0..<object.keyCount {
      if index >= end { index = object.firstKey }
      if text.equals(keys[Int(index)].name) { return index }
      index += 1
    }
    return nil
  }

  /// The position of a word in a field's vocabulary, without regard to ASCII case.
  func find(_ text: ByteView, in field: Field) -> Int32? {
    for index in 0..<field.wordCount {
      let word = words[Int(field.firstWord + index)].text
      if word.count == text.count, text.equalsIgnoringCase(word) { return index }
    }
    return nil
  }
}

/// How a field's values are read: the kinds of the shape without what belongs to them.
enum FieldForm: UInt8, BitwiseCopyable {
  case text, identifier, word, instant, count, number, flag, list, map

  init(_ kind: FieldShape.Kind) {
    self =
      switch kind {
      case .text, .service: .text
      case .key, .reference, .identifier: .identifier
      case .word: .word
      case .instant: .instant
      case .count: .count
      case .number: .number
      case .flag: .flag
      case .records, .values: .list
      case .map: .map
      }
  }
}
