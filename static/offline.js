// Asks the carried questions without a network, with the pages that the server made.
import { put, remove, waiting } from "/static/answer_box.js";
import { freshPack, sendKept } from "/static/carry.js";
import { grade } from "/static/grading.js";
import { marked } from "/static/marking.js";
import { carried } from "/static/pack.js";
import { keepWritten, parse, prepare } from "/static/practice.js";

const byId = (id) => document.getElementById(id);
const place = byId("place");
let pack = null;
let shownAt = 0;
let practice = "/"; // where the bank of the question is practised
let goesOn = false; // with the network, where it was left
const SETTLED = ".act [form=undo], .act [name=dispute], .act [name=rating]:not(.main)";

async function open() {
  pack = await carried();
  await showNext();
}

// What was answered since the pack was made tells what is left: nothing else is stored,
// so a reload, the back button or a second tab change nothing.
async function standing() {
  const state = new Map(pack.questions.map((each) => [each.id, { left: each.tries, times: 0, at: "" }]));
  for (const answer of await given()) {
    const own = questionOf(answer);
    const now = state.get(own.id);
    now.left = leftAfter(own, now.left, ratingOf(own, answer));
    now.times += 1;
    now.at = answer.at;
  }
  return state;
}

// The answers to these questions that wait, in the order of time.
const given = async () =>
  (await waiting()).filter((each) => each.at >= pack.made && questionOf(each));

function leftAfter(own, left, rating) {
  if (rating === "again") return own.tries;
  if (rating === "easy" || !own.in_steps) return 0;
  return rating === "good" ? left - 1 : left;
}

const field = (answer, name) => answer.fields.find(([key]) => key === name)?.[1];
const questionOf = (answer) => pack.questions.find((each) => String(each.id) === field(answer, "question"));

function textOf(answer) {
  if (field(answer, "unknown")) return "";
  const parts = answer.fields.filter(([key]) => key === "answer").map(([, value]) => value);
  return parts.join("\n").replace(/\n+$/, "");
}

// As quiz/core/pace.py rates: the learner's own word first, then grade, hint and time.
function ratingOf(own, answer) {
  if (answer.rating) return answer.rating;
  if (answer.disputed) return "good";
  const { grade: found } = grade(own.check, textOf(answer));
  if (own.check.form === "card") return textOf(answer) || "again";
  if (found === "wrong") return "again";
  const isHinted = field(answer, "hinted") !== undefined;
  if (found === "close") return isHinted ? "again" : "hard";
  return isHinted ? "hard" : ratedByTime(own, answer);
}

function ratedByTime(own, answer) {
  const seconds = (Date.parse(answer.at) - Number(field(answer, "shown"))) / 1000;
  if (!own.pace || !(seconds > 0 && seconds < pack.words.away)) return "good";
  const [quick, slow] = own.pace;
  return seconds <= quick ? "easy" : seconds > slow ? "hard" : "good";
}

async function showNext(wanted) {
  if (goesOn) return location.assign(practice);
  const state = pack ? await standing() : new Map();
  const open = (pack?.questions ?? []).filter((each) => state.get(each.id).left > 0);
  // First what was not asked yet, then what was asked longest ago.
  open.sort((one, other) => state.get(one.id).at.localeCompare(state.get(other.id).at));
  const next = open.find((each) => each === wanted) ?? open[0];
  byId("nothing").hidden = Boolean(next);
  byId("empty").hidden = Boolean(pack?.questions.length);
  byId("done").hidden = !pack?.questions.length;
  place.hidden = !next;
  tell();
  if (!next) return;
  ask(next, next.page, pack.questions.length - open.length);
  const last = (await given()).at(-1);
  if (last) place.querySelector(".more").append(undo(last));
}

function tell() {
  const state = byId("state");
  state.hidden = navigator.onLine;
  state.textContent = state.dataset.kept;
}

// Of the buttons, those that need the server are left out.
const NEED_SERVER = ".toast, form[hidden], .more > [form=undo], .menu-items > :not([data-say])";

function ask(own, html, done) {
  const page = parse(html).querySelector("main");
  page.querySelectorAll(NEED_SERVER).forEach((each) => each.remove());
  page.querySelectorAll(".menu").forEach((menu) => menu.replaceWith(...menu.querySelectorAll("[data-say]")));
  place.replaceChildren(...page.childNodes);
  place.querySelector("h1").textContent = words("left", { done: done + 1, all: pack.questions.length });
  shownAt = Date.now();
  practice = place.querySelector("form").getAttribute("action");
  place.querySelector("form").addEventListener("submit", (event) => answered(event, own));
  place.querySelector("[data-key=h]")?.addEventListener("click", (event) => help(event, own, done));
  begin();
}

function begin() {
  prepare(place);
  const start = place.querySelector("[autofocus]") ?? place.querySelector("h1");
  if (start.matches("h1")) start.tabIndex = -1;
  scrollTo(0, 0);
  start.focus({ preventScroll: true });
}

function help(event, own, done) {
  event.preventDefault();
  const [before, since, undo] = [place.cloneNode(true), shownAt, place.querySelector("[form=undo]")];
  keepWritten(place, before);
  ask(own, own.hinted, done);
  keepWritten(before, place);
  shownAt = since;
  if (undo) place.querySelector(".more").append(undo);
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
  const rating = ratingOf(own, answer);
  const body = parse(own.answer).body;
  mark(body, own, answer, told, counts);
  place.replaceChildren(verdict(own, counts, isFirst ? rating : ""), ...body.childNodes, buttons(own, answer, told, rating, isFirst));
  begin();
}

function verdict(own, counts, rating) {
  const says = pack.words.grades[counts];
  const head = element("div", { className: "verdict", role: "status" });
  const seal = element("span", { className: `seal big ${says.look}`.trim(), textContent: says.seal, ariaHidden: "true" });
  const when = rating ? words("next_time", { when: own.when[rating] }) : "";
  const title = element("div");
  title.append(
    element("h1", { textContent: says.title }),
    element("p", { className: "small", textContent: [when, pack.words.kept].filter(Boolean).join(" ") }),
  );
  head.append(seal, title);
  return head;
}

function mark(body, own, answer, told, counts) {
  const text = textOf(answer);
  const listed = body.querySelector(".options");
  const options = marked(own.check, own.texts, text, told, counts, pack.words);
  listed.append(...options.map((option, place) => optionItem(own, option, place)));
  for (const note of body.querySelectorAll("[data-of]")) note.hidden = text !== note.dataset.of;
  const off = told.off && counts === told.grade ? noteOn(own, told) : "";
  if (off) listed.after(element("p", { className: "note", textContent: off }));
}

function optionItem(own, { text, mark, note, pieces, isTyped }, place) {
  const { form, options } = own.check;
  const sign = form === "true/false" ? "OX"[place] : options.length && form !== "match" ? place + 1 : "";
  const item = element("li", { className: `option ${mark}` });
  const said = element("span");
  if (isTyped) said.append(...(pieces.length ? pieces : [{ text, how: "" }]).map(piece));
  else if (own.texts.html[text]) said.append(...parse(own.texts.html[text]).body.childNodes);
  else said.append(text);
  const { gloss } = own.texts;
  if (mark === "right" && form !== "true/false" && gloss && gloss !== text)
    said.append("\u00a0", element("span", { className: "gloss", textContent: gloss }));
  const aside = element("small", { textContent: note, lang: document.documentElement.lang });
  item.append(element("i", { textContent: sign, ariaHidden: "true" }), said, aside);
  return item;
}

const piece = ({ text, how }) => (how ? element(how, { textContent: text }) : text);

function noteOn(own, told) {
  const { shown } = own.check;
  const values = { right: told.expected ?? own.texts.plain[shown] ?? shown };
  for (const name of ["missing", "extra"]) values[name] = told[name].map((text) => own.texts.plain[text] ?? text).join(", ");
  const parts = ["missing", "extra"].filter((name) => told[name].length).map((name) => `${told.off} ${name}`);
  const fill = (text = "") => text.replace(/\{(right|missing|extra)\}/g, (_, name) => values[name]);
  return (parts.length ? parts : [told.off]).map((name) => fill(pack.words.notes[name])).join(" ");
}

function buttons(own, answer, told, rating, isFirst) {
  const form = element("form", { className: "act" });
  const row = element("div", { className: own.four ? "btns fill four" : "btns fill" });
  const names = own.four ? Object.keys(pack.words.ratings) : ["again", rating === "again" ? "good" : rating];
  for (const [place, name] of names.entries()) {
    const label = own.four ? pack.words.ratings[name] : pack.words[name === rating ? "next" : name === "again" ? "again" : "knew"];
    // What a rating leads to was reckoned for the first answer; later ones are not told.
    const made = button(label, place + 1, isFirst ? own.when[name] : "", name === rating);
    made.value = name;
    made.addEventListener("click", () => (name === rating ? showNext() : settle(answer, name)));
    row.append(made);
  }
  const more = element("div", { className: "more" });
  more.append(undo(answer));
  const isWritten = own.check.may_dispute && textOf(answer).trim();
  if (isWritten && told.grade !== "right" && !answer.disputed)
    more.append(low("dispute", async () => ((answer.disputed = true), await put(answer), showFeedback(own, answer, isFirst))));
  const say = low("say", () => {});
  say.dataset.say = "";
  say.hidden = true;
  more.append(say);
  form.append(row, more);
  form.addEventListener("submit", (event) => event.preventDefault());
  return form;
}

// One step back; the question before it has the next.
function undo(answer) {
  const made = low("undo", async () => {
    await remove([answer.id]);
    await showNext(questionOf(answer));
    place.prepend(element("p", { className: "toast all", role: "status", textContent: pack.words.undone }));
  });
  made.setAttribute("form", "undo"); // the key u presses it
  made.append(" ", element("kbd", { textContent: "u" }));
  return made;
}

async function settle(answer, rating) {
  await put({ ...answer, rating });
  await showNext();
}

function button(label, key, when, isMain) {
  const made = element("button", { className: `btn two${isMain ? " main" : ""}`, type: "button", name: "rating" });
  const said = element("span", { textContent: `${label} ` });
  said.append(element("kbd", { textContent: key }));
  made.append(said, element("small", { textContent: when }));
  return made;
}

function low(name, act) {
  const made = element("button", { className: "btn low", type: "button", name, textContent: pack.words[name] });
  made.addEventListener("click", act);
  return made;
}

function element(name, values = {}) {
  return Object.assign(document.createElement(name), values);
}

// Nobody is taken away from a question or from its answer: the next press goes on with the
// network. What has been sent can't be taken back or rated here any more.
async function back() {
  const sent = await sendKept();
  if (sent === null) return tell();
  await freshPack();
  if (place.hidden) return location.assign("/");
  goesOn = true;
  const state = byId("state");
  state.textContent = state.dataset.back;
  state.hidden = !sent.length;
  place.querySelectorAll(SETTLED).forEach((each) => each.remove());
}

window.addEventListener("online", () => back().catch(() => {}));
window.addEventListener("offline", () => {
  goesOn = false;
  tell();
});
open();
