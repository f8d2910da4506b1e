import type { ActionDefinition } from "../builders/define-action.js";

/** What `topdesk-actions.config.ts` says: how a project differs from what the package does by itself. */
export interface Config {
  /** Actions of the project's own. One with the id of an action of the catalogue takes its place. */
  readonly actions?: readonly ActionDefinition[];
  /** Folder with a file for each customer, from the folder of the config. Default: `customers`. */
  readonly customers?: string;
  /** Folder that is written to, from the folder of the config. Default: `dist`. */
  readonly out?: string;
  /** Folder with the texts of the project's own actions, from the folder of the config. Default: `templates`. */
  readonly templates?: string;
}

/** Says what a project is made of; gives completion in editors. */
export function defineConfig(config: Config): Config {
  return config;
}
