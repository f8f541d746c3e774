import { describe, expect, it } from "vitest";
import { parseAnacrontab, parseCrontab } from "./crontab.js";

describe("a crontab", () => {
  it("of the system has a user on each line", () => {
    const text = `# comment
SHELL=/bin/sh
MAILTO = "root"
17 *\t* * *\troot\tcd / && run-parts --report /etc/cron.hourly
@daily  www-data  /usr/bin/php /srv/cron.php
  CRON_TZ='Asia/Tokyo'
0 9 * * 1 pi echo a=b
`;
    expect(parseCrontab(text, { kind: "system" })).toEqual([
      {
        schedule: "17 * * * *",
        user: "root",
        command: "cd / && run-parts --report /etc/cron.hourly",
        timezone: "",
        error: "",
      },
      { schedule: "@daily", user: "www-data", command: "/usr/bin/php /srv/cron.php", timezone: "", error: "" },
      { schedule: "0 9 * * 1", user: "pi", command: "echo a=b", timezone: "Asia/Tokyo", error: "" },
    ]);
  });

  it("of a user has none", () => {
    expect(parseCrontab("*/5 * * * * /bin/true x\n@reboot sleep 5", { kind: "user", user: "pi" })).toEqual([
      { schedule: "*/5 * * * *", user: "pi", command: "/bin/true x", timezone: "", error: "" },
      { schedule: "@reboot", user: "pi", command: "sleep 5", timezone: "", error: "" },
    ]);
  });

  it("may have lines that say too little", () => {
    const [entry] = parseCrontab("* * * *", { kind: "system" });
    expect(entry).toEqual({
      schedule: "",
      user: "",
      command: "",
      timezone: "",
      error: "expected 6 fields and a command",
    });
    expect(parseCrontab("* * * * * root", { kind: "system" })[0]?.error).toBe("expected 6 fields and a command");
    expect(parseCrontab("", { kind: "system" })).toEqual([]);
  });
});

describe("an anacrontab", () => {
  it("has jobs by days", () => {
    const text =
      "START_HOURS_RANGE=3-22\n1\t5\tcron.daily\trun-parts --report /etc/cron.daily\n@monthly 15 cron.monthly true\nx";
    expect(parseAnacrontab(text)).toEqual([
      { name: "cron.daily", schedule: "every 1 days", command: "run-parts --report /etc/cron.daily", error: "" },
      { name: "cron.monthly", schedule: "@monthly", command: "true", error: "" },
      { name: "", schedule: "", command: "", error: "expected a period, a delay, a name and a command" },
    ]);
  });
});
