/// The addresses of links must be those of the source, in any order.
struct LinkCheck: PairCheck {
  static let check = TranslationCheck.link

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    guard pair.source.has(.link) || pair.target.has(.link) else { return }
    let (missing, extra) = pair.difference(.link, Address.isSame)
    report.add(pair, missing: missing, extra: extra)
  }
}

/// The addresses of images must be those of the source.
struct ImageCheck: PairCheck {
  static let check = TranslationCheck.image

  static func examine(_ pair: borrowing ComparedPair, _ report: inout PairReport) {
    guard pair.source.has(.image) || pair.target.has(.image) else { return }
    let (missing, extra) = pair.difference(.image, Address.isSame)
    report.add(pair, missing: missing, extra: extra)
  }
}

/// When two addresses are the same page.
enum Address {
  /// Whether addresses differ at most in the language of a page: `/en-us/` and `/fr-fr/`.
  static func isSame(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    if left == right { return true }
    let (from, to) = (parts(left), parts(right))
    guard from.count == to.count else { return false }
    return zip(from, to).allSatisfy { $0 == $1 || (isLocale($0) && isLocale($1)) }
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
