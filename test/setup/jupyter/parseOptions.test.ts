import { describe, expect, test } from "vitest";
import { helpText, NOTEBOOK, parseOptions } from "../../../setup/jupyter/parseOptions.mjs";

describe("parseOptions", () => {
  test("parseOptions without arguments opens the assignment and leaves the port to JupyterLab", () => {
    expect(parseOptions([])).toEqual({
      help: false,
      notebook: NOTEBOOK,
      port: null,
      ip: "localhost",
      passOn: [],
    });
  });

  test.each([
    [["--no-browser", "--port", "9000"], 9000, ["--no-browser"]],
    [["--port=9000", "--debug"], 9000, ["--debug"]],
    [["--ServerApp.port=9000"], 9000, []],
    [["--port", "0"], 0, []],
    [
      ["--ServerApp.password=", "--LabApp.expose_app_in_browser=True"],
      null,
      ["--ServerApp.password=", "--LabApp.expose_app_in_browser=True"],
    ],
    [["--log-level", "WARN", "-y"], null, ["--log-level=WARN", "-y"]],
  ])("parseOptions(%j) finds the port and passes the rest on", (args, port, passOn) => {
    expect(parseOptions(args)).toMatchObject({ port, passOn });
  });

  test("parseOptions opens a released folder's own notebook, which its help names", () => {
    expect(parseOptions([], "Trees.ipynb").notebook).toBe("Trees.ipynb");
    expect(helpText("Trees.ipynb")).toContain("opens Trees.ipynb");
  });

  test("parseOptions takes one notebook", () => {
    expect(parseOptions(["notebooks/mine.ipynb", "--no-browser"]).notebook).toBe("notebooks/mine.ipynb");
  });

  test("parseOptions keeps the address that JupyterLab is to listen at", () => {
    expect(parseOptions(["--ip", "0.0.0.0"])).toMatchObject({ ip: "0.0.0.0", passOn: ["--ip=0.0.0.0"] });
  });

  test.each(["--help", "-h"])("parseOptions sees %s", (word) => {
    expect(parseOptions([word]).help).toBe(true);
    expect(helpText(NOTEBOOK)).toContain("npm start -- --no-browser");
  });

  test.each([
    [["--no-browsers"], /^--no-browsers is not an option of npm start\. `npm start -- --help` lists them\.$/],
    [["--no-browser=1"], /^--no-browser=1 is not an option/],
    [["--port"], /^--port needs a value/],
    [["--port", "nine"], /^--port takes a number from 0 to 65535 .*not "nine"/],
    [["--port", "65536"], /not "65536"/],
    [["9000"], /^"9000" is not a notebook.*npm start -- --port 9000/],
    [["a.ipynb", "b.ipynb"], /^One notebook can be opened, not 2: a\.ipynb, b\.ipynb/],
  ])("parseOptions(%j) says what it does not understand", (args, message) => {
    expect(() => parseOptions(args)).toThrow(
      expect.objectContaining({ message: expect.stringMatching(message), exitCode: 2 }),
    );
  });
});
