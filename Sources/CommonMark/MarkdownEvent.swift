/// One step of a walk through a Markdown document: a node begins, ends, or has no inside.
public struct MarkdownEvent {
  /// What the node is.
  public enum Kind: UInt8, Sendable {
    /// The whole document.
    case document
    /// A quotation; in localized documentation often an alert.
    case blockQuote
    /// A list and one item of it.
    case list, item
    /// A fenced or indented code block.
    case codeBlock
    /// Raw HTML that makes a block.
    case htmlBlock
    /// A paragraph.
    case paragraph
    /// A heading.
    case heading
    /// A thematic break.
    case thematicBreak
    /// The text of a footnote.
    case footnoteDefinition
    /// A table, a row of it, a cell of a row.
    case table, tableRow, tableCell
    /// Plain text, entities and backslash escapes resolved.
    case text
    /// A line end inside a paragraph, and one that breaks the line.
    case softBreak, lineBreak
    /// A code span.
    case code
    /// One raw tag or comment inside a paragraph.
    case htmlInline
    /// Emphasised, strongly emphasised and struck-out text.
    case emphasis, strong, strikethrough
    /// A link and an image.
    case link, image
    /// A reference to a footnote.
    case footnoteReference
  }

  /// Whether the node begins, ends, or has no inside.
  public enum Phase: UInt8, Sendable {
    /// The node begins; its children follow.
    case enter
    /// The node ends.
    case exit
    /// The node has no children.
    case leaf
  }

  /// How a table cell is aligned.
  public enum Alignment: Sendable {
    /// As the reader's language has it.
    case none
    /// As the delimiter row asks for.
    case left, center, right
  }

  /// What the node is.
  public let kind: Kind
  /// Whether the node begins, ends, or has no inside.
  public let phase: Phase
  let detail: UInt8
  /// Whether a list, or the list that a paragraph stands in, is written without paragraphs.
  public let isTight: Bool
  /// The line where the node begins, from 1; 0 where it isn't known.
  public let line: Int
  /// A number whose meaning depends on the kind.
  ///
  /// List: the first number. Cell: the column, from 0. Footnote reference: which reference to its
  /// note, from 1. Footnote definition: how many references there are.
  public let number: Int
  /// The index of the node's other end; of itself for a leaf.
  public let partner: Int
  /// What the node says.
  ///
  /// Text, code or HTML; the address of a link or an image; a footnote's label, or the number of
  /// a reference.
  public let text: MarkdownBytes
  /// The title of a link or an image, the info string of a code block, the label that a footnote
  /// reference points to.
  public let title: MarkdownBytes

  /// A heading's level, 1 to 6.
  public var level: Int { Int(detail) }
  /// Whether a list is numbered.
  public var isOrdered: Bool { kind == .list && detail != 0 }
  /// Whether a table row is the header.
  public var isHeader: Bool { kind == .tableRow && detail != 0 }
  /// How a cell is aligned.
  public var alignment: Alignment {
    switch detail {
    case UInt8(ascii: "l"): .left
    case UInt8(ascii: "c"): .center
    case UInt8(ascii: "r"): .right
    default: .none
    }
  }
}
