/** Looks like one of TOPdesk's application passwords; put together here, so that none stands in the project. */
export function madeUpApplicationPassword(): string {
  return ["abcde", "fghij", "klmno", "pqrst", "uvwxy"].join("-").replace("c", "3");
}
