// Pictures and sounds of a question: chosen, dropped or pasted, they are sent at once and
// come back as part of the form. Without this file they come when the form is sent.
import { load, showCards, swap } from "/static/desk.js";

const form = document.querySelector("form[data-preview]");
const field = () => document.getElementById("media");

function say(name, more = "") {
  const said = field().querySelector("[data-said]");
  said.textContent = name ? `${said.dataset[name]} ${more}` : "";
  said.hidden = !name;
}

/** Send the form with `files`, and show what became of them. */
async function send(files, more = []) {
  const body = new FormData(form);
  body.set("do", "preview");
  body.delete("files");
  for (const file of files) body.append("files", file);
  for (const [name, value] of more) body.append(name, value);
  field().setAttribute("aria-busy", "true");
  try {
    const { response } = await load("POST", location.href, body);
    if (!swap("media", response)) throw new Error("no form");
    swap("preview", response);
    showCards();
    form.dispatchEvent(new Event("input")); // it is kept in this browser
    return true;
  } catch {
    field().removeAttribute("aria-busy");
    say("failed");
    return false;
  }
}

async function add(files) {
  const large = files.filter((file) => file.size > Number(field().dataset.most) * 1e6);
  if (large.length) return say("tooLarge", large.map((file) => file.name).join(", "));
  const before = field().querySelectorAll(".medium").length;
  if (!(await send(files))) return;
  const descriptions = field().querySelectorAll("[name=media_alt]");
  (descriptions[before] ?? field().querySelector("[name=files]")).focus();
}

form.addEventListener("change", ({ target }) => {
  if (target.name !== "files") return;
  const files = [...target.files];
  target.value = "";
  if (files.length) add(files);
});

// A file dropped beside the field must not open in place of the page.
document.addEventListener("dragover", (event) => {
  if (!event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  field().classList.add("over");
});
for (const name of ["dragleave", "drop"]) {
  document.addEventListener(name, () => field().classList.remove("over"));
}
document.addEventListener("drop", (event) => {
  if (!event.dataTransfer.files.length) return;
  event.preventDefault();
  add([...event.dataTransfer.files]);
});

// What comes with words, as cells of a table do, is pasted as words.
document.addEventListener("paste", (event) => {
  const files = [...event.clipboardData.files];
  if (!files.length || event.clipboardData.types.includes("text/plain")) return;
  event.preventDefault();
  add(files);
});

// What was brought before the tab was closed, and not saved.
const there = new Set([...field().querySelectorAll("[name=media]")].map((each) => each.value));
const lost = JSON.parse(form.dataset.lost ?? "[]");
const names = lost.filter(([name]) => name === "media").map(([, value]) => value);
if (names.some((name) => !there.has(name))) {
  for (const each of field().querySelectorAll("[name^=media]:not([name=media_shown])")) each.disabled = true;
  send([], lost);
}
