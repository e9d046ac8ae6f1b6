public import FileSystem
public import Model

/// `report/SHA256SUMS`: the digest of every file of an output folder, as `sha256sum -c` reads it.
///
/// Paths start from the folder of the list; those of pages lead out of it with one `../`.
public struct DigestList: Sendable {
  /// Where the list lies in the output folder.
  public static let path = RelativePath(known: "report/SHA256SUMS")
  /// Where its signature lies.
  public static let signaturePath = RelativePath(known: "report/SHA256SUMS.sig")

  /// The digests by the paths of the files in the output folder.
  public var digests: [RelativePath: String] = [:]

  /// A list of digests.
  public init(_ digests: [RelativePath: String]) { self.digests = digests }

  /// Reads a list.
  ///
  /// - Parameters:
  ///   - bytes: The list.
  ///   - path: What it is called in places.
  /// - Returns: The list, and every line of it that is none of such a list.
  public static func read(
    _ bytes: [UInt8], path: String
  ) -> (list: DigestList, problems: [Diagnostic]) {
    var list = DigestList([:])
    var problems: [Diagnostic] = []
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      let text = String(decoding: line, as: UTF8.self)
      if let (file, digest) = entry(text), list.digests[file] == nil {
        list.digests[file] = digest
      } else {
        problems.report(
          .error, "verify.list", at: SourceLocation(path: path, line: index + 1),
          "this line is no digest of a file of the output",
          suggestion: "take the list as it was written")
      }
    }
    return (list, problems)
  }

  private static func entry(_ line: String) -> (RelativePath, String)? {
    let digest = line.prefix(64)
    let rest = line.dropFirst(64)
    guard digest.utf8.count == 64, digest.utf8.allSatisfy(isHexadecimal), rest.hasPrefix("  ")
    else { return nil }
    let name = rest.dropFirst(2)
    // The folder `report` holds the list; everything else lies one step above.
    let path =
      name.hasPrefix("../")
      ? RelativePath(String(name.dropFirst(3))) : RelativePath("report/\(name)")
    return path.map { ($0, String(digest)) }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }

  /// The list as it is written, in byte order of the paths.
  public var bytes: [UInt8] {
    digests.keys.sorted().flatMap { path -> [UInt8] in
      let text = path.description
      let name = text.hasPrefix("report/") ? String(text.dropFirst(7)) : "../\(text)"
      return Array("\(digests[path] ?? "")  \(name)\n".utf8)
    }
  }
}
