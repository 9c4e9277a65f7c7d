export { BatchPage } from "./batch";
export { StatementPage } from "./page";
