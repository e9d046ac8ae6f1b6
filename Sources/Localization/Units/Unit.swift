/// A sentence of a bilingual page with the source sentence it translates.
///
/// In the page it reads `<span data-ttu-id="p-n">target</span><span class="sxs-lookup"><span
/// data-stu-id="p-n">source</span></span>`. The number joins the unit with the same unit of other
/// locales; the prefix differs with each page, locale and delivery, and identifies nothing.
public struct Unit: Hashable, Sendable {
  /// The number after the dash of the id; 101 is a page's title, 102 its description.
  ///
  /// Units of several sentences, `p-p103`, are counted by themselves; ``joined`` is added to theirs.
  public var number: Int
  /// What stands before the dash of the id.
  public var prefix: String
  /// The bytes of the page that the unit takes, its tags included.
  public var whole: Range<Int>
  /// The bytes of the translated text.
  public var target: Range<Int>
  /// The bytes of the source text.
  public var source: Range<Int>
}

extension Unit {
  /// What is added to the number of a unit that joins several sentences.
  static let joined = 1_000_000_000

  /// The id as it is written.
  package var id: String { "\(prefix)-\(Self.label(number))" }

  /// A number as it is written: `103`, or `p103` of a unit of several sentences.
  package static func label(_ number: Int) -> String {
    number < joined ? "\(number)" : "p\(number - joined)"
  }
}

/// Something wrong with the spans of a bilingual page.
///
/// The text is always kept.
public struct UnitProblem: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// A tag of a unit without the others.
    case broken
    /// The source part isn't closed as it should be; it ends at the first closing tag.
    case unclosedSource
    /// The quotation marks of an attribute are written `&quot;`.
    case escapedQuotes
    /// The ids of target and source differ; the target's counts.
    case idsDiffer
    /// Another unit of the page has the same prefix and number.
    case duplicateNumber(Int)
    /// The target or the source has no text.
    case empty
  }

  /// What is wrong.
  public var kind: Kind
  /// Where, as an offset in the page's bytes.
  public var offset: Int
}

/// What a page has of units.
public struct UnitScan: Hashable, Sendable {
  /// The units in the order of the page; they don't overlap.
  public var units: [Unit] = []
  /// What is wrong, in the order of the page.
  public var problems: [UnitProblem] = []
  /// The tags of broken spans, which are no text: ranges in the order of the page.
  public var strayTags: [Range<Int>] = []

  /// The same of the page's body alone, which begins at `start`.
  public func ofBody(from start: Int) -> UnitScan {
    func moved(_ range: Range<Int>) -> Range<Int> {
      range.lowerBound - start..<range.upperBound - start
    }
    guard start != 0 else { return self }
    var scan = self
    for index in units.indices {
      scan.units[index].whole = moved(units[index].whole)
      scan.units[index].target = moved(units[index].target)
      scan.units[index].source = moved(units[index].source)
    }
    for index in problems.indices { scan.problems[index].offset -= start }
    scan.strayTags = strayTags.map(moved)
    return scan
  }
}
