import DocGen
import Model

/// The one table that describes the command line; parsing and help follow it.
enum CommandTable {
  /// All commands, in the order of the help.
  static let commands: [CommandDescription] = [
    run, audit, merge, diff, verify, build, check, status, localize, memory, importing, query,
    rules, schema, initialize,
  ]

  /// The formats of `--format`.
  static let formats = ReportFormat.allCases.map(\.rawValue)

  /// Whether a setting of a configuration may have several values: as the option of its name may.
  static func isList(_ setting: String) -> Bool { run.option(setting)?.isList ?? false }

  private static let severities = FindingSeverity.allCases.map { "\($0)" } + ["never"]

  private static let output = OptionDescription(
    "output", "o", "DIR",
    help: "Write to this folder (default public); what was there is replaced as a whole")
  private static let locale = OptionDescription(
    "locale", "l", "L,L", isList: true, help: "Make only these locales, such as fr-fr,ar-sa")
  private static let localeFolder = OptionDescription(
    "locale", "l", "L,L", isList: true,
    help: "Make only these locales, such as fr-fr,ar-sa; fr-fr=DIR adds a locale's folder")
  private static let templates = OptionDescription(
    "templates", nil, "DIR",
    help: "Use templates and assets of this folder before the built-in ones")
  private static let content = OptionDescription(
    "content", nil, "DIR", help: "Use this content before the built-in content")
  private static let jobs = OptionDescription(
    "jobs", "j", "N", help: "Use this many processors; the result is the same")
  private static let quiet = OptionDescription(
    "quiet", "q", help: "Print errors only")
  private static let strict = OptionDescription(
    "strict", nil, help: "Treat warnings as errors")
  private static let baseURL = OptionDescription(
    "base-url", nil, "URL",
    help: "Address of the published site, for canonical links and the sitemap")
  private static let keepIncludes = OptionDescription(
    "keep-includes", nil, help: "Leave include directives unresolved in the Markdown pages")
  static let sourceRepository = OptionDescription(
    "source-repo", nil, "DIR",
    help: "Git repository of the source, or the folder in it where the pages' paths begin: says how"
      + " far translations are behind")
  static let statusHistory = OptionDescription(
    "history", nil, "PATH",
    help: "Earlier 'vouch status --format json', a file or a folder of them: shows the trend")
  private static let noStatus = OptionDescription(
    "no-status", nil, help: "Make no pages of the status of translations")
  private static let noSearch = OptionDescription(
    "no-search", nil, help: "Make no search index, and show no search box")
  private static let caching: [OptionDescription] = [
    OptionDescription(
      "cache", nil, "DIR",
      help: "Keep what the next build needs here (default: .vouch-cache beside the output)"),
    OptionDescription("no-cache", nil, help: "Make everything anew, and keep nothing for later"),
    OptionDescription(
      "verify-incremental", nil,
      help: "Build a second time without the cache, and fail if a byte differs"),
  ]

  /// The rules of the user's own; only what reads a configuration or a snapshot's folder finds them
  /// by itself.
  private static func customRules(_ standing: String = "") -> OptionDescription {
    OptionDescription(
      "custom-rules", nil, "DIR", help: "Judge by the SQL rules of this folder too\(standing)")
  }

  private static let auditing: [OptionDescription] = [
    OptionDescription(
      "as-of", nil, "TIME",
      help: "Judge ages at this time (2026-10-01T00:00:00Z, or now); without it, at collection"),
    OptionDescription(
      "exceptions", nil, "FILE", help: "Lay the exceptions of this file over the outcomes"),
    OptionDescription(
      "baseline", nil, "DIR",
      help: "Compare with an earlier run: its output folder, or the report folder in it"),
    OptionDescription(
      "rules", nil, "SELECT", isList: true,
      help: "Check only these rules: ids, groups, or patterns such as CON-*"),
    OptionDescription(
      "fail-on", nil, "SEVERITY", choices: severities,
      help: "End with 1 at findings of this severity or above (default high)"),
    OptionDescription(
      "max-unknown", nil, "N",
      help: "Allow this many unknowns at or above that severity before ending with 4 (default 0)"),
    OptionDescription(
      "format", nil, "F,F", choices: formats, isList: true,
      help: "Write these formats (default all)"),
    OptionDescription(
      "evidence", nil, "WHICH", choices: EvidenceExtent.allCases.map(\.rawValue),
      help: "List every outcome (all), or of passes a sample (sampled, the default)"),
    OptionDescription(
      "sample", nil, "N", help: "Add a workpaper with N outcomes chosen at random"),
    OptionDescription(
      "seed", nil, "S", help: "Choose them by this number (default 1); the same chooses the same"),
    OptionDescription(
      "sign", nil, "KEY", help: "Sign the digests of the output with this SSH key (ssh-keygen)"),
    OptionDescription(
      "refuse-on-secret", nil, help: "Write no report if the snapshot holds a secret"),
  ]

  private static let run = CommandDescription(
    name: "run", summary: "Audit a snapshot, render the report and publish the site",
    operands: [],
    options: [
      OptionDescription(
        "config", "c", "FILE", help: "Read the configuration from this file (default vouch.yaml)"),
      OptionDescription(
        "snapshot", nil, "FILE", isList: true,
        help: "Audit this snapshot; several: one report on all, and one on each"),
      content, output, locale,
      customRules(" (default: rules beside the configuration)"),
    ] + auditing + [
      baseURL, keepIncludes, noSearch, noStatus, sourceRepository, statusHistory, templates,
    ] + caching + [strict, jobs, quiet],
    examples: [
      ("vouch run", "does the whole batch as ./vouch.yaml says"),
      ("vouch run -c examples/contoso/vouch.yaml -o /tmp/site", "writes it somewhere else"),
    ])

  private static let audit = CommandDescription(
    name: "audit", summary: "Audit a snapshot and render the report",
    operands: [
      OperandDescription(
        name: "SNAPSHOT",
        help: "JSON file, or folder with manifest.json and NDJSON sections; several: one report",
        count: .many)
    ],
    options: [output, locale, customRules()] + auditing + [content, templates, jobs, quiet],
    examples: [
      ("vouch audit snapshot.json", "writes the report to ./public"),
      (
        "vouch audit snapshot.json --as-of now --rules 'CON-*' --fail-on critical",
        "gates on the consent rules alone"
      ),
      ("vouch audit north.json south.json", "makes one report on two environments"),
    ])

  private static let merge = CommandDescription(
    name: "merge", summary: "Put the reports on several environments together",
    operands: [
      OperandDescription(
        name: "DIR", help: "Output folder of an audit; the order doesn't matter", count: .many)
    ],
    options: [
      output,
      OptionDescription(
        "sign", nil, "KEY",
        help: "Sign the digests of the output with this SSH key (ssh-keygen)"),
      content, templates, jobs, quiet,
    ],
    examples: [
      ("vouch merge north south -o all", "writes what an audit of both at once would write")
    ])

  private static let diff = CommandDescription(
    name: "diff", summary: "Compare two runs and say why each finding differs",
    operands: [
      OperandDescription(
        name: "OLD", help: "Output folder of the earlier run, or the report folder in it",
        count: .one),
      OperandDescription(name: "NEW", help: "The same of the later run", count: .one),
    ],
    options: [
      OptionDescription(
        "format", nil, "F", choices: ["text", "json"], help: "Print as (default text)")
    ],
    examples: [("vouch diff monday tuesday", "lists what is new, resolved, changed, reopened")])

  private static let verify = CommandDescription(
    name: "verify", summary: "Check the digests and signature of an output, and make it again",
    operands: [
      OperandDescription(
        name: "DIR", help: "Output folder of a run, or the report folder in it", count: .one)
    ],
    options: [
      OptionDescription(
        "snapshot", nil, "FILE", help: "Make the run again from this snapshot and compare"),
      OptionDescription(
        "exceptions", nil, "FILE", help: "Its exceptions (default: beside the snapshot)"),
      OptionDescription(
        "baseline", nil, "DIR", help: "What it was compared with (default: beside the snapshot)"),
      OptionDescription(
        "signers", nil, "FILE", help: "Accept signatures of these signers only (ssh-keygen)"),
      customRules(" (default: rules beside the snapshot)"), content, templates, jobs,
    ],
    examples: [
      ("vouch verify public", "names every file that was changed, is missing or was added"),
      ("vouch verify public --snapshot snapshot.json", "says whether the result is reproduced"),
    ])

  private static let build = CommandDescription(
    name: "build", summary: "Publish the documentation site",
    operands: [
      OperandDescription(
        name: "CONTENT", help: "Folder with a folder a locale (default: the built-in content)",
        count: .optional)
    ],
    options: [
      output, localeFolder, baseURL, keepIncludes, noSearch, noStatus, sourceRepository,
      statusHistory,
    ] + caching + [
      templates, strict, jobs, quiet,
    ],
    examples: [
      ("vouch build docs -o site", "publishes docs/en-us, docs/fr-fr, ... to ./site"),
      (
        "vouch build --locale en-us=docs --locale fr-fr=../docs.fr-fr",
        "publishes locales whose repositories lie apart"
      ),
    ])

  private static let check = CommandDescription(
    name: "check", summary: "Check links, anchors, includes, front matter, markup and translations",
    operands: [
      OperandDescription(
        name: "CONTENT", help: "Folder with a folder a locale (default: the built-in content)",
        count: .optional)
    ],
    options: [
      localeFolder,
      OptionDescription(
        "format", nil, "F", choices: ["text", "json", "sarif", "junit"],
        help: "Print as (default text)"),
      OptionDescription(
        "checks", nil, "FILE",
        help: "Switches, terms and suppressions (default CONTENT/localization.yaml)"),
      OptionDescription(
        "language", nil, "L", help: "Language of what is said of translations (default en-us)"),
      OptionDescription("translations", nil, help: "Check translations only"),
      sourceRepository, strict, jobs, quiet,
    ],
    examples: [("vouch check docs --strict", "fails on the first warning too, writes nothing")])

  private static let localize = CommandDescription(
    name: "localize",
    summary: "Write the bilingual form of pages from plain translations, or prepare a new one",
    operands: [
      OperandDescription(
        name: "PAGE",
        help: "Plain translated page or folder; without --source, a source page to prepare",
        count: .one)
    ],
    options: [
      OptionDescription("source", nil, "PATH", help: "Page or folder of the source language"),
      OptionDescription("locale", "l", "L", help: "Locale of the translation"),
      OptionDescription("output", "o", "PATH", help: "Page or folder to write"),
      OptionDescription(
        "date", nil, "DATE", help: "Date of the source version, YYYY-MM-DD (default: its ms.date)"),
      OptionDescription("commit", nil, "ID", help: "Commit of the source version, 40 digits"),
      OptionDescription(
        "update", nil,
        help: "Write a translation anew from the source as it is now, with what is known of it"),
      quiet,
    ],
    examples: [
      (
        "vouch localize plain/fr-fr --source content/en-us -l fr-fr -o content/fr-fr",
        "pairs each sentence with its source"
      ),
      (
        "vouch localize content/en-us/a.md -l fr-fr",
        "prepares content/fr-fr/a.md with what other pages already say"
      ),
    ])

  private static let importing = CommandDescription(
    name: "import", summary: "Build a snapshot from dumps, logs and lists",
    operands: [
      OperandDescription(
        name: "FILE",
        help: "File, KIND:FILE, or a KIND that holds for the files after it; see docs/import.md",
        count: .many)
    ],
    options: [
      OptionDescription(
        "output", "o", "SNAPSHOT", help: "Write this file (default snapshot.json; - prints it)"),
      OptionDescription(
        "complete", nil, "SECTION", isList: true,
        help: "Say that these sections hold everything that exists"),
      OptionDescription("instance", nil, "ID", help: "Take the records of this environment only"),
      OptionDescription("collected", nil, "TIME", help: "When the files were collected, or now"),
      OptionDescription("collected-by", nil, "NAME", help: "Who collected them"),
      OptionDescription("time-zone", nil, "ZONE", help: "Zone of times without one, such as UTC"),
      OptionDescription(
        "date-order", nil, "ORDER", choices: ["dmy", "mdy", "ymd"],
        help: "Order of the numbers in dates of lists"),
      content, quiet,
    ],
    examples: [
      (
        "vouch import webapi:status.json logs:operational.ndjson ui-exports:exports.csv",
        "puts three sources together in snapshot.json"
      )
    ])

  private static let rules = CommandDescription(
    name: "rules", summary: "List the rules, describe one, or run their examples",
    operands: [
      OperandDescription(
        name: "ID", help: "Rule, such as CON-01; or test, which runs all examples",
        count: .optional)
    ],
    options: [
      customRules(),
      OptionDescription(
        "format", nil, "F", choices: ["text", "json"], help: "Print as (default text)"),
      OptionDescription("locale", "l", "L", help: "Language of the titles (default en-us)"),
      content,
    ],
    examples: [
      ("vouch rules LIF-01 -l fr-fr", "describes a rule in French"),
      ("vouch rules test --custom-rules rules", "runs the examples of all rules"),
    ])

  private static let query = CommandDescription(
    name: "query", summary: "Ask a snapshot a question in SQL",
    operands: [
      OperandDescription(
        name: "SNAPSHOT SQL", help: "A snapshot, and one SELECT; see docs/custom-rules.md",
        count: .many)
    ],
    options: [
      OptionDescription(
        "format", nil, "F", choices: ["table", "json", "csv"], help: "Print as (default table)"),
      OptionDescription(
        "limit", nil, "N", help: "Print at most this many rows (default 1000)"),
      OptionDescription(
        "steps", nil, "N",
        help: "Stop after this many steps of SQLite (default 200 million, and 100 a record)"),
      OptionDescription("as-of", nil, "TIME", help: "The time of the table audit"),
      content, jobs, quietButResult,
    ],
    examples: [
      (
        "vouch query snapshot.json 'select state, count(*) from exports group by state'",
        "counts exports by state"
      )
    ])

  private static let schema = CommandDescription(
    name: "schema", summary: "Print a schema",
    operands: [
      OperandDescription(
        name: "NAME",
        help:
          "snapshot (default), status, publication (publish.json), or page: what templates are told",
        count: .optional)
    ],
    options: [],
    examples: [
      ("vouch schema snapshot > snapshot.schema.json", "saves the JSON Schema of snapshots")
    ])

  private static let initialize = CommandDescription(
    name: "init", summary: "Make a project with an example to start from",
    operands: [
      OperandDescription(name: "DIR", help: "Folder to make; it must be new or empty", count: .one)
    ],
    options: [], examples: [("vouch init audit && cd audit && vouch run", "the first report")])
}
