// Generated from schemas/action-sequence.schema.json by scripts/generate.mjs. Do not edit.
/* eslint-disable */

/**
 * A classic TOPdesk action sequence as Een actie importeren (Import an action) takes it. TOPdesk publishes no schema; every key says in x-evidence how it is known: seen (stands in a real export), tool (read off public programs that process exports), doc (TOPdesk's own manual or API description) or inferred.
 */
export interface ActionSequenceFile {
  /**
   * Version of the file format. Compare by number parts: 2.10 is later than 2.7.
   */
  formatVersion: string;
  /**
   * Moment of the export, in milliseconds since 1970-01-01T00:00Z.
   */
  exportDate: number;
  actionSequence: ActionSequenceJson;
}
/**
 * The action sequence itself. Its events are set on the screen and are not in the file.
 */
export interface ActionSequenceJson {
  /**
   * Name on the screen.
   */
  name: string;
  /**
   * Plain text; lines end in \n.
   */
  description: string;
  /**
   * Type of the card that the sequence belongs to. TOPdesk has more than the ones seen.
   */
  structureName: "incident1" | "incident2" | "changeactivity2";
  configuration: ActionSequenceConfigurationJson;
}
/**
 * Variables and steps.
 */
export interface ActionSequenceConfigurationJson {
  /**
   * Variables that the texts read as _variables.<name>.
   */
  variables: ActionSequenceVariableJson[];
  /**
   * Always empty in the exports seen.
   *
   * @maxItems 0
   */
  mappingDefinitions: [];
  /**
   * The steps, in the order in which they run.
   */
  steps: ActionSequenceStepJson[];
}
/**
 * A variable. Its value travels in clear text.
 */
export interface ActionSequenceVariableJson {
  /**
   * Name in the texts.
   */
  name: string;
  /**
   * Value, in clear text.
   */
  value: string;
}
/**
 * A step: one HTTP request.
 */
export interface ActionSequenceStepJson {
  /**
   * Name by which later texts read the answer, as _responses.<name>.
   */
  name: string;
  /**
   * HTTP method. DELETE was not seen in an export.
   */
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /**
   * FreeMarker text. The field escapes what is inserted, so a base URL needs ?no_esc.
   */
  url: string;
  /**
   * Headers, in order.
   */
  headers: ActionSequenceHeaderJson[];
  /**
   * Whether what is inserted into the body is escaped. True in all exports seen.
   */
  escapeBodyValues: boolean;
  /**
   * FreeMarker text; empty for GET, never left out.
   */
  body: string;
  /**
   * When the step runs.
   */
  executionCondition: "ALWAYS" | "ONLY_WHEN_PREVIOUS_SUCCEEDED" | "CUSTOM" | "ONLY_WHEN_PREVIOUS_SUCCEEDED_AND_CUSTOM";
  /**
   * FreeMarker text that must print true; empty when executionCondition is not custom.
   */
  customExecutionCondition: string;
}
/**
 * A header of a request.
 */
export interface ActionSequenceHeaderJson {
  /**
   * Name of the header.
   */
  name: string;
  /**
   * FreeMarker text.
   */
  value: string;
}

/** The JSON Schema of this format. */
export const schema = {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "urn:topdesk-actions:schema:action-sequence",
  "title": "ActionSequenceFile",
  "description": "A classic TOPdesk action sequence as Een actie importeren (Import an action) takes it. TOPdesk publishes no schema; every key says in x-evidence how it is known: seen (stands in a real export), tool (read off public programs that process exports), doc (TOPdesk's own manual or API description) or inferred.",
  "x-evidence": "seen",
  "type": "object",
  "properties": {
    "formatVersion": {
      "description": "Version of the file format. Compare by number parts: 2.10 is later than 2.7.",
      "x-evidence": "seen",
      "type": "string",
      "pattern": "^[0-9]+(\\.[0-9]+)*$"
    },
    "exportDate": {
      "description": "Moment of the export, in milliseconds since 1970-01-01T00:00Z.",
      "x-evidence": "seen",
      "type": "integer",
      "minimum": 0
    },
    "actionSequence": {
      "$ref": "#/$defs/actionSequence"
    }
  },
  "required": [
    "formatVersion",
    "exportDate",
    "actionSequence"
  ],
  "additionalProperties": false,
  "$defs": {
    "actionSequence": {
      "title": "ActionSequenceJson",
      "description": "The action sequence itself. Its events are set on the screen and are not in the file.",
      "x-evidence": "seen",
      "type": "object",
      "properties": {
        "name": {
          "description": "Name on the screen.",
          "x-evidence": "seen",
          "type": "string"
        },
        "description": {
          "description": "Plain text; lines end in \\n.",
          "x-evidence": "seen",
          "type": "string"
        },
        "structureName": {
          "description": "Type of the card that the sequence belongs to. TOPdesk has more than the ones seen.",
          "x-evidence": "seen",
          "enum": [
            "incident1",
            "incident2",
            "changeactivity2"
          ]
        },
        "configuration": {
          "$ref": "#/$defs/configuration"
        }
      },
      "required": [
        "name",
        "description",
        "structureName",
        "configuration"
      ],
      "additionalProperties": false
    },
    "configuration": {
      "title": "ActionSequenceConfigurationJson",
      "description": "Variables and steps.",
      "x-evidence": "seen",
      "type": "object",
      "properties": {
        "variables": {
          "description": "Variables that the texts read as _variables.<name>.",
          "x-evidence": "seen",
          "type": "array",
          "items": {
            "$ref": "#/$defs/variable"
          }
        },
        "mappingDefinitions": {
          "description": "Always empty in the exports seen.",
          "x-evidence": "seen",
          "type": "array",
          "maxItems": 0
        },
        "steps": {
          "description": "The steps, in the order in which they run.",
          "x-evidence": "seen",
          "type": "array",
          "items": {
            "$ref": "#/$defs/step"
          }
        }
      },
      "required": [
        "variables",
        "mappingDefinitions",
        "steps"
      ],
      "additionalProperties": false
    },
    "variable": {
      "title": "ActionSequenceVariableJson",
      "description": "A variable. Its value travels in clear text.",
      "x-evidence": "seen",
      "type": "object",
      "properties": {
        "name": {
          "description": "Name in the texts.",
          "x-evidence": "seen",
          "type": "string",
          "pattern": "^."
        },
        "value": {
          "description": "Value, in clear text.",
          "x-evidence": "seen",
          "type": "string"
        }
      },
      "required": [
        "name",
        "value"
      ],
      "additionalProperties": false
    },
    "header": {
      "title": "ActionSequenceHeaderJson",
      "description": "A header of a request.",
      "x-evidence": "seen",
      "type": "object",
      "properties": {
        "name": {
          "description": "Name of the header.",
          "x-evidence": "seen",
          "type": "string"
        },
        "value": {
          "description": "FreeMarker text.",
          "x-evidence": "seen",
          "type": "string"
        }
      },
      "required": [
        "name",
        "value"
      ],
      "additionalProperties": false
    },
    "step": {
      "title": "ActionSequenceStepJson",
      "description": "A step: one HTTP request.",
      "x-evidence": "seen",
      "type": "object",
      "properties": {
        "name": {
          "description": "Name by which later texts read the answer, as _responses.<name>.",
          "x-evidence": "seen",
          "type": "string"
        },
        "method": {
          "description": "HTTP method. DELETE was not seen in an export.",
          "x-evidence": "seen",
          "enum": [
            "GET",
            "POST",
            "PUT",
            "PATCH",
            "DELETE"
          ]
        },
        "url": {
          "description": "FreeMarker text. The field escapes what is inserted, so a base URL needs ?no_esc.",
          "x-evidence": "seen",
          "type": "string"
        },
        "headers": {
          "description": "Headers, in order.",
          "x-evidence": "seen",
          "type": "array",
          "items": {
            "$ref": "#/$defs/header"
          }
        },
        "escapeBodyValues": {
          "description": "Whether what is inserted into the body is escaped. True in all exports seen.",
          "x-evidence": "seen",
          "type": "boolean"
        },
        "body": {
          "description": "FreeMarker text; empty for GET, never left out.",
          "x-evidence": "seen",
          "type": "string"
        },
        "executionCondition": {
          "description": "When the step runs.",
          "x-evidence": "seen",
          "enum": [
            "ALWAYS",
            "ONLY_WHEN_PREVIOUS_SUCCEEDED",
            "CUSTOM",
            "ONLY_WHEN_PREVIOUS_SUCCEEDED_AND_CUSTOM"
          ]
        },
        "customExecutionCondition": {
          "description": "FreeMarker text that must print true; empty when executionCondition is not custom.",
          "x-evidence": "seen",
          "type": "string"
        }
      },
      "required": [
        "name",
        "method",
        "url",
        "headers",
        "escapeBodyValues",
        "body",
        "executionCondition",
        "customExecutionCondition"
      ],
      "additionalProperties": false
    }
  }
} as const;

