import Localization

extension DirectiveRepair {
  /// Makes alerts of escaped ones with translated keywords where the source has alerts.
  ///
  /// The keywords that authors write need no source to be known.
  mutating func restoreAlerts(of text: [UInt8], from source: [UInt8]) {
    for number in AlertPlaces(in: text).misread(comparedWith: AlertPlaces(in: source)) {
      let line = lines[number]
      guard let mark = line.range(of: "\\[!", in: 0..<line.count),
        let close = line.position(of: UInt8(ascii: "]"), in: mark.upperBound..<line.count)
      else { continue }
      let isEscaped = line[close - 1] == UInt8(ascii: "\\")
      let word = line[mark.upperBound..<(isEscaped ? close - 1 : close)]
      let keyword = String(decoding: word, as: UTF8.self)
      guard !keyword.isEmpty, Alert(rawValue: keyword.lowercased()) == nil else { continue }
      lines[number] = Array(line[..<mark.lowerBound] + "[!".utf8 + word + line[close...])
      reportEscaped(number, mark.lowerBound + 1, keyword)
    }
  }
}
