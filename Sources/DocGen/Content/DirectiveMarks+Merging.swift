extension DirectiveMarks {
  /// The attributes of a directive as those of a tag.
  static func tag(of directive: [UInt8]) -> RawTag? {
    ColonDirectiveText(directive, at: 0, in: 0..<directive.count)?.tag
  }

  /// A directive of the source with the words of its translation: those that are read, such as the
  /// description of an image; everything else is the source's.
  static func merged(_ original: [UInt8], _ name: String, _ translated: [UInt8]) -> [UInt8] {
    guard let attributes = tag(of: original)?.attributes,
      let others = tag(of: translated)?.attributes,
      let index = attributes.firstIndex(where: { ["alt-text", "title"].contains($0.name) })
    else { return original }
    let wanted = attributes[index].name
    let words =
      others.first { $0.name == wanted }?.value
      ?? (others.count == attributes.count
        ? others[index].value
        : others.map(\.value).filter { $0.contains(32) }.max { $0.count < $1.count })
    guard let words, !words.isEmpty else { return original }
    var text = Array(":::\(name)".utf8)
    for attribute in attributes {
      let value = attribute.name == wanted ? words : attribute.value
      text += " \(attribute.name)=\"".utf8
      for byte in value { text += byte == UInt8(ascii: "\"") ? Array("&quot;".utf8) : [byte] }
      text.append(UInt8(ascii: "\""))
    }
    return text + Array(":::".utf8)
  }
}
