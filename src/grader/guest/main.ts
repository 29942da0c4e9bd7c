/*
 * The program that the guest becomes: the packages that submissions import, and what answers the host.
 */
import "../realm/prepare.js";
import { later, setReportExceptionCallback, setUnhandledPromiseRejectionHandler } from "./platform.js";
import { Server } from "./Server.js";

// As in the kernel, an error that nobody waits for ends nothing.
setUnhandledPromiseRejectionHandler(() => true);
setReportExceptionCallback(() => {});
const server = new Server();
server.ready();
// The main module has to come to its end, or promises would wait for it.
later(() => server.serve(), 0);
