/// What is shown of a choice of readers whose title nobody gave.
enum PivotName {
  /// What ids begin with that says no more than that it is a choice.
  private static let prefixes = ["programming-language-", "programming-languages-", "devlang-"]

  /// Names whose letters an id doesn't keep.
  private static let names: [Substring: String] = [
    "ai": "AI", "android": "Android", "api": "API", "aspnet": "ASP.NET",
    "aspnetcore": "ASP.NET Core",
    "azps": "Azure PowerShell", "azure": "Azure", "azureml": "Azure Machine Learning",
    "azuresqldb": "Azure SQL Database", "bash": "Bash", "cli": "CLI", "cpp": "C++", "csharp": "C#",
    "devops": "DevOps",
    "dotnet": ".NET",
    "dotnetcli": ".NET CLI", "fsharp": "F#", "ios": "iOS", "iotedge": "IoT Edge",
    "javascript": "JavaScript",
    "js": "JavaScript", "json": "JSON", "linux": "Linux", "macos": "macOS", "net": ".NET",
    "netcore": ".NET Core", "netframework": ".NET Framework", "nodejs": "Node.js",
    "objectivec": "Objective-C", "php": "PHP", "powershell": "PowerShell", "python": "Python",
    "rest": "REST", "sdk": "SDK", "server": "Server", "sql": "SQL", "tfs": "TFS",
    "typescript": "TypeScript", "ui": "UI",
    "ver15": "2019", "ver16": "2022", "ver17": "2025",
    "uwp": "UWP", "vb": "Visual Basic", "vm": "VM", "vs": "Visual Studio",
    "vscode": "Visual Studio Code", "windows": "Windows", "xml": "XML", "yaml": "YAML",
  ]

  /// `programming-language-csharp` is C#, `rest-api` REST API, `code-editor` Code editor.
  static func readable(_ id: String) -> String {
    let prefix = prefixes.first { id.hasPrefix($0) && id.utf8.count > $0.utf8.count }
    let words = id.dropFirst(prefix?.count ?? 0).split { $0 == "-" || $0 == "_" }
    let text = words.map { names[$0] ?? String($0) }.joined(separator: " ")
    // A name such as iOS keeps its small letter, and a version such as v2.
    let isVersion = words.first.map { $0.first == "v" && $0.dropFirst().first?.isNumber == true }
    let isName = words.first.flatMap { names[$0] } != nil || isVersion == true
    return isName ? text : text.prefix(1).uppercased() + text.dropFirst()
  }
}
