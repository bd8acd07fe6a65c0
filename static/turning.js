// Puts the next page of practice in the place of this one, without loading it anew: the
// same pages, forms and addresses as without this file. What fails is left to the browser.
import { carried, leaveOut } from "/static/pack.js";
import { keepWritten, parse, prepare } from "/static/practice.js";

const PATIENCE = 15_000; // ms until the network counts as gone
const [ECHO_TIME, ECHO_PLACE] = [400, 24]; // ms and pixels between the taps of a double tap
const find = (selector) => document.querySelector(selector);
let shown = location.pathname + location.search;
let latest = 0;
let isSending = false;
let native = null; // the form that the browser is to send
let [tap, turnedAt] = [null, 0];

const isOurs = (address) =>
  address.origin === location.origin && /^\/(practice|questions)\//.test(address.pathname);

// The page to show instead, or null where there is none. Only the last one asked for counts.
async function ask(address, options = {}) {
  const mine = ++latest;
  find("main").ariaBusy = "true";
  try {
    const response = await fetch(address, { ...options, signal: AbortSignal.timeout(PATIENCE) });
    const page = parse(await response.text());
    return mine === latest ? { response, page } : null;
  } finally {
    if (mine === latest) find("main").ariaBusy = null;
  }
}

const isOfPractice = (page) => page.querySelector("script[src$='turning.js']") !== null;

function turn(page, address, isNew) {
  const { pathname, search, href } = new URL(address);
  history[isNew && pathname + search !== shown ? "pushState" : "replaceState"](null, "", href);
  shown = pathname + search;
  if (isSame(page)) keepWritten(document, page);
  document.title = page.title;
  document.body.replaceChildren(...page.body.childNodes);
  for (const { src } of page.querySelectorAll("script[src]")) import(src); // each runs once
  prepare(document);
  const start = find("[autofocus]") ?? find("main h1");
  if (start.matches("h1")) start.tabIndex = -1;
  scrollTo(0, 0);
  start.focus({ preventScroll: true });
  turnedAt = performance.now();
}

// The same question, asked as often: it is shown again for a hint.
function isSame(page) {
  const key = (root) => ["question", "reps"].map((name) => root.querySelector(`[data-once] [name=${name}]`)?.value).join();
  return find("[name=reps]") !== null && key(page) === key(document);
}

async function go(address, isNew) {
  const found = await ask(address).catch(() => location.assign(address));
  if (!found) return;
  if (isOfPractice(found.page)) turn(found.page, found.response.url, isNew);
  else location.assign(address);
}

// A page that was open for long, or lost its cookie, has a token that holds no more: a new
// one is asked for, once.
async function post(address, body) {
  const found = await ask(address, { method: "POST", body });
  if (found?.response.status !== 400) return found;
  const fresh = await ask(location.href);
  const token = fresh?.page.querySelector("[name=csrf_token]")?.value;
  if (!token) return found;
  body.set("csrf_token", token);
  return ask(address, { method: "POST", body });
}

async function send(form, submitter, address) {
  const body = new URLSearchParams(new FormData(form));
  if (submitter?.name) body.append(submitter.name, submitter.value);
  isSending = true;
  const found = await post(address, body).catch(() => ({}));
  isSending = false;
  if (!found) return;
  const { response, page } = found;
  if (response?.ok) leaveOut(body.get("question")).catch(() => {});
  if (page && isOfPractice(page)) turn(page, response.url, true);
  else if (response?.ok) location.assign(response.url);
  else await refused(form, submitter, response, page);
}

// Without a network the worker keeps answers, and goes on with the carried questions.
async function refused(form, submitter, response, page) {
  form.dataset.once = "";
  const goesOn = submitter?.matches(".main, [name=answer], [name=unknown]") ?? true;
  const isGone = !response || response.status === 503;
  if (isGone && goesOn && navigator.serviceWorker?.controller && (await carried())) {
    native = form;
    form.requestSubmit(submitter);
  } else tell(response ? whatIsWrong(page) : find("[name=no-network]").content);
}

const whatIsWrong = (page) =>
  [...page.querySelectorAll("main h1, main .part > p")].map((part) => part.textContent).join(". ");

function tell(words) {
  find("#told")?.remove();
  const note = Object.assign(document.createElement("p"), { id: "told", className: "toast all", role: "alert" });
  note.textContent = words;
  find("main").prepend(note);
  note.scrollIntoView({ block: "nearest" });
}

document.addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  const address = new URL(form.getAttribute("action") ?? "", location.href);
  if (event.defaultPrevented || form.method !== "post" || form === native || !isOurs(address)) return;
  event.preventDefault();
  if (!isSending) send(form, submitter, address);
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  const isPlain = !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!link || event.defaultPrevented || !isPlain || link.target || link.download) return;
  if (!isOurs(new URL(link.href))) return;
  event.preventDefault();
  go(link.href, true);
});

// The second tap of a double tap must not press what has come into the place of the first.
document.addEventListener(
  "click",
  (event) => {
    if (!event.detail) return; // by keyboard
    const now = { x: event.clientX, y: event.clientY, at: performance.now() };
    const isNear = tap && Math.hypot(now.x - tap.x, now.y - tap.y) < ECHO_PLACE && now.at - tap.at < ECHO_TIME;
    if (isNear && turnedAt > tap.at) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else tap = now;
  },
  true,
);

window.addEventListener("popstate", () => {
  const wanted = location.pathname + location.search;
  if (wanted === shown) return; // only another place on the same page
  shown = wanted; // already, for whoever presses back again before it has come
  go(location.href, false);
});
