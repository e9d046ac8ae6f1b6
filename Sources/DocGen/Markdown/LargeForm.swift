/// The large form of an image, which a link around it names: `[![words](a.png)](large.png#lightbox)`.
enum LargeForm {
  private static let mark = "#lightbox"

  /// What browsers show as images.
  private static let extensions: Set = ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp"]

  /// Whether an address is that of an image that opens in place.
  static func isMeant(by address: String) -> Bool {
    // Most links are told from their last letter.
    guard let last = address.utf8.last, last | 32 == UInt8(ascii: "x") else { return false }
    let written = address.lowercased()
    guard written.hasSuffix(mark) else { return false }
    return extensions.contains { written.dropLast(mark.count).hasSuffix(".\($0)") }
  }

  /// The address without the mark.
  static func image(of address: String) -> String {
    address.lowercased().hasSuffix(mark) ? String(address.dropLast(mark.count)) : address
  }
}
