import { createContext } from "react";

/** How often the form around a field was submitted; fields show their own problems after the first. */
export const FormAttempts = createContext(0);
