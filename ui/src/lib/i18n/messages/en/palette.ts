export const palette = {
  title: "Search or do anything",
  placeholder: "Go to, find a client or a number, or act",
  goTo: "Go to",
  newClient: "New client",
  newJob: "New job",
  statements: "Statements for several clients",
  actions: "Do",
  found: "Found",
  empty: "Nothing found. Try a client, an invoice number or an amount.",
  searching: "Searching",
  hint: "Up and down to move, Enter to open, Esc to close",
} as const;
