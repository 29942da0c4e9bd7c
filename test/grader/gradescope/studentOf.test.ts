import { describe, expect, it } from "vitest";
import { studentOf } from "../../../src/grader/autograder/studentOf.js";

const of = (...users: readonly object[]) => studentOf(JSON.stringify({ id: 1, users }));

describe("studentOf", () => {
  it("is the e-mail address, in small letters", () => {
    expect(of({ email: " Ana@Uni.example", id: 7, name: "Ana" })).toBe("ana@uni.example");
  });

  it("is Gradescope's number of the user where there is no address", () => {
    expect(of({ email: "", id: 7, name: "Ana" })).toBe("7");
    expect(of({ email: null, id: 7 })).toBe("7");
  });

  it("is the same for a group, in whatever order its members stand", () => {
    const [ana, ben] = [{ email: "ana@uni.example" }, { email: "ben@uni.example" }];
    expect(of(ana, ben)).toBe("ana@uni.example");
    expect(of(ben, ana)).toBe("ana@uni.example");
  });

  it("refuses a file that names nobody, which is no student's fault", () => {
    expect(() => of()).toThrow("names nobody");
    expect(() => of({ name: "Ana" })).toThrow("names nobody");
    expect(() => studentOf("{}")).toThrow(/users/);
    expect(() => studentOf("")).toThrow(SyntaxError);
  });
});
