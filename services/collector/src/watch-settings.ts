import { type FSWatcher, watch } from "node:fs";
import { dirname } from "node:path";
import type { Log } from "./log.js";
import { type CollectorSettings, type LoadedSettings, loadSettings } from "./settings-file.js";

/** An editor writes a file in several steps; it is read when it has been quiet for so long. */
const quietMs = 200;

export interface SettingsWatch {
  path: string;
  log: Log;
  onChange(settings: CollectorSettings): void;
}

/**
 * Reads `settings.json` again when something in its folder changes (the file may be replaced, or not exist yet), and
 * passes on what is valid. A wrong file is logged once and changes nothing. Returns a function that stops it.
 */
export function watchSettings({ path, log, onChange }: SettingsWatch): () => void {
  let timer: NodeJS.Timeout | undefined;
  let said = "";
  const reload = async () => {
    const loaded = await loadSettings(path);
    const say = JSON.stringify(loaded, regularExpressions);
    if (say === said) return;
    said = say;
    report(loaded);
  };
  const report = (loaded: LoadedSettings) => {
    if (!loaded.ok) return log.error({ problem: loaded.problem }, "settings file refused, the old settings stay");
    log.info({ path }, "settings read again");
    onChange(loaded.settings);
  };
  let watcher: FSWatcher;
  try {
    watcher = watch(dirname(path), () => {
      clearTimeout(timer);
      timer = setTimeout(reload, quietMs);
    });
  } catch (error) {
    log.warn({ path, error: String(error) }, "settings file is not watched, changes need a restart");
    return () => {};
  }
  watcher.on("error", (error) => log.warn({ path, error: String(error) }, "settings file is no longer watched"));
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}

/** JSON has no form for patterns, which would make settings that differ in them look alike. */
function regularExpressions(_: string, value: unknown): unknown {
  return value instanceof RegExp ? value.source : value;
}
