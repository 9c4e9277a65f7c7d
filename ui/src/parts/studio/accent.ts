// The accent of papers as it is typed. What papers make of it, the program says.

export const defaultAccent = "#b3361f";

/** Whether this is a colour such as `#b3361f`. */
export function isColour(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text.trim());
}
