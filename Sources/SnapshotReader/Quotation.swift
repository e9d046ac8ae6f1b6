import Model

/// A piece of input as diagnostics show it: in quotes, short, and harmless to a terminal.
///
/// What looks like a secret is masked: consoles and logs are read by more people than snapshots are.
/// Control characters and those that turn the direction of text are written as escapes.
package func quoted(_ text: String) -> String {
  var result = "'"
  let shown = SecretScanner.printable(text)
  for (index, scalar) in shown.unicodeScalars.enumerated() {
    if index == 48 {
      result += "…"
      break
    }
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
      result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    default:
      result.unicodeScalars.append(scalar)
    }
  }
  return result + "'"
}
