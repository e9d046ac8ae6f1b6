/// The limits that keep a hostile or broken input from taking the machine's memory.
public struct ReadLimits: Sendable {
  /// The longest single JSON document, uncompressed, in bytes.
  public var documentBytes: Int
  /// The longest file of a section, uncompressed, in bytes.
  public var sectionBytes: Int
  /// The longest record, in bytes.
  public var recordBytes: Int
  /// How many bytes a compressed file may yield for each stored byte, beyond the first 16 MiB.
  public var expansion: Int

  /// Limits; those left out allow 1 GiB a document, 64 GiB a section, 16 MiB a record, 2,000 bytes
  /// for each stored one.
  public init(
    documentBytes: Int = 1 << 30, sectionBytes: Int = 64 << 30, recordBytes: Int = 16 << 20,
    expansion: Int = 2000
  ) {
    self.documentBytes = documentBytes
    self.sectionBytes = sectionBytes
    self.recordBytes = recordBytes
    self.expansion = expansion
  }

  /// How deep objects and lists may be nested.
  static let depth = 64
}
