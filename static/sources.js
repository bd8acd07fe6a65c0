// Bringing texts works without this file; with it, files can be dropped, sizes are checked
// at once, and the page goes on by itself when everything is read.

/** Let files be dropped anywhere on their field, beside those chosen already. */
function takeDrops(form) {
  const field = form.querySelector("[data-drop]");
  const input = field.querySelector("input[type=file]");
  const kept = new DataTransfer();
  const add = (files) => {
    for (const file of files) {
      const there = [...kept.files].some((each) => each.name === file.name && each.size === file.size);
      if (!there) kept.items.add(file);
    }
    input.files = kept.files;
    complainOfSize(form, input);
  };
  input.addEventListener("change", () => {
    kept.items.clear();
    add([...input.files]);
  });
  // A file dropped beside the field must not open in place of the page.
  form.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    field.classList.add("over");
  });
  for (const name of ["dragleave", "drop"]) {
    form.addEventListener(name, () => field.classList.remove("over"));
  }
  form.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    add(event.dataTransfer.files);
  });
}

/** Name the files that are too large, before they are sent. */
function complainOfSize(form, input) {
  const said = form.querySelector("[data-too-large]");
  const large = [...input.files].filter((file) => file.size > Number(form.dataset.most) * 1e6);
  said.textContent = `${said.dataset.tooLarge} ${large.map((file) => file.name).join(", ")}`;
  said.hidden = large.length === 0;
  input.closest(".field").classList.toggle("bad", large.length > 0);
  return large.length === 0;
}

function sendOnce(form) {
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
  window.addEventListener("pageshow", () => { sent = false; });
}

/** Ask before corrections are lost. */
function guard(form) {
  let changed = false;
  form.addEventListener("input", () => { changed = true; });
  form.addEventListener("submit", () => { changed = false; });
  window.addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
}

const bring = document.querySelector("form[data-bring]");
if (bring) {
  takeDrops(bring);
  bring.addEventListener("submit", (event) => {
    const input = bring.querySelector("input[type=file]");
    if (!complainOfSize(bring, input)) {
      event.preventDefault();
      input.focus();
    }
  });
  sendOnce(bring);
}
for (const form of document.querySelectorAll("form[data-once]")) sendOnce(form);
for (const form of document.querySelectorAll("form[data-guard]")) guard(form);
if (document.querySelector("[data-wait]")) setTimeout(() => location.reload(), 700);
