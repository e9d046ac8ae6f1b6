import Model

/// The addresses of links must be those of the source, in any order.
struct LinkCheck: PairCheck {
  static let check = TranslationCheck.link
  static let concerns: TextProfile.Features = .init(.link)

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    guard pair.source.has(.link) || pair.target.has(.link) else { return }
    let address = Address(locale: pair.language.locale)
    let (missing, extra) = pair.difference(.link, address.isSame)
    report.add(pair, missing: missing, extra: extra)
  }
}

/// The addresses of images must be those of the source.
struct ImageCheck: PairCheck {
  static let check = TranslationCheck.image
  static let concerns: TextProfile.Features = .init(.image)

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    guard pair.source.has(.image) || pair.target.has(.image) else { return }
    let address = Address(locale: pair.language.locale)
    let (missing, extra) = pair.difference(.image, address.isSame)
    report.add(pair, missing: missing, extra: extra)
  }
}

/// When an address of the source and one of a translation are the same page.
struct Address {
  /// The language that an address of the translation may have.
  private let language: [UInt8]

  init(locale: LocaleTag) { language = Array(locale.language.utf8) }

  /// Whether addresses differ at most in the language of a page: `/en-us/`, and in French `/fr-fr/`.
  func isSame(_ source: ArraySlice<UInt8>, _ target: ArraySlice<UInt8>) -> Bool {
    if source == target { return true }
    if source.starts(with: "http:".utf8), target.starts(with: "https:".utf8) {
      return isSame(source.dropFirst(5), target.dropFirst(6))
    }
    let (from, to) = (Self.parts(source), Self.parts(target))
    guard from.count == to.count else { return false }
    return zip(from, to).allSatisfy { part, other in
      part == other || (Self.isLocale(part) && Self.isLocale(other) && isOwn(other))
    }
  }

  private func isOwn(_ part: ArraySlice<UInt8>) -> Bool {
    part.prefix(2).map { $0 | 32 } == language
  }

  private static func parts(_ address: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    address.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
  }

  private static func isLocale(_ part: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(part)
    return bytes.count == 5 && bytes[2] == UInt8(ascii: "-")
      && bytes.enumerated().allSatisfy { $0.offset == 2 || $0.element.isLetter }
  }
}
