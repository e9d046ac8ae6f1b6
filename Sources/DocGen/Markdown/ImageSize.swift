/// The size at which an image is shown, in CSS pixels.
struct ImageSize: Equatable {
  var width: Int?
  var height: Int?

  /// What a tag asks for, the other side in proportion; the image's own size where it asks for nothing.
  ///
  /// - Parameters:
  ///   - tag: The tag of raw HTML; `nil` for images that are written as Markdown.
  ///   - natural: The image's own size; `nil` where it isn't known.
  init(askedBy tag: RawTag?, natural: (width: Int, height: Int)?) {
    width = Self.pixels(tag?["width"])
    height = Self.pixels(tag?["height"])
    guard let natural, natural.width > 0, natural.height > 0 else { return }
    switch (width, height) {
    case (nil, nil): (width, height) = natural
    case (let width?, nil): height = max(1, width * natural.height / natural.width)
    case (nil, let height?): width = max(1, height * natural.width / natural.height)
    default: break
    }
  }

  /// The largest side that is taken from a tag.
  private static let largest = 10_000

  /// A whole number of pixels, with or without their unit; `nil` for anything else, such as a share.
  private static func pixels(_ value: [UInt8]?) -> Int? {
    guard let value else { return nil }
    var text = value.drop { $0 <= 32 }
    while let last = text.last, last <= 32 { text.removeLast() }
    if text.count > 2, text.suffix(2).elementsEqual("px".utf8, by: { $0 | 32 == $1 }) {
      text.removeLast(2)
    }
    guard text.count <= 5, text.allSatisfy({ (48...57).contains($0) }),
      let number = Int(String(decoding: text, as: UTF8.self)), (1...largest).contains(number)
    else { return nil }
    return number
  }
}
