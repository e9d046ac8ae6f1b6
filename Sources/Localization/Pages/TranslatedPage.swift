public import Model
import YAML

/// A page of one locale with the texts of its source: what checks, drift and memory work on.
public struct TranslatedPage: Sendable {
  /// How translations and sources were brought together.
  public enum Alignment: Hashable, Sendable {
    /// The page's spans say which source each text has.
    case spans
    /// The page has no spans: blocks and sentences were compared with those of the source file.
    ///
    /// `unpaired` is the number of blocks without a counterpart.
    case structure(unpaired: Int)
    /// There are neither spans nor a source file.
    case none
  }

  /// The language of the translation.
  public let locale: LocaleTag
  /// The path below the locale's folder.
  public let path: String
  /// How the page's file is named in places.
  public var file: String
  /// How the source file is named in places.
  public var originalFile: String
  /// The page.
  public let bytes: [UInt8]
  /// The source file; empty if there is none.
  public let original: [UInt8]
  /// How the pairs were found.
  public let alignment: Alignment
  /// The texts: hidden ones of the front matter first, then in the order of the page.
  public let pairs: [TextPair]
  /// What is wrong with the spans.
  public let problems: [UnitProblem]

  /// Finds the texts of a Markdown page.
  ///
  /// - Parameters:
  ///   - locale: The language of the translation.
  ///   - path: The path below the locale's folder.
  ///   - bytes: The page.
  ///   - original: The source file at hand, the same version or another one; `nil` if there is none.
  public init(locale: LocaleTag, path: String, bytes: [UInt8], original: [UInt8]? = nil) {
    let scan = Units.scan(bytes)
    let original = original ?? []
    (self.locale, self.path, self.bytes, self.original) = (locale, path, bytes, original)
    (file, originalFile) = ("\(locale)/\(path)", "\(LocaleTag.source)/\(path)")
    problems = scan.problems
    var pairs = HiddenTexts.pairs(bytes, scan.units, original: original)
    if !scan.units.isEmpty {
      alignment = .spans
      pairs.reserveCapacity(pairs.count + scan.units.count)
      for unit in scan.units {
        pairs.append(
          TextPair(.init(.sentence, unit.number), target: unit.target, source: .page(unit.source)))
      }
    } else if original.isEmpty {
      alignment = .none
    } else {
      let aligned = StructureAlignment(original: original, translation: bytes)
      alignment = .structure(unpaired: aligned.unpaired)
      pairs += aligned.pairs
    }
    self.pairs = pairs
  }

  /// Makes a page of pairs that were found otherwise, such as those of a table of contents.
  init(
    locale: LocaleTag, path: String, bytes: [UInt8], original: [UInt8], alignment: Alignment,
    pairs: [TextPair]
  ) {
    (self.locale, self.path, self.bytes, self.original) = (locale, path, bytes, original)
    (file, originalFile) = ("\(locale)/\(path)", "\(LocaleTag.source)/\(path)")
    (self.alignment, self.pairs, problems) = (alignment, pairs, [])
  }

  /// The bytes of a pair's translation.
  public func target(of pair: TextPair) -> ArraySlice<UInt8> { bytes[pair.target] }

  /// The bytes of a pair's source; `nil` if it isn't at hand.
  public func source(of pair: TextPair) -> ArraySlice<UInt8>? {
    switch pair.source {
    case .page(let range): bytes[range]
    case .original(let range): original[range]
    case .none: nil
    }
  }

  /// The texts that a memory put in and nobody has looked at since, as the front matter lists them.
  ///
  /// Alternative texts have no number of their own: those of a page with such a list that are still
  /// the source's count too.
  ///
  /// Complexity: linear in the length of the front matter and the number of texts.
  public func uncheckedTexts() -> Set<TextPair.Key> {
    let numbers = Set(uncheckedNumbers())
    guard !numbers.isEmpty else { return [] }
    return Set(
      pairs.filter { pair in
        switch pair.key.kind {
        case .sentence, .title, .description: numbers.contains(pair.key.number)
        case .alternative: source(of: pair) == target(of: pair)
        case .contentsName: false
        }
      }.map(\.key))
  }

  /// The numbers that the front matter lists.
  func uncheckedNumbers() -> [Int] {
    guard let content = FrontMatterBounds(bytes).content,
      bytes.range(of: "vouch.unreviewed", in: content) != nil
    else { return [] }
    let listed = FrontMatter.parse(bytes, path: file).string(PageApplication.uncheckedKey) ?? ""
    return listed.split(separator: " ").compactMap { Int($0) }
  }

  /// How a page was paired by structure; `nil` where it was paired by units, or has names alone.
  var pairingByStructure: PairingByStructure? {
    guard case .structure(let unpaired) = alignment,
      !pairs.contains(where: { $0.key.kind == .contentsName })
    else { return nil }
    return PairingByStructure(locale: locale, file: file, unpaired: unpaired)
  }
}
