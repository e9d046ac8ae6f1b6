/// A day as `ms.lasthandoff` has it: `06/24/2021`.
struct HandoffDate {
  /// Year, month and day as digits.
  let parts: [String]

  /// Reads a day; `nil` if it isn't written so.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [2, 2, 4], parts.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) })
    else { return nil }
    self.parts = [parts[2], parts[0], parts[1]].map(String.init)
  }
}
