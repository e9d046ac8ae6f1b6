/// A language and region as content folders name it, such as `fr-fr`.
public struct LocaleTag: Hashable, Sendable {
  /// The lower-case name of the content folder and of the output folder, such as `fr-fr`.
  public let folder: String

  /// Reads a tag written in any case, with `-` or `_`; `nil` if it isn't a language tag of two or
  /// three letters with an optional script, region or private part.
  public init?(_ text: String) {
    let parts = text.lowercased().split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "-" || $0 == "_" }
    ).map(String.init)
    guard let language = parts.first, (2...3).contains(language.utf8.count), parts.count <= 4,
      language.utf8.allSatisfy({ (97...122).contains($0) }),
      parts.dropFirst().allSatisfy({ part in
        (1...8).contains(part.utf8.count)
          && part.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
      })
    else { return nil }
    folder = parts.joined(separator: "-")
  }

  private init(folder: String) { self.folder = folder }

  /// The source language of the documentation.
  public static let source = LocaleTag(folder: "en-us")

  /// The five languages of the interface, the reports and Vouch's own content.
  public static let shipped: [LocaleTag] = ["en-us", "fr-fr", "nl-nl", "kk-kz", "ar-sa"].map {
    LocaleTag(folder: $0)
  }

  /// The language alone, such as `fr`.
  public var language: String {
    String(folder[..<(folder.utf8.firstIndex(of: UInt8(ascii: "-")) ?? folder.endIndex)])
  }

  /// The tag as HTML and BCP 47 write it: `fr-FR`, `zh-Hant-TW`.
  public var tag: String {
    var bytes = Array(folder.utf8)
    var start = bytes.firstIndex(of: UInt8(ascii: "-")).map { $0 + 1 } ?? bytes.count
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "-")) ?? bytes.count
      // Of a script the first letter is a capital, of a region each.
      let capitals = end - start == 4 ? 1 : end - start == 2 || end - start == 3 ? end - start : 0
      for index in start..<start + capitals where (97...122).contains(bytes[index]) {
        bytes[index] -= 32
      }
      start = end + 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether text in this language runs from right to left.
  public var isRightToLeft: Bool {
    // A script says it alone; the shortest tag that has one is `ku-latn`.
    if folder.utf8.count > 6 {
      let parts = folder.split(separator: "-").dropFirst()
      if parts.contains("latn") { return false }
      if parts.contains("arab") || parts.contains("syrc") { return true }
    }
    return switch language {
    case "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ku", "nqo", "prs", "ps", "sd", "syr", "ug",
      "ur", "yi":
      true
    default: false
    }
  }

  /// `rtl` or `ltr`, as the `dir` attribute of HTML takes it.
  public var direction: String { isRightToLeft ? "rtl" : "ltr" }
}

extension LocaleTag: Comparable, CustomStringConvertible {
  /// Orders tags by their folder names.
  public static func < (left: Self, right: Self) -> Bool {
    left.folder.utf8.lexicographicallyPrecedes(right.folder.utf8)
  }

  /// The folder name.
  public var description: String { folder }
}
