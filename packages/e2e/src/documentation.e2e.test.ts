import { type Browser, chromium, type Locator, type Page } from "playwright-core";
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
    expect(await shownOperations(page)).toBe(operations.length);
    await page.locator("button.authorize").first().click();
    // Each surface declares the header.
    for (const scheme of await page.locator(".auth-container", { hasText: "X-API-Key" }).all()) {
      await scheme.locator("input").fill(product.apiKey);
      await scheme.locator(".authorize").click();
    }
    await page.locator(".auth-btn-wrapper .btn-done").first().click();
    const operation = await operationAt(page, "/stats/memory");
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
    const operation = await operationAt(page, "/scheduler/status");
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

/** With this many operations Swagger UI draws those alone that are in view: what comes by from the top to the end. */
async function shownOperations(page: Page): Promise<number> {
  const seen = new Set<string>();
  await scrollThrough(page, async () => {
    for (const text of await page.locator(".opblock .opblock-summary-control").allInnerTexts()) seen.add(text);
    return false;
  });
  return seen.size;
}

/** The operation of a path, in view. */
async function operationAt(page: Page, path: string): Promise<Locator> {
  const operation = page.locator(".opblock", { has: page.locator(`[data-path="${path}"]`) });
  await scrollThrough(page, async () => (await operation.count()) > 0);
  return operation;
}

/** Goes down the page from its top, in steps of less than what is in view, to its end or until `found`. */
async function scrollThrough(page: Page, found: () => Promise<boolean>): Promise<void> {
  await page.locator(".opblock").first().waitFor();
  await page.evaluate("window.scrollTo(0, 0)");
  for (;;) {
    // What came into view is drawn with the next two frames.
    await page.evaluate(
      "new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn))))",
    );
    if (await found()) return;
    const isAtEnd = "window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 1";
    if (await page.evaluate<boolean>(isAtEnd)) return;
    await page.evaluate("window.scrollBy(0, 400)");
  }
}
