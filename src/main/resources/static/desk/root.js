/* The application's root, without a slash at its end: for the pages of the desk and Tasklist. */
export const ROOT = new URL("..", import.meta.url).pathname.replace(/\/$/, "");
