/// The content security policy of every page.
enum SecurityPolicy {
  /// Everything comes from the publication itself, nothing from the network, and no script or style
  /// stands in a page.
  ///
  /// `file:` is there for readers who open the publication from a folder: some browsers don't take
  /// `'self'` for the folder's files. Pages on a server can't load such addresses anyway.
  static let pages = policy(own: "'self' file:", end: "")

  /// The same as a server should send it: there are no files then, and no page may frame one.
  static let server = policy(own: "'self'", end: "; frame-ancestors 'none'")

  /// What a server should send with images in SVG besides: whatever is in them, nothing runs.
  static let images = "sandbox"

  private static func policy(own: String, end: String) -> String {
    "default-src 'none'; script-src \(own); style-src \(own); "
      + "img-src \(own) data:; media-src \(own); base-uri 'none'; form-action 'none'\(end)"
  }
}
