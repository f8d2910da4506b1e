import type { TagSyntax } from "./tag.js";

export interface ParseOptions {
  /**
   * Default `angle`: tags are `<#...>`, unless the template starts with `[#ftl`. `detect` lets the first tag decide.
   */
  readonly tagSyntax?: TagSyntax | "detect";
  /** Whether the place of the template escapes what it prints, so that `?no_esc` has a meaning. Default: no. */
  readonly escapes?: boolean;
}
