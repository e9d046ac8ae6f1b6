extension CommandTable {
  private static let locale = OptionDescription(
    "locale", "l", "L,L", isList: true, help: "Only these locales, such as fr-fr,ar-sa")
  private static let jobs = OptionDescription(
    "jobs", "j", "N", help: "Use this many processors; the result is the same")
  /// `--quiet` of commands whose output is what was asked for: that is printed all the same.
  static let quietButResult = OptionDescription(
    "quiet", "q", help: "Print only what was asked for, and errors")

  static let status = CommandDescription(
    name: "status", summary: "Say how every page stands in every locale, and what is to translate",
    operands: [
      OperandDescription(
        name: "CONTENT", help: "Folder with a folder a locale (default: the built-in content)",
        count: .optional)
    ],
    options: [
      locale,
      OptionDescription(
        "format", nil, "F", choices: ["text", "json", "html"], help: "Print as (default text)"),
      sourceRepository, statusHistory, jobs,
    ],
    examples: [
      ("vouch status docs --format json", "as 'vouch schema status' describes it"),
      (
        "vouch status docs --source-repo docs-en",
        "says how many commits and days each page is behind"
      ),
    ])

  static let memory = CommandDescription(
    name: "memory", summary: "Give translations to other tools and take them back",
    operands: [
      OperandDescription(name: "ACTION", help: "export, apply or glossary", count: .one),
      OperandDescription(
        name: "PATH", help: "Content folder; for apply, the translated XLIFF or PO file",
        count: .optional),
    ],
    options: [
      OptionDescription(
        "format", nil, "F", choices: ["xliff", "xliff1.2", "tmx", "po"],
        help: "Export as (default xliff, which is XLIFF 2.1)"),
      locale,
      OptionDescription("output", "o", "DIR", help: "Write the files to this folder"),
      OptionDescription(
        "content", nil, "DIR", help: "Content folder to apply to (default: the built-in content)"),
      OptionDescription(
        "type", nil, "T",
        help: "Kind of translation to record, such as HT or MT (default: the file's)"
      ),
      OptionDescription(
        "date", nil, "DATE", help: "Date of the source version, YYYY-MM-DD (default: the file's)"),
      OptionDescription(
        "commit", nil, "ID", help: "Commit of the source version (default: the file's)"),
      quietButResult,
    ],
    examples: [
      ("vouch memory export docs -l fr-fr > fr-fr.xlf", "for translators"),
      ("vouch memory apply fr-fr.xlf --content docs", "puts back what they changed"),
      ("vouch memory glossary docs > glossary.csv", "what labels are called"),
    ])
}
