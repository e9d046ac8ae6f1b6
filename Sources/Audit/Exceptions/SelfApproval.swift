import Foundation
public import Model

extension GrantedException {
  /// Whether one person asked for it and granted it; `nil` if nobody is named who asked.
  ///
  /// A name is the same however it is spaced, in small letters or capitals, in letters of another
  /// width, and in letters that are another form of the same ones, such as bold ones of mathematics.
  public var isSelfApproved: Bool? {
    requester.map { Self.letters(of: $0) == Self.letters(of: approver) }
  }

  private static func letters(of name: String) -> String {
    name.precomposedStringWithCompatibilityMapping.letters
  }
}
