/** Something that the review needs did not work. The message says what, and what to do; nothing has been compared. */
export class CannotRun extends Error {}
