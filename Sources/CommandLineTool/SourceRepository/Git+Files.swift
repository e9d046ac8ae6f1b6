import FileSystem

extension Git {
  /// Reads files of a version; those that aren't there are left out.
  ///
  /// - Parameters:
  ///   - wanted: The files, from the top of the repository, each with what it is kept by.
  ///   - version: The id of the commit.
  /// - Returns: The files by what they are kept by.
  /// - Throws: If Git doesn't answer.
  func files(
    _ wanted: [(path: RelativePath, file: String)], of version: String
  ) throws(Refusal) -> [RelativePath: [UInt8]] {
    let files = Dictionary(
      wanted.map { ($0.path, $0.file) }, uniquingKeysWith: { first, _ in first }
    )
    .sorted { $0.key < $1.key }.filter { !$0.value.contains("\n") }
    guard !files.isEmpty else { return [:] }
    let input = files.map { "\(version):\($0.value)\n" }.joined()
    let answer = try ask(["cat-file", "--batch"], input: Array(input.utf8))
    var found: [RelativePath: [UInt8]] = [:]
    var position = 0
    for (path, _) in files {
      guard let end = answer[position...].firstIndex(of: 10) else { break }
      let header = String(decoding: answer[position..<end], as: UTF8.self).split(separator: " ")
      position = end + 1
      guard header.count == 3, header[1] == "blob", let size = Int(header[2]),
        size >= 0, size < answer.count - position
      else { continue }
      found[path] = Array(answer[position..<position + size])
      position += size + 1
    }
    return found
  }
}
