// The ladder of follow-ups, as the rule `follow-up-ladder` has it: so many in any two weeks.

export const MOST = 3;
export const WINDOW_MS = 14 * 86_400_000;
