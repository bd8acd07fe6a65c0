// Carries today's questions along, and sends the answers that were kept on this device.
import { send, waiting } from "/static/answer_box.js";

const token = () => document.querySelector("[name=csrf_token]")?.value ?? "";

export async function freshPack() {
  const response = await fetch("/offline/pack", { headers: { Accept: "application/json" } }).catch(() => null);
  if (!response?.ok) return null;
  const cache = await caches.open("quiz-1");
  await cache.put("/offline/pack", response.clone());
  return response.json();
}

// Packing costs the server as much as many pages: not with every look at the first page.
async function isOld() {
  const kept = await caches.match("/offline/pack");
  if (!kept) return true;
  const { made } = await kept.json();
  return Math.abs(Date.now() - Date.parse(made)) > 120_000;
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
  else if (location.pathname === "/" && (sent?.length || (await isOld()))) await freshPack();
}

// Not before the page itself is there: nobody waits for this.
if ("serviceWorker" in navigator && "caches" in window) {
  const begin = () => start().catch(() => {});
  if (document.readyState === "complete") begin();
  else window.addEventListener("load", begin);
  window.addEventListener("online", () => sendKept().catch(() => {}));
}
