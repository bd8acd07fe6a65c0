// Carries today's questions along, and sends the answers that were kept on this device.
import { send, waiting } from "/static/answer_box.js";
import { carried, carry } from "/static/pack.js";

const FRESH = 120_000; // ms
const SETTINGS = "/settings"; // shown again after each change
const AT_ONCE = new Set(["/", SETTINGS]);
const SETTLED = 10_000; // ms after which the first pack is made: somebody is answering

const token = () => document.querySelector("[name=csrf_token]")?.value ?? "";

export async function freshPack() {
  const response = await fetch("/offline/pack", { headers: { Accept: "application/json" } }).catch(() => null);
  if (!response?.ok) return null;
  await carry(response.clone());
  return response.json();
}

// Packing costs the server as much as many pages: not with every look at the first page,
// and from another page only where nothing is carried yet or its settings were changed.
async function isWanted() {
  const pack = await carried();
  if (!pack || location.pathname === SETTINGS) return true;
  return location.pathname === "/" && Math.abs(Date.now() - Date.parse(pack.made)) > FRESH;
}

// The page's own token may be old or missing; the pack's never is.
export async function sendKept() {
  if (!(await waiting()).length) return [];
  const sent = token() ? await send(token()) : null;
  if (sent) return sent;
  const pack = await freshPack();
  return pack ? send(pack.csrf) : null;
}

async function start() {
  const url = "/worker.js";
  const policy = window.trustedTypes?.createPolicy("quiz-worker", { createScriptURL: () => url });
  await navigator.serviceWorker.register(policy ? policy.createScriptURL(url) : url);
  const sent = await sendKept();
  if (sent?.length && location.pathname !== "/offline") location.reload();
  else if (await isWanted()) setTimeout(freshPack, AT_ONCE.has(location.pathname) ? 0 : SETTLED);
}

// Not before the page itself is there: nobody waits for this.
if ("serviceWorker" in navigator && "caches" in window) {
  const begin = () => start().catch(() => {});
  if (document.readyState === "complete") begin();
  else window.addEventListener("load", begin);
  window.addEventListener("online", () => sendKept().catch(() => {}));
}
