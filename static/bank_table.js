// Choosing questions in a bank's table: all of the page, a stretch with Shift, the count.

for (const form of document.querySelectorAll("form[data-picks]")) {
  const picks = [...form.querySelectorAll("tbody [name=question]")];
  const page = form.querySelector("[data-page]");
  const whole = page.querySelector("input");
  const all = form.querySelector("[name=all]");
  const said = form.querySelector("output");
  let last = null;

  const show = () => {
    const count = all?.checked ? Number(all.dataset.count) : picks.filter((each) => each.checked).length;
    said.textContent = said.dataset.chosen.replace("{}", count.toLocaleString());
    whole.checked = picks.every((each) => each.checked);
    whole.indeterminate = !whole.checked && picks.some((each) => each.checked);
  };
  page.hidden = false;
  form.addEventListener("click", (event) => {
    const at = picks.indexOf(event.target);
    if (at < 0) return;
    if (event.shiftKey && last !== null) {
      for (let i = Math.min(at, last); i <= Math.max(at, last); i += 1) picks[i].checked = event.target.checked;
    }
    last = at;
  });
  form.addEventListener("change", (event) => {
    if (event.target === whole) for (const each of picks) each.checked = whole.checked;
    show();
  });
  window.addEventListener("pageshow", show);
  show();
}
