import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** Answers that waited for those before them when their requests came, by connection. */
const queued = new WeakMap<Socket, Set<ServerResponse>>();

/**
 * Has an answer hear of the end of its connection also while those before it are not sent: who sends requests without waiting for their
 * answers has them in a queue, and Node tells only the first of it (`close`). Whatever is held until then would be held for ever. To be called
 * when the request comes; others do not come to this.
 */
export function tellOfClose({ socket }: IncomingMessage, response: ServerResponse): void {
  if (response.socket !== null) return;
  const answers = queued.get(socket) ?? listenTo(socket);
  answers.add(response);
  response.once("close", () => answers.delete(response));
}

function listenTo(socket: Socket): Set<ServerResponse> {
  const answers = new Set<ServerResponse>();
  queued.set(socket, answers);
  // Before the first of the queue is told, whose place would be given to the next.
  socket.prependOnceListener("close", () => {
    for (const response of answers) if (response.socket === null) end(response);
  });
  return answers;
}

/** As Node does with the one whose turn it is. */
function end(response: ServerResponse): void {
  response.destroy();
  response.emit("close");
}
