export { ClientEditPage, ClientNewPage } from "./edit";
export { ClientsPage } from "./list";
export { ClientPage } from "./page";
