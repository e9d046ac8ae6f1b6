import FileSystem
import Model

/// `vouch init DIR`: a project with an example to start from.
enum InitializeCommand {
  /// Copies the example into a new or empty folder.
  static func perform(_ settings: Settings) throws(CommandFailure) -> ExitStatus {
    let environment = settings.environment
    let name = settings.arguments.operands[0]
    let folder = environment.absolute(name)
    let example = try BuiltInFiles.find(in: environment).example
    do {
      if Files.holdsFiles(in: folder) {
        throw CommandFailure.problem(
          "init.not-empty", at: SourceLocation(path: name), "the folder is not empty",
          suggestion: "name a new folder", .usage)
      }
      try Files.makeFolder(folder)
      for path in try FolderListing(of: example).files {
        if let parent = path.folder { try Files.makeFolder(parent.path(in: folder)) }
        try Files.write(try Files.read(path.path(in: example)), to: path.path(in: folder))
      }
    } catch let error as FileError {
      throw .problems([error.diagnostic], .usage)
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw .problem("init.failed", at: SourceLocation(path: name), "\(error)", .usage)
    }
    environment.output(
      """
      \(name) holds an example: a snapshot, its configuration and a README.
      Next: cd \(name) && vouch run

      """)
    return .success
  }
}
