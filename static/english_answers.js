// The rules of quiz/core/english_answers.py and english_numbers.py, for answers given
// without a network.

const list = (text) => text.split(" ");
const has = (table, name) => Object.hasOwn(table, name);

// Numbers in words

const ONES = Object.fromEntries(
  list(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen" +
      " fifteen sixteen seventeen eighteen nineteen",
  ).map((word, n) => [word, n]),
);
const TENS = Object.fromEntries(
  list("twenty thirty forty fifty sixty seventy eighty ninety").map((word, n) => [word, 10 * n + 20]),
);
const SCALES = { dozen: 12, hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
const ORDINALS = {
  first: "one", second: "two", third: "three", fifth: "five", eighth: "eight", ninth: "nine", twelfth: "twelve",
  ...Object.fromEntries([...Object.keys(ONES), ...Object.keys(SCALES)].map((word) => [`${word}th`, word])),
  ...Object.fromEntries(Object.keys(TENS).map((word) => [`${word.slice(0, -1)}ieth`, word])),
};
const ROMAN = {
  ii: 2, iii: 3, iv: 4, vi: 6, vii: 7, viii: 8, ix: 9, xi: 11, xii: 12, xiii: 13, xiv: 14, xv: 15, xvi: 16,
};
const LITERAL = /^\d+(?:\.\d+)?$/;

// Numbers are exact: counted in units of 10 to the power of -30.
export const ONE = 10n ** 30n;
const count = (number) => BigInt(number) * ONE;

export function decimal(text) {
  const [whole, part = ""] = text.split(".");
  return BigInt(whole) * ONE + BigInt(part.slice(0, 30).padEnd(30, "0"));
}

const valueOf = (word) => (has(ONES, word) ? ONES[word] : has(TENS, word) ? TENS[word] : null);
const ordinalOf = (word) => (has(ORDINALS, word) ? ORDINALS[word] : word);

// Read the number that begins with words[start]: {value, end, isOrdinal}, or null.
export function countWords(words, start = 0) {
  let total = 0n;
  let [current, at] = leading(words, start);
  while (at < words.length) {
    const word = words[at];
    const plain = ordinalOf(word);
    if (current !== null && words.slice(at, at + 3).join(" ") === "and a half") {
      current += ONE / 2n;
      at += 3;
      continue;
    }
    const added = valueOf(plain);
    if (has(SCALES, plain) && current !== null) {
      const by = BigInt(SCALES[plain]);
      if (by <= 100n) current *= by;
      else [total, current] = [total + current * by, null];
    } else if (added !== null && joins(current, added)) current = (current ?? 0n) + count(added);
    else if (word === "and" && goesOn(words, at, total, current)) {
      at++;
      continue;
    } else break;
    at++;
    if (plain !== word) return { value: total + (current ?? 0n), end: at, isOrdinal: true };
  }
  if (at === start || (current === null && !total)) return null;
  return yearTold(words, { value: total + (current ?? 0n), end: at, isOrdinal: false });
}

function leading(words, start) {
  const [word, after = "", more = ""] = words.slice(start, start + 3);
  if (word === "half" && after === "a" && has(SCALES, more)) return [ONE / 2n, start + 2];
  if (word === "a" && has(SCALES, after)) return [ONE, start + 1];
  if (has(SCALES, after) && LITERAL.test(word)) return [decimal(word), start + 1];
  return [null, start];
}

function joins(current, added) {
  if (current === null) return true;
  const rest = current % count(100);
  if (added < 10 && Object.values(TENS).some((ten) => rest === count(ten))) return true;
  return current >= count(100) && rest === 0n;
}

function goesOn(words, at, total, current) {
  const after = ordinalOf(words[at + 1] ?? "");
  const isOpen = current !== null ? current >= count(100) : total > 0n;
  return isOpen && valueOf(after) !== null;
}

function yearTold(words, counted) {
  const { value, end } = counted;
  if (value < count(10) || value > count(99) || value % ONE || end >= words.length) return counted;
  const first = words[end];
  if (!has(TENS, first) && !(has(ONES, first) && ONES[first] >= 10)) return counted;
  const rest = countWords(words, end);
  if (!rest || rest.isOrdinal || rest.value > count(99)) return counted;
  return { value: value * 100n + rest.value, end: rest.end, isOrdinal: false };
}

function inDigits(words) {
  const told = [];
  for (let at = 0; at < words.length; ) {
    const counted = countWords(words, at);
    const word = words[at];
    if (counted) told.push(written(counted));
    else told.push(at && has(ROMAN, word) ? String(ROMAN[word]) : word);
    at = counted ? counted.end : at + 1;
  }
  return told;
}

function written({ value, isOrdinal }) {
  const part = (value % ONE).toString().padStart(30, "0").replace(/0+$/, "");
  return `${value / ONE}${part ? `.${part}` : ""}${isOrdinal ? ending(value / ONE) : ""}`;
}

function ending(value) {
  if ([11n, 12n, 13n].includes(value % 100n)) return "th";
  return { 1: "st", 2: "nd", 3: "rd" }[value % 10n] ?? "th";
}

// Words as they are compared

const OTHER_SCRIPT = /[\u0370-\u1fff\u2e80-\ud7af\uf900-\ufaff]/;
const LETTERS = { ø: "o", ł: "l", đ: "d", ð: "d", æ: "ae", œ: "oe", þ: "th", ı: "i" };
export const OPENING =
  /^\s*(?:(?:it|this|that|he|she)(?:['’]s|\s+is|\s+was)|(?:they|these|those)(?:['’]re|\s+are|\s+were))\s+(?=\S)/i;
export const ARTICLES = list("the a an");
export const TITLES = list("mr mrs ms miss dr prof professor sir president chairman");
export const AFTER_OFFICE = list("of for and");
const PREPOSITIONS = list("in on at by to from for with of as because");
const TOWARDS = list("by to from");
const SPELLINGS = [
  [/(?<=\w\w\w)our(?=$|s$|ed$|ing$|er|able|ful|hood|ite|less)/g, "or"],
  [/(?<=\w\w\w)is(?=e$|es$|ed$|er$|ers$|ing$|ation$|ations$)/g, "iz"],
  [/(?<=[al])ys(?=e$|es$|ed$|er$|ers$|ing$)/g, "yz"],
  [/(?<=\w\w[bt])re(?=$|s$)/g, "er"],
  [/(?<=\w\w)ogue(?=$|s$)/g, "og"],
  [/^(def|off|lic|pret)ence(?=$|s$)/g, "$1ense"],
  [/(?<=gra)mme(?=$|s$)/g, "m"],
  [/(?<=\w\w\w[aeiou])ll(?=(?:ed|ing|er|ers|or|ors)$)/g, "l"],
  [/^(arch|pal|med|enc?yclop)ae/g, "$1e"],
  [/(?<=cyclop)ae/g, "e"],
  [/(?<=\w)ae(?=o?log|mia|s?thet)/g, "e"],
  [/^(h|p)ae(?=m|d)/g, "$1e"],
  [/^oe(?=str|soph)|(?<=^f)oe(?=tus)/g, "e"],
  [/^manoeuver/g, "maneuver"],
  [/^grey(?=$|s$|ed$)/g, "gray"],
  [/^alumini(?=um$)/g, "alumin"],
  [/^tyre(?=s?$)/g, "tire"],
  [/^aeroplane/g, "airplane"],
  [/^mould/g, "mold"],
  [/^plough/g, "plow"],
  [/^sceptic/g, "skeptic"],
  [/^fulfil$/g, "fulfill"],
  [/^skilful$/g, "skillful"],
  [/^jewellery$/g, "jewelry"],
];
const NO_PLURAL = list(
  "arm brace custom force glass good her manner mean moral new our premise spectacle spirit their wood your",
);
const ROLES = [list("er ee"), list("or ee")];
const [LEAST_PLURAL, LEAST_LETTERS, LETTERS_PER_SLIP] = [3, 6, 24];

export const fold = (text) => text.toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ");

export function key(text) {
  const folded = fold(text.normalize("NFKD")).replace(/[\u0300-\u036f]/g, "");
  return [...folded.normalize("NFKC")].filter((c) => /[\p{L}\p{N}+#]/u.test(c)).join("");
}

export const isEnglish = (text) => !OTHER_SCRIPT.test(text);

export function meansTheSame(given, expected) {
  const wanted = beginnings(toldWords(expected)).filter((each) => each.words.join(""));
  return withoutOpening(given)
    .flatMap(beginnings)
    .some((one) =>
      wanted.some((other) => mayBothLeaveOut(one.leftOut, other.leftOut) && sameWords(one, other)),
    );
}

// `distance` says how many letters are apart.
export function isEnglishSlip(given, expected, distance) {
  const target = withoutArticle(toldWords(expected));
  const text = [...target.words.join("")];
  if (text.length < LEAST_LETTERS) return false;
  const allowed = 1 + Math.floor(text.length / (2 * LETTERS_PER_SLIP));
  return withoutOpening(given)
    .flatMap(beginnings)
    .some(
      (each) =>
        strict(each) === strict(target) &&
        beginAlike(each.words, target.words) &&
        distance([...each.words.join("")], text, allowed) <= allowed,
    );
}

function withoutOpening(given) {
  const opening = OPENING.exec(given);
  return [toldWords(given), ...(opening ? [toldWords(given.slice(opening[0].length))] : [])];
}

function toldWords(text) {
  text = text.normalize("NFKC").replaceAll(" & ", " and ");
  text = text.replace(/\bca(?=n['’]t\b)/gi, "can").replace(/n['’]t\b/gi, " not");
  text = text.replace(/['‘’ʼ`]/g, "").replace(/(?<=\d),(?=\d{3}(?!\d))/g, "");
  const parts = text.replace(/[-\u2010-\u2015_]/g, " ").trim().split(/\s+/u).filter((part) => key(part));
  const capitals = new Set(parts.filter((part) => /^\p{Lu}/u.test(part)).map(plain));
  const small = parts.map(plain);
  const isJustThe = small.length === 1 && small[0] === "the";
  const folded = inDigits(small).filter((word) => word !== "the" || isJustThe);
  return { words: folded.map((word) => key(oneSpelling(word))), isSmall: folded.map((word) => !capitals.has(word)), leftOut: "" };
}

function plain(word) {
  word = fold(word).replace(/[øłđðæœþı]/g, (letter) => LETTERS[letter]);
  word = word.replace(/^[.,;:!?()[\]{}"“”„«»…]+|[.,;:!?()[\]{}"“”„«»…]+$/g, "");
  return LITERAL.test(word) ? word : key(word);
}

const oneSpelling = (word) => SPELLINGS.reduce((text, [pattern, told]) => text.replace(pattern, told), word);

function beginnings(told) {
  const whole = withoutArticle(told);
  const [first, second] = whole.words;
  const isTitle = TITLES.includes(first);
  if (second === undefined || !(isTitle || PREPOSITIONS.includes(first))) return [whole];
  if (isTitle && AFTER_OFFICE.includes(second)) return [whole];
  if (TOWARDS.includes(first) && /^\p{Nd}/u.test(second)) return [whole];
  const rest = { words: whole.words.slice(1), isSmall: whole.isSmall.slice(1), leftOut: first };
  return [whole, withoutArticle(rest)];
}

function withoutArticle(told) {
  if (told.words.length < 2 || !ARTICLES.includes(told.words[0])) return told;
  return { ...told, words: told.words.slice(1), isSmall: told.isSmall.slice(1) };
}

const mayBothLeaveOut = (one, other) => !one || !other || one === other;
const numbers = (told) => told.words.join(" ").match(/\d+(?:\.\d+)?/g) ?? [];
const strict = (told) => [...numbers(told), ...told.words.filter((word) => [...word].length === 1)].join(" ");

function sameWords(given, wanted) {
  if (numbers(given).join(" ") !== numbers(wanted).join(" ")) return false;
  if (given.words.join("") === wanted.words.join("")) return true;
  return (
    given.words.length === wanted.words.length &&
    given.words.every((one, at) => {
      const other = wanted.words[at];
      return one === other || (wanted.isSmall[at] && (isPlural(one, other) || isPlural(other, one)));
    })
  );
}

function isPlural(word, more) {
  if (word.length < LEAST_PLURAL || NO_PLURAL.includes(word) || !/^\p{L}+$/u.test(word)) return false;
  if (more === `${word}s`) return !/(?:s|u|i|ic)$/.test(word);
  if (more === `${word}es`) return /(?:s|x|z|ch|sh|o)$/.test(word);
  return /[^aeiou]y$/.test(word) && more === `${word.slice(0, -1)}ies`;
}

function beginAlike(given, wanted) {
  if (given.length !== wanted.length) [given, wanted] = [[given.join("")], [wanted.join("")]];
  const begins = ([a, b], [c, d]) => a === c || (a === d && b === c);
  const areRoles = (one, other) =>
    ROLES.some((pair) => one.slice(-2) !== other.slice(-2) && pair.includes(one.slice(-2)) && pair.includes(other.slice(-2)));
  return (
    given.every((one, at) => begins([...one], [...wanted[at]])) && !given.some((one, at) => areRoles(one, wanted[at]))
  );
}
