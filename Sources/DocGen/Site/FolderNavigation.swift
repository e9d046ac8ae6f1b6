import FileSystem

extension Navigation {
  /// A navigation made of the folders of a locale, where nobody wrote a table of contents.
  ///
  /// The first page of a folder comes first and gives the folder its name; the others follow in
  /// the order of their paths.
  static func folders(of paths: [RelativePath], titles: (RelativePath) -> String) -> Navigation {
    var navigation = Navigation()
    var open: [(folder: Substring, number: Int)] = []
    for path in inReadingOrder(paths) {
      let folders = path.components.dropLast()
      while open.count > folders.count
        || zip(open, folders).contains(where: { $0.0.folder != $0.1 })
      {
        if let last = open.popLast() { navigation.close(last.number) }
      }
      for folder in folders.dropFirst(open.count) {
        let name = path.isFirstOfFolder && folder == folders.last ? titles(path) : name(of: folder)
        open.append((folder, navigation.open(name, .none, below: open.last?.number)))
      }
      let number = navigation.open(titles(path), .page(path), below: open.last?.number)
      navigation.close(number)
    }
    for folder in open.reversed() { navigation.close(folder.number) }
    return navigation
  }

  /// Sorts so that the first page of a folder precedes everything else in it, and `2-next` precedes
  /// `10-last`.
  private static func inReadingOrder(_ paths: [RelativePath]) -> [RelativePath] {
    func key(_ path: RelativePath) -> [UInt8] {
      let text = path.description
      return orderingNumbers(path.isFirstOfFolder ? text.dropLast(path.name.count) : text[...])
    }
    return paths.map { (key($0), $0) }.sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
  }

  /// A text with the length of each number before it, so that longer numbers come later.
  private static func orderingNumbers(_ text: Substring) -> [UInt8] {
    var key: [UInt8] = []
    var rest = text.utf8
    while let first = rest.first {
      let number = rest.prefix { (48...57).contains($0) }
      if number.isEmpty {
        key.append(first)
        rest = rest.dropFirst()
      } else {
        let digits = number.drop { $0 == 48 }
        key.append(UInt8(48 + min(digits.count, 9)))
        key += digits
        rest = rest.dropFirst(number.count)
      }
    }
    return key
  }

  /// A folder's name as a reader sees it: `export-limits` becomes `Export limits`.
  private static func name(of folder: Substring) -> String {
    let words = folder.replacing("-", with: " ").replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

extension RelativePath {
  /// Whether a folder opens with this page.
  fileprivate var isFirstOfFolder: Bool {
    replacingExtension(with: "").name.lowercased() == "index."
  }
}
