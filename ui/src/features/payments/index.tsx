export { RecordPaymentPage } from "./RecordPaymentPage";
