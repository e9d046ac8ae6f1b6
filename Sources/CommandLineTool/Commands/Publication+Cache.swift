import DocGen
import FileSystem
import Model

extension Publication {
  /// What the last build left; `nil` where none is to be kept.
  func cache() throws(CommandFailure) -> SiteCache? {
    if try settings.flag("no-cache") { return nil }
    let folder = cacheFolder
    // The content, say, is no place for files that are written and removed as they age.
    guard SiteCache.mayBe(in: folder) else {
      throw .problem(
        "cache.foreign-folder", at: SourceLocation(path: settings.path("cache") ?? folder),
        "the folder holds files that vouch didn't write, so it is no cache",
        suggestion: "give an empty or a new folder", .usage)
    }
    return SiteCache(in: folder)
  }

  /// The folder of the cache: what was asked for, or one beside the output for each output.
  private var cacheFolder: String {
    if let folder = settings.path("cache") { return absolute(folder) }
    var output = absolute(output)
    while output.count > 1, output.hasSuffix("/") { output.removeLast() }
    let name = output.split(separator: "/").last.map(String.init) ?? "site"
    return "\(output.dropLast(name.count)).vouch-cache/\(name)"
  }

  /// What tells one build of the tool from another.
  var toolIdentity: String {
    let executable = settings.environment.executable
    let stamp = FileStamp(of: executable)
    return stamp.map { "\($0.number) \($0.size) \($0.modified)" } ?? executable
  }
}
