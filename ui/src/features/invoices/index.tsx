export { InvoicePage } from "./InvoicePage";
export { InvoicesPage } from "./InvoicesPage";
