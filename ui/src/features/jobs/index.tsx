export { JobEditPage, JobNewPage } from "./edit";
export { JobsPage } from "./list";
export { JobPage } from "./page";
