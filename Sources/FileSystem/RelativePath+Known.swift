public import Model

extension RelativePath {
  /// A path that stands in source code and is known to be right.
  public init(known path: StaticString) {
    self.init(unchecked: path.withUTF8Buffer { unsafe String(decoding: $0, as: UTF8.self) })
  }

  /// The folder of a locale: a tag has letters, digits and hyphens only.
  public init(_ locale: LocaleTag) { self.init(unchecked: locale.folder) }
}
