public import Foundation

/// The material that lies beside the project for its builders and for continuous integration.
///
/// Tests that use it are skipped, and say so, where it is absent:
/// `@Test(.enabled(if: SharedMaterial.isPresent, "../shared is not beside the project"))`.
public enum SharedMaterial {
  /// The folder, found from where this source file was compiled.
  public static let folder = projectFolder.deletingLastPathComponent().appending(path: "shared")

  /// The root of the project's checkout.
  public static let projectFolder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Whether the material is there.
  public static let isPresent = FileManager.default.fileExists(
    atPath: folder.appending(path: "design.md").path)
}
