import { type Product, startProduct } from "@statwire/running-product";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    product: Omit<Product, "output" | "stop" | "discard"> & { printed: string };
  }
}

/** Starts the product once for all files that only read it; they run at the same time. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const product = await startProduct();
  project.provide("product", {
    pid: product.pid,
    dataDir: product.dataDir,
    ports: product.ports,
    natsUrl: product.natsUrl,
    httpUrl: product.httpUrl,
    httpsUrl: product.httpsUrl,
    apiKey: product.apiKey,
    printed: product.output(),
  });
  return () => product.discard();
}
