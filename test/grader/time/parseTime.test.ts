import { describe, expect, it } from "vitest";
import { parseDue, parseTime, splitTime } from "../../../src/grader/time/index.js";

describe("parseTime", () => {
  // What Python says: datetime(2015, 2, 2, 14, 58, 23, 948203, ZoneInfo("America/Los_Angeles")).timestamp(), and so on.
  it.each([
    ["2015-02-02 14:58:23.948203 America/Los_Angeles", 1422917903948],
    ["2019-05-30 11:44:01.911849 UTC", 1559216641911],
    ["2023-09-12 03:32:14.123456000 Z", 1694489534123],
    ["2026-11-30T23:59+01:00", 1796079540000],
    ["2026-11-30T23:59:00+0100", 1796079540000],
    ["2026-11-30 23:59 Europe/Berlin", 1796079540000],
    ["2026-07-01 23:59 Europe/Berlin", 1782943140000],
    ["2016-01-30-20-30-10Z", 1454185810000],
  ])("reads %s", (text, at) => {
    expect(parseTime(text)).toBe(at);
  });

  it("takes a time without a zone for the zone that is asked for, else for this machine's", () => {
    expect(parseTime("2016-01-30 20:30:10", "UTC")).toBe(1454185810000);
    expect(parseTime("2016-01-30T20:30:10")).toBe(new Date(2016, 0, 30, 20, 30, 10).getTime());
  });

  it.each([
    "",
    "soon",
    "2026-11-30",
    "2026-02-29T10:00Z",
    "2026-13-01T10:00Z",
    "2026-01-01T24:00Z",
    "2026-01-01T10:60Z",
    "2026-01-01T10:00 Atlantis/Centre",
    "30.11.2026 23:59",
    "2026-11-30T23:59Z and more",
  ])("reads no time in %j", (text) => {
    expect(parseTime(text)).toBeUndefined();
  });
});

describe("parseDue", () => {
  it("says the form where it cannot read the time", () => {
    expect(parseDue("2026-11-30T23:59+01:00")).toBe(1796079540000);
    expect(() => parseDue("2026-11-30")).toThrow(
      /^--due: expected a day and a time such as 2026-11-30T23:59\+01:00, .* got "2026-11-30"\.$/,
    );
  });
});

describe("splitTime", () => {
  it.each([
    ["ana_2026-11-30-22-59-00Z", "ana"],
    ["Doe_Ana_adoe1example.edu_2026-11-30_22-59-00Z", "Doe_Ana_adoe1example.edu"],
    ["ps1_ana_attempt_2026-11-30-22-59-00Z", "ps1_ana"],
    ["ana 2026-11-30T22.59Z", "ana"],
  ])("parts the time from %s", (text, name) => {
    expect(splitTime(text)).toEqual({ name, at: 1796079540000 });
  });

  it.each(["ana", "ana-2026-11-30", "2026-11-30-22-59", "ana_2026-11-31_10-00"])(
    "leaves %s as it is",
    (text) => {
      expect(splitTime(text)).toEqual({ name: text });
    },
  );
});
