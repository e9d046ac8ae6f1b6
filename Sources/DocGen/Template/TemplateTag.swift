import Model

/// A tag as it stands in a template.
struct TemplateTag {
  enum Kind: UInt8 {
    case variable = 0
    case rawVariable = 0x26
    case section = 0x23
    case inverted = 0x5E
    case close = 0x2F
    case partial = 0x3E
    case parent = 0x3C
    case block = 0x24
    case comment = 0x21
    case delimiters = 0x3D
  }

  let kind: Kind
  /// What stands in the tag, without the mark of its kind and surrounding blanks.
  let name: String
  let location: SourceLocation
  /// The offset of the tag and of what follows it.
  let range: Range<Int>
  /// The beginning of the tag's line if only blanks stand before the tag.
  let blankFrom: Int?
  /// The beginning of the next line if only blanks follow the tag, or the end of the template.
  let blankTo: Int?

  /// Whether the tag has its lines for itself.
  var isAlone: Bool { blankFrom != nil && blankTo != nil }
}
