import DocGen
import FileSystem

extension Publication {
  /// What the last build left; `nil` where none is to be kept.
  func cache() throws(CommandFailure) -> SiteCache? {
    try settings.flag("no-cache") ? nil : SiteCache(in: cacheFolder)
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
