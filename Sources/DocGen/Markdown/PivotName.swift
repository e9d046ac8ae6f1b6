/// What is shown of a choice of readers whose title nobody gave.
enum PivotName {
  /// What ids begin with that says no more than that it is a choice.
  private static let prefixes = ["programming-language-", "programming-languages-", "devlang-"]

  /// Names whose letters an id doesn't keep.
  private static let names: [Substring: String] = [
    "ai": "AI", "android": "Android", "api": "API", "aspnet": "ASP.NET",
    "aspnetcore": "ASP.NET Core",
    "azure": "Azure", "bash": "Bash", "cli": "CLI", "cpp": "C++", "csharp": "C#", "dotnet": ".NET",
    "dotnetcli": ".NET CLI", "fsharp": "F#", "ios": "iOS", "javascript": "JavaScript",
    "js": "JavaScript", "json": "JSON", "linux": "Linux", "macos": "macOS", "nodejs": "Node.js",
    "objectivec": "Objective-C", "php": "PHP", "powershell": "PowerShell", "python": "Python",
    "rest": "REST", "sdk": "SDK", "sql": "SQL", "typescript": "TypeScript", "ui": "UI",
    "uwp": "UWP", "vb": "Visual Basic", "vm": "VM", "vs": "Visual Studio",
    "vscode": "Visual Studio Code", "windows": "Windows", "xml": "XML", "yaml": "YAML",
  ]

  /// `programming-language-csharp` is C#, `rest-api` REST API, `code-editor` Code editor.
  static func readable(_ id: String) -> String {
    let prefix = prefixes.first { id.hasPrefix($0) && id.utf8.count > $0.utf8.count }
    let words = id.dropFirst(prefix?.count ?? 0).split { $0 == "-" || $0 == "_" }
    let text = words.map { names[$0] ?? String($0) }.joined(separator: " ")
    // A name such as iOS keeps its small letter.
    let isName = words.first.flatMap { names[$0] } != nil
    return isName ? text : text.prefix(1).uppercased() + text.dropFirst()
  }
}
