// Words for a screen reader that have no place on the screen. The frame holds the region.
const ID = "announcements";

export function announce(text: string): void {
  const region = document.getElementById(ID);
  if (region !== null && text !== "") region.textContent = text;
}

export const announcementsId = ID;
