// In the review: a click on a sentence takes it in hand, selected words begin a question.

const pane = document.querySelector("[data-article]");
const link = pane?.querySelector("[data-selected]");

const sentenceOf = (node) => (node?.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest?.("[data-start]");

/** Return the selected stretch of the article, by its characters as the server counts them. */
function selected() {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const spans = [...pane.querySelectorAll("[data-start]")].filter((span) => range.intersectsNode(span));
  if (!spans.length || !pane.contains(range.commonAncestorContainer)) return null;
  const first = spans[0];
  const last = spans.at(-1);
  // The server counts characters, JavaScript their halves beyond the first plane.
  const count = (text) => [...text].length;
  const inFirst = sentenceOf(range.startContainer) === first ? count(first.textContent.slice(0, range.startOffset)) : 0;
  const inLast = sentenceOf(range.endContainer) === last ? count(last.textContent.slice(0, range.endOffset)) : count(last.textContent);
  const start = Number(first.dataset.start) + inFirst;
  const end = Number(last.dataset.start) + inLast;
  return end > start ? { start, end } : null;
}

function offer() {
  const chosen = selected();
  link.hidden = !chosen;
  if (!chosen) {
    delete link.dataset.key;
    return;
  }
  const address = new URL(pane.dataset.ask, location.href);
  address.searchParams.set("article", pane.dataset.article);
  address.searchParams.set("start", chosen.start);
  address.searchParams.set("end", chosen.end);
  link.href = address.href;
  link.dataset.key = "m";
}

if (pane && link) {
  document.addEventListener("selectionchange", offer);
  pane.addEventListener("click", (event) => {
    const sentence = event.target.closest("[data-start]");
    if (!sentence || selected()) return;
    const address = new URL(pane.dataset.at, location.href);
    address.searchParams.set("article", pane.dataset.article);
    address.searchParams.set("at", sentence.dataset.start);
    address.hash = "now";
    location.assign(address.href);
  });
}
