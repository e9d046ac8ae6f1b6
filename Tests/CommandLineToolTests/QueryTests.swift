import TestSupport
import Testing

/// `vouch query` as a spreadsheet gets it; the transcripts show the other forms.
@Suite struct QueryTests {
  @Test(arguments: [
    (
      "select 1e999 as most, -1e999 as least, -1.5 as low, 1e999 - 1e999 as none",
      "most,least,low,none\r\nInfinity,'-Infinity,-1.5,\r\n"
    ),
    // Columns stand beside each other, so two of one name are no loss.
    ("select 1 as a, 2 as a", "a,a\r\n1,2\r\n"),
    ("select '=1+1' as a, x'00ff' as b", "a,b\r\n'=1+1,2 bytes\r\n"),
  ])
  func rowsAsCSV(sql: String, expected: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("s.json", #"{"schema": "connections-snapshot/1", "exports": []}"#)
    let ending = try BuiltTool(folder: folder.path)
      .call(["query", "s.json", sql, "--format", "csv"])
    #expect(ending.status == 0 && ending.output == expected, "\(ending.diagnostics)")
  }
}
