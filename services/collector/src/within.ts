/** What is said within the limit. @throws Error when it is not. A late answer, or a late error, is ignored. */
export async function within<T>(limitMs: number, answer: T | Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${limitMs} ms`)), limitMs);
  });
  return Promise.race([answer, timeout]).finally(() => clearTimeout(timer));
}
