// The desk works without this file; with it, it has keys, a live preview and live progress.

const typing = (element) => element.closest("input, textarea, select, [contenteditable]");

/** Press whatever carries the key that was typed. */
function listenForKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.repeat || event.isComposing || typing(event.target)) return;
    if (event.ctrlKey || event.metaKey) {
      // Ctrl+Z presses the toast's button; in a field it stays the browser's own.
      const undo = event.code === "KeyZ" && !event.shiftKey && document.querySelector("[data-undo]");
      if (undo) {
        event.preventDefault();
        undo.click();
      }
      return;
    }
    // With a Korean keyboard on, `key` is a letter of Hangul; `code` says which key it was.
    const letter = /^Key[A-Z]$/.test(event.code) ? event.code.at(-1) : "";
    const name = letter ? (event.shiftKey ? letter : letter.toLowerCase()) : event.key;
    const target = document.querySelector(`[data-key="${CSS.escape(name)}"]`);
    if (!target) return;
    event.preventDefault();
    target.click();
  });
}

/** Fetch a page as a document: it is parsed by the browser, none of its scripts run. */
export function load(method, url, body) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    request.responseType = "document";
    request.onload = () => resolve(request);
    request.onerror = () => reject(new Error("no answer"));
    request.send(body);
  });
}

export function swap(id, page) {
  const now = document.getElementById(id);
  const next = page?.getElementById(id);
  if (now && next) now.replaceWith(document.adoptNode(next));
  return Boolean(next);
}

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Follow a drafting job, and go where it leads when it is done. */
async function followProgress() {
  while (document.querySelector("[data-poll]")) {
    await wait(700);
    try {
      const answer = await load("GET", location.href);
      if (answer.responseURL && new URL(answer.responseURL).pathname !== location.pathname) {
        location.replace(answer.responseURL);
        return;
      }
      if (answer.status === 404) {
        location.assign("/desk/"); // the text was taken back meanwhile
        return;
      }
      swap("progress", answer.response);
    } catch {
      await wait(3000);
    }
  }
}

/** Show Anki's card with a style of its own, which must not touch the page's. */
export function showCards() {
  const night = matchMedia("(prefers-color-scheme: dark)").matches;
  for (const part of document.querySelectorAll("[data-card]")) {
    for (const host of part.querySelectorAll(".cardview")) {
      if (host.shadowRoot) continue;
      const copy = document.importNode(host.querySelector("template").content, true);
      copy.querySelector(".card").classList.toggle("nightMode", night);
      host.attachShadow({ mode: "open" }).append(copy);
    }
    part.hidden = false;
  }
}

/** Show the preview of what is typed, a moment after the last key. */
function previewLive(form) {
  let timer = 0;
  let last = 0;
  const show = async () => {
    const mine = ++last;
    const body = new FormData(form);
    body.set("do", "preview");
    try {
      const answer = await load("POST", location.href, body);
      if (mine !== last) return;
      swap("preview", answer.response);
      swap("twins", answer.response);
      showCards();
    } catch {
      // The next key tries again.
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, 300);
  });
  for (const button of form.querySelectorAll("[data-no-script]")) button.hidden = true;
}

/** Show only the fields that belong to the chosen kind of answer. */
function fitKind(form) {
  const kind = form.elements.kind;
  const fit = () => {
    for (const part of form.querySelectorAll("[data-kinds]")) {
      part.hidden = !part.dataset.kinds.split(" ").includes(kind.value);
    }
  };
  kind.addEventListener("change", fit);
  fit();
}

const KEEP_DAYS = 30;

/** Keep what is typed in this browser until it is saved, and bring it back. */
function keepText(form) {
  const key = `quiz text ${form.dataset.keep}`;
  const fields = () => [...form.elements].filter((each) => each.name && each.name !== "csrf_token" && each.type !== "submit");
  const values = () => JSON.stringify(fields().map((each) => [each.name, each.type === "checkbox" || each.type === "radio" ? each.checked : each.value]));
  const sent = form.querySelector("[role=alert]") !== null; // the server shows what was sent
  const note = form.querySelector("[data-restored]");
  const seen = form.elements.seen;
  const fresh = values();
  let kept = null;
  try {
    kept = JSON.parse(localStorage.getItem(key));
    // What was sent is saved if the question has a new revision since; a new one always is.
    const saved = kept?.sent && (seen.value === "0" || seen.value !== kept.seen);
    if (kept && (sent || saved || Date.now() - kept.at > KEEP_DAYS * 86_400_000)) {
      localStorage.removeItem(key);
      kept = null;
    }
  } catch {
    return; // storage is off or full: the text lives in the page alone
  }
  if (kept && kept.values !== fresh) {
    const old = JSON.parse(kept.values);
    fields().forEach((each, at) => {
      if (!old[at] || old[at][0] !== each.name) return;
      if (typeof old[at][1] === "boolean") each.checked = old[at][1];
      else each.value = old[at][1];
    });
    // question_media.js brings the pictures and sounds back.
    form.dataset.lost = JSON.stringify(old.filter(([name]) => /^media(_side|_alt)?$/.test(name)));
    note.hidden = false;
    note.querySelector("[data-discard]").addEventListener("click", () => {
      localStorage.removeItem(key);
      location.reload();
    });
  }
  const keep = (isSent) => {
    try {
      localStorage.setItem(key, JSON.stringify({ values: values(), seen: seen.value, at: Date.now(), sent: isSent }));
    } catch {
      // It stays in the page.
    }
  };
  form.addEventListener("input", () => keep(false));
  form.addEventListener("submit", () => keep(true));
  window.addEventListener("pageshow", (event) => { if (event.persisted) keep(false); });
  if (!note.hidden) form.dispatchEvent(new Event("input"));
}

/** A form that is being sent is not sent again by an impatient second press. */
function sendOnce(form) {
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
  window.addEventListener("pageshow", () => { sent = false; });
}

/** Bring the sentence in hand into view inside the article, without moving the page. */
function showEvidence() {
  const pane = document.querySelector(".pane");
  const sentence = pane?.querySelector(".cov.now");
  if (!sentence) return;
  const offset = sentence.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  const heading = pane.querySelector(".head").offsetHeight; // stays in view
  const room = pane.clientHeight - heading - sentence.offsetHeight;
  pane.scrollTop += offset - heading - Math.max(8, room / 2);
}

listenForKeys();
showCards();
followProgress();
showEvidence();
for (const form of document.querySelectorAll("form[data-preview]")) {
  previewLive(form);
  keepText(form);
  fitKind(form);
}
for (const form of document.querySelectorAll("form[data-once]")) sendOnce(form);
