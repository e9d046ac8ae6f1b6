/// The published schema of `vouch status --format json`.
enum StatusSchema {
  /// JSON Schema 2020-12.
  static let json = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:vouch:status:1",
      "title": "Translation status",
      "type": "object",
      "required": ["schema", "source", "locales", "pages"],
      "additionalProperties": false,
      "properties": {
        "schema": {"const": "vouch-status/1"},
        "source": {"type": "string", "description": "Locale that the others are translated from"},
        "locales": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["locale", "pages", "states", "machineTranslated", "units", "current", \
    "drifted", "missing", "unchecked", "words"],
            "additionalProperties": false,
            "properties": {
              "locale": {"type": "string"},
              "pages": {"$ref": "#/$defs/count"},
              "states": {
                "type": "object",
                "required": ["current", "changed", "missing", "gone", "unknown"],
                "additionalProperties": {"$ref": "#/$defs/count"}
              },
              "machineTranslated": {"$ref": "#/$defs/count"},
              "units": {"$ref": "#/$defs/count"},
              "current": {"$ref": "#/$defs/count"},
              "drifted": {"$ref": "#/$defs/count"},
              "missing": {"$ref": "#/$defs/count"},
              "unchecked": {"$ref": "#/$defs/count"},
              "words": {"$ref": "#/$defs/words"}
            }
          }
        },
        "pages": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["path", "locale", "state", "metadataOnly", "machineTranslated", \
    "units", "current", "drifted", "missing", "unchecked", "words"],
            "additionalProperties": false,
            "properties": {
              "path": {"type": "string"},
              "locale": {"type": "string"},
              "state": {"enum": ["current", "changed", "missing", "gone", "unknown"]},
              "metadataOnly": {"type": "boolean"},
              "machineTranslated": {"type": ["boolean", "null"]},
              "units": {"$ref": "#/$defs/count"},
              "current": {"$ref": "#/$defs/count"},
              "drifted": {"$ref": "#/$defs/count"},
              "missing": {"$ref": "#/$defs/count"},
              "unchecked": {"$ref": "#/$defs/count"},
              "words": {"$ref": "#/$defs/words"}
            }
          }
        }
      },
      "$defs": {
        "count": {"type": "integer", "minimum": 0},
        "words": {
          "type": "object",
          "description": "Words of the source that are to be translated",
          "required": ["exact", "fuzzy90", "fuzzy75", "new"],
          "additionalProperties": false,
          "properties": {
            "exact": {"$ref": "#/$defs/count"},
            "fuzzy90": {"$ref": "#/$defs/count"},
            "fuzzy75": {"$ref": "#/$defs/count"},
            "new": {"$ref": "#/$defs/count"}
          }
        }
      }
    }

    """
}
