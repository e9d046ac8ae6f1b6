public import Model

/// Why templates could not be loaded or rendered: at least one error with its place.
public struct TemplateFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The problems, ordered by place.
  public var diagnostics: [Diagnostic]

  /// Makes a failure of problems.
  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics.sorted() }

  /// A line for each problem.
  public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
