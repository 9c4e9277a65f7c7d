export { DocumentsPage } from "./list";
