/** Everything that generated code may import. No constant in it goes by one of these names. */
export const PACKAGE_NAMES: readonly string[] = (
  "afterSuccess afterSuccessWhen always and asNumber atLeast atMost baseUrl basicCredentials bearerToken booleanShape " +
  "cardFields daily defineAction equal exists filledOr greaterThan hourly html incident itemAt lessThan listShape " +
  "minus monthly not notEmpty notEqual numberShape or orElse plus raw recordShape required secretVariable size text textShape times " +
  "topdeskApi topdeskUrl url variable weekly when"
).split(" ");
