import { type ChildProcess, fork } from "node:child_process";
import { constants, setPriority } from "node:os";
import { z } from "zod";
import { answerLengthMax, type Question, type Request } from "./questions.js";

export interface LibraryProcessOptions {
  /** JavaScript of the child process. */
  childPath: string;
  /** Where it finds commands. */
  commandPath: string;
  /** A question without an answer for so long means that it hangs: it is ended, with all that it has started. */
  answerWithinMs: number;
  /** It is ended when nothing was asked for so long. */
  idleMs: number;
  /** After a hang or a crash it is not started again for so long. */
  restMs: number;
}

export interface Answer {
  value: unknown;
  /** Counts the starts of the process: what it remembers between two questions is lost when this differs. */
  run: number;
}

interface Waiting {
  settle(outcome: { json: string } | { error: string }): void;
}

const responseSchema = z.discriminatedUnion("ok", [
  z.object({ id: z.number(), ok: z.literal(true), json: z.string().max(answerLengthMax) }),
  z.object({ id: z.number(), ok: z.literal(false), error: z.string() }),
]);

/** A process that answers questions: started by the first, at the lowest priority, and ended when it is of no use. */
export class LibraryProcess {
  readonly #options: LibraryProcessOptions;
  #child: ChildProcess | undefined;
  #run = 0;
  #nextId = 0;
  readonly #waiting = new Map<number, Waiting>();
  /** Questions under way; who asks the same again waits for the same answer. */
  readonly #asked = new Map<Question, Promise<Answer>>();
  #idleTimer: NodeJS.Timeout | undefined;
  #askedAtMs = 0;
  #trouble: { reason: string; untilMs: number } | undefined;
  #closed = false;

  constructor(options: LibraryProcessOptions) {
    this.#options = options;
  }

  /** The process's id while it runs. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Rejects when there is no answer in time, the process ends or rests, or the library fails. */
  ask(question: Question, monotonicMs: number): Promise<Answer> {
    const asked = this.#asked.get(question);
    if (asked !== undefined) return asked;
    const answer = this.#ask(question, monotonicMs).finally(() => this.#asked.delete(question));
    this.#asked.set(question, answer);
    return answer;
  }

  /** Ends the process; questions under way are rejected. */
  close(): void {
    this.#closed = true;
    this.#end("closed");
  }

  async #ask(question: Question, monotonicMs: number): Promise<Answer> {
    if (this.#closed) throw new Error("systeminformation: closed");
    if (this.#trouble !== undefined && monotonicMs < this.#trouble.untilMs) {
      throw new Error(`systeminformation: resting, ${this.#trouble.reason}`);
    }
    this.#askedAtMs = monotonicMs;
    clearTimeout(this.#idleTimer);
    this.#child ??= this.#start();
    const run = this.#run;
    const json = await this.#send(this.#child, { id: this.#nextId++, question });
    return { value: JSON.parse(json), run };
  }

  #send(child: ChildProcess, request: Request): Promise<string> {
    const { answerWithinMs } = this.#options;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#fail(`no answer to "${request.question}" within ${answerWithinMs} ms`);
      }, answerWithinMs);
      const settle: Waiting["settle"] = (outcome) => {
        clearTimeout(timer);
        this.#waiting.delete(request.id);
        if (this.#waiting.size === 0) this.#armIdle();
        if ("json" in outcome) resolve(outcome.json);
        else reject(new Error(`systeminformation: ${outcome.error}`));
      };
      this.#waiting.set(request.id, { settle });
      child.send(request, (error) => {
        if (error !== null) this.#waiting.get(request.id)?.settle({ error: error.message });
      });
    });
  }

  /**
   * In a process group of its own, so that a command that hangs ends with it. It gets no environment of the collector's,
   * which may hold secrets, and UTC as its time zone, which users' log-in times are read in.
   */
  #start(): ChildProcess {
    const { childPath, commandPath } = this.#options;
    const child = fork(childPath, {
      detached: true,
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      execArgv: ["--max-old-space-size=96"],
      env: { PATH: commandPath, LC_ALL: "C", TZ: "UTC" },
    });
    this.#run += 1;
    if (child.pid !== undefined) lowerPriority(child.pid);
    const gone = (reason: string) => {
      if (this.#child === child) this.#fail(reason);
    };
    child.on("error", (error) => gone(error.message));
    child.on("exit", (code, signal) => gone(`ended with ${signal ?? code}`));
    child.on("message", (message) => {
      if (this.#child === child) this.#receive(message);
    });
    // A program that has nothing else to do may end.
    child.unref();
    child.channel?.unref();
    return child;
  }

  #receive(message: unknown): void {
    const parsed = responseSchema.safeParse(message);
    // Nobody waits for an answer that came too late.
    if (!parsed.success) return;
    const { data } = parsed;
    this.#waiting.get(data.id)?.settle(data.ok ? { json: data.json } : { error: data.error });
  }

  /** Ends what hangs or is half dead, and lets it rest. */
  #fail(reason: string): void {
    this.#trouble = { reason, untilMs: this.#askedAtMs + this.#options.restMs };
    this.#end(reason);
  }

  #armIdle(): void {
    clearTimeout(this.#idleTimer);
    if (this.#child === undefined) return;
    this.#idleTimer = setTimeout(() => this.#end("idle"), this.#options.idleMs);
    this.#idleTimer.unref();
  }

  #end(reason: string): void {
    clearTimeout(this.#idleTimer);
    const child = this.#child;
    this.#child = undefined;
    for (const { settle } of [...this.#waiting.values()]) settle({ error: reason });
    if (child?.pid !== undefined) killGroup(child.pid);
  }
}

function killGroup(leader: number): void {
  try {
    process.kill(-leader, "SIGKILL");
  } catch {
    // All of it has ended already.
  }
}

function lowerPriority(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It has ended already, which is told elsewhere.
  }
}
