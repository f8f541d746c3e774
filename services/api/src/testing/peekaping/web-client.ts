import axios, { type AxiosResponse } from "axios";
import { faultOf } from "./answer-shapes.js";

/** Sends what a page of Peekaping sends, with axios as it does; every answer is checked against the contract. */
export interface WebClient {
  send<Data = unknown>(method: string, path: string, body?: unknown, headers?: Headers): Promise<AxiosResponse<Data>>;
  /** From then on requests carry it, as after a sign-in. */
  hold(accessToken: string | undefined): void;
}

type Headers = Readonly<Record<string, string>>;

/** The part of an answer that is in the envelope. */
export interface Enveloped<Data> {
  message: string;
  data: Data;
}

/** @throws Error for an answer that is not of the contract's shape */
export function createWebClient(url: string): WebClient {
  const http = axios.create({ baseURL: `${url}/api/v1`, validateStatus: () => true });
  let held: string | undefined;
  http.interceptors.request.use((config) => {
    if (held !== undefined) config.headers.set("Authorization", `Bearer ${held}`, false);
    return config;
  });
  http.interceptors.response.use((response) => {
    const { method = "get", url: path = "" } = response.config;
    const fault = faultOf(method.toUpperCase(), path, response.status, response.data);
    if (fault !== undefined) throw new Error(`${fault}\n${JSON.stringify(response.data)}`);
    return response;
  });
  return {
    send: (method, path, data, headers = {}) =>
      http.request({ method, url: path, headers, ...(data === undefined ? {} : { data }) }),
    hold(accessToken) {
      held = accessToken;
    },
  };
}
