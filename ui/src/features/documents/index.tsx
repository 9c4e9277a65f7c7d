export { DocumentsPage } from "./list";
export { DocumentViewPage } from "./view";
