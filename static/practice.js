// Keys and small comforts for practice. Every page works without this file.

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone) {
  document.cookie = `zone=${zone}; path=/; max-age=34560000; samesite=lax`;
}

const find = (selector) => document.querySelector(selector);
const isTyping = (element) =>
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement ||
  (element instanceof HTMLInputElement && !["radio", "checkbox"].includes(element.type));
const isPressable = (element) => element?.closest("button, a, summary") !== null;

function chooseOption(number) {
  const option = document.querySelectorAll(".options input")[number - 1];
  if (!option || option.disabled) return Boolean(option);
  if (option.type === "radio" && option.checked) option.form.requestSubmit();
  option.checked = option.type === "radio" || !option.checked;
  option.focus();
  return true;
}

function pressButton(number) {
  const card = find(".card details");
  if (card && !card.open) return false;
  const button = document.querySelectorAll(".act .btns button[name]")[number - 1];
  button?.click();
  return Boolean(button);
}

function turnCard() {
  const card = find(".card details");
  if (!card || card.open) return false;
  card.open = true;
  find(".act .main")?.focus();
  return true;
}

function goOn() {
  const main = find(".page .btn.main");
  main?.click();
  return Boolean(main);
}

function press(key, target) {
  if (/^[1-9]$/.test(key)) return chooseOption(Number(key)) || pressButton(Number(key));
  if (key === "0") return click(find("button[name=unknown]"));
  if (key === "u") return click(find("button[form=undo]"));
  if (key === "h") return click(find("[data-key=h]"));
  if (key === " ") return turnCard() || (!isPressable(target) && !isRadio(target) && goOn());
  if (key === "Enter") return !isPressable(target) && !isRadio(target) && (turnCard() || goOn());
  return false;
}

function click(element) {
  element?.click();
  return Boolean(element);
}

function isRadio(element) {
  return element instanceof HTMLInputElement;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.repeat || isTyping(event.target)) return;
  if (press(event.key, event.target)) event.preventDefault();
});

// What is put into one place leaves the place where it was before: the two swap.
function swapPlaces(places) {
  const selects = [...places.querySelectorAll("select")];
  const before = new Map(selects.map((select) => [select, select.value]));
  places.addEventListener("change", ({ target }) => {
    const other = selects.find((each) => each !== target && target.value && each.value === target.value);
    if (other && before.get(target)) other.value = before.get(target);
    for (const select of selects) before.set(select, select.value);
  });
}

// Read aloud what is asked, in its language, where the browser has a voice for it.
const words = ".ask, .options legend, .options .option > span, .place label, .evidence mark";

/** What a part says: of a formula, the words that come with it. */
function spoken(part) {
  const copy = part.cloneNode(true);
  copy.querySelectorAll("math").forEach((each) => each.replaceWith(each.getAttribute("alttext")));
  copy.querySelectorAll("br, [role=listitem]").forEach((each) => each.before("\n"));
  return copy.textContent;
}

function offerVoice(button) {
  button.hidden = false;
  button.addEventListener("click", () => {
    speechSynthesis.cancel();
    for (const part of document.querySelectorAll(words)) {
      const said = new SpeechSynthesisUtterance(spoken(part));
      said.lang = part.closest("[lang]").lang;
      speechSynthesis.speak(said);
    }
  });
}

const policy = window.trustedTypes?.createPolicy("quiz-pages", { createHTML: (html) => html });

/** Read a page that the server made. */
export const parse = (html) =>
  new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, "text/html");

/** A hint shows the same question again: what was written or chosen stays. */
export function keepWritten(from, to) {
  const fields = to.querySelectorAll("[name=answer]");
  for (const [place, { checked, value }] of from.querySelectorAll("[name=answer]").entries()) {
    const field = fields[place];
    if (["radio", "checkbox"].includes(field?.type)) field.checked = checked && !field.disabled;
    else if (field?.matches("select, .input")) field.value = value;
  }
}

/** Give a question that has just been shown its comforts. */
export function prepare(page) {
  page.querySelectorAll("[data-swap]").forEach(swapPlaces);
  if ("speechSynthesis" in window) page.querySelectorAll("[data-say]").forEach(offerVoice);
}
prepare(document);

// A second tap sends nothing; the server would count it once anyway.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!("once" in form.dataset)) return;
  if (form.dataset.once === "sent") event.preventDefault();
  form.dataset.once = "sent";
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-once]")) form.dataset.once = "";
});
