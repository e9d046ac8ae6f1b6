/// The functions of SQLite that depend on their arguments alone: no clock, no chance, no files.
enum AllowedFunctions {
  static func contains(_ name: String) -> Bool { names.contains(name.lowercased()) }

  private static let names: Set<String> = [
    // Texts and values.
    "abs", "char", "coalesce", "concat", "concat_ws", "format", "glob", "hex", "ifnull", "iif",
    "instr", "length", "like", "likelihood", "likely", "lower", "ltrim", "max", "min", "nullif",
    "octet_length", "printf", "quote", "replace", "round", "rtrim", "sign", "soundex", "substr",
    "substring", "trim", "typeof", "unicode", "unlikely", "upper",
    // Numbers.
    "acos", "asin", "atan", "atan2", "ceil", "ceiling", "cos", "degrees", "exp", "floor", "ln",
    "log", "log10", "log2", "mod", "pi", "pow", "power", "radians", "sin", "sqrt", "tan", "trunc",
    // Groups and windows.
    "avg", "count", "group_concat", "string_agg", "sum", "total", "cume_dist", "dense_rank",
    "first_value", "lag", "last_value", "lead", "nth_value", "ntile", "percent_rank", "rank",
    "row_number",
    // JSON.
    "->", "->>", "json", "json_array", "json_array_length", "json_each", "json_extract",
    "json_group_array", "json_group_object", "json_object", "json_quote", "json_tree", "json_type",
    "json_valid",
  ]
}
