/// The texts of a page that are translated without a span.
enum HiddenTexts {
  /// The title, the description and the alternative texts, each with its source if there is one.
  static func pairs(_ page: [UInt8], _ units: [Unit], original: [UInt8]) -> [TextPair] {
    var pairs: [TextPair] = []
    let bounds = FrontMatterBounds(page)
    let sourceBounds = FrontMatterBounds(original)
    let fields: [(StaticString, TextPair.Key)] = [
      ("title:", .init(.title, 101)), ("description:", .init(.description, 102)),
    ]
    for (name, key) in fields {
      guard let target = value(of: name, page, bounds.content) else { continue }
      if page.range(of: "data-ttu-id=", in: target) != nil {
        pairs += self.pairs(key, page, target)
        continue
      }
      let source = value(of: name, original, sourceBounds.content)
      pairs.append(
        TextPair(key, target: target, source: place(source), number: key.number))
    }
    let targets = alternatives(page, from: bounds.bodyStart)
    guard !targets.isEmpty else { return pairs }
    // Texts belong together in their order; if an image came or went, none can be told.
    var sources = alternatives(original, from: sourceBounds.bodyStart)
    if sources.count != targets.count { sources = matching(targets, page, sources, original) }
    let numbers = numbers(of: targets, units)
    for (index, target) in targets.enumerated() {
      let source = index < sources.count ? sources[index].text : 0..<0
      pairs.append(
        TextPair(
          .init(.alternative, index + 1), target: target.text,
          source: place(source.isEmpty ? nil : source), number: numbers[index]))
    }
    return pairs
  }

  /// The units of a value, as older translations have them in front matter too: the only one stands for
  /// the title or the description, several are sentences.
  private static func pairs(
    _ key: TextPair.Key, _ page: [UInt8], _ value: Range<Int>
  ) -> [TextPair] {
    let (text, places) = withoutEscapes(page, value)
    let units = Units.scan(body: text).units
    return units.map { unit in
      TextPair(
        units.count == 1 ? key : TextPair.Key(.sentence, unit.number),
        target: places[unit.target.lowerBound]..<places[unit.target.upperBound],
        source: .page(places[unit.source.lowerBound]..<places[unit.source.upperBound]),
        number: units.count == 1 ? key.number : nil)
    }
  }

  /// A value in which quotation marks have no backslash before them, as YAML has it in quoted ones, and
  /// where each of its bytes and its end stand in the page.
  private static func withoutEscapes(
    _ page: [UInt8], _ value: Range<Int>
  ) -> (text: [UInt8], places: [Int]) {
    var (text, places): ([UInt8], [Int]) = ([], [])
    for place in value
    where page[place] != UInt8(ascii: "\\") || !page.hasBytes("\"", at: place + 1) {
      text.append(page[place])
      places.append(place)
    }
    return (text, places + [value.upperBound])
  }

  private static func place(_ range: Range<Int>?) -> TextPair.SourcePlace {
    range.map { .original($0) } ?? .none
  }

  /// The value of a key that stands on one line, without the quotation marks around it.
  ///
  /// A value that is a block, takes several lines or is empty has no range.
  static func value(
    of name: StaticString, _ page: [UInt8], _ content: Range<Int>?
  ) -> Range<Int>? {
    guard let content else { return nil }
    var line = content.lowerBound
    while line < content.upperBound {
      let end = page.position(of: UInt8(ascii: "\n"), in: line..<content.upperBound)
      let lineEnd = end ?? content.upperBound
      if page.hasBytes(name, at: line) {
        let isWhole = !goesOn(page, lineEnd + 1..<max(lineEnd + 1, content.upperBound))
        return isWhole ? scalar(page, line + name.utf8CodeUnitCount..<lineEnd) : nil
      }
      line = lineEnd + 1
    }
    return nil
  }

  /// Whether lines go on with the value before them: the first one that isn't blank is indented.
  private static func goesOn(_ page: [UInt8], _ rest: Range<Int>) -> Bool {
    guard let text = page[rest].firstIndex(where: { !$0.isWhitespace }) else { return false }
    return text > rest.lowerBound && page[text - 1].isBlank
  }

  /// The text of a scalar of YAML that takes part of a line.
  static func scalar(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start].isWhitespace { start += 1 }
    while start < end, bytes[end - 1].isWhitespace { end -= 1 }
    guard start < end else { return nil }
    let first = bytes[start]
    if first == UInt8(ascii: "|") || first == UInt8(ascii: ">") { return nil }
    let isQuoted = first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
    if isQuoted, end - start >= 2, bytes[end - 1] == first { (start, end) = (start + 1, end - 1) }
    return start < end ? start..<end : nil
  }

  /// An image directive: its alternative text and its file.
  struct Alternative: Equatable {
    var text: Range<Int>
    var image: Range<Int>
  }

  /// The alternative texts of image directives, outside code.
  static func alternatives(_ page: [UInt8], from start: Int) -> [Alternative] {
    var found: [Alternative] = []
    var position = start
    var fence = start
    var isInFence = false
    while let directive = page.range(of: ":::image", in: position..<page.count) {
      position = directive.upperBound
      let most = min(page.count, position + longest)
      let end = page.position(of: UInt8(ascii: "\n"), in: position..<most) ?? most
      while let mark = page.range(of: "\n```", in: fence..<directive.lowerBound) {
        isInFence.toggle()
        fence = mark.upperBound
      }
      fence = directive.lowerBound
      guard !isInFence, let text = attribute("alt-text=", page, position..<end) else { continue }
      let image = attribute("source=", page, position..<end) ?? 0..<0
      found.append(Alternative(text: text, image: image))
    }
    return found
  }

  /// How far the attributes of a directive are looked for, in bytes.
  private static let longest = 4_000

  private static func attribute(
    _ name: StaticString, _ page: [UInt8], _ range: Range<Int>
  ) -> Range<Int>? {
    guard let found = page.range(of: name, in: range), found.upperBound < range.upperBound,
      page[found.upperBound] == UInt8(ascii: "\""),
      let end = page.position(
        of: UInt8(ascii: "\""), in: found.upperBound + 1..<range.upperBound)
    else { return nil }
    return found.upperBound + 1..<end
  }

  /// For each translated text the source text of the same image; those without one are empty.
  private static func matching(
    _ targets: [Alternative], _ page: [UInt8], _ sources: [Alternative], _ original: [UInt8]
  ) -> [Alternative] {
    var left = sources[...]
    return targets.map { target in
      let name = page[target.image]
      guard let index = left.firstIndex(where: { original[$0.image] == name }) else {
        return Alternative(text: 0..<0, image: 0..<0)
      }
      defer { left = left[(index + 1)...] }
      return left[index]
    }
  }

  /// The numbers that the gaps between units leave for the texts; `nil` where there is no gap.
  private static func numbers(of texts: [Alternative], _ units: [Unit]) -> [Int?] {
    var numbers: [Int?] = []
    var last = 0
    var index = 0
    for text in texts {
      while index < units.count, units[index].whole.lowerBound < text.text.lowerBound {
        if units[index].number < Unit.joined { last = units[index].number }
        index += 1
      }
      let next = index < units.count ? units[index].number : .max
      last += 1
      numbers.append(last > 1 && last < next ? last : nil)
    }
    return numbers
  }
}
