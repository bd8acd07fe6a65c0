// Asks the carried questions without a network, with the pages that the server made.
import { put, remove, waiting } from "/static/answer_box.js";
import { freshPack, sendKept } from "/static/carry.js";
import { grade } from "/static/grading.js";
import { carried } from "/static/pack.js";
import { parse, prepare } from "/static/practice.js";

const byId = (id) => document.getElementById(id);
const place = byId("place");
let pack = null;
let shownAt = 0;

async function open() {
  pack = await carried();
  await showNext();
}

// What was answered since the pack was made tells what is left: nothing else is stored,
// so a reload, the back button or a second tab change nothing.
async function standing() {
  const given = (await waiting()).filter((each) => each.at >= pack.made);
  const state = new Map(pack.questions.map((each) => [each.id, { left: each.tries, times: 0, at: "" }]));
  for (const answer of given) {
    const own = questionOf(answer);
    if (!own) continue;
    const now = state.get(own.id);
    const got = judged(own, answer);
    now.left = got === "wrong" ? own.tries : got === "right" ? now.left - 1 : now.left;
    now.times += 1;
    now.at = answer.at;
  }
  return state;
}

const field = (answer, name) => answer.fields.find(([key]) => key === name)?.[1];
const questionOf = (answer) => pack.questions.find((each) => String(each.id) === field(answer, "question"));

function textOf(answer) {
  if (field(answer, "unknown")) return "";
  const parts = answer.fields.filter(([key]) => key === "answer").map(([, value]) => value);
  return parts.join("\n");
}

// How it counts: the learner's own word first, then the grade.
function judged(own, answer) {
  if (answer.disputed) return "right";
  if (answer.rating) return answer.rating === "again" ? "wrong" : answer.rating === "hard" ? "close" : "right";
  return grade(own.check, textOf(answer)).grade;
}

async function showNext() {
  const state = pack ? await standing() : new Map();
  const open = (pack?.questions ?? []).filter((each) => state.get(each.id).left > 0);
  // First what was not asked yet, then what was asked longest ago.
  open.sort((one, other) => state.get(one.id).at.localeCompare(state.get(other.id).at));
  const next = open[0];
  byId("nothing").hidden = Boolean(next);
  byId("empty").hidden = Boolean(pack?.questions.length);
  byId("done").hidden = !pack?.questions.length;
  place.hidden = !next;
  tell();
  if (next) ask(next, pack.questions.length - open.length);
}

function tell() {
  const state = byId("state");
  state.hidden = navigator.onLine;
  state.textContent = state.dataset.kept;
}

function ask(own, done) {
  const page = parse(own.page).querySelector("main");
  page.querySelectorAll(".toast, form[hidden], .more > :not([name=unknown])").forEach((each) => each.remove());
  place.replaceChildren(...page.childNodes);
  place.querySelector("h1").textContent = words("left", { done: done + 1, all: pack.questions.length });
  shownAt = Date.now();
  place.querySelector("form").addEventListener("submit", (event) => answered(event, own));
  const title = place.querySelector("h1");
  title.tabIndex = -1;
  (place.querySelector("[autofocus]") ?? title).focus();
}

const words = (name, values) =>
  Object.entries(values).reduce((text, [key, value]) => text.replaceAll(`{${key}}`, value), pack.words[name]);

async function answered(event, own) {
  event.preventDefault();
  event.stopPropagation(); // practice.js would call it sent
  const fields = [...new FormData(event.target, event.submitter)].filter(([name]) => name !== "csrf_token");
  const shown = fields.find(([name]) => name === "shown");
  if (shown) shown[1] = String(shownAt);
  const isEmpty = !fields.some(([name, value]) => name === "unknown" || (name === "answer" && value));
  if (isEmpty) return;
  const answer = { id: crypto.randomUUID(), at: new Date().toISOString(), fields };
  const isFirst = (await standing()).get(own.id).times === 0;
  await put(answer);
  if (own.check.form === "card") await showNext();
  else showFeedback(own, answer, isFirst);
}

function showFeedback(own, answer, isFirst) {
  const told = grade(own.check, textOf(answer));
  const counts = answer.disputed ? "right" : told.grade;
  const says = pack.words.grades[counts];
  const head = element("div", { className: "verdict" });
  head.setAttribute("role", "status");
  const seal = element("span", { className: `seal big ${says.look}`, textContent: says.seal });
  seal.setAttribute("aria-hidden", "true");
  const rating = counts === "right" ? "good" : counts === "close" ? "hard" : "again";
  const when = isFirst ? words("next_time", { when: own.when[rating] }) : "";
  const title = element("div");
  title.append(
    element("h1", { textContent: says.title, tabIndex: -1 }),
    element("p", { className: "small", textContent: [when, pack.words.kept].filter(Boolean).join(" ") }),
  );
  head.append(seal, title);
  const body = parse(own.answer).body;
  mark(body, own, answer, told, counts);
  place.replaceChildren(head, ...body.childNodes, buttons(own, answer, told, rating, isFirst));
  title.firstChild.focus();
}

function mark(body, own, answer, told, counts) {
  const chosen = textOf(answer).split("\n").filter(Boolean);
  const listed = [...body.querySelectorAll("[data-option]")];
  for (const option of listed) {
    const isMine = chosen.includes(option.dataset.option);
    const isRight = option.classList.contains("right");
    if (isMine && !isRight) option.classList.add("wrong");
    const note = isMine ? (isRight ? "mine_right" : "mine") : isRight ? "right" : null;
    if (note) option.querySelector("small").textContent = pack.words[note];
  }
  if (!listed.length) markWritten(body, chosen, counts);
  for (const note of body.querySelectorAll("[data-of]")) note.hidden = !chosen.includes(note.dataset.of);
  const off = told.off && counts === told.grade ? noteOn(own, told) : "";
  if (off) body.querySelector(".options").after(element("p", { className: "note", textContent: off }));
}

function markWritten(body, chosen, counts) {
  const right = body.querySelector(".option.right");
  right.querySelector("small").textContent = pack.words.right;
  if (!chosen.length) return;
  const mine = right.cloneNode(true);
  mine.className = `option ${counts === "right" ? "right" : "wrong"}`;
  mine.querySelector("span").textContent = chosen.join(", ");
  mine.querySelector("small").textContent = pack.words.mine;
  right.before(mine);
}

function noteOn(own, told) {
  const parts = ["missing", "extra"].filter((name) => told[name].length);
  const fill = (text = "", name = "") => text.replace(`{${name}}`, told[name]?.join(", "));
  if (!parts.length) return own.notes[told.off] ?? "";
  return parts.map((name) => fill(own.notes[`${told.off} ${name}`], name)).join(" ");
}

function buttons(own, answer, told, rating, isFirst) {
  const form = element("form", { className: "act" });
  const knows = rating !== "again";
  const other = knows ? "again" : "good";
  const row = element("div", { className: "btns fill" });
  // What a rating leads to was reckoned for the first answer; later ones are not told.
  const when = isFirst ? own.when : {};
  const onward = button("next", when[rating], showNext, true);
  const change = button(knows ? "again" : "knew", when[other], () => settle(answer, other));
  row.append(...(knows ? [change, onward] : [onward, change]));
  const more = element("p", { className: "more" });
  more.append(low("undo", async () => (await remove([answer.id]), showNext())));
  const isWritten = own.check.may_dispute && textOf(answer).trim();
  if (isWritten && told.grade !== "right" && !answer.disputed)
    more.append(low("dispute", async () => ((answer.disputed = true), await put(answer), showFeedback(own, answer, isFirst))));
  form.append(row, more);
  form.addEventListener("submit", (event) => event.preventDefault());
  return form;
}

async function settle(answer, rating) {
  await put({ ...answer, rating });
  await showNext();
}

function button(name, when, act, isMain = false) {
  const made = element("button", { className: `btn two${isMain ? " main" : ""}`, type: "button", name });
  made.append(element("span", { textContent: pack.words[name] }), element("small", { textContent: when ?? "" }));
  made.addEventListener("click", act);
  return made;
}

function low(name, act) {
  const made = element("button", { className: "btn low", type: "button", textContent: pack.words[name] });
  if (name === "undo") made.setAttribute("form", "undo"); // the key u presses it
  made.addEventListener("click", act);
  return made;
}

function element(name, values = {}) {
  return Object.assign(document.createElement(name), values);
}

async function back() {
  const sent = await sendKept();
  if (sent === null) return tell();
  await freshPack();
  const state = byId("state");
  state.textContent = state.dataset.back;
  state.hidden = !sent.length;
  if (sent.length) location.assign("/");
}

window.addEventListener("online", () => back().catch(() => {}));
window.addEventListener("offline", tell);
open();
