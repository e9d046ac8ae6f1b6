import Concurrency
import Digests
import Glibc

/// A digest of what tells files from changed ones without reading them.
///
/// It says of each file its number, length, and when its bytes and its entry last changed. Two equal
/// digests mean that no file changed in between, unless one was changed twice within the time that
/// the file system can tell apart; ``isSettled(before:)`` says whether that can be.
public struct StampDigest: Sendable {
  private var bytes: [UInt8] = []
  private var stamps: [InputStamp] = []

  /// Begins with no file.
  public init() {}

  /// Adds a text that decides what the files are for.
  public mutating func add(_ text: String) {
    bytes += text.utf8
    bytes.append(0)
  }

  private mutating func add(_ file: String, _ stamp: InputStamp?) {
    add(file)
    guard let stamp else { return add("none") }
    for number in [
      Int64(truncatingIfNeeded: stamp.number), stamp.size, stamp.modified, stamp.changed,
    ] {
      unsafe withUnsafeBytes(of: number.littleEndian) { unsafe bytes.append(contentsOf: $0) }
    }
    stamps.append(stamp)
  }

  /// Adds the files of a folder and what a listing leaves out of it.
  ///
  /// - Returns: The files.
  @discardableResult
  public mutating func add(
    folder: String, maximumDepth: Int = 64, includesHidden: Bool = false,
    where isIncluded: (RelativePath) -> Bool = { _ in true }
  ) -> [RelativePath] {
    add(folder)
    guard
      let listing = try? FolderListing(
        of: folder, maximumDepth: maximumDepth, includesHidden: includesHidden)
    else {
      add("unreadable")
      return []
    }
    let files = listing.files.filter(isIncluded)
    let stamps = files.concurrentMap { InputStamp(of: $0.path(in: folder)) }
    for (path, stamp) in zip(files, stamps) { add(path.path(in: folder), stamp) }
    if maximumDepth > 1 {
      for omission in listing.omissions { add("\(omission.path) \(omission.reason.rawValue)") }
    }
    return files
  }

  /// Whether every file had its last change before a time of the file system, by more than the step
  /// in which it counts: a change after that time then shows.
  public func isSettled(before time: Int64) -> Bool {
    stamps.allSatisfy { $0.isSettled(before: time) }
  }

  /// SHA-256 of all that was added.
  public var digest: String { Digests.sha256(bytes) }
}

extension StagedTree {
  /// A digest of the former tree's files by their stamps; `nil` if there is none, or something else
  /// than files in it.
  ///
  /// The stamps stay known to the tree, so that nobody has to ask for them again.
  public var formerDigest: String? {
    guard formerOmissions.isEmpty, former.contains(Self.markerName) else { return nil }
    let paths = formerFiles
    let stamps = Self.stamps(of: paths, in: folder)
    know(Dictionary(uniqueKeysWithValues: zip(paths, stamps)).compactMapValues { $0 })
    return Self.digest(of: paths, stamps)
  }

  /// The same of the tree as it is after it was committed, by the stamps that
  /// ``committedStamps`` gave.
  public func committedDigest(_ stamps: [RelativePath: FileStamp]) -> String {
    let claimed = claimedFiles
    let kept = formerFiles.filter(claimed.contains)
    // Two ordered parts of few runs: sorting joins them.
    let paths =
      kept.count == claimed.count ? kept : (kept + claimed.filter { !former.contains($0) }).sorted()
    return Self.digest(of: paths, paths.map { stamps[$0] })
  }

  private static func stamps(of paths: [RelativePath], in folder: String) -> [FileStamp?] {
    paths.concurrentMap { FileStamp(of: $0.path(in: folder)) }
  }

  private static func digest(of paths: [RelativePath], _ stamps: [FileStamp?]) -> String {
    var bytes: [UInt8] = []
    for (path, stamp) in zip(paths, stamps) {
      bytes += path.description.utf8
      bytes.append(0)
      guard let stamp else { continue }
      for number in [Int64(truncatingIfNeeded: stamp.number), stamp.size, stamp.modified] {
        unsafe withUnsafeBytes(of: number.littleEndian) { unsafe bytes.append(contentsOf: $0) }
      }
    }
    return Digests.sha256(bytes)
  }
}
