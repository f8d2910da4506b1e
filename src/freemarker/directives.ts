import { readAssignment } from "./assignment.js";
import { readBlock } from "./blocks.js";
import type { BodyReader } from "./body.js";
import { readCall, readObsoleteCall } from "./call.js";
import { readAttempt, readIf, readSwitch } from "./conditions.js";
import { readMacro } from "./definition.js";
import { readHeader } from "./header.js";
import { readItems, readList, readSep } from "./loops.js";
import { readSetting } from "./setting.js";
import { readSimple } from "./simple.js";
import type { Tag } from "./tag.js";
import type { TemplateParser } from "./template-parser.js";
import type { Element } from "./tree.js";
import { readUnparsed } from "./unparsed.js";

/**
 * Reads the element that a start tag opens, or gives the reader of one that has content; the parser stands behind the tag's name.
 */
export function readElement(parser: TemplateParser, tag: Tag): Element | BodyReader {
  if (tag.kind === "call") return readCall(parser, tag);
  switch (tag.name) {
    case "if":
      return readIf(parser, tag);
    case "list":
    case "foreach":
      return readList(parser, tag);
    case "items":
      return readItems(parser, tag);
    case "sep":
      return readSep(parser, tag);
    case "switch":
      return readSwitch(parser, tag);
    case "attempt":
      return readAttempt(parser, tag);
    case "assign":
    case "local":
    case "global":
      return readAssignment(parser, tag, tag.name);
    case "macro":
    case "function":
      return readMacro(parser, tag, tag.name);
    case "compress":
    case "autoesc":
    case "noautoesc":
    case "outputformat":
    case "escape":
    case "noescape":
    case "transform":
      return readBlock(parser, tag, tag.name);
    case "noparse":
    case "comment":
      return readUnparsed(parser, tag);
    case "call":
      return readObsoleteCall(parser, tag);
    case "setting":
      return readSetting(parser, tag);
    case "ftl":
      return readHeader(parser, tag);
    default:
      return readSimple(parser, tag);
  }
}
