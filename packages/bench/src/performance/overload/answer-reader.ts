/** One whole answer to a request. */
export interface ReadAnswer {
  status: number;
  /** Whether it says when to come back. */
  hasRetryAfter: boolean;
}

const crlf = "\r\n\r\n";

/**
 * Reads answers with a `Content-Length` from the bytes of a connection, one request at a time. No more than that is HTTP here: a client
 * that shares the machine with the server has to be light.
 */
export class AnswerReader {
  #head = "";
  #answer: ReadAnswer | undefined;
  #bodyBytesLeft = 0;

  /** The answer that these bytes complete. @throws when it cannot be read */
  read(chunk: Buffer): ReadAnswer | undefined {
    if (this.#answer === undefined) {
      const before = this.#head.length;
      this.#head += chunk.toString("latin1");
      const end = this.#head.indexOf(crlf);
      if (end === -1) return undefined;
      this.#answer = parseHead(this.#head.slice(0, end + 2));
      this.#bodyBytesLeft = lengthOf(this.#head.slice(0, end + 2)) - (before + chunk.length - end - crlf.length);
      this.#head = "";
    } else this.#bodyBytesLeft -= chunk.length;
    if (this.#bodyBytesLeft > 0) return undefined;
    if (this.#bodyBytesLeft < 0) throw new Error("more came than was asked for");
    const answer = this.#answer;
    this.#answer = undefined;
    return answer;
  }
}

function parseHead(head: string): ReadAnswer {
  return { status: Number(head.slice(9, 12)), hasRetryAfter: head.includes("\r\nRetry-After: ") };
}

function lengthOf(head: string): number {
  const length = /\r\ncontent-length: (\d+)\r\n/i.exec(head)?.[1];
  if (length === undefined) throw new Error(`an answer without a length: ${head.slice(0, 40)}`);
  return Number(length);
}
