import type { Meta } from "./dto.js";

/** The answer of `GET /`, word for word as clients know it. */
export const meta: Meta = {
  name: "V6Direct RaspAPI",
  version: "1.0.0",
  description: "Realtime Router Monitoring software",
  docs: "/docs",
  redoc: "/redoc",
  endpoints: {
    "GET /stats": "Full system snapshot",
    "GET /stats/cpu": "CPU metrics",
    "GET /stats/memory": "Memory and swap stats",
    "GET /stats/network": "Network interface stats",
    "GET /stats/history": "Rolling metric history",
    "POST /stats/refresh": "Force refresh stats cache",
  },
};
