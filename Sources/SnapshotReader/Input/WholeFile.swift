package import Model

/// A file that is read as a whole, uncompressed if need be, for formats other than the snapshot.
package struct WholeFile: Sendable {
  /// The bytes without compression.
  package let bytes: [UInt8]
  /// SHA-256 of the file as stored, in hexadecimal.
  package let sha256: String
  /// Why it can't be read.
  package struct Problem: Error {
    /// What is wrong.
    package let diagnostic: Diagnostic
  }

  /// Reads a file; `-` is standard input.
  package init(_ path: String, limits: ReadLimits = ReadLimits()) throws(Problem) {
    do throws(InputProblem) {
      let document = try DocumentInput(path, limits)
      bytes = document.bytes
      sha256 = document.file.sha256
    } catch {
      throw Problem(diagnostic: error.diagnostic)
    }
  }
}
