import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";

const product = inject("product");
let browser: Browser;

beforeAll(async () => {
  const flags = [
    "no-sandbox",
    "disable-gpu",
    "disable-quic",
    "no-first-run",
    "disable-background-networking",
    "disable-component-update",
    "disable-sync",
  ];
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: flags.map((flag) => `--${flag}`) });
});

afterAll(() => browser.close());

describe("the documentation in a browser", () => {
  it("shows every operation of the document, and a try with the key gives this machine's reading", async () => {
    const page = await browser.newPage();
    const foreign: string[] = [];
    page.on("request", (request) => request.url().startsWith(product.httpUrl) || foreign.push(request.url()));
    await page.goto(`${product.httpUrl}/docs`);
    const document = (await (await fetch(`${product.httpUrl}/openapi.json`)).json()) as {
      paths: Record<string, object>;
    };
    const operations = Object.values(document.paths).flatMap((path) => Object.keys(path));
    await expect.poll(() => page.locator(".opblock").count(), { timeout: 15_000 }).toBe(operations.length);
    await page.locator("button.authorize").first().click();
    // Each surface declares the header.
    for (const scheme of await page.locator(".auth-container", { hasText: "X-API-Key" }).all()) {
      await scheme.locator("input").fill(product.apiKey);
      await scheme.locator(".authorize").click();
    }
    await page.locator(".auth-btn-wrapper .btn-done").first().click();
    const operation = page.locator(".opblock", { has: page.locator('[data-path="/stats/memory"]') });
    await operation.locator(".opblock-summary-control").click();
    await operation.locator(".execute").click();
    const answer = operation.locator(".live-responses-table .highlight-code").first();
    await expect.poll(() => answer.textContent({ timeout: 10_000 }), { timeout: 15_000 }).toContain("total_mb");
    expect(foreign.filter((url) => !url.startsWith("data:"))).toEqual([]);
    await page.close();
  });

  it("takes the key out of its address, and is authorized with it", async () => {
    const page = await browser.newPage();
    await page.goto(`${product.httpUrl}/docs?apikey=${product.apiKey}`);
    const operation = page.locator(".opblock", { has: page.locator('[data-path="/scheduler/status"]') });
    await operation.locator(".opblock-summary-control").click();
    await operation.locator(".execute").click();
    const answer = operation.locator(".live-responses-table .highlight-code").first();
    await expect.poll(() => answer.textContent({ timeout: 10_000 }), { timeout: 15_000 }).toContain("next_updates");
    expect(page.url()).not.toContain(product.apiKey);
    expect(await operation.locator(".request-url").textContent()).not.toContain(product.apiKey);
    await page.close();
  });

  it("shows the reference page", async () => {
    const page = await browser.newPage();
    await page.goto(`${product.httpUrl}/redoc`);
    expect(await page.textContent("body")).toContain("/api/v2/nodes/{node}/metrics/{metric}");
    await page.close();
  });
});
