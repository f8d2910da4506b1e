const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/**
 * What FreeMarker can do and this evaluator cannot. A template that gets to one of these fails with `not simulated`;
 * it is never rendered wrongly on purpose, and `#attempt` does not hide it.
 */
export const NOT_SIMULATED = {
  /** Code from texts, nodes of XML, Java objects, other templates, and parameters given beforehand. */
  builtIns: words(`
    absolute_template_name ancestors api children dedent eval has_api indent interpret is_collection is_collection_ex
    lines namespace new next_sibling node_name node_namespace node_type parent previous_sibling root truncate_c_m
    truncate_m truncate_w_m with_args with_args_last wrap
  `),
  specialVariables: words(`
    caller_template_name current_node current_template_name get_optional_template locale_object main_template_name node
    pass template_name
  `),
  directives: words("fallback import include recurse transform visit"),
  settings: words("c_format classic_compatible"),
  /** Parts of what is simulated otherwise. */
  parts: [
    "?sort of texts in languages whose order differs from that of English, Dutch and German",
    "?float of numbers from 8192 on that single precision does not hold exactly",
    "a format of ?string that is put into a variable before it is used: <#assign f = x?string>",
    "regular expressions with atomic groups, possessive repetitions, and flags in the middle",
    "listing the keys of .vars and .globals",
    "assignments in a namespace, strip_text in the header, combined output formats",
    "the words of .error: they are those of this evaluator",
    "a time limit for regular expressions that try too many ways",
  ],
} as const;
