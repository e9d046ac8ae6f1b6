public import Model

extension CivilDate {
  /// Reads a date of front matter: month, day and year with slashes, or year, month and day with
  /// hyphens; `nil` for anything else.
  public init?(frontMatter written: String) {
    let parts = written.split(separator: "/").compactMap { Int($0) }
    if parts.count == 3 {
      self.init(year: parts[2], month: parts[0], day: parts[1])
    } else {
      self.init(String(written.prefix(10)))
    }
  }
}
