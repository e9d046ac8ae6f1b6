import FileSystem
import Model

/// Where a file of a locale lies.
struct LayerFile: Sendable {
  /// The folder of its layer.
  var folder: String
  /// Its path below that folder, in the letters that it has there.
  var path: RelativePath

  /// How it is to be opened and named.
  var file: String { path.path(in: folder) }

  func read(limit: Int) throws(FileError) -> [UInt8] {
    try Files.read(path, in: folder, limit: limit)
  }

  /// Lists the layers of a locale; of two files with one path the earlier layer's counts.
  ///
  /// Names that differ in case from the source's are the same to Windows and to servers of
  /// documentation, so a translation's file has the path that its original has.
  ///
  /// - Parameters:
  ///   - layers: The layers of the locale.
  ///   - originals: The files of the source language; `nil` of that itself.
  ///   - diagnostics: Gets what isn't read, and how many files have another path.
  /// - Returns: The files by their paths.
  /// - Throws: If a folder can't be read, which would lose pages without a word.
  static func list(
    _ layers: [ContentLayer], originals: CaseInsensitiveIndex?, _ diagnostics: inout [Diagnostic]
  ) throws(ContentError) -> [RelativePath: LayerFile] {
    var files: [RelativePath: LayerFile] = [:]
    var refusals: [Diagnostic] = []
    for layer in layers {
      do throws(FileError) {
        let listing = try FolderListing(of: layer.folder, hiddenEnding: ".md")
        var renamed: [(path: RelativePath, file: LayerFile)] = []
        var others: [LayerFile] = []
        for path in listing.files {
          let file = LayerFile(folder: layer.folder, path: path)
          switch originals?.match(path) {
          case .differsInCase(let original): renamed.append((original, file))
          case .missing: others.append(file)
          default: files[path] = files[path] ?? file
          }
        }
        let folders = Self.folders(of: renamed)
        report(renamed.filter { add($0.path, $0.file, to: &files) }, &diagnostics)
        // What only the translation has stays beside the rest of its folder.
        for file in others where place(of: file.path, folders) == nil {
          files[file.path] = files[file.path] ?? file
        }
        for file in others {
          if let place = place(of: file.path, folders) { _ = add(place, file, to: &files) }
        }
        for omission in listing.omissions {
          let problem = omission.diagnostic(in: layer.folder)
          if problem.severity == .error {
            refusals.append(problem)
          } else {
            diagnostics.append(problem)
          }
        }
      } catch {
        refusals.append(error.diagnostic)
      }
    }
    guard refusals.isEmpty else { throw ContentError(problems: refusals) }
    return files
  }

  /// The folders whose names differ in case from the originals', with those.
  private static func folders(
    of renamed: [(path: RelativePath, file: LayerFile)]
  ) -> [RelativePath: RelativePath] {
    var folders: [RelativePath: RelativePath] = [:]
    for (original, file) in renamed {
      var (own, other) = (file.path.folder, original.folder)
      while let folder = own, let first = other, folder != first, folders[folder] == nil {
        folders[folder] = first
        (own, other) = (folder.folder, first.folder)
      }
    }
    return folders
  }

  /// The path of a file in such a folder; `nil` for others.
  private static func place(
    of path: RelativePath, _ folders: [RelativePath: RelativePath]
  ) -> RelativePath? {
    guard !folders.isEmpty else { return nil }
    var folder = path.folder
    while let own = folder {
      if let other = folders[own] {
        return RelativePath("\(other)\(path.description.dropFirst(own.description.count))")
      }
      folder = own.folder
    }
    return nil
  }

  /// Adds a file under the path of its original, or under its own where the layer has that file too;
  /// returns whether it has the path of its original.
  private static func add(
    _ original: RelativePath, _ file: LayerFile, to files: inout [RelativePath: LayerFile]
  ) -> Bool {
    if let other = files[original], other.folder == file.folder {
      files[file.path] = files[file.path] ?? file
      return false
    }
    files[original] = files[original] ?? file
    return true
  }

  private static func report(
    _ renamed: [(path: RelativePath, file: LayerFile)], _ diagnostics: inout [Diagnostic]
  ) {
    guard let first = renamed.first else { return }
    let others = renamed.count == 1 ? "" : ", and so do \(renamed.count - 1) others"
    diagnostics.report(
      .note, "content.case", at: SourceLocation(path: first.file.file),
      "the name differs in case from the original's\(others); it counts as the same",
      suggestion: "rename it to '\(first.path)'")
  }
}

extension FolderListing.Omission {
  /// The omission as a problem: an error if pages may be lost.
  fileprivate func diagnostic(in folder: String) -> Diagnostic {
    let place = SourceLocation(path: folder.appendingPathPart(path))
    if reason == .unreadable {
      return Diagnostic(.error, "content.unreadable", at: place, "cannot list this folder")
    }
    return Diagnostic(.warning, "content.skipped", at: place, "not read: \(reason.rawValue)")
  }
}
