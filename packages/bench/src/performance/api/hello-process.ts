import type { AddressInfo } from "node:net";
import express from "express";

/** The smallest Express application that there is, with its defaults, in a process of its own: tells its port and serves until it is ended. */
const app = express();
app.get("/", (_request, response) => {
  response.send("Hello World!");
});
const server = app.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.once("disconnect", () => process.exit());
