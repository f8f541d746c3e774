import type { RequestHandler } from "express";
import { fastApiQuery } from "../../http/fast-api/query.js";

/** What DashPad's operations say of their queries: most take texts only. */
export const dashPadQuery: RequestHandler = fastApiQuery({});

export const dashPadLogQuery: RequestHandler = fastApiQuery({ since_line: { integer: {} } });

export const dashPadActionQuery: RequestHandler = fastApiQuery({ action: { required: true } });
