// Marks an answer as quiz/web/practice_views.py does: what was shown or written, with what
// was right. A test holds both sides together, form by form.

// Return [{text, mark, note, pieces, isTyped}]. `asked` and `texts` are what the server
// packed, `told` is the verdict on `given`, `counts` the grade that holds, `words` the
// interface's words.
export function marked(asked, texts, given, told, counts, words) {
  const parts = markedParts(asked, texts, given, words);
  if (parts) return parts;
  const shown = { choice: asked.options, "true/false": ["true", "false"] }[asked.form] ?? [];
  if (given === "" ? !shown.length : !shown.includes(given))
    return written(given, asked.shown, texts, told, counts, words);
  const name = (text) => (asked.form === "true/false" ? words[text] : text);
  return shown.map((text) => ({ ...choice(text, asked.shown, given, words), text: name(text) }));
}

const plain = (texts, text) => texts.plain[text] ?? text;
const option = (text, mark, note, more = {}) => ({ text, mark, note, pieces: [], isTyped: false, ...more });

function choice(text, right, given, words) {
  if (text === right) return option(text, "right", text === given ? words.mine_right : words.right);
  return text === given ? option(text, "wrong", words.mine) : option(text, "", "");
}

// Null where it is no answer in parts, or not to these.
function markedParts(asked, texts, given, words) {
  const told = given ? given.split("\n") : [];
  if (!["several", "order", "match"].includes(asked.form)) return null;
  if (told.some((text) => text && !asked.options.includes(text))) return null;
  if (asked.form !== "several") return places(asked, texts, told, words);
  const right = asked.items.map((item) => item[0]);
  return asked.options.map((text) => member(text, right, told, words));
}

function member(text, right, told, words) {
  const isMine = told.includes(text);
  if (right.includes(text)) return option(text, "right", isMine ? words.mine_right : words.not_chosen);
  return isMine ? option(text, "wrong", words.mine) : option(text, "", "");
}

function places(asked, texts, told, words) {
  return asked.items.map((item, place) => {
    const right = asked.form === "match" ? item.at(-1) : item[0];
    const mine = told[place] ?? "";
    const text = asked.form === "match" ? `${item[0]} – ${right}` : right;
    const isOff = mine && mine !== right;
    const note = isOff ? words.given.replace("{given}", () => plain(texts, mine)) : "";
    return option(text, mine === right ? "right" : "missed", note);
  });
}

function written(given, right, texts, told, counts, words) {
  const shown = plain(texts, right);
  const pieces = told.off === "letter" ? letterPieces(given, shown) : [];
  const mark = counts === "right" ? "right" : "wrong";
  const mine = option(given, mark, words.mine, { pieces, isTyped: true });
  if (!given) return [option(right, "right", words.right)];
  if (counts !== "right") return [mine, option(right, "right", words.right)];
  return given === shown ? [mine] : [mine, option(right, "", words.as_written)];
}

// `given` told letter by letter as changes on the way to `right`: the longest stretch that
// both have stays, and so on before it and after it.
export function letterPieces(given, right) {
  const [one, other] = [[...given], [...right]];
  const pieces = [];
  const add = (letters, how) => letters.length && pieces.push({ text: letters.join(""), how });
  let [i, j] = [0, 0];
  for (const { at, to, size } of [...stretches(one, other, 0, one.length, 0, other.length), { at: one.length, to: other.length, size: 0 }]) {
    add(one.slice(i, at), "del");
    add(other.slice(j, to), "ins");
    add(one.slice(at, at + size), "");
    [i, j] = [at + size, to + size];
  }
  return pieces;
}

function stretches(one, other, low, high, from, until) {
  const best = longest(one, other, low, high, from, until);
  if (!best.size) return [];
  const before = stretches(one, other, low, best.at, from, best.to);
  const after = stretches(one, other, best.at + best.size, high, best.to + best.size, until);
  return joined([...before, best, ...after]);
}

// Stretches that touch in both are one.
function joined(found) {
  const whole = [];
  for (const each of found) {
    const last = whole.at(-1);
    if (last && last.at + last.size === each.at && last.to + last.size === each.to)
      whole[whole.length - 1] = { ...last, size: last.size + each.size };
    else whole.push(each);
  }
  return whole;
}

function longest(one, other, low, high, from, until) {
  let best = { at: low, to: from, size: 0 };
  for (let at = low; at < high; at++)
    for (let to = from; to < until; to++) {
      let size = 0;
      while (at + size < high && to + size < until && one[at + size] === other[to + size]) size++;
      if (size > best.size) best = { at, to, size };
    }
  return best;
}
