// Answers that wait on this device until they can be sent.

function open() {
  return new Promise((resolve, reject) => {
    const opened = indexedDB.open("quiz", 1);
    opened.onupgradeneeded = () => opened.result.createObjectStore("answers", { keyPath: "id" });
    opened.onsuccess = () => resolve(opened.result);
    opened.onerror = () => reject(opened.error);
  });
}

async function change(work) {
  const box = await open();
  const done = box.transaction("answers", "readwrite");
  const asked = work(done.objectStore("answers"));
  await new Promise((resolve, reject) => {
    done.oncomplete = resolve;
    done.onerror = done.onabort = () => reject(done.error);
  });
  box.close();
  return asked?.result;
}

export const put = (answer) => change((answers) => answers.put(answer));
export const remove = (ids) => change((answers) => void ids.forEach((id) => answers.delete(id)));

export async function waiting() {
  const all = await change((answers) => answers.getAll());
  return all.sort((one, other) => one.at.localeCompare(other.at));
}

// Send what waits; return what became of each, or null where it could not be sent.
export async function send(token) {
  const answers = (await waiting()).slice(0, 500);
  if (!answers.length) return [];
  const response = await fetch("/offline/answers", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token },
    body: JSON.stringify({ answers }),
  }).catch(() => null);
  if (!response?.ok) return null;
  const { results } = await response.json();
  await remove(results.map((each) => each.id));
  return results;
}
