import Model
import YAML

/// The code of a Jupyter notebook (`.ipynb`, nbformat 3 and 4).
enum Notebook {
  /// The code of the cell that a directive names by `name` in its metadata, or of all cells with
  /// code.
  static func text(
    of file: [UInt8], _ directive: SnippetDirective
  ) throws(CodeSnippet.Failure) -> [[UInt8]] {
    guard let root = (try? RelaxedJSON.document(file, path: directive.path))?.root,
      let cells = root["cells"]?.sequence ?? root["worksheets"]?.sequence?.first?["cells"]?.sequence
    else { throw .noNotebook }
    guard let wanted = directive.tag else {
      return cells.filter { $0["cell_type"]?.string == "code" }.flatMap(lines)
    }
    let names = cells.map { $0["metadata"]?["name"]?.string ?? "" }
    guard let index = names.firstIndex(of: wanted) else {
      throw .noTag(nearest: Suggestion.nearest(to: wanted, among: names.filter { !$0.isEmpty }))
    }
    return lines(of: cells[index])
  }

  /// The lines of a cell, which stand in a list, or in one text.
  private static func lines(of cell: YAMLNode) -> [[UInt8]] {
    let source = cell["source"] ?? cell["input"]
    let text = source?.sequence?.compactMap(\.string).joined() ?? source?.string ?? ""
    var lines = text.utf8.split(separator: 10, omittingEmptySubsequences: false).map { Array($0) }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
