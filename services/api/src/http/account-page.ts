import { Router } from "express";

/** Open paths of the page that links in mails lead to. */
export const accountPaths: ReadonlySet<string> = new Set(["/account", "/account/page.js"]);

/**
 * Serves the page where links lead to: become the first administrator, accept an invitation, set a new password. What is secret in a
 * link follows its `#`, so that no server, log or referrer sees it.
 */
export function accountPage(): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.get("/account", (_request, response) => void response.type("html").send(page));
  router.get("/account/page.js", (_request, response) => void response.type("js").send(script));
  return router;
}

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>Statwire: account</title>
<style>
body { font: 16px/1.5 sans-serif; max-width: 26rem; margin: 4rem auto; padding: 0 1rem; }
label { display: block; margin: 1rem 0; }
input { display: block; width: 100%; box-sizing: border-box; font: inherit; padding: 0.4rem; }
button { font: inherit; padding: 0.4rem 1.2rem; }
</style>
</head>
<body>
<h1 id="title">Statwire</h1>
<p id="message" role="status">This page needs a link.</p>
<form id="form" hidden>
<label id="email">Address of mail <input name="email" type="email" autocomplete="username" maxlength="254"></label>
<label id="name">Name <input name="name" autocomplete="name" maxlength="100"></label>
<label>Password <input name="password" type="password" autocomplete="new-password" maxlength="1024"></label>
<button>Go on</button>
</form>
<script src="/account/page.js"></script>
</body>
</html>
`;

const script = `"use strict";
const purposes = {
  "first-administrator": { title: "First administrator", path: "first-administrator", fields: ["email", "name"], done: "You are signed in." },
  invitation: { title: "Invitation", path: "invitations/accept", fields: ["name"], done: "You are a member now." },
  "password-reset": { title: "New password", path: "password-reset/finish", fields: [], done: "Your password is set. Sign in with it." },
};
const [name, token] = location.hash.slice(1).split("=", 2);
const purpose = Object.hasOwn(purposes, name) ? purposes[name] : undefined;
const byId = (id) => document.getElementById(id);
const form = byId("form");
history.replaceState(null, "", location.pathname);
if (purpose && token) {
  byId("title").textContent = purpose.title;
  byId("message").textContent = name === "invitation" ? "Choose a password, unless you have one here." : "Choose a password.";
  for (const field of ["email", "name"]) byId(field).hidden = !purpose.fields.includes(field);
  form.hidden = false;
}
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const body = { token };
  for (const field of [...purpose.fields, "password"]) {
    const { value } = form.elements.namedItem(field);
    if (value !== "") body[field] = value;
  }
  try {
    const answer = await fetch("/api/v2/auth/" + purpose.path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (answer.ok) form.hidden = true;
    byId("message").textContent = answer.ok ? purpose.done : (await answer.json()).detail;
  } catch {
    byId("message").textContent = "Statwire cannot be reached. Try again.";
  }
});
`;
