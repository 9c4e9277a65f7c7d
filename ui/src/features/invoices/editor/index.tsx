export { EditorPage } from "./EditorPage";
export { NewInvoicePage } from "./NewInvoicePage";
export { ReviewPage } from "./ReviewPage";
