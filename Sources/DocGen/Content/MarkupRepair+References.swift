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
    guard name.starts(with: "xref:".utf8) else { return nil }
    if references == nil { references = Self.references(of: source) }
    guard let reference = references?[name], !line[start...close].elementsEqual(reference) else {
      return nil
    }
    return (reference, close + 1)
  }

  private static func references(of source: [UInt8]) -> [[UInt8]: [UInt8]] {
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
}
