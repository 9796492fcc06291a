/** Error that prevents a review. The message says what failed and what to do; nothing has been compared. */
export class ReviewError extends Error {}
