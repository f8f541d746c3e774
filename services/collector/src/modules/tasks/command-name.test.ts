import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commandName } from "./command-name.js";

describe("the name of a command", () => {
  it.each([
    ["/usr/local/bin/backup.sh --password hunter2", "backup.sh"],
    ["RESTIC_PASSWORD=hunter2 /opt/backup/run.sh", "run.sh"],
    ["cd / && run-parts --report /etc/cron.hourly", "cron.hourly"],
    ["test -x /usr/sbin/anacron || { cd / && run-parts --report /etc/cron.daily; }", "cron.daily"],
    [
      "[ -x /usr/lib/php/sessionclean ] && if [ ! -d /run/systemd/system ]; then /usr/lib/php/sessionclean; fi",
      "sessionclean",
    ],
    ["command -v debian-sa1 > /dev/null && debian-sa1 1 1", "debian-sa1"],
    [
      "if [ -x /usr/share/mdadm/checkarray ] && [ $(date +\\%d) -le 7 ]; then /usr/share/mdadm/checkarray --cron --all; fi",
      "checkarray",
    ],
    ["sudo -u www-data /usr/bin/php -f /srv/nextcloud/cron.php", "cron.php"],
    ["nice -n 19 ionice -c3 /usr/bin/updatedb", "updatedb"],
    ["flock -n /tmp/lock /opt/sync", "sync"],
    ["timeout 60 curl -s https://user:secret@example.org/ping?token=secret", "curl"],
    ["sh -c 'echo secret'", "sh"],
    ["python3 /home/pi/meter.py --token secret", "meter.py"],
    ["/usr/bin/env python3 -m http.server", "python3"],
    ["mysqldump -psecret db | gzip > /backup/db.gz", "mysqldump"],
    ["$(secret)", "command"],
    ["", "command"],
  ])("of %s is %s", (command, name) => expect(commandName(command)).toBe(name));

  it("is short and plain, whatever the command", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 100 }), (command) => {
        expect(commandName(command)).toMatch(/^[\w.+@:-]{1,64}$/);
      }),
    );
  });
});
