import { request } from "node:https";
import type { TLSSocket } from "node:tls";
import type { Product } from "./product.js";

/** What a caller needs to know of a running product. */
export type Endpoint = Pick<Product, "httpUrl" | "httpsUrl" | "apiKey">;

/** GETs a path of the product's HTTP listener with its key; answers status, headers and parsed body. */
export async function get(product: Endpoint, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return answer(await fetch(product.httpUrl + path, { headers: { "x-api-key": product.apiKey, ...headers } }));
}

/** POSTs JSON likewise. */
export async function post(product: Endpoint, path: string, body: unknown): Promise<Answer> {
  return answer(
    await fetch(product.httpUrl + path, {
      method: "POST",
      headers: { "x-api-key": product.apiKey, "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  );
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a black-box test reads whatever the product answers
  body: any;
}

/** SHA-256 fingerprint of the certificate that the HTTPS listener presents, and the answer's status. */
export function getOverTls(product: Endpoint, path: string): Promise<{ status: number; fingerprint: string }> {
  return new Promise((resolve, reject) => {
    const call = request(product.httpsUrl + path, { rejectUnauthorized: false }, (response) => {
      const fingerprint = (response.socket as TLSSocket).getPeerCertificate().fingerprint256;
      response.resume();
      response.once("end", () => resolve({ status: response.statusCode ?? 0, fingerprint }));
    });
    call.once("error", reject);
    call.end();
  });
}

async function answer(response: Response): Promise<Answer> {
  const text = await response.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    body = undefined;
  }
  return { status: response.status, headers: response.headers, text, body };
}
