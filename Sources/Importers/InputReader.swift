import Model
import SnapshotReader

/// Reads one file into records, as what it is.
enum InputReader {
  static func read(_ input: ImportRequest.Input, into gathering: inout Gathering) {
    let file: WholeFile
    do {
      file = try WholeFile(input.path)
    } catch {
      var problem = error.diagnostic
      problem.location.path = input.name
      gathering.problems.add(problem)
      return
    }
    gathering.sources.append(
      ImportSource(
        name: input.name, kind: sourceKind(input.kind), sha256: file.sha256, bytes: file.bytes))
    guard !isWide(file.bytes) else {
      gathering.report(
        .error, "import.encoding", "file", at: 0, "not UTF-8 but UTF-16",
        "save the file as UTF-8 (a list as CSV UTF-8)")
      return
    }
    let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = file.bytes[start...].first { !isSpace($0) }
    guard let first else {
      gathering.report(.error, "import.empty", "file", at: 0, "there is nothing in the file")
      return
    }
    let isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    if !isJSON && (input.kind.isList || input.kind == .auto) {
      gathering.sources[gathering.current].kind = .uiList
      ListReader.read(file.bytes, from: start, input.kind, into: &gathering)
    } else {
      readJSON(file.bytes, from: start, input.kind, &gathering)
    }
  }

  private static func readJSON(
    _ bytes: [UInt8], from start: Int, _ kind: ImportKind, _ gathering: inout Gathering
  ) {
    let parser = JSONNodeParser()
    var document: JSONNode?
    if kind == .logs || kind == .auto, holdsLines(bytes, from: start, parser, &document) {
      gathering.sources[gathering.current].kind = .azureMonitor
      LogReader.readLines(bytes, from: start, parser, into: &gathering)
      return
    }
    do {
      let root: JSONNode
      if let document {
        root = document
      } else {
        root = try parser.parse(bytes, start..<bytes.count)
      }
      let told = kind == .auto ? self.kind(of: root) : kind
      gathering.sources[gathering.current].kind = sourceKind(told)
      if let problem = ListHeaders.problem(of: root, kind) {
        gathering.report(
          .error, "import.shape", "document", at: root.offset, problem.message, problem.suggestion)
        return
      }
      // Which answer of the Web API it is, is told from what is in it.
      if told != .webAPI, let problem = ExpectedShape(told).problem(of: root) {
        gathering.report(
          .error, "import.shape", "document", at: problem.offset, problem.message,
          problem.suggestion)
        return
      }
      switch told {
      case .logs: LogReader.read(root, parser, into: &gathering)
      case .logAnalytics: LogReader.readTables(root, parser, into: &gathering)
      case .legacy: LegacyReader.read(root, into: &gathering)
      case .snapshot: SnapshotDocumentReader.read(root, into: &gathering)
      default: WebAPIReader.read(root, told, into: &gathering)
      }
    } catch {
      let mayBeList = !"{[".utf8.contains(bytes[start...].first { !isSpace($0) } ?? 0)
      gathering.report(
        .error, error.code.replacing("snapshot.", with: "import."), "document",
        at: error.offset, error.message,
        error.suggestion
          ?? (mayBeList ? "a list of the user interface is CSV, and is named ui:FILE" : nil))
    }
  }

  /// Whether a file is UTF-16: some programs write that where their output is sent to a file.
  ///
  /// Without a mark at its beginning every other byte of its first characters is zero.
  private static func isWide(_ bytes: [UInt8]) -> Bool {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    guard bytes.count >= 4 else { return false }
    let zeros = (0..<4).map { bytes[$0] == 0 }
    return zeros == [true, false, true, false] || zeros == [false, true, false, true]
  }

  /// Whether a file is one JSON object a line: its first line holds one, and the next begins another.
  ///
  /// Where only reading all of it tells, what was read is in `document`.
  private static func holdsLines(
    _ bytes: [UInt8], from start: Int, _ parser: borrowing JSONNodeParser,
    _ document: inout JSONNode?
  ) -> Bool {
    guard let first = bytes[start...].firstIndex(where: { !isSpace($0) }),
      bytes[first] == UInt8(ascii: "{"), let end = bytes[first...].firstIndex(of: 0x0A),
      bytes[end...].first(where: { !isSpace($0) }) == UInt8(ascii: "{")
    else { return false }
    guard !isBalanced(bytes[first..<end]) else { return true }
    let last = bytes[first..<end].last { !isSpace($0) }
    guard let last, !"[{,".utf8.contains(last) else { return false }
    // Its first line was cut off, or a value stands below its key.
    document = try? parser.parse(bytes, start..<bytes.count)
    return document == nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool { " \t\r\n".utf8.contains(byte) }

  /// Whether everything that is opened on a line is closed on it.
  private static func isBalanced(_ line: ArraySlice<UInt8>) -> Bool {
    var depth = 0
    var isInText = false
    var isEscaped = false
    for byte in line {
      if isInText {
        isInText = isEscaped || byte != UInt8(ascii: "\"")
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInText = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
    }
    return depth == 0 && !isInText
  }

  private static func kind(of root: JSONNode) -> ImportKind {
    if root["schema"]?.text?.hasPrefix("connections-snapshot/") ?? false { return .snapshot }
    if let tables = root["tables"]?.entries, tables.first?.has("columns") ?? true {
      return .logAnalytics
    }
    let first = root["records"]?.entries?.first ?? root.answer.records.first ?? root
    if LegacyReader.isResource(first) { return .legacy }
    if first.has("TimeGenerated"), first.has("OperationName") { return .logAnalytics }
    if first.has("operationName"), first.has("properties") || first.has("category") {
      return .logs
    }
    return .webAPI
  }

  private static func sourceKind(_ kind: ImportKind) -> SourceKind {
    switch kind {
    case .logs: .azureMonitor
    case .logAnalytics: .logAnalytics
    case .legacy: .arm2017
    case .snapshot: .snapshot
    case .list, .listOfConnections, .listOfExports, .listOfEnrichments, .listOfUsers: .uiList
    default: .webapi
    }
  }
}

extension ImportKind {
  /// Whether the file is a list of the user interface.
  var isList: Bool {
    switch self {
    case .list, .listOfConnections, .listOfExports, .listOfEnrichments, .listOfUsers: true
    default: false
    }
  }
}
