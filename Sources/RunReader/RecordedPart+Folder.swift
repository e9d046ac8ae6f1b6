import Digests

extension RecordedPart {
  /// The name of the folder of an environment's report, which depends on the environment alone: its
  /// id where that is a plain word, else the letters of the id with a digest; without an id the
  /// digest of what was read.
  public static func folder(_ id: String?, inputs: [String]) -> String {
    guard let id, !id.isEmpty else {
      return "snapshot-\(Digests.sha256(inputs.joined(separator: "\n")).prefix(12))"
    }
    func isPlain(_ byte: UInt8) -> Bool {
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
    }
    if id.utf8.count <= 64, id.utf8.allSatisfy(isPlain) { return id }
    let letters = String(decoding: id.lowercased().utf8.filter(isPlain).prefix(40), as: UTF8.self)
    return "\(letters)\(letters.isEmpty ? "" : "-")\(Digests.sha256(id).prefix(12))"
  }
}
