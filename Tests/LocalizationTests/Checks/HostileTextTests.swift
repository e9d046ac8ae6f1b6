import Testing

/// Texts that are made to cost time: what a check looks at grows with their length, not with the
/// square of it.
@Suite struct HostileTextTests {
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [">+", "+<", "Ctrl> +<", "one two three four. ", "</kbd>+<kbd>"])
  func costsTimeByItsLength(piece: String) {
    let text = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
    _ = findings(text, "Press Ctrl+C, then F5.", locale: "de-de")
  }
}
