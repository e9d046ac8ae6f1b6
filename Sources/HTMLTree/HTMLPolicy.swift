/// What raw HTML in content may contain.
///
/// An allow-list: what isn't named here doesn't get through. Names are lower-case.
public enum HTMLPolicy {
  /// What happens to an element.
  public enum Verdict: Sendable {
    /// It stays, and may stand inside a line.
    case phrasing
    /// It stays, and makes a block.
    case block
    /// Its tags go, its inside stays.
    case unwrapped
    /// It goes with everything inside.
    case removed
    /// HTML has no such element; the author meant the characters.
    case unknown
  }

  /// What happens to the element `name`.
  public static func verdict(on name: String) -> Verdict { verdicts[name] ?? .unknown }

  /// Whether the element `name` has no end tag.
  public static func isVoid(_ name: String) -> Bool { voidElements.contains(name) }

  /// Whether an attribute stays on an element.
  ///
  /// Values of `href` and `src` are checked apart.
  public static func allows(attribute: String, on element: String) -> Bool {
    globalAttributes.contains(attribute) || (attributes[element]?.contains(attribute) ?? false)
  }

  /// Whether an address may be followed: it is relative, or its scheme runs nothing.
  ///
  /// Browsers skip blanks and control characters in a scheme, and so does this check.
  public static func allows(address: some Sequence<UInt8>) -> Bool {
    // The first letters of the scheme in lower case, eight to a number.
    var letters: UInt64 = 0
    var count = 0
    for byte in address {
      switch byte {
      case 0...32: continue
      case UInt8(ascii: ":"): return count <= 8 && schemes.contains(letters)
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return true
      case UInt8(ascii: "&") where count == 0: return false
      default:
        letters = letters << 8 | UInt64(byte | (byte < 91 && byte > 64 ? 32 : 0))
        count += 1
      }
      if count > 60 { return true }
    }
    return true
  }

  private static let schemes: Set<UInt64> = Set(
    ["http", "https", "mailto", "tel"].map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1) } })

  private static let voidElements: Set<String> = ["br", "col", "hr", "img", "wbr"]

  private static let globalAttributes: Set<String> = ["dir", "id", "lang", "title"]

  private static let attributes: [String: Set<String>] = [
    "a": ["href", "name"],
    "img": ["alt", "height", "src", "width"],
    "col": ["span"], "colgroup": ["span"],
    "details": ["open"],
    "ol": ["reversed", "start", "type"],
    "li": ["value"],
    "td": ["colspan", "rowspan"],
    "th": ["abbr", "colspan", "rowspan", "scope"],
    "time": ["datetime"], "del": ["datetime"], "ins": ["datetime"],
  ]

  private static let verdicts: [String: Verdict] = {
    var verdicts: [String: Verdict] = [:]
    func add(_ names: String, _ verdict: Verdict) {
      for name in names.split(separator: " ") { verdicts[String(name)] = verdict }
    }
    add(
      "a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span "
        + "strong sub sup time u var wbr", .phrasing)
    add(
      "blockquote caption col colgroup dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr "
        + "li ol p pre summary table tbody td tfoot th thead tr ul", .block)
    add(
      "acronym address article aside big button center data fieldset font footer form header "
        + "hgroup label legend main nav nobr section strike tt area map output progress "
        + "meter input select option textarea dialog slot link meta base picture source track param",
      .unwrapped)
    add(
      "script style iframe object embed applet audio video canvas svg math template noscript "
        + "frameset frame noframes title marquee xmp plaintext",
      .removed)
    return verdicts
  }()
}
