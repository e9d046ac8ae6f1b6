import Localization
public import Model
import Synchronization

/// Translations as readers see them, with marks put right that translation damaged, and where in their
/// files the places of such texts are.
///
/// Checks that compare these don't miss a link that is shown, of which is said that it is damaged.
public final class RepairedTexts: Sendable {
  /// A line that was put right.
  private struct Line {
    /// How many bytes at its beginning and at its end are as they were.
    var (prefix, suffix): (Int, Int)
    var (count, writtenCount): (Int, Int)

    init(_ line: ArraySlice<UInt8>, written: ArraySlice<UInt8>) {
      (count, writtenCount) = (line.count, written.count)
      prefix = zip(line, written).prefix { $0 == $1 }.count
      let most = min(count, writtenCount) - prefix
      suffix = zip(line.reversed(), written.reversed()).prefix(most).prefix { $0 == $1 }.count
    }

    /// The column in the file, both from 1; where something was put right, where that begins.
    func written(_ column: Int) -> Int {
      if column <= prefix + 1 { return column }
      return column > count - suffix ? column + writtenCount - count : prefix + 1
    }
  }

  /// By file and number of line.
  private let lines = Mutex<[String: [Int: Line]]>([:])

  /// Knows of no text yet.
  public init() {}

  /// A translation as readers see it; as it is where lines were made several, whose places differ.
  func repaired(_ text: [UInt8], file: String, original: [UInt8]?) -> [UInt8] {
    guard let repair = DirectiveRepair.repair(text, path: file, source: { original }),
      repair.origins == nil
    else { return text }
    func split(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
      text.split(separator: 10, omittingEmptySubsequences: false)
    }
    let (written, shown) = (split(text), split(repair.bytes))
    guard written.count == shown.count else { return text }
    var changed: [Int: Line] = [:]
    for number in written.indices where written[number] != shown[number] {
      changed[number + 1] = Line(shown[number], written: written[number])
    }
    lines.withLock { $0[file] = changed }
    return repair.bytes
  }

  /// The place in a file of one in its text as readers see it.
  public func written(_ place: SourceLocation) -> SourceLocation {
    guard let line = lines.withLock({ $0[place.path]?[place.line] }) else { return place }
    var place = place
    place.column = line.written(place.column)
    return place
  }
}
