export { Page, type PageProps } from "./Page.js";
export { renderPage } from "./renderPage.js";
