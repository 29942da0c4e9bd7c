export { Page, type PageProps } from "./Page.js";
export { Prose } from "./Prose.js";
export { pageText } from "./pageText.js";
export { renderPage } from "./renderPage.js";
