export { CasesPage } from "./list";
export { CaseCallPage, CasePage } from "./page";
