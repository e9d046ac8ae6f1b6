/// The published schema of `vouch status --format json`.
enum StatusSchema {
  /// JSON Schema 2020-12.
  static let json = """
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:vouch:status:1",
      "title": "Translation status",
      "type": "object",
      "required": ["schema", "source", "version", "locales", "pages"],
      "additionalProperties": false,
      "properties": {
        "schema": {"const": "vouch-status/1"},
        "source": {"type": "string", "description": "Locale that the others are translated from"},
        "version": {
          "description": "Version of the source that --source-repo has; null without it",
          "type": ["object", "null"],
          "required": ["commit", "date"],
          "additionalProperties": false,
          "properties": {
            "commit": {"type": "string", "pattern": "^[0-9a-f]{40,64}$"},
            "date": {"type": "string", "format": "date"}
          }
        },
        "locales": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["locale", "pages", "states", "machineTranslated", "units", "current", \
    "drifted", "missing", "unchecked", "machineTranslatedUnits", "words"],
            "additionalProperties": false,
            "properties": {
              "locale": {"type": "string"},
              "pages": {"$ref": "#/$defs/count"},
              "states": {
                "type": "object",
                "required": ["current", "changed", "ahead", "missing", "gone", "unknown"],
                "additionalProperties": {"$ref": "#/$defs/count"}
              },
              "machineTranslated": {"$ref": "#/$defs/count"},
              "units": {"$ref": "#/$defs/count"},
              "current": {"$ref": "#/$defs/count"},
              "drifted": {"$ref": "#/$defs/count"},
              "missing": {"$ref": "#/$defs/count"},
              "unchecked": {"$ref": "#/$defs/count"},
              "machineTranslatedUnits": {
                "$ref": "#/$defs/count", "description": "Units of pages that a machine translated"
              },
              "words": {"$ref": "#/$defs/words"}
            }
          }
        },
        "trend": {
          "description": "How the locales stood earlier, as --history says; absent without it",
          "type": "array",
          "items": {
            "type": "object",
            "required": ["name", "date", "locales"],
            "additionalProperties": false,
            "properties": {
              "name": {"type": "string"},
              "date": {"type": ["string", "null"], "format": "date"},
              "locales": {
                "type": "array",
                "items": {
                  "type": "object",
                  "required": ["locale", "units", "current", "words"],
                  "additionalProperties": false,
                  "properties": {
                    "locale": {"type": "string"},
                    "units": {"$ref": "#/$defs/count"},
                    "current": {"$ref": "#/$defs/count"},
                    "words": {"$ref": "#/$defs/count"}
                  }
                }
              }
            }
          }
        },
        "pages": {
          "type": "array",
          "items": {
            "type": "object",
            "required": ["path", "locale", "state", "metadataOnly", "machineTranslated", \
    "units", "current", "drifted", "missing", "unchecked", "words", "history", "changes"],
            "additionalProperties": false,
            "properties": {
              "path": {"type": "string"},
              "locale": {"type": "string"},
              "state": {"enum": ["current", "changed", "ahead", "missing", "gone", "unknown"]},
              "metadataOnly": {"type": "boolean"},
              "machineTranslated": {"type": ["boolean", "null"]},
              "units": {"$ref": "#/$defs/count"},
              "current": {"$ref": "#/$defs/count"},
              "drifted": {"$ref": "#/$defs/count"},
              "missing": {"$ref": "#/$defs/count"},
              "unchecked": {"$ref": "#/$defs/count"},
              "words": {"$ref": "#/$defs/words"},
              "history": {"$ref": "#/$defs/history"},
              "changes": {"type": "array", "items": {"$ref": "#/$defs/change"}}
            }
          }
        }
      },
      "$defs": {
        "count": {"type": "integer", "minimum": 0},
        "countOrUnknown": {"type": ["integer", "null"], "minimum": 0},
        "history": {
          "description": "How the page stands in the history of the source; null if none was asked",
          "type": ["object", "null"],
          "required": ["relation", "obstacle", "commits", "publications", "days", \
    "commitsAhead", "movedTo"],
          "additionalProperties": false,
          "properties": {
            "relation": {
              "enum": ["up-to-date", "behind", "ahead", "diverged", "gone", "unknown"]
            },
            "obstacle": {
              "description": "Why the history is unknown",
              "enum": ["no-repository", "shallow", "not-recorded", "commit-missing", null]
            },
            "commits": {
              "description": "Commits that changed the source file since, renamings followed",
              "$ref": "#/$defs/countOrUnknown"
            },
            "publications": {
              "description": "Steps of the main line that brought them",
              "$ref": "#/$defs/countOrUnknown"
            },
            "days": {
              "description": "Days from the first of these steps to the version",
              "$ref": "#/$defs/countOrUnknown"
            },
            "commitsAhead": {"$ref": "#/$defs/count"},
            "movedTo": {"type": ["string", "null"]}
          }
        },
        "change": {
          "type": "object",
          "description": "A sentence whose source changed, or is gone where 'new' is null",
          "required": ["unit", "old", "new", "similarity", "proposal", "difference"],
          "additionalProperties": false,
          "properties": {
            "unit": {"$ref": "#/$defs/count"},
            "old": {"type": "string"},
            "new": {"type": ["string", "null"]},
            "similarity": {"type": "number", "minimum": 0, "maximum": 1},
            "proposal": {"type": "string", "description": "The translation of the old sentence"},
            "difference": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["change", "text"],
                "additionalProperties": false,
                "properties": {
                  "change": {"enum": ["same", "removed", "added"]},
                  "text": {"type": "string"}
                }
              }
            }
          }
        },
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
