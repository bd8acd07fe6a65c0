// The time that is left of a test. Without this file its end is shown.

const clock = document.querySelector("[data-ends]");
const ends = Number(clock.dataset.ends);
const pattern = clock.dataset.one;

/** Show minutes, and seconds in the last minute; when it is over the server hands in. */
function tick() {
  const left = Math.ceil((ends - Date.now()) / 1000);
  if (left <= -2) {
    const form = document.querySelector("form[data-once]");
    if (form) form.requestSubmit();
    return;
  }
  const seconds = Math.max(left, 0);
  const shown = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  clock.textContent = pattern.replace("…", shown);
  setTimeout(tick, 1000);
}

tick();
