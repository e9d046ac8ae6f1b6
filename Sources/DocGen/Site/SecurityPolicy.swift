/// The content security policy of every page.
enum SecurityPolicy {
  /// Everything comes from the publication itself, nothing from the network, and no script or style
  /// stands in a page.
  ///
  /// `file:` is there for readers who open the publication from a folder: some browsers don't take
  /// `'self'` for the folder's files. Pages on a server can't load such addresses anyway.
  static let pages =
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; "
    + "img-src 'self' file: data:; media-src 'self' file:; base-uri 'none'; form-action 'none'"
}
