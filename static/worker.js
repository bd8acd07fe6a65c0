// Looks after the pages when there is no network: shows the carried questions, and keeps
// an answer that could not be sent.

const CACHE = "quiz-1";
const SHELL = ["/offline", "/static/quiz.css", "/static/practice.js", "/static/turning.js", "/static/offline.js",
  "/static/grading.js", "/static/english_answers.js",
  "/static/marking.js", "/static/answer_box.js", "/static/pack.js", "/static/carry.js", "/static/icon.svg"];

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(SHELL)));
  self.skipWaiting();
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOld().then(() => self.clients.claim()));
});

async function forgetOld() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request, url));
  else if (request.method === "GET" && url.pathname.startsWith("/static/")) event.respondWith(part(request));
  else if (request.method === "GET" && /^\/read\/\d+\/files\//.test(url.pathname)) event.respondWith(medium(request));
});

// What is newest, and what was kept when there is no network.
async function part(request) {
  const cache = await caches.open(CACHE);
  try {
    const found = await fetch(request);
    if (found.ok) cache.put(request, found.clone());
    return found;
  } catch {
    return (await cache.match(request, { ignoreSearch: true })) ?? Response.error();
  }
}

// A picture or sound never changes under its name. Players ask for a part of a sound.
async function medium(request) {
  const kept = await caches.match(request.url);
  if (!kept) return fetch(request);
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get("range") ?? "");
  if (!range) return kept;
  const whole = await kept.blob();
  const [start, end] = [Number(range[1]), Math.min(Number(range[2] || whole.size - 1), whole.size - 1)];
  const headers = { "Content-Type": whole.type, "Content-Range": `bytes ${start}-${end}/${whole.size}` };
  return new Response(whole.slice(start, end + 1), { status: 206, headers });
}

async function page(request, url) {
  const isAnswer = request.method === "POST" && /^\/practice\/\d+$/.test(url.pathname);
  const copy = isAnswer ? request.clone() : null;
  try {
    const found = await fetch(request);
    if (!copy || found.status !== 503) return found;
  } catch {
    if (request.method !== "POST") return (await caches.match("/offline")) ?? Response.error();
  }
  if (copy) await keep(await copy.formData());
  return Response.redirect("/offline", 303);
}

// As in answer_box.js, which pages import and a worker can't.
function keep(form) {
  const fields = [...form].filter(([name]) => name !== "csrf_token");
  const answer = { id: crypto.randomUUID(), at: new Date().toISOString(), fields };
  return new Promise((resolve, reject) => {
    const opened = indexedDB.open("quiz", 1);
    opened.onupgradeneeded = () => opened.result.createObjectStore("answers", { keyPath: "id" });
    opened.onerror = () => reject(opened.error);
    opened.onsuccess = () => {
      const change = opened.result.transaction("answers", "readwrite");
      change.objectStore("answers").put(answer);
      change.oncomplete = () => resolve(opened.result.close());
      change.onerror = () => reject(change.error);
    };
  });
}
