// Today's questions as this device carries them.

const [CACHE, PLACE] = ["quiz-1", "/offline/pack"];
const FILE = /^\/read\/\d+\/files\//;

/** Return the pack, or null where there is none. */
export async function carried() {
  const kept = await window.caches?.match(PLACE);
  return kept ? kept.json() : null;
}

export async function carry(response) {
  const cache = await caches.open(CACHE);
  const { files = [] } = await response.clone().json();
  await cache.put(PLACE, response);
  await carryFiles(cache, files);
}

/** Carry the pictures and sounds of the questions, and no others. */
async function carryFiles(cache, files) {
  const there = (await cache.keys()).map(({ url }) => new URL(url).pathname).filter((path) => FILE.test(path));
  await Promise.all(there.filter((path) => !files.includes(path)).map((path) => cache.delete(path)));
  // One that can't be had now is missing then; the questions are there all the same.
  const missing = files.filter((path) => !there.includes(path));
  await Promise.all(missing.map((path) => cache.add(path).catch(() => {})));
}

/** What was answered with a network is not asked again without one. */
export async function leaveOut(question) {
  const pack = await carried();
  if (!pack) return;
  pack.questions = pack.questions.filter(({ id }) => String(id) !== question);
  await carry(Response.json(pack));
}
