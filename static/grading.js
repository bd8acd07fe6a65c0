// The rules of quiz/core/grading.py, part_grading.py and number_reading.py, for answers
// given without a network. The server grades every answer again when it arrives; a test
// holds both sides together on thousands of answers.

import {
  AFTER_OFFICE, ARTICLES, ONE, OPENING, TITLES, countWords, decimal, fold, isEnglish, isEnglishSlip, key, meansTheSame,
} from "/static/english_answers.js";

const list = (text) => text.split(" ");
const PARTICLES = list(
  "은 는 이 가 을 를 에 에서 에게 의 와 과 로 으로 도 라고 이라고 요" +
    " 이요 이에요 예요 이예요 이다 다 입니다 이었다 였다 이었습니다" +
    " 였습니다 임 이라 라 인 씩",
);
const HONORIFIC = ["님"]; // 감독님 for 감독
const KOREAN_TITLES = list(
  "씨 님 군 양 선생 선생님 박사 박사님 교수 교수님 회장 회장님 총재" +
    " 총재님 사장 사장님 대표 대표님 원장 원장님 의장 이사 부사장 부회장" +
    " 감독 감독님 선수 작가 시인 장군 대통령 총리 장관 대왕 왕 여사 기자",
);
const HARD_SEPARATOR = /[,，、;；/\n·・ㆍ]/;
const AND = /&|\s그리고\s|\s및\s|\s(?:and|or)\s/i;
const SOFT_SEPARATOR = /(?<=[가-힣])(?:이랑|하고|와|과|랑)\s+|\s+/;
const [MOST_PIECES, MOST_JOINED] = [60, 4];
const [LEAST_JAMO, LEAST_LETTERS, LETTERS_PER_SLIP] = [7, 6, 24];

// Say how an answer is graded: {grade, off, missing, extra}. `asked` is what the server
// packed: form, kind, language, accepted, items, tolerance, wrong, shown.
export function grade(asked, given) {
  const { form } = asked;
  if (form === "true/false") return verdict(given === asked.shown ? "right" : "wrong");
  if (form === "choice") return gradeChoice(asked, given);
  if (form === "several") return gradeSeveral(given.split("\n"), asked);
  if (form === "order") return gradeOrder(given.split("\n"), asked);
  if (form === "match") return gradePairs(given.split("\n"), asked);
  if (form === "card") return verdict(["", "again"].includes(given) ? "wrong" : "right");
  if (asked.kind === "order") return gradeTypedOrder(given, asked);
  return gradeTyped(given, asked);
}

const verdict = (grade, off = null, missing = [], extra = []) => ({ grade, off, missing, extra });

function gradeTyped(given, asked) {
  if (!key(given)) return verdict("wrong");
  if (asked.kind === "list") return gradeList(given, asked);
  if (asked.kind === "truth") return gradeChoice(asked, given);
  const read = asked.kind === "number" ? gradeNumber : asked.kind === "date" ? gradeDate : null;
  return read?.(given, asked) ?? gradeWords(given, asked.accepted, asked.language, asked.wrong);
}

function gradeChoice(asked, given) {
  const right = [...asked.accepted, asked.shown].map(optionKey);
  return verdict(right.includes(optionKey(given)) ? "right" : "wrong");
}

const optionKey = (text) => (text.includes("$") || text.includes("\\(") ? text : key(text));

function gradeWords(given, accepted, language, wrong = []) {
  if (accepted.some((each) => saysTheSame(given, each, language))) return verdict("right");
  if (wrong.some((each) => isKnown(given, each, language))) return verdict("wrong");
  if (accepted.some((each) => readAsEnglish(each, language) && meansTheSame(given, each))) return verdict("right");
  const meant = accepted.find((each) => isSlip(given, each, language));
  return meant === undefined ? verdict("wrong") : { ...verdict("close", "letter"), expected: meant };
}

const isKnown = (given, wrong, language) =>
  key(given) === key(wrong) || (language === "en" && bare(given, "en") === bare(wrong, "en"));
const readAsEnglish = (expected, language) =>
  language === "en" && !isFormula(expected) && key(expected) !== "" && isEnglish(expected);

function saysTheSame(given, expected, language) {
  if (isFormula(expected)) return formulaKey(given) === formulaKey(expected);
  if (!sameDigits(given, expected)) return false;
  const target = bare(expected, language);
  return target !== "" && readings(given, expected, language).has(target);
}

function readings(given, expected, language) {
  let found = new Set([bare(given, language)]);
  const titles = hasTitle(expected) ? HONORIFIC : KOREAN_TITLES;
  for (const endings of [PARTICLES, PARTICLES, titles, PARTICLES]) {
    found = new Set([...found, ...[...found].flatMap((text) => withoutEnding(text, endings))]);
  }
  return found;
}

const withoutEnding = (text, endings) =>
  endings.filter((e) => text.endsWith(e)).map((e) => text.slice(0, -e.length));

function hasTitle(expected) {
  const parts = split(expected);
  return parts.length > 1 && KOREAN_TITLES.includes(parts.at(-1));
}

const split = (text) => text.trim().split(/\s+/u).filter(Boolean);

function bare(text, language) {
  if (language === "en" || /^[\0-\x7f]*$/.test(text)) {
    const parts = split(fold(text)).map((part) => part.replace(/^\.+|\.+$/g, ""));
    while (parts.length > 1 && mayBeLeftOut(...parts)) parts.shift();
    text = parts.join(" ");
  }
  return key(text);
}

const mayBeLeftOut = (first, second) =>
  TITLES.includes(first) ? !AFTER_OFFICE.includes(second) : ARTICLES.includes(first);

const isFormula = (text) => text.length > 2 && text.startsWith("$") && text.endsWith("$");

const SAME_SIGNS = { "−": "-", "–": "-", "×": "*", "·": "*", "∙": "*", "⋅": "*", "÷": "/", "{": "(", "}": ")" };

function formulaKey(text) {
  const bare = text.trim().replace(/^\$+|\$+$/g, "");
  const told = bare.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ]+/g, "^$&").replace(/[₀₁₂₃₄₅₆₇₈₉₊₋]+/g, "_$&");
  const folded = fold(told.normalize("NFKC")).replace(/[−–×·∙⋅÷{}]/g, (sign) => SAME_SIGNS[sign]);
  return folded.replace(/\s/g, "").replace(/([_^])\(([^()]*)\)/g, "$1$2");
}

const tidy = (text) =>
  fold(text.normalize("NFKC")).trim().replace(/(?<=\d),(?=\d{3})/g, "");
const digits = (text) => tidy(text).match(/\d+(?:\.\d+)?/g) ?? [];
const sameDigits = (one, other) => digits(one).join(" ") === digits(other).join(" ");

function isSlip(given, expected, language) {
  if (readAsEnglish(expected, language)) return isEnglishSlip(given, expected, distance);
  if (isFormula(expected) || !sameDigits(given, expected)) return false;
  const target = [...bare(expected, language).normalize("NFD")];
  const least = /[가-힣]/.test(expected) ? LEAST_JAMO : LEAST_LETTERS;
  if (target.length < least || /[\u4e00-\u9fff]/.test(expected)) return false;
  const allowed = 1 + Math.floor(target.length / (2 * LETTERS_PER_SLIP));
  return [...readings(given, expected, language)].some(
    (reading) => distance([...reading.normalize("NFD")], target, allowed) <= allowed,
  );
}

// Optimal string alignment: letters added, left out, changed, or two beside each other swapped.
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  const rows = [Array.from({ length: other.length + 1 }, (_, n) => n)];
  for (let i = 1; i <= one.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, rows[i - 2][j - 2] + 1);
      rows[i].push(least);
    }
  }
  return rows[one.length][other.length];
}

// Lists, orders, pairs

function gradeList(given, asked) {
  const left = [...asked.items];
  const extra = [];
  let slips = 0;
  for (const piece of piecesOf(given, left, asked.language)) {
    const [found, strange] = membersIn(piece, left, asked.language);
    slips += found.filter((each) => each === "close").length;
    extra.push(...strange);
  }
  return listVerdict(asked, left.map((item) => item[0]), extra, slips);
}

function piecesOf(given, items, language) {
  const joined = items.filter((item) => item.some((text) => AND.test(text)));
  const pieces = given.split(HARD_SEPARATOR).slice(0, MOST_PIECES);
  return pieces.flatMap((piece) => partedAtAnd(piece, joined, language)).slice(0, MOST_PIECES);
}

function partedAtAnd(piece, joined, language) {
  const parts = piece.split(AND).slice(0, MOST_PIECES);
  if (!joined.length) return parts;
  const told = [];
  for (let at = 0; at < parts.length; ) {
    let end = Math.min(parts.length, at + MOST_JOINED);
    while (end > at + 1 && !takeMember(parts.slice(at, end).join(" and "), [...joined], language)) end--;
    if (end <= at) end = at + 1;
    told.push(parts.slice(at, end).join(" and "));
    at = end;
  }
  return told;
}

function membersIn(piece, left, language) {
  const parts = piece.split(SOFT_SEPARATOR).filter((part) => part && key(part));
  const whole = takeMember(piece, left, language);
  if (whole || !parts.length) return [whole ? [whole] : [], []];
  if (parts.length === 1) return [[], [piece.trim()]];
  return membersInParts(parts.slice(0, MOST_PIECES), left, language);
}

function membersInParts(parts, left, language) {
  const [found, strange] = [[], []];
  for (let at = 0; at < parts.length; ) {
    let end = parts.length;
    let member = null;
    for (; end > at && !member; end--)
      member = takeMember(parts.slice(at, end).join(" "), left, language);
    if (member) {
      found.push(member);
      at = end + 1;
    } else strange.push(parts[at++]);
  }
  return [found, strange];
}

function takeMember(text, left, language) {
  if (!key(text)) return null;
  const grades = left.map((item) => gradeWords(text, item, language).grade);
  for (const wanted of ["right", "close"]) {
    const at = grades.indexOf(wanted);
    if (at >= 0) {
      left.splice(at, 1);
      return wanted;
    }
  }
  return null;
}

function listVerdict(asked, missing, extra, slips) {
  const told = asked.items.length - missing.length;
  if (!missing.length && !extra.length)
    return slips ? verdict("close", "letter") : verdict("right");
  const isClose = told * 2 >= asked.items.length && extra.length <= told;
  return verdict(isClose ? "close" : "wrong", "members", missing, extra);
}

function gradeSeveral(given, asked) {
  const chosen = given.filter(Boolean);
  const missing = asked.items.filter((item) => !item.some((text) => chosen.includes(text)));
  const members = asked.items.flat();
  const extra = [...new Set(chosen)].filter((text) => !members.includes(text));
  return listVerdict(asked, missing.map((item) => item[0]), extra, 0);
}

function gradeOrder(given, asked) {
  const right = asked.items.map((item) => item[0]);
  const places = given.filter((text) => right.includes(text)).map((text) => right.indexOf(text));
  const kept = inOrder(places);
  const out = right.filter((_, place) => !kept.has(place));
  if (!out.length) return verdict("right");
  const isClose = out.length <= 1 && new Set(places).size === right.length;
  return verdict(isClose ? "close" : "wrong", "places", out);
}

function inOrder(places) {
  const ends = [];
  const before = new Map();
  for (const place of places) {
    if (before.has(place)) continue;
    let at = ends.findIndex((end) => end >= place);
    if (at < 0) at = ends.length;
    before.set(place, at ? ends[at - 1] : null);
    ends[at] = place;
  }
  const found = new Set();
  for (let last = ends.at(-1) ?? null; last !== null; last = before.get(last)) found.add(last);
  return found;
}

function gradeTypedOrder(given, asked) {
  const left = [...asked.items];
  const told = [];
  const commas = given.replaceAll("→", ",").replaceAll("->", ",");
  for (const piece of piecesOf(commas, asked.items, asked.language)) {
    const at = left.findIndex((item) => takeMember(piece, [item], asked.language));
    if (at >= 0) told.push(left.splice(at, 1)[0][0]);
  }
  return gradeOrder(told, asked);
}

function gradePairs(given, asked) {
  const missing = asked.items.filter((pair, n) => (given[n] ?? "") !== pair[1]);
  if (!missing.length) return verdict("right");
  const told = asked.items.length - missing.length;
  const isClose = told * 2 >= asked.items.length;
  return verdict(isClose ? "close" : "wrong", "pairs", missing.map((pair) => pair.join(" – ")));
}

// Numbers, exact: counted in units of 10 to the power of -30

const count = (number) => BigInt(number) * ONE;

const SMALL_SCALES = { 십: 10, 백: 100, 천: 1000 };
const LARGE_SCALES = {
  만: 1e4, 억: 1e8, 조: 1e12, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12,
};
const SCALES = { ...SMALL_SCALES, hundred: 100, ...LARGE_SCALES };
const SINO = { 영: 0, 일: 1, 이: 2, 삼: 3, 사: 4, 오: 5, 육: 6, 칠: 7, 팔: 8, 구: 9, 공: 0, 륙: 6 };
const TENS = {
  열: 10, 스물: 20, 스무: 20, 서른: 30, 마흔: 40, 쉰: 50, 예순: 60, 일흔: 70, 여든: 80, 아흔: 90,
};
const ONES = {
  다섯: 5, 여섯: 6, 일곱: 7, 여덟: 8, 아홉: 9, 하나: 1, 한: 1, 둘: 2, 두: 2, 셋: 3, 세: 3, 넷: 4, 네: 4,
};
const DAYS = {
  하루: 1, 이틀: 2, 사흘: 3, 나흘: 4, 닷새: 5, 엿새: 6, 이레: 7, 여드레: 8, 아흐레: 9, 열흘: 10, 보름: 15,
};
const UNITS = {
  "%": "percent", 퍼센트: "percent", 프로: "percent", percent: "percent",
  원: "won", "₩": "won", won: "won", krw: "won",
  달러: "dollar", $: "dollar", us$: "dollar", usd: "dollar",
  위안: "yuan", 위안화: "yuan", 元: "yuan", rmb: "yuan", cny: "yuan",
  살: "세", 명: "사람", 사람: "사람", 인: "사람", people: "사람",
  킬로미터: "km", 미터: "m", 센티미터: "cm", 킬로그램: "kg", 그램: "g",
  년도: "년", 해: "년", year: "년", 시간: "hour", hr: "hour", h: "hour",
  person: "사람", pound: "£", gbp: "£", euro: "€", eur: "€", usdollar: "dollar",
  kilometre: "km", kilometer: "km", metre: "m", meter: "m", centimetre: "cm", centimeter: "cm",
  millimetre: "mm", millimeter: "mm", kilogramme: "kg", kilogram: "kg", kilo: "kg", gramme: "g", gram: "g",
  litre: "l", liter: "l", tonne: "t", mile: "mi", foot: "ft", feet: "ft", inch: "in", inche: "in",
  minute: "min", second: "sec", yr: "년", percentage: "percent",
  squarekilometre: "km2", squarekilometer: "km2", squaremetre: "m2", squaremeter: "m2",
  제곱킬로미터: "km2", 제곱미터: "m2", degreescelsiu: "°c", degreecelsiu: "°c",
  kilometresperhour: "km/h", kilometersperhour: "km/h", kmperhour: "km/h", kph: "km/h", milesperhour: "mph",
};
const ABOUT =
  /^(?:(?:약|대략|총|모두|무려|만\s(?=\d))\s*|(?:about|some|around|nearly|almost|approximately|roughly|over|more than|at least|up to|aged)(?:\s+|(?=\d)))/;
const CURRENCY = /^(?:us\$|[$€£₩¥]|(?:rmb|usd|krw|eur|gbp)(?=\s*\d))/;
const AFTER_UNIT = /\s+(?:(?:old|long|high|tall|wide|deep|away)\b|(?:of|in|or|around)\s+\S).*$/;
const SCALE = /hundred|thousand|million|billion|trillion|[십백천만억조]/y;
const LITERAL = /\d+(?:\.\d+)?/y;
const NATIVE = new RegExp(`^(${Object.keys(TENS).join("|")})?(${Object.keys(ONES).join("|")})?`);
const has = (table, name) => Object.hasOwn(table, name);

function matchAt(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function readAmount(text) {
  text = tidy(text).replace(ABOUT, "");
  const sign = CURRENCY.exec(text)?.[0] ?? "";
  if (sign) text = text.slice(sign.length).trimStart();
  for (const [name, days] of Object.entries(DAYS))
    if (text.startsWith(name)) return { value: count(days), unit: `일${text.slice(name.length).trim()}` };
  const read = readNumber(text);
  if (!read) return null;
  return { value: read.value, unit: unitName(read.rest, sign) };
}

function unitName(rest, sign) {
  let unit = rest.replace(AFTER_UNIT, "").replace(/[\s.]/g, "") || sign;
  if (/^[\0-\x7f]*$/.test(unit) && !has(UNITS, unit) && unit.length > 2) unit = unit.replace(/s$/, "");
  return has(UNITS, unit) ? UNITS[unit] : unit;
}

function readNumber(text) {
  if (/^[-+−]?\d/.test(text)) return readDigits(text);
  const run = /^[영일이삼사오육칠팔구공륙십백천만억조]+/.exec(text)?.[0];
  const value = run ? sinoValue(run) : null;
  if (value !== null) return { value, rest: text.slice(run.length) };
  const native = NATIVE.exec(text);
  if (native[0]) {
    const counted = (TENS[native[1]] ?? 0) + (ONES[native[2]] ?? 0);
    return { value: count(counted), rest: text.slice(native[0].length) };
  }
  return readEnglish(text);
}

function readEnglish(text) {
  const run = /^(?:(?:[a-z]+|\d+(?:\.\d+)?)[ -]*)*/.exec(text)[0];
  const found = [...run.matchAll(/[a-z]+|\d+(?:\.\d+)?/g)];
  const counted = found.length ? countWords(found.map((word) => word[0])) : null;
  if (!counted || counted.isOrdinal) return null;
  const last = found[counted.end - 1];
  return { value: counted.value, rest: text.slice(last.index + last[0].length) };
}

function readDigits(text) {
  const isMinus = "-−".includes(text[0]);
  let at = "-+−".includes(text[0]) ? 1 : 0;
  let sum = { total: 0n, section: 0n };
  let current = null;
  for (;;) {
    const rest = text.slice(at);
    const start = at + rest.length - rest.trimStart().length;
    const literal = current === null ? matchAt(LITERAL, text, start) : undefined;
    const scale = literal ? undefined : matchAt(SCALE, text, start);
    if (literal) {
      current = decimal(literal);
      at = start + literal.length;
    } else if (scale && (current || sum.section)) {
      sum = scaled(sum, current, scale);
      current = null;
      at = start + scale.length;
    } else break;
  }
  const value = sum.total + sum.section + (current ?? 0n);
  return { value: isMinus ? -value : value, rest: text.slice(at) };
}

function scaled({ total, section }, current, scale) {
  const by = BigInt(SCALES[scale]);
  if (has(LARGE_SCALES, scale)) return { total: total + (section + (current ?? 0n)) * by, section: 0n };
  return { total, section: section + (current ?? ONE) * by };
}

function sinoValue(run) {
  let sum = { total: 0n, section: 0n };
  let current = null;
  for (const letter of run) {
    if (has(SINO, letter)) {
      if (current !== null) return null;
      current = count(SINO[letter]);
    } else if (has(LARGE_SCALES, letter) && current === null && !sum.section) {
      sum = { total: (sum.total > ONE ? sum.total : ONE) * BigInt(SCALES[letter]), section: 0n };
    } else {
      sum = scaled(sum, current, letter);
      current = null;
    }
  }
  return sum.total + sum.section + (current ?? 0n);
}

const stated = (given) =>
  given
    .trim()
    .replace(/(?:이?었?습니다|입니다|이에요|예요|이다|이요|에서|에)?\s*[.!。]?\s*$/, "")
    .replace(OPENING, "")
    .replace(/^(?:in|on|at)\s+(?=\S)/i, "");

function gradeNumber(given, asked) {
  const told = readAmount(stated(given));
  const known = readAll(asked.accepted, readAmount);
  if (!told || !known.length) return null;
  const equal = known.filter((each) => isNear(told.value, each.read.value, asked.tolerance));
  if (!equal.length) return verdict("wrong");
  const units = equal.map((each) => each.read.unit).filter(Boolean);
  const names = [told.unit, ...withoutEnding(told.unit, PARTICLES)];
  if (!told.unit || !units.length || units.some((unit) => names.includes(unit))) return verdict("right");
  return { ...verdict("wrong", "unit"), expected: equal[0].text };
}

const readAll = (texts, read) =>
  texts.map((text) => ({ text, read: read(text) })).filter((each) => each.read);

function isNear(told, wanted, tolerance) {
  const text = (tolerance ?? "").normalize("NFKC").replaceAll(",", "");
  const allowed = /^\s*(?:±\s*)?(\d{1,15}(?:\.\d{1,9})?)\s*(%)?\s*$/.exec(text);
  if (!allowed) return told === wanted;
  const off = told > wanted ? told - wanted : wanted - told;
  const most = decimal(allowed[1]);
  return allowed[2] ? off * 100n * ONE <= (wanted < 0n ? -wanted : wanted) * most : off <= most;
}

// Dates

const MONTHS = {};
list("january february march april may june july august september october november december").forEach(
  (name, n) => (MONTHS[name] = MONTHS[name.slice(0, 3)] = n + 1),
);
MONTHS.sept = 9;
const DATE_SHAPES = [
  String.raw`(?<y>\d{4})년(?:도)?(?:(?<m>\d{1,2})월(?:(?<d>\d{1,2})일)?)?`,
  String.raw`(?<m>\d{1,2})월(?:(?<d>\d{1,2})일)?`,
  String.raw`(?<d>\d{1,2})일`,
  String.raw`(?<y>\d{4})(?:[-./](?<m>\d{1,2})(?:[-./](?<d>\d{1,2})\.?)?)?`,
  String.raw`(?<name>[a-z]+)\.?(?<d>\d{1,2})(?:st|nd|rd|th)?,(?<y>\d{4})`,
  String.raw`(?<d>\d{1,2})(?:st|nd|rd|th)?(?<name>[a-z]+)\.?,?(?<y>\d{4})?`,
  String.raw`(?<name>[a-z]+)\.?,?(?<y>\d{4})`,
  String.raw`(?<y>\d{4}),?(?<name>[a-z]+)\.?`,
  String.raw`(?<name>[a-z]+)\.?(?<d>\d{1,2})(?:st|nd|rd|th)?`,
].map((shape) => new RegExp(`^(?:${shape})$`));

function readDate(text) {
  const bare = tidy(text).replace(/\bthe\s+(?=\d)|(?<=[a-z])\s+of\s+(?=[a-z])/g, "");
  const whole = bare.replace(/\s+/g, "").replace(/^서기/, "");
  const found = DATE_SHAPES.map((shape) => shape.exec(whole)).find(Boolean)?.groups;
  if (!found || (found.name && !has(MONTHS, found.name))) return null;
  const parts = {};
  const month = found.name ? MONTHS[found.name] : Number(found.m ?? 0);
  if (found.y) parts.year = Number(found.y);
  if (month) parts.month = month;
  if (found.d) parts.day = Number(found.d);
  return isReal(parts) ? parts : null;
}

function isReal({ year, month, day }) {
  const date = new Date(Date.UTC(2000, (month || 1) - 1, day || 1));
  date.setUTCFullYear(year || 2000, (month || 1) - 1, day || 1);
  return date.getUTCMonth() === (month || 1) - 1 && date.getUTCDate() === (day || 1);
}

function gradeDate(given, asked) {
  const told = readDate(stated(given));
  const known = readAll(asked.accepted, readDate);
  if (!told || !known.length) return null;
  const fitting = known.filter(({ read }) => agree(told, read));
  const isWhole = ({ read }) => Object.keys(read).every((name) => name in told);
  if (fitting.some(isWhole)) return verdict("right");
  return fitting.length ? { ...verdict("close", "part"), expected: fitting[0].text } : verdict("wrong");
}

function agree(told, wanted) {
  const both = Object.keys(wanted).filter((name) => name in told);
  return both.length > 0 && both.every((name) => told[name] === wanted[name]);
}
