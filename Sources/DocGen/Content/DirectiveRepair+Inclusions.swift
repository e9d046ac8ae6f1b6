import Localization

/// Inclusions that machine translation took for text.
extension DirectiveRepair {
  /// An inclusion of the source.
  private struct Original {
    var text: [UInt8]
    /// Its path, the name of its file without ending and its title, as others are compared with.
    var path: [UInt8]
    var file: [UInt8]
    var title: [UInt8]
  }

  /// An inclusion of the translation.
  private struct Place {
    /// The number of its line, from 0, and where on it.
    var line: Int
    var range: Range<Int>
    /// What is left of it where it is damaged.
    var damaged: DamagedInclusion?
    /// Its path where it isn't.
    var path = ""
    /// Where the source of its unit is, and whether its line has no other.
    var source: Range<Int>?
    var isOnlyOne = false
  }

  /// Puts what the source includes in the place of damaged inclusions.
  ///
  /// The file that is still named says which, or the title, or the place where all others are the
  /// same in the same order; first by the source of the unit. Where that says nothing, the title is
  /// left.
  mutating func restoreInclusions(from source: [UInt8]) {
    let originals = Self.originals(in: source)
    let places = inclusions
    let isSameOrder =
      places.count == originals.count
      && zip(places, originals).allSatisfy {
        $0.damaged != nil || Self.file($0.path) == $1.file
      }
    for (index, place) in places.enumerated().reversed() {
      let line = lines[place.line]
      var original: Original?
      if let damaged = place.damaged {
        let own = place.source.map { Self.originals(in: Array(line[$0])) } ?? []
        let isOnlyOne = own.count == 1 && place.isOnlyOne
        let isOne = damaged.isNamed || damaged.isTitled || Self.isAlone(place.range, in: line)
        let mayBeHere = isSameOrder && isOne
        original =
          Self.original(of: damaged, among: own) ?? (isOnlyOne ? own[0] : nil)
          ?? Self.original(of: damaged, among: originals) ?? (mayBeHere ? originals[index] : nil)
        guard original != nil || damaged.isNamed else { continue }
      } else {
        original = Self.original(ofTranslated: place.path, among: originals)
        guard original != nil else { continue }
      }
      report(
        place.line, line, "write '[!INCLUDE [title](path)]' as in the original",
        wasTranslated: original != nil)
      lines[place.line].replaceSubrange(
        place.range, with: original?.text ?? place.damaged?.title ?? [])
    }
  }

  /// Makes blocks of inclusions that are all of a unit that is all of its line.
  mutating func releaseInclusions() {
    for (number, line) in lines.enumerated() where isText[number] {
      guard let start = line.firstIndex(of: UInt8(ascii: "<")), line[..<start].isContainerPrefix,
        let unit = Self.unit(in: line, at: start),
        line[unit.whole.upperBound...].allSatisfy({ $0 <= 32 })
      else { continue }
      let words = line[unit.target].drop { $0 <= 32 }.trimmed
      guard let found = IncludeDirective.read(words, at: words.startIndex),
        found.end == words.endIndex
      else { continue }
      report(number, line, "write '[!INCLUDE [title](path)]' without the unit")
      lines[number] = Array(line[..<start] + words)
    }
  }

  /// The inclusions outside code and sources of units in their order.
  private var inclusions: [Place] {
    var places: [Place] = []
    for (number, line) in lines.enumerated() where isText[number] {
      let found = DamagedInclusion.find(in: line)
      var own =
        found.damaged.map { Place(line: number, range: $0.range, damaged: $0) }
        + found.whole.filter { $0.snippet == nil }.map {
          Place(line: number, range: $0.range, path: $0.path)
        }
      guard !own.isEmpty else { continue }
      let units = MarkupRepair.units(of: line)
      own.removeAll { place in units.contains { $0.source.contains(place.range.lowerBound) } }
      own.sort { $0.range.lowerBound < $1.range.lowerBound }
      for index in own.indices {
        let start = own[index].range.lowerBound
        own[index].source =
          units.first { $0.start < start && start < $0.source.lowerBound }?.source
        own[index].isOnlyOne = own.count == 1
      }
      places += own
    }
    return places
  }

  private static func originals(in source: [UInt8]) -> [Original] {
    IncludeDirective.find(in: source).filter { $0.snippet == nil }.map { directive in
      let text = Array(source[directive.range])
      let title = text.drop { $0 != UInt8(ascii: "[") }.dropFirst()
        .drop { $0 != UInt8(ascii: "[") }.dropFirst().prefix { $0 != UInt8(ascii: "]") }
      return Original(
        text: text, path: directive.path.utf8.squeezed, file: file(directive.path),
        title: title.squeezed)
    }
  }

  private static func file(_ path: String) -> [UInt8] {
    let name = path.split(separator: "/").last ?? ""
    return name.utf8.dropLast(name.lowercased().hasSuffix(".md") ? 3 : 0).squeezed
  }

  /// The inclusion whose file or title a damaged one still names; the longest name counts.
  private static func original(
    of damaged: DamagedInclusion, among originals: [Original]
  ) -> Original? {
    // Short names stand in many words.
    let byFile = originals.filter { original in
      let file = original.file
      return damaged.name.contains(sequence: file + ".md".utf8)
        || (damaged.isNamed && file.count > 2 && damaged.name.contains(sequence: file))
    }
    if let best = byFile.max(by: { $0.file.count < $1.file.count }) { return best }
    let byTitle = originals.filter {
      $0.title.count > 2 && damaged.name.contains(sequence: $0.title)
    }
    return byTitle.max { $0.title.count < $1.title.count }
  }

  /// The inclusion of the same file where its folders were translated.
  private static func original(
    ofTranslated path: String, among originals: [Original]
  ) -> Original? {
    let squeezed = path.utf8.squeezed
    guard !originals.contains(where: { $0.path == squeezed }) else { return nil }
    let file = file(path)
    let fitting = originals.filter { $0.file == file }
    guard let first = fitting.first, fitting.allSatisfy({ $0.path == first.path }) else {
      return nil
    }
    return first
  }

  private static func isAlone(_ range: Range<Int>, in line: [UInt8]) -> Bool {
    line[..<range.lowerBound].allSatisfy { $0 <= 32 }
      && line[range.upperBound...].allSatisfy { $0 <= 32 }
  }
}
