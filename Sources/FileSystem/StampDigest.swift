import Digests
import Glibc

/// A digest of what tells files from changed ones without reading them.
///
/// It says of each file its number, length, and when its bytes and its entry last changed. Two equal
/// digests mean that no file changed in between, unless one was changed twice within the time that
/// the file system can tell apart; ``isSettled(before:)`` says whether that can be.
public struct StampDigest: Sendable {
  private var bytes: [UInt8] = []
  /// The newest times of change in nanoseconds: of file systems that count finely, and in seconds.
  private var newest: (fine: Int64, coarse: Int64) = (.min, .min)

  /// The steps of time that file systems tell apart, in nanoseconds, with room to spare.
  private static let step: (fine: Int64, coarse: Int64) = (20_000_000, 2_000_000_000)

  /// Begins with no file.
  public init() {}

  /// Adds a text that decides what the files are for.
  public mutating func add(_ text: String) {
    bytes += text.utf8
    bytes.append(0)
  }

  /// Adds a file, through a link too; one that isn't there counts as such.
  public mutating func add(file: String) {
    add(file)
    var status = stat()
    guard unsafe stat(file, &status) == 0 else { return add("none") }
    for number in [
      Int64(truncatingIfNeeded: status.st_ino), Int64(status.st_size), status.st_mtim.nanoseconds,
      status.st_ctim.nanoseconds,
    ] {
      unsafe withUnsafeBytes(of: number.littleEndian) { unsafe bytes.append(contentsOf: $0) }
    }
    for time in [status.st_mtim, status.st_ctim] {
      if time.tv_nsec == 0 {
        newest.coarse = max(newest.coarse, time.nanoseconds)
      } else {
        newest.fine = max(newest.fine, time.nanoseconds)
      }
    }
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
    for path in files { add(file: path.path(in: folder)) }
    if maximumDepth > 1 {
      for omission in listing.omissions { add("\(omission.path) \(omission.reason.rawValue)") }
    }
    return files
  }

  /// Whether every file had its last change before a time of the file system, by more than the step
  /// in which it counts: a change after that time then shows.
  public func isSettled(before time: Int64) -> Bool {
    newest.fine < time - Self.step.fine && newest.coarse < time - Self.step.coarse
  }

  /// SHA-256 of all that was added.
  public var digest: String { Digests.sha256(bytes) }
}

extension timespec {
  /// The time in nanoseconds.
  fileprivate var nanoseconds: Int64 { Int64(tv_sec) * 1_000_000_000 + Int64(tv_nsec) }
}

extension StagedTree {
  /// A digest of the former tree's files by their stamps; `nil` if there is none, or something else
  /// than files in it.
  public var formerDigest: String? {
    guard formerOmissions.isEmpty, former.contains(Self.markerName) else { return nil }
    return Self.digest(of: former.sorted(), in: folder)
  }

  /// The same of the tree as it is after it was committed.
  public var committedDigest: String? {
    guard let listing = try? FolderListing(of: folder, includesHidden: true),
      listing.omissions.isEmpty
    else { return nil }
    return Self.digest(of: listing.files, in: folder)
  }

  private static func digest(of paths: [RelativePath], in folder: String) -> String {
    var bytes: [UInt8] = []
    for path in paths {
      bytes += path.description.utf8
      bytes.append(0)
      guard let stamp = FileStamp(of: path.path(in: folder)) else { continue }
      for number in [Int64(truncatingIfNeeded: stamp.number), stamp.size, stamp.modified] {
        unsafe withUnsafeBytes(of: number.littleEndian) { unsafe bytes.append(contentsOf: $0) }
      }
    }
    return Digests.sha256(bytes)
  }
}
