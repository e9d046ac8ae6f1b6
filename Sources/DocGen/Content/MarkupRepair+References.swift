import Localization

extension MarkupRepair {
  /// `\\<XRef: id >`: a reference with an escaped bracket, blanks or letters of another case, where
  /// the source has it as it should be.
  mutating func crossReference(_ line: [UInt8], _ start: Int) -> Replacement? {
    let open = line[start] == UInt8(ascii: "\\") ? start + 1 : start
    guard line.hasBytes("<", at: open),
      line[(open + 1)...].first(where: { $0 != 32 }).map({ $0 | 32 }) == UInt8(ascii: "x"),
      let close = line.position(
        of: UInt8(ascii: ">"), in: open..<min(line.count, open + 300))
    else { return nil }
    let name = line[(open + 1)..<close].squeezed
    guard name.starts(with: "xref:".utf8),
      let reference = unit?.reference(name) ?? page?.reference(name),
      !line[start...close].elementsEqual(reference)
    else { return nil }
    return (reference, close + 1)
  }

  /// `[text] [ label]`, where the source has `][label]`, and no blank before it.
  mutating func labelled(_ line: [UInt8], _ start: Int, _ open: Int) -> Replacement? {
    let most = min(line.count, open + 200)
    guard let close = line.position(of: UInt8(ascii: "]"), in: (open + 1)..<most) else {
      return nil
    }
    let inside = line[(open + 1)..<close]
    let label = inside.drop { $0 == 32 }.trimmed
    let end = label + [UInt8(ascii: "]")]
    guard open > start + 1 || label.count < inside.count, !label.isEmpty,
      isInSource(Array("][".utf8) + end), lacks(Array("] [".utf8) + end)
    else { return nil }
    return (Array("][".utf8) + end, close + 1)
  }

  static func references(of source: [UInt8]) -> [[UInt8]: [UInt8]] {
    var references: [[UInt8]: [UInt8]] = [:]
    var position = 0
    while let open = source.range(of: "<xref:", in: position..<source.count) {
      position = open.upperBound
      let most = min(source.count, position + 300)
      guard let close = source.position(of: UInt8(ascii: ">"), in: position..<most) else {
        continue
      }
      references[source[(open.lowerBound + 1)..<close].squeezed] =
        Array(source[open.lowerBound...close])
    }
    return references
  }

  /// `& nbsp;`, `&nbsp ;`, `& # 124;` and `&AMP;#124;`.
  mutating func reference(_ line: [UInt8], _ start: Int) -> Replacement {
    var position = start + 1
    func skipBlanks() {
      while position < line.count, line[position] == 32 { position += 1 }
    }
    if line.hasBytes("&AMP;", at: start) { position += 4 }
    skipBlanks()
    var plain = [UInt8(ascii: "&")]
    if line.hasBytes("#", at: position) {
      plain.append(UInt8(ascii: "#"))
      position += 1
      skipBlanks()
      if position < line.count, line[position] | 32 == UInt8(ascii: "x") {
        plain.append(UInt8(ascii: "x"))
        position += 1
        skipBlanks()
      }
    }
    let isNumber = plain.count > 1
    let name = line[position...].prefix(10).prefix {
      (97...122).contains($0 | 32) || (isNumber && (48...57).contains($0))
    }
    let end = line[name.endIndex...].firstIndex { $0 != 32 } ?? line.count
    plain += name + [UInt8(ascii: ";")]
    guard !name.isEmpty, end < line.count, line[end] == UInt8(ascii: ";"),
      end + 1 - start > plain.count, isInSource(plain)
    else { return (nil, start + 1) }
    return (plain, end + 1)
  }

  /// Reads code that leads to what an id names, where translation took the address for text, as in
  /// ``[ `Name` ] （x： id）``; what it left of the id goes.
  mutating func codeReference(_ line: [UInt8], _ start: Int) -> Replacement? {
    func next(_ position: Int) -> Int {
      line[position...].firstIndex { $0 != 32 } ?? line.count
    }
    let code = next(start + 1)
    guard line.hasBytes("`", at: code) else { return nil }
    let codeEnd = InlineCode.end(line, at: code, before: line.count)
    let close = next(codeEnd)
    guard line.hasBytes("]", at: close), !line.hasBytes("(", at: close + 1) else { return nil }
    let open = next(close + 1)
    let isWide = line.hasBytes("（", at: open)
    guard isWide || line.hasBytes("(", at: open) else { return nil }
    let word = next(open + (isWide ? 3 : 1))
    guard word < line.count, line[word] | 32 == UInt8(ascii: "x") else { return nil }
    let isWhole = line[word...].prefix(4).map { $0 | 32 }.elementsEqual("xref".utf8)
    let colon = next(word + (isWhole ? 4 : 1))
    guard line.hasBytes(":", at: colon) || line.hasBytes("：", at: colon),
      let end = Self.idEnd(line, from: colon)
    else { return nil }
    let words = Array("[".utf8) + line[code..<codeEnd]
    guard isInSource(words + "](xref:".utf8) else { return nil }
    return (Array(line[code..<codeEnd]), end)
  }

  /// Behind the last closing bracket of what may be an id in brackets: ASCII and full-width marks, until
  /// all brackets are closed.
  private static func idEnd(_ line: [UInt8], from start: Int) -> Int? {
    var (position, depth) = (start, 1)
    var end: Int?
    let most = min(line.count, start + 1_000)
    while depth > 0, position < most, !"`[<".utf8.contains(line[position]) {
      let (scalar, length) = decodeScalar(line, at: position, before: line.count)
      position += length
      switch scalar {
      case 0x28, 0xFF08: depth += 1
      case 0x29, 0xFF09:
        depth -= 1
        end = position
      case 0x20..<0x7F, 0x3001, 0x3002, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF5B, 0xFF5D: break
      default: return end
      }
    }
    return end
  }
}
