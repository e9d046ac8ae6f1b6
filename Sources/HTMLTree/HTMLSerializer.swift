internal import CGumbo

/// Writes a parsed tree as HTML, leaving out what content may not have.
///
/// The tree also holds the page renderer's own elements, with classes and roles; those of raw HTML
/// have been taken away before.
struct HTMLSerializer {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func writeChildren(of node: UnsafeMutablePointer<GumboNode>?) {
    guard let node = unsafe node else { return }
    let children = unsafe node.pointee.v.element.children
    for index in 0..<Int(unsafe children.length) {
      let child = unsafe children.data[index]?.assumingMemoryBound(to: GumboNode.self)
      unsafe write(child)
    }
  }

  private mutating func write(_ node: UnsafeMutablePointer<GumboNode>?) {
    guard let node = unsafe node else { return }
    switch unsafe node.pointee.type {
    case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
      unsafe escape(node.pointee.v.text.text, quotes: false)
    case GUMBO_NODE_ELEMENT:
      unsafe writeElement(node)
    default:
      break
    }
  }

  private mutating func writeElement(_ node: UnsafeMutablePointer<GumboNode>) {
    let element = unsafe node.pointee.v.element
    let name = unsafe String(cString: gumbo_normalized_tagname(element.tag))
    let isOurs = name == "section" || name == "aside"
    switch isOurs ? .block : HTMLPolicy.verdict(on: name) {
    case .removed: return
    case .unwrapped, .unknown: return unsafe writeChildren(of: node)
    case .phrasing, .block: break
    }
    bytes += "<\(name)".utf8
    for index in 0..<Int(unsafe element.attributes.length) {
      if let attribute = unsafe element.attributes.data[index]?
        .assumingMemoryBound(to: GumboAttribute.self)
      {
        unsafe write(attribute.pointee, of: name)
      }
    }
    bytes.append(UInt8(ascii: ">"))
    guard !HTMLPolicy.isVoid(name) else { return }
    // A parser drops the first line feed after this tag.
    if name == "pre" { bytes.append(UInt8(ascii: "\n")) }
    unsafe writeChildren(of: node)
    bytes += "</\(name)>".utf8
  }

  /// Attributes that the page renderer writes itself.
  private static let rendererAttributes: Set<String> = [
    "class", "hidden", "hreflang", "loading", "rel", "role", "tabindex", "aria-label",
    "aria-labelledby", "aria-describedby", "decoding", "data-tab", "data-condition",
  ]

  private mutating func write(_ attribute: GumboAttribute, of element: String) {
    guard let name = unsafe attribute.name.map({ unsafe String(cString: $0) }),
      Self.rendererAttributes.contains(name) || HTMLPolicy.allows(attribute: name, on: element)
    else { return }
    let start = bytes.count
    bytes += " \(name)".utf8
    guard let value = unsafe attribute.value, unsafe value.pointee != 0 else {
      if ["alt", "href", "src"].contains(name) { bytes += "=\"\"".utf8 }
      return
    }
    if name == "href" || name == "src" {
      let text = unsafe String(cString: value)
      guard HTMLPolicy.allows(address: text.utf8) else {
        bytes.removeSubrange(start...)
        return
      }
    }
    bytes += "=\"".utf8
    unsafe escape(value, quotes: true)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ text: UnsafePointer<CChar>?, quotes: Bool) {
    guard var cursor = unsafe text else { return }
    while case let byte = UInt8(bitPattern: unsafe cursor.pointee), byte != 0 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\"") where quotes: bytes += "&quot;".utf8
      default: bytes.append(byte)
      }
      unsafe cursor += 1
    }
  }
}
