// Makes passkeys and comes back by them. The forms are hidden where that can't be.

const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const withBytes = (listed = []) => listed.map((each) => ({ ...each, id: bytes(each.id) }));

const ways = {
  create: (asked) =>
    navigator.credentials.create({
      publicKey: {
        ...asked,
        challenge: bytes(asked.challenge),
        user: { ...asked.user, id: bytes(asked.user.id) },
        excludeCredentials: withBytes(asked.excludeCredentials),
      },
    }),
  get: (asked) =>
    navigator.credentials.get({
      publicKey: {
        ...asked,
        challenge: bytes(asked.challenge),
        allowCredentials: withBytes(asked.allowCredentials),
      },
    }),
};

const PARTS = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];

function plain({ id, rawId, type, response }) {
  const parts = PARTS.filter((name) => response[name]).map((name) => [name, text(response[name])]);
  return { id, type, rawId: text(rawId), response: Object.fromEntries(parts), clientExtensionResults: {} };
}

async function post(form, address, told) {
  const response = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": form.elements.csrf_token.value },
    body: JSON.stringify(told),
  });
  return response.json();
}

async function run(form) {
  const { passkey, options, answer } = form.dataset;
  const told = Object.fromEntries(new FormData(form));
  delete told.csrf_token;
  const asked = await post(form, options, told);
  if (asked.problem) return asked.problem;
  const credential = plain(await ways[passkey](asked));
  const done = await post(form, answer, { ...told, credential });
  if (done.problem) return done.problem;
  location.assign(done.to);
  return "";
}

// The browser's own words are for programmers.
function reason(error, words) {
  if (error.name === "InvalidStateError") return words.known;
  return ["NotAllowedError", "AbortError"].includes(error.name) ? words.stopped : words.failed;
}

function offer(form) {
  const note = form.querySelector("[data-passkey-told]");
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (form.ariaBusy) return;
    form.ariaBusy = "true";
    note.hidden = true;
    const said = await run(form).catch((error) => reason(error, form.dataset));
    form.ariaBusy = null;
    note.hidden = !said;
    note.textContent = said;
  });
}

const lack = !isSecureContext ? "https" : !window.PublicKeyCredential ? "browser" : "";
for (const note of document.querySelectorAll("[data-passkey-lack]")) note.hidden = note.dataset.passkeyLack !== lack;
if (!lack) document.querySelectorAll("[data-passkey]").forEach(offer);
