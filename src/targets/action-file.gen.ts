// Generated from schemas/action.schema.json by scripts/generate.mjs. Do not edit.
/* eslint-disable */

/**
 * What starts the action. No public export shows it; TOPdesk's manual has the admin set it on the screen before the import.
 */
export type TriggerJson = ScheduledTriggerJson | WebhookTriggerJson | EventTriggerJson;
/**
 * When a scheduled action runs.
 */
export type ScheduleJson = HourlyScheduleJson | DailyScheduleJson | WeeklyScheduleJson | MonthlyScheduleJson;
/**
 * A step.
 */
export type ActionStepJson = HttpRequestStepJson | AssignVariableStepJson | LoopStepJson;

/**
 * An action of TOPdesk's current action service (Webhooks and scheduled actions, and all card types) as Een actie importeren (Import an action) takes it. TOPdesk publishes no schema; every key says in x-evidence how it is known: seen (stands in a real export), tool (read off public programs that process exports), doc (TOPdesk's own manual or API description) or inferred.
 */
export interface ActionFile {
  /**
   * Version of the file format. Compare by number parts: 2.10 is later than 2.7.
   */
  formatVersion: string;
  /**
   * Moment of the export, in milliseconds since 1970-01-01T00:00Z.
   */
  exportDate: number;
  action: ActionJson;
}
/**
 * The action itself.
 */
export interface ActionJson {
  /**
   * Name on the screen.
   */
  name: string;
  /**
   * Plain text; lines end in \n.
   */
  description: string;
  trigger?: TriggerJson;
  configuration: ActionConfigurationJson;
}
/**
 * Starts on a schedule.
 */
export interface ScheduledTriggerJson {
  /**
   * What starts the action.
   */
  type: "SCHEDULED";
  schedule: ScheduleJson;
}
/**
 * Every N hours.
 */
export interface HourlyScheduleJson {
  /**
   * How often.
   */
  frequency: "HOURLY";
  /**
   * Number of hours.
   */
  every: number;
  /**
   * IANA time zone.
   */
  timeZone: string;
}
/**
 * Every day.
 */
export interface DailyScheduleJson {
  /**
   * How often.
   */
  frequency: "DAILY";
  /**
   * Wall-clock time, HH:mm.
   */
  time: string;
  /**
   * IANA time zone.
   */
  timeZone: string;
}
/**
 * Every week on some days.
 */
export interface WeeklyScheduleJson {
  /**
   * How often.
   */
  frequency: "WEEKLY";
  /**
   * Days of the week.
   *
   * @minItems 1
   */
  days: [
    "MONDAY" | "TUESDAY" | "WEDNESDAY" | "THURSDAY" | "FRIDAY" | "SATURDAY" | "SUNDAY",
    ...("MONDAY" | "TUESDAY" | "WEDNESDAY" | "THURSDAY" | "FRIDAY" | "SATURDAY" | "SUNDAY")[]
  ];
  /**
   * Wall-clock time, HH:mm.
   */
  time: string;
  /**
   * IANA time zone.
   */
  timeZone: string;
}
/**
 * Every month on a day.
 */
export interface MonthlyScheduleJson {
  /**
   * How often.
   */
  frequency: "MONTHLY";
  /**
   * Day of the month, or LAST for its last day.
   */
  dayOfMonth:
    | 1
    | 2
    | 3
    | 4
    | 5
    | 6
    | 7
    | 8
    | 9
    | 10
    | 11
    | 12
    | 13
    | 14
    | 15
    | 16
    | 17
    | 18
    | 19
    | 20
    | 21
    | 22
    | 23
    | 24
    | 25
    | 26
    | 27
    | 28
    | 29
    | 30
    | 31
    | "LAST";
  /**
   * Wall-clock time, HH:mm.
   */
  time: string;
  /**
   * IANA time zone.
   */
  timeZone: string;
}
/**
 * Starts when its webhook is called.
 */
export interface WebhookTriggerJson {
  /**
   * What starts the action.
   */
  type: "WEBHOOK";
  /**
   * Last segment of the webhook's URL; its form is documented, its place in the file is not.
   */
  path: string;
}
/**
 * Starts on events of a card type; the events are linked on the screen.
 */
export interface EventTriggerJson {
  /**
   * What starts the action.
   */
  type: "EVENT";
  /**
   * Type of the card.
   */
  cardType: string;
}
/**
 * Variables and steps.
 */
export interface ActionConfigurationJson {
  /**
   * Variables that the texts read as _variables.<name>. Tools have met both forms; this project writes the list.
   */
  variables:
    | ActionVariableJson[]
    | {
        [k: string]: string;
      };
  /**
   * Always empty in the exports seen.
   *
   * @maxItems 0
   */
  mappingDefinitions: [];
  /**
   * The steps, in the order in which they run.
   */
  steps: ActionStepJson[];
}
/**
 * A variable. Its value travels in clear text.
 */
export interface ActionVariableJson {
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
 * Sends one HTTP request.
 */
export interface HttpRequestStepJson {
  /**
   * Kind of step.
   */
  type: "HTTP_REQUEST";
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
  headers: ActionHeaderJson[];
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
  /**
   * Nested steps: any step that has them is a container.
   */
  subSteps?: ActionStepJson[];
}
/**
 * A header of a request.
 */
export interface ActionHeaderJson {
  /**
   * Name of the header.
   */
  name: string;
  /**
   * FreeMarker text.
   */
  value: string;
}
/**
 * Gives a variable a new value.
 */
export interface AssignVariableStepJson {
  /**
   * Kind of step.
   */
  type: "ASSIGN_VARIABLE";
  /**
   * Name by which later texts read the answer, as _responses.<name>.
   */
  name: string;
  /**
   * How the value is assigned. The key is known from a tool, its values are not: TEXT stands for the screen's 'Text (new value replaces existing value)'.
   */
  assignmentType: "TEXT";
  /**
   * Name of the variable.
   */
  variableKey: string;
  /**
   * FreeMarker text; what it prints is the new value.
   */
  valueTemplate: string;
  /**
   * When the step runs.
   */
  executionCondition: "ALWAYS" | "ONLY_WHEN_PREVIOUS_SUCCEEDED" | "CUSTOM" | "ONLY_WHEN_PREVIOUS_SUCCEEDED_AND_CUSTOM";
  /**
   * FreeMarker text that must print true; empty when executionCondition is not custom.
   */
  customExecutionCondition: string;
  /**
   * Nested steps: any step that has them is a container.
   */
  subSteps?: ActionStepJson[];
}
/**
 * Runs its sub-steps once for each item of a list. Only subSteps is known to make a step a container; no public export shows a loop.
 */
export interface LoopStepJson {
  /**
   * Kind of step.
   */
  type: "LOOP";
  /**
   * Name of the step.
   */
  name: string;
  /**
   * One FreeMarker interpolation that yields a list.
   */
  collectionTemplate: string;
  /**
   * Name by which the sub-steps' texts read the item of this turn.
   */
  itemKey: string;
  /**
   * The steps of one turn, in order.
   */
  subSteps: ActionStepJson[];
  /**
   * When the step runs.
   */
  executionCondition: "ALWAYS" | "ONLY_WHEN_PREVIOUS_SUCCEEDED" | "CUSTOM" | "ONLY_WHEN_PREVIOUS_SUCCEEDED_AND_CUSTOM";
  /**
   * FreeMarker text that must print true; empty when executionCondition is not custom.
   */
  customExecutionCondition: string;
}

/** The JSON Schema of this format. */
export const schema = {
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "urn:topdesk-actions:schema:action",
  "title": "ActionFile",
  "description": "An action of TOPdesk's current action service (Webhooks and scheduled actions, and all card types) as Een actie importeren (Import an action) takes it. TOPdesk publishes no schema; every key says in x-evidence how it is known: seen (stands in a real export), tool (read off public programs that process exports), doc (TOPdesk's own manual or API description) or inferred.",
  "x-evidence": "tool",
  "type": "object",
  "properties": {
    "formatVersion": {
      "description": "Version of the file format. Compare by number parts: 2.10 is later than 2.7.",
      "x-evidence": "tool",
      "type": "string",
      "pattern": "^[0-9]+(\\.[0-9]+)*$"
    },
    "exportDate": {
      "description": "Moment of the export, in milliseconds since 1970-01-01T00:00Z.",
      "x-evidence": "tool",
      "type": "integer",
      "minimum": 0
    },
    "action": {
      "$ref": "#/$defs/action"
    }
  },
  "required": [
    "formatVersion",
    "exportDate",
    "action"
  ],
  "additionalProperties": false,
  "$defs": {
    "action": {
      "title": "ActionJson",
      "description": "The action itself.",
      "x-evidence": "tool",
      "type": "object",
      "properties": {
        "name": {
          "description": "Name on the screen.",
          "x-evidence": "tool",
          "type": "string"
        },
        "description": {
          "description": "Plain text; lines end in \\n.",
          "x-evidence": "tool",
          "type": "string"
        },
        "trigger": {
          "$ref": "#/$defs/trigger"
        },
        "configuration": {
          "$ref": "#/$defs/configuration"
        }
      },
      "required": [
        "name",
        "description",
        "configuration"
      ],
      "additionalProperties": false
    },
    "trigger": {
      "title": "TriggerJson",
      "description": "What starts the action. No public export shows it; TOPdesk's manual has the admin set it on the screen before the import.",
      "x-evidence": "inferred",
      "type": "object",
      "discriminator": {
        "propertyName": "type"
      },
      "oneOf": [
        {
          "$ref": "#/$defs/scheduledTrigger"
        },
        {
          "$ref": "#/$defs/webhookTrigger"
        },
        {
          "$ref": "#/$defs/eventTrigger"
        }
      ]
    },
    "scheduledTrigger": {
      "title": "ScheduledTriggerJson",
      "description": "Starts on a schedule.",
      "x-evidence": "inferred",
      "type": "object",
      "properties": {
        "type": {
          "description": "What starts the action.",
          "x-evidence": "inferred",
          "const": "SCHEDULED"
        },
        "schedule": {
          "$ref": "#/$defs/schedule"
        }
      },
      "required": [
        "type",
        "schedule"
      ],
      "additionalProperties": false
    },
    "webhookTrigger": {
      "title": "WebhookTriggerJson",
      "description": "Starts when its webhook is called.",
      "x-evidence": "inferred",
      "type": "object",
      "properties": {
        "type": {
          "description": "What starts the action.",
          "x-evidence": "inferred",
          "const": "WEBHOOK"
        },
        "path": {
          "description": "Last segment of the webhook's URL; its form is documented, its place in the file is not.",
          "x-evidence": "inferred",
          "type": "string",
          "pattern": "^[a-z0-9_-]{1,50}$"
        }
      },
      "required": [
        "type",
        "path"
      ],
      "additionalProperties": false
    },
    "eventTrigger": {
      "title": "EventTriggerJson",
      "description": "Starts on events of a card type; the events are linked on the screen.",
      "x-evidence": "inferred",
      "type": "object",
      "properties": {
        "type": {
          "description": "What starts the action.",
          "x-evidence": "inferred",
          "const": "EVENT"
        },
        "cardType": {
          "description": "Type of the card.",
          "x-evidence": "inferred",
          "type": "string",
          "pattern": "^."
        }
      },
      "required": [
        "type",
        "cardType"
      ],
      "additionalProperties": false
    },
    "schedule": {
      "title": "ScheduleJson",
      "description": "When a scheduled action runs.",
      "x-evidence": "inferred",
      "type": "object",
      "discriminator": {
        "propertyName": "frequency"
      },
      "oneOf": [
        {
          "$ref": "#/$defs/hourly"
        },
        {
          "$ref": "#/$defs/daily"
        },
        {
          "$ref": "#/$defs/weekly"
        },
        {
          "$ref": "#/$defs/monthly"
        }
      ]
    },
    "hourly": {
      "title": "HourlyScheduleJson",
      "description": "Every N hours.",
      "x-evidence": "inferred",
      "type": "object",
      "properties": {
        "frequency": {
          "description": "How often.",
          "x-evidence": "inferred",
          "const": "HOURLY"
        },
        "every": {
          "description": "Number of hours.",
          "x-evidence": "inferred",
          "type": "integer",
          "minimum": 1,
          "maximum": 23
        },
        "timeZone": {
          "description": "IANA time zone.",
          "x-evidence": "inferred",
          "type": "string",
          "pattern": "^[A-Za-z].*$"
        }
      },
      "required": [
        "frequency",
        "every",
        "timeZone"
      ],
      "additionalProperties": false
    },
    "daily": {
      "title": "DailyScheduleJson",
      "description": "Every day.",
      "x-evidence": "inferred",
      "type": "object",
      "properties": {
        "frequency": {
          "description": "How often.",
          "x-evidence": "inferred",
          "const": "DAILY"
        },
        "time": {
          "description": "Wall-clock time, HH:mm.",
          "x-evidence": "inferred",
          "type": "string",
          "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"
        },
        "timeZone": {
          "description": "IANA time zone.",
          "x-evidence": "inferred",
          "type": "string",
          "pattern": "^[A-Za-z].*$"
        }
      },
      "required": [
        "frequency",
        "time",
        "timeZone"
      ],
      "additionalProperties": false
    },
    "weekly": {
      "title": "WeeklyScheduleJson",
      "description": "Every week on some days.",
      "x-evidence": "inferred",
      "type": "object",
      "properties": {
        "frequency": {
          "description": "How often.",
          "x-evidence": "inferred",
          "const": "WEEKLY"
        },
        "days": {
          "description": "Days of the week.",
          "x-evidence": "inferred",
          "type": "array",
          "items": {
            "enum": [
              "MONDAY",
              "TUESDAY",
              "WEDNESDAY",
              "THURSDAY",
              "FRIDAY",
              "SATURDAY",
              "SUNDAY"
            ]
          },
          "minItems": 1
        },
        "time": {
          "description": "Wall-clock time, HH:mm.",
          "x-evidence": "inferred",
          "type": "string",
          "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"
        },
        "timeZone": {
          "description": "IANA time zone.",
          "x-evidence": "inferred",
          "type": "string",
          "pattern": "^[A-Za-z].*$"
        }
      },
      "required": [
        "frequency",
        "days",
        "time",
        "timeZone"
      ],
      "additionalProperties": false
    },
    "monthly": {
      "title": "MonthlyScheduleJson",
      "description": "Every month on a day.",
      "x-evidence": "inferred",
      "type": "object",
      "properties": {
        "frequency": {
          "description": "How often.",
          "x-evidence": "inferred",
          "const": "MONTHLY"
        },
        "dayOfMonth": {
          "description": "Day of the month, or LAST for its last day.",
          "x-evidence": "inferred",
          "enum": [
            1,
            2,
            3,
            4,
            5,
            6,
            7,
            8,
            9,
            10,
            11,
            12,
            13,
            14,
            15,
            16,
            17,
            18,
            19,
            20,
            21,
            22,
            23,
            24,
            25,
            26,
            27,
            28,
            29,
            30,
            31,
            "LAST"
          ]
        },
        "time": {
          "description": "Wall-clock time, HH:mm.",
          "x-evidence": "inferred",
          "type": "string",
          "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"
        },
        "timeZone": {
          "description": "IANA time zone.",
          "x-evidence": "inferred",
          "type": "string",
          "pattern": "^[A-Za-z].*$"
        }
      },
      "required": [
        "frequency",
        "dayOfMonth",
        "time",
        "timeZone"
      ],
      "additionalProperties": false
    },
    "configuration": {
      "title": "ActionConfigurationJson",
      "description": "Variables and steps.",
      "x-evidence": "tool",
      "type": "object",
      "properties": {
        "variables": {
          "description": "Variables that the texts read as _variables.<name>. Tools have met both forms; this project writes the list.",
          "x-evidence": "tool",
          "type": [
            "array",
            "object"
          ],
          "items": {
            "$ref": "#/$defs/variable"
          },
          "additionalProperties": {
            "type": "string"
          }
        },
        "mappingDefinitions": {
          "description": "Always empty in the exports seen.",
          "x-evidence": "tool",
          "type": "array",
          "maxItems": 0
        },
        "steps": {
          "description": "The steps, in the order in which they run.",
          "x-evidence": "tool",
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
      "title": "ActionVariableJson",
      "description": "A variable. Its value travels in clear text.",
      "x-evidence": "tool",
      "type": "object",
      "properties": {
        "name": {
          "description": "Name in the texts.",
          "x-evidence": "tool",
          "type": "string",
          "pattern": "^."
        },
        "value": {
          "description": "Value, in clear text.",
          "x-evidence": "tool",
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
      "title": "ActionHeaderJson",
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
      "title": "ActionStepJson",
      "description": "A step.",
      "x-evidence": "tool",
      "type": "object",
      "discriminator": {
        "propertyName": "type"
      },
      "oneOf": [
        {
          "$ref": "#/$defs/httpRequestStep"
        },
        {
          "$ref": "#/$defs/assignVariableStep"
        },
        {
          "$ref": "#/$defs/loopStep"
        }
      ]
    },
    "httpRequestStep": {
      "title": "HttpRequestStepJson",
      "description": "Sends one HTTP request.",
      "x-evidence": "tool",
      "type": "object",
      "properties": {
        "type": {
          "description": "Kind of step.",
          "x-evidence": "tool",
          "const": "HTTP_REQUEST"
        },
        "name": {
          "description": "Name by which later texts read the answer, as _responses.<name>.",
          "x-evidence": "tool",
          "type": "string"
        },
        "method": {
          "description": "HTTP method. DELETE was not seen in an export.",
          "x-evidence": "tool",
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
          "x-evidence": "tool",
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
          "x-evidence": "tool",
          "type": "string"
        },
        "executionCondition": {
          "description": "When the step runs.",
          "x-evidence": "tool",
          "enum": [
            "ALWAYS",
            "ONLY_WHEN_PREVIOUS_SUCCEEDED",
            "CUSTOM",
            "ONLY_WHEN_PREVIOUS_SUCCEEDED_AND_CUSTOM"
          ]
        },
        "customExecutionCondition": {
          "description": "FreeMarker text that must print true; empty when executionCondition is not custom.",
          "x-evidence": "tool",
          "type": "string"
        },
        "subSteps": {
          "description": "Nested steps: any step that has them is a container.",
          "x-evidence": "tool",
          "type": "array",
          "items": {
            "$ref": "#/$defs/step"
          }
        }
      },
      "required": [
        "type",
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
    },
    "assignVariableStep": {
      "title": "AssignVariableStepJson",
      "description": "Gives a variable a new value.",
      "x-evidence": "tool",
      "type": "object",
      "properties": {
        "type": {
          "description": "Kind of step.",
          "x-evidence": "tool",
          "const": "ASSIGN_VARIABLE"
        },
        "name": {
          "description": "Name by which later texts read the answer, as _responses.<name>.",
          "x-evidence": "tool",
          "type": "string"
        },
        "assignmentType": {
          "description": "How the value is assigned. The key is known from a tool, its values are not: TEXT stands for the screen's 'Text (new value replaces existing value)'.",
          "x-evidence": "inferred",
          "const": "TEXT"
        },
        "variableKey": {
          "description": "Name of the variable.",
          "x-evidence": "tool",
          "type": "string"
        },
        "valueTemplate": {
          "description": "FreeMarker text; what it prints is the new value.",
          "x-evidence": "tool",
          "type": "string"
        },
        "executionCondition": {
          "description": "When the step runs.",
          "x-evidence": "tool",
          "enum": [
            "ALWAYS",
            "ONLY_WHEN_PREVIOUS_SUCCEEDED",
            "CUSTOM",
            "ONLY_WHEN_PREVIOUS_SUCCEEDED_AND_CUSTOM"
          ]
        },
        "customExecutionCondition": {
          "description": "FreeMarker text that must print true; empty when executionCondition is not custom.",
          "x-evidence": "tool",
          "type": "string"
        },
        "subSteps": {
          "description": "Nested steps: any step that has them is a container.",
          "x-evidence": "tool",
          "type": "array",
          "items": {
            "$ref": "#/$defs/step"
          }
        }
      },
      "required": [
        "type",
        "name",
        "assignmentType",
        "variableKey",
        "valueTemplate",
        "executionCondition",
        "customExecutionCondition"
      ],
      "additionalProperties": false
    },
    "loopStep": {
      "title": "LoopStepJson",
      "description": "Runs its sub-steps once for each item of a list. Only subSteps is known to make a step a container; no public export shows a loop.",
      "x-evidence": "inferred",
      "type": "object",
      "properties": {
        "type": {
          "description": "Kind of step.",
          "x-evidence": "inferred",
          "const": "LOOP"
        },
        "name": {
          "description": "Name of the step.",
          "x-evidence": "inferred",
          "type": "string"
        },
        "collectionTemplate": {
          "description": "One FreeMarker interpolation that yields a list.",
          "x-evidence": "inferred",
          "type": "string"
        },
        "itemKey": {
          "description": "Name by which the sub-steps' texts read the item of this turn.",
          "x-evidence": "inferred",
          "type": "string"
        },
        "subSteps": {
          "description": "The steps of one turn, in order.",
          "x-evidence": "tool",
          "type": "array",
          "items": {
            "$ref": "#/$defs/step"
          }
        },
        "executionCondition": {
          "description": "When the step runs.",
          "x-evidence": "inferred",
          "enum": [
            "ALWAYS",
            "ONLY_WHEN_PREVIOUS_SUCCEEDED",
            "CUSTOM",
            "ONLY_WHEN_PREVIOUS_SUCCEEDED_AND_CUSTOM"
          ]
        },
        "customExecutionCondition": {
          "description": "FreeMarker text that must print true; empty when executionCondition is not custom.",
          "x-evidence": "inferred",
          "type": "string"
        }
      },
      "required": [
        "type",
        "name",
        "collectionTemplate",
        "itemKey",
        "subSteps",
        "executionCondition",
        "customExecutionCondition"
      ],
      "additionalProperties": false
    }
  }
} as const;

