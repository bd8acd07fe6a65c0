// Today's questions as this device carries them.

const [CACHE, PLACE] = ["quiz-1", "/offline/pack"];

/** Return the pack, or null where there is none. */
export async function carried() {
  const kept = await window.caches?.match(PLACE);
  return kept ? kept.json() : null;
}

export async function carry(response) {
  const cache = await caches.open(CACHE);
  await cache.put(PLACE, response);
}

/** What was answered with a network is not asked again without one. */
export async function leaveOut(question) {
  const pack = await carried();
  if (!pack) return;
  pack.questions = pack.questions.filter(({ id }) => String(id) !== question);
  await carry(Response.json(pack));
}
