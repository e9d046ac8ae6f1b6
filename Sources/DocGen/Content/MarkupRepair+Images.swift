import Localization

/// Images whose marks translation changed or moved.
extension MarkupRepair {
  /// The beginning of `! [words](address)` and `！[words](address)`, where the source has such an image.
  mutating func image(_ line: [UInt8], _ start: Int) -> Replacement {
    let isWide = line.hasBytes("！", at: start)
    let mark = start + (isWide ? 3 : 1)
    let bracket = line[mark...].firstIndex { $0 != 32 } ?? line.count
    let most = min(line.count, bracket + 1_000)
    guard isWide || (line[start] == UInt8(ascii: "!") && bracket > mark),
      line.hasBytes("[", at: bracket),
      let close = line.position(of: UInt8(ascii: "]"), in: bracket..<most)
    else { return (nil, start + 1) }
    let open = line[(close + 1)..<most].firstIndex { $0 != 32 } ?? most
    let isWideOpen = line.hasBytes("（", at: open)
    guard isWideOpen || line.hasBytes("(", at: open) else { return (nil, start + 1) }
    let address = line[(open + (isWideOpen ? 3 : 1))..<most].prefix {
      !")\"".utf8.contains($0) && $0 < 0x80
    }.filter { $0 != 32 }
    guard Self.namesImage(address[...]), isInSource(Array("![".utf8)),
      isInSource(Array("](".utf8) + address)
    else { return (nil, start + 1) }
    return ([UInt8(ascii: "!")], bracket)
  }

  /// Whether an address ends as those of images do.
  static func namesImage(_ address: ArraySlice<UInt8>) -> Bool {
    imageEndings.contains { ending in
      let last = address.suffix(ending.utf8CodeUnitCount)
      return last.count == ending.utf8CodeUnitCount
        && ending.withUTF8Buffer { zip(last, $0).allSatisfy { $0 | 32 == $1 | 32 } }
    }
  }

  private static let imageEndings: [StaticString] = [
    ".png", ".jpg", ".jpeg", ".gif", ".svg", ".bmp", ".webp",
  ]
}
